import type { Ctx } from '../context';
import type { JobWithBusiness } from '../jobs';
import { epochDay } from '../kernel/clock';
import { ruleBroken } from '../kernel/errors';
import { firstWorkDay, isOfAge, toBoardRow } from '../matching';
import { ADULT_AGE, ageOnDay } from '../trust';

/**
 * Nobody is introduced to work that is closed to their age on the day it begins: nobody under 16 (禁止使用童工规定
 * art. 2–3), nobody under 18 to bars, nights, heights and the like (未成年人保护法 art. 61). Of whom no date of birth is
 * known nothing can be said here; the desk asks.
 * @param birthDate `YYYY-MM-DD`; null when not known
 * @throws DomainError `rule_broken/work_closed_by_age`
 */
export function requireOfAge(
  ctx: Pick<Ctx, 'clock'>,
  birthDate: string | null,
  found: JobWithBusiness,
): void {
  const row = birthDate === null ? null : toBoardRow(found);
  if (birthDate === null || row === null) return;
  const now = ctx.clock.now();
  const born = epochDay(birthDate);
  if (isOfAge(row, born, now)) return;
  const age = ageOnDay(born, firstWorkDay(row.schedule, now));
  throw ruleBroken([
    { pointer: '/jobId', code: 'work_closed_by_age', values: { age, minor: age < ADULT_AGE ? 1 : 0 } },
  ]);
}
