import { isRefused, metBy } from './conditions';
import type { GoldenPosting, Wants } from './golden';

export type Grade = 0 | 1 | 2 | 3;

/** With no occupation named, hours met for at least this part are a near answer. */
const NEARLY = 0.5;

/**
 * How good an answer a posting is, by rule:
 *
 * - 0 whatever else, if it has anything that was refused.
 * - An occupation asked for (occupations2): 3 with every condition met, else 2.
 * - None was asked for (`*`): 3 with every condition met; 2 if only the hours are not met whole, but by half; 1 if
 *   of several conditions at least half are met.
 * - What the work also is, besides its first occupation, is worth one less than that: 2.
 * - An occupation that would do (occupations1): at least 1.
 * - Else 0.
 */
export function gradeOf(posting: GoldenPosting, wants: Wants): Grade {
  const { occupations2, occupations1, constraints = {} } = wants;
  if (isRefused(posting, constraints)) return 0;
  const met = metBy(posting, constraints);
  const any = occupations2[0] === '*';
  const { occupations } = posting.label;
  const [main = ''] = occupations;
  if (any || occupations.some((one) => occupations2.includes(one))) {
    if (met.every((share) => share === 1)) return any || occupations2.includes(main) ? 3 : 2;
    if (!any || met.every((share) => share >= NEARLY)) return 2;
    if (met.length > 1 && met.filter((share) => share === 1).length >= met.length / 2) return 1;
  }
  return occupations.some((one) => occupations1.includes(one)) ? 1 : 0;
}
