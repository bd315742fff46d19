import type { Lexicon } from './lexicon';
import { readSpans, type Span } from './spans';

/** A few characters that do not leave the phrase. */
const WITHIN = '[\\p{Script=Han}0-9]';
const COUNT = '[一二两三四五六七八九十几半0-9]+';

/** Verb and object with something between them, and the word that says the same without it. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      `(?:带|看|照看|照顾|照料|哄)(?:(?:个|一个|俩)?${COUNT}个?(?:多?月|岁|周岁)(?:多|半)?大?的?|${COUNT}个|小)(?:孩子|小孩子?|宝宝|宝贝|娃娃?|婴儿)`,
      'gu',
    ),
    '带孩子',
  ],
  [
    new RegExp(
      `(?:伺候|侍候|照顾|照看|照料|看护|看着|陪护|护理)${WITHIN}{1,6}(?:老人|老太太|老爷子|老头|老奶奶|老爷爷)`,
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
