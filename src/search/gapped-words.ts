import type { Lexicon } from './lexicon';
import { readSpans, type Span } from './spans';

/** A few characters that do not leave the phrase. */
const WITHIN = '[\\p{Script=Han}0-9]';
const COUNT = '[一二两三四五六七八九十几半0-9]+';

/** Verb and object with something between them, and the word that says the same without it. */
const CARES = '(?:伺候|侍候|照顾|照看|照料|看护|看着|陪护|护理|招呼)';
const OLD =
  '(?:老人|老太太?|老爷子|老头|老奶奶|老爷爷|爷爷|奶奶|父亲|母亲|婆婆|公公|我[爸妈爹娘]|俺[爸妈爹娘]|岳父|岳母)';
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      `${CARES}(?:个|一个|我|俺)?(?:[妈爸爹娘]|家人|老公|老婆)?(?:住院|病房|刚?手术|刚做完手术|医院里?|骨折)的?(?:老人|老太太?|老爷子|病人|亲人|家人|老伴|人)`,
      'gu',
    ),
    '照顾病人',
  ],
  // 老人住院了,想找人夜里照顾
  [
    new RegExp(
      `${CARES}(?<=(?:住院|手术|病房|骨折)[^的]{0,24}(?:找|请|雇|要|缺|招|来)[^的]{0,10}${CARES})(?!${OLD}|孩|娃|病)`,
      'gu',
    ),
    '照顾病人',
  ],
  // 老人瘫痪,想找个人白天来照顾
  [
    new RegExp(
      `${CARES}(?<=${OLD}[^的]{0,24}(?:找|请|雇|要|缺|招|来)[^的]{0,10}${CARES})(?!${OLD}|孩|娃|病)`,
      'gu',
    ),
    '照顾老人',
  ],
  [
    /(?:打扫卫生|打扫|保洁|收拾|搞卫生)(?:卫生|屋子?里?|房间|家里)?(?=[一两俩二三1-3几](?:次|回|遍|趟))/gu,
    '钟点工',
  ],
  [/(?<=的|个|家|有没有|附近)厂(?=$|[\s,。吗里上]|要人|招人|招不招|要不要|还要|还招|有活)/gu, '工厂'],
  [
    new RegExp(
      `(?:带|看|照看|照顾|照料|哄)(?:(?:个|一个|俩)?${COUNT}个?(?:多?月|岁|周岁)(?:多|半)?大?的?|${COUNT}个|小)(?:孩子|小孩子?|宝宝|宝贝|娃娃?|婴儿)`,
      'gu',
    ),
    '带孩子',
  ],
  [
    new RegExp(
      `(?:伺候|侍候|照顾|照看|照料|看护|看着|陪护|护理)${WITHIN}{1,6}(?:老人|老太太|老爷子|老头|老奶奶|老爷爷|老母亲|老父亲|母亲|父亲|婆婆|公公|奶奶|爷爷)`,
      'gu',
    ),
    '照顾老人',
  ],
  [new RegExp(`(?:伺候|侍候|照顾|照看|照料|看护|陪护|护理)${WITHIN}{1,4}(?:病人|患者)`, 'gu'), '照顾病人'],
  [/(?:缝|做|改|轧)(?:冬季|夏季|春季|秋季|儿童|学生|运动)(?:校服|衣服|服装|裤子|工装)/gu, '缝衣服'],
];

/**
 * The words of a text as {@link readSpans} finds them, with what is said with a gap; in order, without overlap.
 * @param words them, where they are known
 */
export function wordsOf(
  text: string,
  lexicon: Pick<Lexicon, 'terms'>,
  words: readonly Span[] = readSpans(text, lexicon),
): Span[] {
  const gapped = gappedSpans(text, lexicon);
  if (gapped.length === 0) return [...words];
  const free = words.filter(({ start, end }) => !gapped.some((one) => one.start < end && start < one.end));
  return [...free, ...gapped].sort((a, b) => a.start - b.start);
}

/** What is said with a gap (带八个月的宝宝, 伺候半瘫老人), as the word without it; in order, without overlap. */
function gappedSpans(text: string, { terms }: Pick<Lexicon, 'terms'>): Span[] {
  const found: Span[] = [];
  for (const [form, word] of PHRASES) {
    const term = terms.get(word);
    if (!term) continue;
    for (const { index, 0: whole } of text.matchAll(form)) {
      const end = index + whole.length;
      if (!found.some((one) => one.start < end && index < one.end)) found.push({ start: index, end, term });
    }
  }
  for (const { index: at } of text.matchAll(BETWEEN)) {
    const one = withoutBetween(text, at, terms);
    if (one && !found.some(({ start, end }) => one.start < end && start < one.end)) found.push(one);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** What people put between a verb and its object: 看个大门, 洗个碗, 搬点货. */
const BETWEEN = /(?<=[\p{Script=Han}])[个点些](?=[\p{Script=Han}])/gu;
/** Names of work that are said so have a verb of one character and an object of one or two. */
const LONGEST_OBJECT = 2;

function withoutBetween(text: string, at: number, terms: Lexicon['terms']): Span | null {
  for (let length = LONGEST_OBJECT; length > 0; length--) {
    const term = terms.get(`${text.charAt(at - 1)}${text.slice(at + 1, at + 1 + length)}`);
    const isWhole = at + 1 + length <= text.length;
    if (isWhole && term && term.occupations.length > 0) return { start: at - 1, end: at + 1 + length, term };
  }
  return null;
}
