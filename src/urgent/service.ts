import { GATE_FACTS, urgentGate } from '../conduct';
import type { Ctx, Stores } from '../context';
import { type JobWithBusiness, managedJob, managedJobOf } from '../jobs';
import { actorKey } from '../kernel/actor';
import { iso, isoOrNull } from '../kernel/clock';
import { conflict, type DomainError, ruleBroken } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { toBoardRow } from '../matching';
import type { UrgentFill } from './ports';
import { type NextHours, nextHours, nextWaveAt } from './rules';
import type { UrgentState } from './schema';
import { auditFill, lookAfter } from './waves';

/**
 * Starts to offer an open posting of today or tomorrow to people, and asks the first wave.
 * @throws DomainError `conflict/wrong_state` when it is not open, `conflict/job_full`, `conflict/urgent_running`,
 * `conflict/wage_case_open`, `conflict/called_off_late` when the business let people down lately,
 * `rule_broken` for one that has no exact place (`/place`) or whose hours are not near (`/schedule`)
 */
export async function startUrgent(ctx: Ctx, jobId: Id): Promise<UrgentState> {
  const fill = await ctx.tx(async (stores) => {
    await managedJob(ctx, stores, jobId);
    const hired = await stores.desk.countHired(ctx.station.id, jobId);
    // Read again behind the lock.
    const found = await managedJob(ctx, stores, jobId);
    const { next, obstacle } = readinessOf(ctx, found, hired);
    if (!next) throw obstacle;
    const behaviour = await employerObstacle(ctx, stores, found.business.id);
    if (behaviour) throw behaviour;
    const started: UrgentFill = {
      id: ctx.ids.next(),
      stationId: ctx.station.id,
      jobId,
      startedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
      startedAt: ctx.clock.now(),
      beginsAt: next.beginsAt,
      places: found.job.headcount - hired,
      wave: 0,
      endedAt: null,
      endedBecause: null,
    };
    if (!(await stores.urgent.insertFill(started))) throw conflict('urgent_running');
    await auditFill(stores, started, 'start', actorKey(ctx.actor));
    return started;
  });
  await lookAfter(ctx, fill);
  return urgentState(ctx, jobId);
}

/** How the urgent fill of a posting stands, for its business and staff. */
export async function urgentState(ctx: Ctx, jobId: Id): Promise<UrgentState> {
  const found = await managedJobOf(ctx, jobId);
  const station = ctx.station.id;
  const [fill, hired] = await Promise.all([
    ctx.stores.urgent.latestFill(station, jobId),
    ctx.stores.desk.hiredNow(station, jobId),
  ]);
  const offers = fill ? await ctx.stores.urgent.offersOf(station, { fillId: fill.id }) : [];
  const count = (answer: string | null) => offers.filter((offer) => offer.answer === answer).length;
  const running = fill !== null && fill.endedAt === null;
  const { obstacle: unready } = readinessOf(ctx, found, hired);
  const obstacle = unready ?? (await employerObstacle(ctx, ctx.stores, found.business.id));
  return {
    state: fill === null ? 'none' : running ? 'running' : 'ended',
    endedBecause: fill?.endedBecause ?? null,
    startedAt: isoOrNull(fill?.startedAt),
    beginsAt: isoOrNull(fill?.beginsAt),
    places: Math.max(0, found.job.headcount - hired),
    wave: fill?.wave ?? 0,
    asked: offers.length,
    accepted: count('accepted'),
    declined: count('declined'),
    waiting: count(null),
    nextWaveAt: running ? iso(Math.min(nextWaveAt(fill), fill.beginsAt)) : null,
    obstacle: running ? 'urgent_running' : obstacle && (obstacle.fields[0]?.code ?? obstacle.code),
  };
}

/** Nobody is asked to come at once to who does not pay, or has let people down lately. */
async function employerObstacle(ctx: Ctx, stores: Stores, businessId: Id): Promise<DomainError | null> {
  if (await stores.placements.hasOpenCase(ctx.station.id, businessId)) return conflict('wage_case_open');
  const times = await urgentGate(ctx, stores, businessId);
  return times >= GATE_FACTS ? conflict('called_off_late', { times }) : null;
}

/** The hours for which a posting can be filled urgently, or what is in the way. */
function readinessOf(
  ctx: Ctx,
  found: JobWithBusiness,
  hired: number,
): { next: NextHours; obstacle: null } | { next: null; obstacle: DomainError } {
  const not = (obstacle: DomainError) => ({ next: null, obstacle });
  if (found.job.status !== 'open') return not(conflict('wrong_state', { status: found.job.status }));
  if (hired >= found.job.headcount) return not(conflict('job_full'));
  const row = toBoardRow(found);
  if (!row) return not(ruleBroken([{ pointer: '/place', code: 'door_needed' }]));
  const next = nextHours(row.schedule, ctx.clock.now());
  return next ? { next, obstacle: null } : not(ruleBroken([{ pointer: '/schedule', code: 'not_urgent' }]));
}
