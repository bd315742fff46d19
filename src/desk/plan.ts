import type { Ctx } from '../context';
import type { JobWithBusiness } from '../jobs';
import { requireStaff } from '../kernel/access';
import type { Id } from '../kernel/ids';
import { type Evaluation, type Match, reasonsOf, type SeekerQuery, shiftsAsked } from '../matching';
import { type Assignment, assign, assignWith, shiftsOf, type Waiting, worthwhile } from './assignment';
import { candidatesOfPlan, type Planned, type PlanOption } from './plan-options';
import type { QueuedWalkIn } from './plan-ports';
import { startOfToday } from './service';

/** Most visitors that one plan is made for: more than any desk sees in a day. */
const MOST_WAITING = 200;
/** States of a referral after which somebody may be sent elsewhere. */
const ENDED = new Set(['declined', 'no_show', 'finished', 'revisited']);

/** Why somebody does not get the posting that suits them best. */
export interface Displaced {
  /** Their own best posting. */
  found: JobWithBusiness;
  /** Who takes that place, or who would go without one; null when nobody in particular. */
  for: { walkInId: Id; name: string | null } | null;
  /**
   * What would be worse if they had it: fewer shifts filled, by `shifts`; somebody who waits longer, `waitedMinutes`,
   * would go without; or all together would fit less well, by `score`, a sum of scores.
   */
  because: 'fewer_shifts' | 'waits_longer' | 'worse_together';
  shifts?: number;
  waitedMinutes?: number;
  score?: number;
}

/** One person and where they go. */
export interface PlannedPlace {
  walkInId: Id;
  name: string | null;
  /** ms */
  since: number;
  query: SeekerQuery;
  match: Match;
  /** Shifts of the posting that they fill. */
  shifts: number;
  /** Null for whoever goes where it suits them best. */
  displaced: Displaced | null;
}

/** Somebody who waits and has no place in the plan. */
export interface UnplannedWalkIn {
  walkInId: Id;
  name: string | null;
  /** ms */
  since: number;
  /** no_consent: to being matched; sent: there is a referral that is still open; no_match: nothing open suits; taken: see {@link Displaced}. */
  why:
    | { code: 'no_consent' }
    | { code: 'no_match' }
    | { code: 'sent'; found: JobWithBusiness | null }
    | { code: 'taken'; displaced: Displaced };
}

/** 现场派工: everybody who waits today and where they best go. */
export interface DeskPlan {
  /** Shifts that get somebody. */
  filled: number;
  /** Shifts of all free places that at least one of those waiting could come to. */
  of: number;
  assignments: PlannedPlace[];
  unassigned: UnplannedWalkIn[];
  /** Whether there is a router that did not answer in time: then all journeys are estimated. */
  degraded: boolean;
}

/**
 * One assignment of everybody who waits today to the open postings: most shifts filled first, then the longest wait,
 * then the scores. Pairs are let through and scored as a search would; a pair that was referred before is left out,
 * and whoever has an open referral is not sent twice.
 */
export async function planOf(ctx: Ctx): Promise<DeskPlan> {
  requireStaff(ctx);
  const { id: station } = ctx.station;
  const since = startOfToday(ctx);
  const queue = await ctx.stores.desk.waitingWalkIns(station, since, MOST_WAITING);
  const sent = await ctx.stores.desk.sentJobs(
    station,
    queue.map(({ record }) => record.id),
  );
  const open = new Map(
    sent.filter(({ state }) => !ENDED.has(state)).map((line) => [line.walkInId, line.jobId]),
  );
  const going = queue.filter(({ record, consented }) => consented && !open.has(record.id));
  const pairs = new Set(sent.map(({ walkInId, jobId }) => `${walkInId} ${jobId}`));
  const { people, free, reachable, degraded } = await candidatesOfPlan(ctx, going, since, pairs);

  const waiting: Waiting = {
    free,
    options: people.map(({ options }) => worthwhile(options, people.length)),
  };
  const assignment = assign(waiting);
  const displaced = displacedBy(people, waiting, assignment);
  const found = await postingsOf(ctx, assignment, displaced, [...open.values()]);
  const view = (i: number) => viewOf(displaced[i] ?? null, people, found, ctx.clock.now());

  const assignments = people.flatMap((person, i) => {
    const option = (assignment[i] ?? null) as PlanOption | null;
    const posting = option && found.get(option.item.row.id);
    if (!option || !posting) return [];
    const match = matchOf(option.item, person, posting);
    return [
      { ...whoIs(person.visit), query: person.query, match, shifts: option.shifts, displaced: view(i) },
    ];
  });
  const placed = new Set(assignments.map(({ walkInId }) => walkInId));
  const positions = new Map(people.map(({ visit }, i) => [visit.record.id, i]));
  return {
    filled: shiftsOf(assignment),
    of: reachable.reduce((sum, { row, places }) => sum + places * shiftsAsked(row.schedule), 0),
    assignments,
    unassigned: queue
      .filter(({ record }) => !placed.has(record.id))
      .map((visit) => {
        const i = positions.get(visit.record.id);
        const taken = i === undefined ? null : view(i);
        return { ...whoIs(visit), why: whyOf(visit, taken, open, found) };
      }),
    degraded,
  };
}

