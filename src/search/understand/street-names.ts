import type { Span } from '../spans';

/** What makes a name of what stands before it, when nothing but a place can follow. */
const STREET =
  /^(?:街|路|大道|胡同|巷)(?=$|[\s,。;!?、0-9]|附近|旁边|边上|上|口|东|西|南|北|中段|那|这|有|的|头|对面|跟前|周围|一带)/u;
/** 扫马路, 马路 are no names. */
const LONGEST_NAME = 4;

/** A street that the gazetteer does not know: 塔南路饭店, 人民路上的. */
const NAMED =
  /(?<=^|[\s,。;、在去从到])(?!扫|跑|修|铺|走|上|问|逛|开|找|不|没|大马|小马)\p{Script=Han}{2,3}(?:路|大道|大街)(?:上|边上?|口)?/gu;

/** Names of streets, those of which a word is the first part (保安街附近) among them: offsets of the whole names. */
export function streetNames(text: string, read: readonly Span[]): { start: number; end: number }[] {
  const named = [...text.matchAll(NAMED)].flatMap(({ index, 0: name }) => {
    const [start, end] = [index, index + name.length];
    return read.some((one) => one.start < end && start < one.end) ? [] : [{ start, end }];
  });
  return [...named, ...beginningAsWork(text, read)].sort((a, b) => a.start - b.start);
}

function beginningAsWork(text: string, read: readonly Span[]): { start: number; end: number }[] {
  return read.flatMap(({ start, end, term }) => {
    if (term.occupations.length === 0 || end - start > LONGEST_NAME) return [];
    const street = STREET.exec(text.slice(end))?.[0];
    return street && !/[扫跑修铺走上]$/u.test(term.word) ? [{ start, end: end + street.length }] : [];
  });
}
