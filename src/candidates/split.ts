import { cellToLatLng } from 'h3-js';
import type { Ctx } from '../context';
import { type JobWithBusiness, managedJobOf } from '../jobs';
import { conflict } from '../kernel/errors';
import { haversineMetres } from '../kernel/geo';
import type { Id } from '../kernel/ids';
import {
  type BoardRow,
  type Evaluation,
  employerMinutes,
  GATE,
  isFeasible,
  PART_TIME_MINUTES,
  type Search,
  type SeekerQuery,
  toBoardRow,
  WaysTo,
} from '../matching';
import { type Travel, withinLimit } from '../places';
import { queriesOfCandidates } from './matches';
import type { CandidateRecord } from './ports';
import { CELL_REACH_METRES } from './privacy';
import { type Split, splitHours, type Taker } from './splitting';

/** The shortest part, minutes, unless said otherwise: less is not worth the way. */
export const LEAST_PART_MINUTES = 120;

/** What a posting's hours could be cut into. */
export interface SplitAnswer {
  /** How many people nearby could come to all that the posting asks for as it stands. */
  before: number;
  /** The best split, if more could take a part of it. */
  options: Split[];
  /** Whether the ways of those people are known along streets, or estimated: also when a router did not answer for all. */
  source: Travel['source'];
}

/** Keeps off whoever is kept off by the hours alone. */
const HOURS = GATE.time | GATE.hours | GATE.employer;

/**
 * Whether a posting of which every shift is needed would find people if its hours were cut. People are those who
 * consented to matching, live near enough and have said when they are free; they are counted, never named.
 * @param least shortest part, minutes
 * @throws DomainError `conflict/wrong_state` while the posting is not on the board
 */
export async function splitOf(ctx: Ctx, jobId: Id, least = LEAST_PART_MINUTES): Promise<SplitAnswer> {
  const found = await managedJobOf(ctx, jobId);
  const row = toBoardRow(found);
  if (!row) throw conflict('wrong_state', { status: found.job.status });
  return answerFor(ctx, found, row, least);
}

/** The split to offer to those who keep a posting: only when nobody could come to all of it; null for none. */
export async function splitToOffer(ctx: Ctx, found: JobWithBusiness): Promise<Split | null> {
  const row = toBoardRow(found);
  if (row?.schedule.kind !== 'all') return null;
  const { before, options } = await answerFor(ctx, found, row, LEAST_PART_MINUTES);
  return before === 0 ? (options[0] ?? null) : null;
}

async function answerFor(
  ctx: Ctx,
  { job }: JobWithBusiness,
  row: BoardRow,
  least: number,
): Promise<SplitAnswer> {
  const people = await ctx.stores.candidates.allConsenting(ctx.station.id);
  const ways = await WaysTo.to(ctx, row);
  const near = people.filter((person) => mayReach(person, row, ways));
  const queries = await queriesOfCandidates(ctx, near);
  const bounds = ways.bound(queries).map((bounded, i) => ({ bounded, query: queries[i] as SeekerQuery }));
  const open = bounds.filter(({ bounded: { search, bound }, query }) => {
    return query.free !== null && search.availability !== null && (bound.failed & ~HOURS) === 0;
  });
  const items = await ways.settle(open.map(({ bounded }) => bounded));
  const held = open.flatMap(({ bounded, query }, i) => {
    const item = items[i];
    return (item && heldAgainst(query, bounded.search, item)) ?? [];
  });
  const before = held.filter(({ isWhole }) => isWhole).length;
  const source: Travel['source'] = ctx.streets !== null && ways.unanswered === 0 ? 'street' : 'estimate';
  if (row.schedule.kind !== 'all' || !job.schedule) return { before, options: [], source };
  const split = splitHours(
    job.schedule.rules,
    held.map(({ canTake }) => canTake),
    least,
  );
  return { before, options: split.people > before ? [split] : [], source };
}

/** What one person could take of a posting; null when more than the hours keeps them off. */
function heldAgainst(
  query: SeekerQuery,
  { availability, employers }: Search,
  { row, failed, fit, journeys }: Evaluation,
): { isWhole: boolean; canTake: Taker } | null {
  if (availability === null || (failed & ~HOURS) !== 0) return null;
  const most = (query.filters.hoursMax ?? Number.POSITIVE_INFINITY) * 60;
  const isLawful = (minutes: number) =>
    employerMinutes({ ...row, schedule: { ...row.schedule, neededMinutes: minutes } }, employers) <=
    PART_TIME_MINUTES;
  return {
    isWhole: failed === 0 && fit === 1,
    canTake(shift) {
      const minutes = shift.end - shift.start;
      return minutes <= most && isLawful(minutes) && isFeasible(shift, availability, journeys);
    },
  };
}

/** Whether any home of the person's cell could be within their limit; people without a home start at the station. */
function mayReach(person: CandidateRecord, row: BoardRow, ways: WaysTo): boolean {
  if (person.homeCell === null) return true;
  const [lat, lng] = cellToLatLng(person.homeCell);
  const metres = Math.max(0, haversineMetres(lat, lng, row.lat, row.lng) - CELL_REACH_METRES);
  return withinLimit(ways.leastMinutes(metres, person.mode), person.minutes);
}