const whoIs = ({ record }: QueuedWalkIn) => ({
  walkInId: record.id,
  name: record.name,
  since: record.createdAt,
});

function whyOf(
  { record, consented }: QueuedWalkIn,
  displaced: Displaced | null,
  open: ReadonlyMap<Id, Id>,
  found: ReadonlyMap<Id, JobWithBusiness>,
): UnplannedWalkIn['why'] {
  const jobId = open.get(record.id);
  if (jobId !== undefined) return { code: 'sent', found: found.get(jobId) ?? null };
  if (!consented) return { code: 'no_consent' };
  return displaced === null ? { code: 'no_match' } : { code: 'taken', displaced };
}

function matchOf(item: Evaluation, { availability }: Planned, found: JobWithBusiness): Match {
  return { found, item, ...reasonsOf(item, availability) };
}

/** What an assignment costs somebody, by positions of people. */
interface Move {
  best: PlanOption;
  for: number | null;
  because: Displaced['because'];
  figure: number;
}

/**
 * For everybody who does not get what suits them best: the assignment is made again with them there, and what is worse
 * then is the reason.
 */
function displacedBy(people: readonly Planned[], waiting: Waiting, assignment: Assignment): (Move | null)[] {
  return people.map(({ best }, person) => {
    const given = (assignment[person] ?? null) as PlanOption | null;
    if (best === null || (given !== null && isAsGood(given.item, best.item))) return null;
    const other = assignWith(waiting, person, best);
    const takes = assignment.findIndex((option, i) => option?.job === best.job && other[i]?.job !== best.job);
    const holder = takes < 0 ? null : takes;
    const fewer = shiftsOf(assignment) - shiftsOf(other);
    if (fewer > 0) return { best, for: holder, because: 'fewer_shifts', figure: fewer };
    const loser = assignment.findIndex((option, i) => (option === null) !== (other[i] === null));
    if (loser >= 0) return { best, for: loser, because: 'waits_longer', figure: 0 };
    return { best, for: holder, because: 'worse_together', figure: scoreOf(assignment) - scoreOf(other) };
  });
}

const isAsGood = (given: Evaluation, best: Evaluation) =>
  given.group === best.group && given.score >= best.score;
const scoreOf = (assignment: Assignment) =>
  assignment.reduce((sum, option) => sum + ((option as PlanOption | null)?.item.score ?? 0), 0);

/** The postings that the plan speaks of. */
async function postingsOf(
  ctx: Ctx,
  assignment: Assignment,
  displaced: readonly (Move | null)[],
  more: readonly Id[],
): Promise<Map<Id, JobWithBusiness>> {
  const ids = [
    ...assignment.flatMap((option) => (option === null ? [] : [(option as PlanOption).item.row.id])),
    ...displaced.flatMap((move) => (move === null ? [] : [move.best.item.row.id])),
    ...more,
  ];
  const found = await ctx.stores.jobs.getMany(ctx.station.id, [...new Set(ids)]);
  return new Map(found.map((entry) => [entry.job.id, entry]));
}

function viewOf(
  move: Move | null,
  people: readonly Planned[],
  postings: ReadonlyMap<Id, JobWithBusiness>,
  now: number,
): Displaced | null {
  const found = move && postings.get(move.best.item.row.id);
  if (!move || !found) return null;
  const visit = move.for === null ? undefined : people[move.for]?.visit;
  const { because, figure } = move;
  return {
    found,
    for: visit ? { walkInId: visit.record.id, name: visit.record.name } : null,
    because,
    ...(because === 'fewer_shifts' ? { shifts: figure } : {}),
    ...(because === 'waits_longer' && visit
      ? { waitedMinutes: Math.floor((now - visit.record.createdAt) / 60_000) }
      : {}),
    ...(because === 'worse_together' ? { score: Math.max(0, figure) } : {}),
  };
}
