import type { Ctx, Stores } from '../context';
import { actorKey } from '../kernel/actor';
import { shanghaiDate } from '../kernel/clock';
import { conflict } from '../kernel/errors';
import { classifyPosting, type Lexicon } from '../search';
import type { JobRecord, JobWithBusiness } from './record';
import { type OpeningTerms, TRANSITIONS, type Transition } from './rules';

/** Today's Shanghai date by the context's clock. */
export function today(ctx: Pick<Ctx, 'clock'>): string {
  return shanghaiDate(ctx.clock.now());
}

/** Under which terms a posting of the context's station opens now. */
export function openingTerms(ctx: Pick<Ctx, 'clock' | 'station'>): OpeningTerms {
  return { today: today(ctx), areaClass: ctx.station.areaClass };
}

/** What of a draft its occupation is read from. */
export function textOf({ title, description = '' }: { title: string; description?: string | undefined }) {
  return { title, description };
}

/** The occupation a posting stands under: what was said if the lexicon knows it, else read from its text. */
export function occupationOf(
  said: string | undefined,
  text: { title: string; description: string },
  lexicon: Lexicon,
): string | null {
  if (said !== undefined && lexicon.occupations.has(said)) return said;
  return classifyPosting(text, lexicon);
}

/**
 * Writes a changed posting with everything that follows from it, in the caller's transaction: the row (only
 * if nobody was faster and its state allows the verb), its projections, the outbox and the audit line.
 * @throws DomainError `conflict/job_changed` when the row was changed by somebody else
 */
export async function writeChange(
  ctx: Pick<Ctx, 'actor'>,
  stores: Stores,
  verb: Transition,
  next: JobWithBusiness,
): Promise<void> {
  const written = await stores.jobs.update(next.job, TRANSITIONS[verb].from);
  if (!written) throw conflict('job_changed');
  await project(stores, [next]);
  await stores.audit.append([auditLine(actorKey(ctx.actor), verb, next.job)]);
}

/**
 * Brings board, words and outbox in line with postings just written. How their business stands is read again and held:
 * the caller may have read it before a verification or a block that has ended meanwhile.
 * @throws DomainError `conflict/business_blocked` when one of them would be public
 */
export async function project(stores: Stores, items: readonly JobWithBusiness[]): Promise<void> {
  const open = items.filter(({ job }) => job.status === 'open');
  const others = items.filter(({ job }) => job.status !== 'open').map(({ job }) => job.id);
  if (open.length > 0) await stores.projections.put(await asStanding(stores, open));
  if (others.length > 0) await stores.projections.remove(others);
  await stores.outbox.push(items.map(({ job }) => ({ stationId: job.stationId, entityId: job.id })));
}

async function asStanding(stores: Stores, items: readonly JobWithBusiness[]): Promise<JobWithBusiness[]> {
  const standing = await stores.businesses.holdStanding(items.map(({ business }) => business.id));
  if ([...standing.values()].some(({ blocked }) => blocked)) throw conflict('business_blocked');
  return items.map(({ job, business }) => ({ job, business: { ...business, ...standing.get(business.id) } }));
}

/** The audit line of a change to a posting. */
export function auditLine(actor: string, action: string, job: JobRecord) {
  return { stationId: job.stationId, actor, action: `job.${action}`, entity: 'job', entityId: job.id };
}
