import type { Ctx } from '../context';
import { requireStaff } from '../kernel/access';
import type { Id } from '../kernel/ids';
import { normalisePhone } from '../kernel/phone';
import type { Mode } from '../kernel/vocabulary';
import { phoneIndexes, readPhone } from './privacy';

/** A person in a list: the phone always masked, no home. The whole profile is read one by one, and logged. */
export interface CandidateLine {
  id: Id;
  name: string;
  phone: string | null;
  mode: Mode;
  minutes: number;
  free: string | null;
  occupations: string[];
}

/**
 * The station's people, newest first, for staff.
 * @param query contains: part of the name, or a whole phone number; before: only those made before this one
 * @throws DomainError `unauthenticated`, `forbidden`
 */
export async function listCandidates(
  ctx: Ctx,
  query: { contains?: string | undefined; before?: Id | undefined; limit: number },
): Promise<CandidateLine[]> {
  requireStaff(ctx);
  const phone = query.contains === undefined ? null : normalisePhone(query.contains);
  const { candidates } = ctx.stores;
  const list =
    phone === null
      ? await candidates.list(ctx.station.id, query)
      : await candidates.byPhone(ctx.station.id, await phoneIndexes(ctx.vault, ctx.station.id, phone));
  return Promise.all(
    list.map(async ({ id, name, mode, minutes, free, occupations, phoneSealed }) => ({
      id,
      name,
      phone: await readPhone(ctx.vault, phoneSealed, false),
      mode,
      minutes,
      free,
      occupations,
    })),
  );
}
