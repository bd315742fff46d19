import type { Ctx } from '../context';
import type { Id } from '../kernel/ids';
import { expandSchedule } from '../kernel/schedule';
import type { AcceptedWork, PersonTime } from '../matching';

/** Work that people were hired for through the station and have not finished; nothing for whoever has none. */
export async function acceptedWork(
  ctx: Ctx,
  of: { candidateIds: readonly Id[] } | { walkInIds: readonly Id[] },
): Promise<Map<Id, AcceptedWork[]>> {
  const work = new Map<Id, AcceptedWork[]>();
  const accepted = await ctx.stores.candidates.acceptedJobs(ctx.station.id, of);
  if (accepted.length === 0) return work;
  const ids = [...new Set(accepted.map(({ jobId }) => jobId))];
  const found = await ctx.stores.jobs.getMany(ctx.station.id, ids);
  const jobs = new Map(found.map(({ job }) => [job.id, job]));
  for (const { personId, jobId } of accepted) {
    const { businessId, place, schedule } = jobs.get(jobId) ?? {};
    if (!businessId || !place || !schedule) continue;
    const own = { jobId, businessId, place, schedule: expandSchedule(schedule) };
    work.set(personId, [...(work.get(personId) ?? []), own]);
  }
  return work;
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
