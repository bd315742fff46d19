import type { Ctx } from '../context';
import type { Id } from '../kernel/ids';
import { expandSchedule } from '../kernel/schedule';
import type { AcceptedWork, PersonTime } from '../matching';

/** Work that a person was hired for through the station and has not finished. */
export async function acceptedWork(
  ctx: Ctx,
  of: { candidateId: Id } | { walkInId: Id },
): Promise<AcceptedWork[]> {
  const ids = await ctx.stores.candidates.acceptedJobs(ctx.station.id, of);
  const found = await ctx.stores.jobs.getMany(ctx.station.id, ids);
  return found.flatMap(({ job: { id, businessId, place, schedule } }) =>
    place && schedule ? [{ jobId: id, businessId, place, schedule: expandSchedule(schedule) }] : [],
  );
}

/** Anchors and exceptions, sealed: where somebody fetches a child from is as private as their home. */
export async function sealTime(ctx: Pick<Ctx, 'vault'>, time: PersonTime): Promise<Uint8Array | null> {
  if (time.anchors.length + time.exceptions.length === 0) return null;
  return ctx.vault.seal('person_time', JSON.stringify(time));
}

/** What {@link sealTime} sealed; null when there is nothing. */
export async function openTime(
  ctx: Pick<Ctx, 'vault'>,
  sealed: Uint8Array | null,
): Promise<PersonTime | null> {
  return sealed === null ? null : (JSON.parse(await ctx.vault.open('person_time', sealed)) as PersonTime);
}
