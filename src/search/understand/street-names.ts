import type { Span } from '../spans';

/** What makes a name of what stands before it, when nothing but a place can follow. */
const STREET =
  /^(?:街|路|大道|胡同|巷)(?=$|[\s,。;!?、0-9]|附近|旁边|边上|上|口|东|西|南|北|中段|那|这|有|的|头|对面|跟前|周围|一带)/u;
/** 扫马路, 马路 are no names. */
const LONGEST_NAME = 4;

/** Words that are the first part of the name of a street (保安街附近): offsets of the whole name. */
export function streetNames(text: string, read: readonly Span[]): { start: number; end: number }[] {
  return read.flatMap(({ start, end, term }) => {
    if (term.occupations.length === 0 || end - start > LONGEST_NAME) return [];
    const street = STREET.exec(text.slice(end))?.[0];
    return street && !/[扫跑修铺走上]$/u.test(term.word) ? [{ start, end: end + street.length }] : [];
  });
}
