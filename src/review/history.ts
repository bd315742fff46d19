import { childrenCheckedUntil } from '../businesses';
import type { Ctx } from '../context';
import { requireStaff } from '../kernel/access';
import { isoOrNull, shanghaiDate } from '../kernel/clock';
import { notFound } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import type { EmployerLabel } from './schema';

/**
 * What staff see beside a posting of who gives it: until when verified, cases of wages, facts, reports, decisions.
 * One query for all of them.
 * @returns by business; those that the station does not know are left out
 * @throws DomainError `unauthenticated`, `forbidden` for all but staff
 */
export async function employerLabels(ctx: Ctx, ids: readonly Id[]): Promise<Map<Id, EmployerLabel>> {
  requireStaff(ctx);
  const now = ctx.clock.now();
  const today = shanghaiDate(now);
  const histories = await ctx.stores.review.historyOf(ctx.station.id, [...new Set(ids)], now);
  return new Map(
    histories.map(({ verifiedUntil, childrenCheckedOn, ...history }) => [
      history.id,
      {
        ...history,
        verified: verifiedUntil > now,
        ...childrenOf(childrenCheckedOn, today),
        verifiedUntil: isoOrNull(verifiedUntil || null),
      },
    ]),
  );
}

function childrenOf(checkedOn: string | null, today: string) {
  const until = childrenCheckedUntil(checkedOn);
  return { childrenChecked: until !== null && until >= today, childrenCheckedUntil: until };
}

/**
 * The label of one business, for staff.
 * @throws DomainError as {@link employerLabels}, `not_found/business_not_found`
 */
export async function employerLabel(ctx: Ctx, id: Id): Promise<EmployerLabel> {
  const label = (await employerLabels(ctx, [id])).get(id);
  if (!label) throw notFound('business');
  return label;
}
