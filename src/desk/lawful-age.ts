import { type PersonId, requireOfAge } from '../candidates';
import type { Ctx, Stores } from '../context';
import type { JobWithBusiness } from '../jobs';

/**
 * Nobody is sent to, or hired for, work that is closed to their age; of a visitor no date of birth is taken down.
 * @throws DomainError `rule_broken/work_closed_by_age`
 */
export async function requireAge(
  ctx: Ctx,
  stores: Stores,
  of: PersonId,
  found: JobWithBusiness,
): Promise<void> {
  if (!('candidateId' in of)) return;
  const person = await stores.candidates.get(ctx.station.id, of.candidateId);
  requireOfAge(ctx, person?.birthDate ?? null, found);
}
