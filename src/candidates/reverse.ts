import { cellToLatLng } from 'h3-js';
import type { Ctx } from '../context';
import { managedJobOf } from '../jobs';
import { conflict } from '../kernel/errors';
import { haversineMetres } from '../kernel/geo';
import type { Id } from '../kernel/ids';
import { type BoardRow, type Evaluation, evaluatePair, toBoardRow } from '../matching';
import { radiusMetres } from '../places';
import { queryOfCandidate } from './matches';
import type { CandidateRecord } from './ports';
import { CELL_REACH_METRES, readPhone } from './privacy';

/** A person who fits a posting, as its business and staff see them: no address, the phone masked. */
export interface FittingPerson {
  candidateId: Id;
  name: string;
  phone: string | null;
  minutes: number;
  fit: number | null;
  score: number;
}

/**
 * Who fits a posting now: people who consented to matching, by the score of the same pair seen from their side.
 * Only homes whose coarse cell may be near enough are opened.
 * @throws DomainError `conflict/wrong_state` while the posting is not on the board
 */
export async function candidatesFor(ctx: Ctx, jobId: Id, limit: number): Promise<FittingPerson[]> {
  const found = await managedJobOf(ctx, jobId);
  const row = toBoardRow(found);
  if (!row) throw conflict('wrong_state', { status: found.job.status });
  const people = await ctx.stores.candidates.consenting(ctx.station.id);
  const near = people.filter((person) => mayReach(person, row));
  const evaluated = await Promise.all(near.map((person) => evaluatedFor(ctx, person, row)));
  const fitting = evaluated
    .filter(({ item }) => item.failed === 0)
    .sort((a, b) => b.item.score - a.item.score || (a.person.id < b.person.id ? -1 : 1))
    .slice(0, limit);
  return Promise.all(fitting.map(({ person, item }) => viewOf(ctx, person, item)));
}

/** Whether any home of the person's cell could be within their limit; people without a home start at the station. */
export function mayReach(person: CandidateRecord, row: BoardRow): boolean {
  if (person.homeCell === null) return true;
  const [lat, lng] = cellToLatLng(person.homeCell);
  const reach = radiusMetres(person.minutes, person.mode) + CELL_REACH_METRES;
  return haversineMetres(lat, lng, row.lat, row.lng) <= reach;
}

async function evaluatedFor(ctx: Ctx, person: CandidateRecord, row: BoardRow) {
  return { person, item: evaluatePair(ctx, await queryOfCandidate(ctx, person), row) };
}

async function viewOf(ctx: Ctx, person: CandidateRecord, item: Evaluation): Promise<FittingPerson> {
  return {
    candidateId: person.id,
    name: person.name,
    phone: await readPhone(ctx.vault, person.phoneSealed, false),
    minutes: Math.round(item.minutes * 10) / 10,
    fit: item.fit,
    score: item.score,
  };
}
