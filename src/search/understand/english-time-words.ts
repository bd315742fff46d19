const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:night|graveyard|overnight) ?shifts?\b|\bovernight\b/g, '夜班'],
  [/\bday ?shifts?\b/g, '白班'],
  [/\bmorning shifts?\b/g, '早班'],
  [/\b(?:evening|late) shifts?\b/g, '晚班'],
  [/\b(?:in the |at )?(?:evenings?|nights?)\b/g, '晚上'],
  [/\b(?:in the )?mornings?\b/g, '早上'],
  [/\b(?:in the )?afternoons?\b/g, '下午'],
  [/\b(?:at )?noon\b|\blunch ?time\b/g, '中午'],
  [/\b(?:on )?weekends?\b/g, '周末'],
  [/\b(?:on )?weekdays?\b/g, '工作日'],
  [/\b(?:on )?saturdays?\b/g, '周六'],
  [/\b(?:on )?sundays?\b/g, '周日'],
  [/\btonight\b/g, '今晚'],
  [/\btomorrow\b/g, '明天'],
  [/\btoday\b/g, '今天'],
];
const ENGLISH = /[a-z]{4}/;

/** The normal form with English words of time as their Chinese ones: there is one grammar of hours. Pure. */
export function withChineseTime(normal: string): string {
  if (!ENGLISH.test(normal)) return normal;
  return WORDS.reduce((text, [form, word]) => text.replace(form, word), normal);
}
