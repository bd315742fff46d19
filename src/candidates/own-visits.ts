import type { Ctx, Stores } from '../context';
import type { WalkInRecord } from '../desk';
import type { CandidateRecord } from './ports';
import { phoneIndexes, readPhone } from './privacy';

/**
 * Visits at the desk that are of the person with this profile, newest first: under the phone that they sign in with,
 * for that one they have shown to be theirs, without a name or with the same. Of a profile that the desk keeps, under the
 * phone that stands in it. Families share phones: what somebody else said stays somebody else's.
 */
export async function visitsOf(
  ctx: Pick<Ctx, 'station' | 'vault'>,
  stores: Stores,
  record: CandidateRecord,
): Promise<WalkInRecord[]> {
  const station = ctx.station.id;
  const sealed =
    record.userId === null ? record.phoneSealed : await stores.businesses.phoneOfUser(station, record.userId);
  const phone = await readPhone(ctx.vault, sealed, true);
  if (phone === null) return [];
  const visits = await stores.rights.visitsOf(station, await phoneIndexes(ctx.vault, station, phone));
  return visits.filter(({ name }) => name === null || name === record.name);
}
