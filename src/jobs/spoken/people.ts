import { numberOf } from './number-words';
import { ALONE, COUNTED, EACH, ONE, REPLACED, SEXES, SOME_PEOPLE, WANTED } from './people-words';

const MOST = 999;

/**
 * How many people are wanted; `unclear` for about so many, null when no number is said.
 * @param text normal form with {@link WORK_SIGN} in place of every name of work, and without sums and hours
 */
export function headcountIn(text: string): number | 'unclear' | null {
  if (SOME_PEOPLE.test(text)) return 'unclear';
  const bySex = [...text.matchAll(SEXES)].map(({ groups }) => numberOf(groups?.low ?? groups?.first ?? ''));
  const isEach = EACH.test(text);
  if (bySex.length > 0) return counted(bySex.reduce((sum, one) => sum + one, 0) * (isEach ? 2 : 1));
  const said = [...text.matchAll(WANTED), ...text.matchAll(COUNTED), ...text.matchAll(ALONE)].filter(
    ({ groups }) => groups?.unit !== undefined || !/^\d/.test(groups?.low ?? ''),
  );
  const first = said[0]?.groups;
  if (first?.high !== undefined) return 'unclear';
  if (first) return counted(numberOf(first.low ?? ''));
  return ONE.test(text) || REPLACED.test(text) ? 1 : null;
}

const counted = (count: number) => (count >= 1 && count <= MOST ? count : null);
