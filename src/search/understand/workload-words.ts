import { FIGURE, numberOf } from './number-words';

/** How much somebody wants to work at most; UTF-16 offsets. */
export interface WorkloadFound {
  start: number;
  end: number;
  hoursADay?: number;
  daysAWeek?: number;
}

const ONLY =
  '(?:就|只|仅|最多|顶多|不超过|不到|也就|大概|大约|差不多|可以|能|想|打算|愿意|干|做|上班?|工作|出来|来|去)*';
const WORKS = '(?:就|只|仅|最多|顶多|不超过)(?:能|想|愿意|打算)?(?:干|做|上班?|工作)';
const HOURS = `(?<hours>${FIGURE})个?(?:小时|钟头|钟)(?:以内|之内|左右|以下)?(?:的活儿?)?(?!\\s*,?\\s*(?:\\d|[一二两三四五六七八九]百))`;
/** 三四个钟头 are some hours, and a word of their own. */
const SHORT =
  '(?<hours>[一二两俩三四五六1-6])个?(?:小时|钟头|钟)(?:的活儿?)?(?!\\s*,?\\s*(?:\\d|[一二两三四五六七八九]百))';
const FORMS: readonly RegExp[] = [
  new RegExp(`(?:每天|一天|每日|一日|天天)${ONLY}${HOURS}`, 'gu'),
  new RegExp(`${WORKS}${HOURS}`, 'gu'),
  // 上午两个小时
  new RegExp(
    `(?:早上|上午|前晌|中午|晌午|下午|后晌|傍晚|晚上|黑来|夜里|周末|有空|抽空|抽出|出来)(?:的|就|只|能|想|可以|干|做|来|出来|有|抽|抽出|去){0,3}(?<work>${SHORT})`,
    'gu',
  ),
  new RegExp(
    `(?:每周|一周|每个?星期|一个?星期|每个?礼拜|一个?礼拜)${ONLY}(?<days>[一二两三四五六1-6])(?:天|个?晚上|个?班)(?!一)(?:的活儿?)?`,
    'gu',
  ),
];
const LONGEST_DAY = 12;

/**
 * How many hours a day or days a week somebody wants to work (每天只干三小时, 一周干两天): a wish about the work, no
 * word that a posting must hold. What a day of work pays (一天8小时200) is not read. Pure.
 */
export function readWorkload(text: string): WorkloadFound[] {
  if (!/[天日周期拜干做班时钟]/u.test(text)) return [];
  const found: WorkloadFound[] = [];
  for (const form of FORMS) {
    for (const { index: from, 0: whole, groups } of text.matchAll(form)) {
      const end = from + whole.length;
      // The part of the day before it is time.
      const index = groups?.work ? end - groups.work.length : from;
      if (found.some((one) => index < one.end && one.start < end)) continue;
      const hours = numberOf(groups?.hours ?? '');
      const days = numberOf(groups?.days ?? '');
      if (days !== null) found.push({ start: index, end, daysAWeek: days });
      else if (hours !== null && hours > 0 && hours <= LONGEST_DAY)
        found.push({ start: index, end, hoursADay: hours });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
