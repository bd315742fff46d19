import type { Ctx } from '../context';
import { managedJobOf } from '../jobs';
import { conflict } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { FirstOf } from '../kernel/top';
import {
  type BoardRow,
  type Evaluation,
  evaluatePair,
  farthestShares,
  postingTerms,
  readQuery,
  toBoardRow,
} from '../matching';
import { auditLooks } from './audit';
import { queryOfCandidate } from './matches';
import type { CandidateRecord, Purpose } from './ports';
import { readPhone } from './privacy';
import { everyKind, type Promising, placesAround, promisingIn } from './reach';

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
 * @returns `more`: whether others fit beside them
 * @throws DomainError `conflict/wrong_state` while the posting is not on the board
 */
export async function candidatesFor(
  ctx: Ctx,
  jobId: Id,
  limit: number,
): Promise<{ items: FittingPerson[]; more: boolean }> {
  const found = await managedJobOf(ctx, jobId);
  const row = toBoardRow(found);
  if (!row) throw conflict('wrong_state', { status: found.job.status });
  const { fitting } = await firstFitting(ctx, row, limit + 1);
  const items = await Promise.all(fitting.slice(0, limit).map((pair) => viewOf(ctx, pair)));
  await auditLooks(
    ctx,
    ctx.stores,
    'shown',
    items.map(({ candidateId }) => candidateId),
  );
  return { items, more: fitting.length > limit };
}

/** A person and the posting, held against each other exactly. */
export interface Pair {
  person: CandidateRecord;
  item: Evaluation;
}

/**
 * Shares of their limit that a journey takes, in steps: who is nearest for their means is looked at first. As soon
 * as there are enough, the last of them says how far away anybody better can live, and that only gets nearer.
 */
const STEPS = [0.05, 0.2, 0.4, 1];
/** Homes opened at once. */
const BATCH = 64;
const PURPOSES: readonly Purpose[] = ['matching'];

/**
 * The first people of the exact order by score, then id: it equals sorting everybody who fits. Homes are opened in
 * the order of the best score that their coarse cell allows, until that is less than what the last of the first has.
 * @returns `opened`: how many homes were decrypted; `looked`: how many could fit by cell and hours
 */
export async function firstFitting(
  ctx: Ctx,
  row: BoardRow,
  count: number,
): Promise<{ fitting: Pair[]; opened: number; looked: number }> {
  const first = new FirstOf<Pair>(count, byScore);
  const counted = { opened: 0, looked: 0 };
  if (isShownToNobody(ctx, row)) return { fitting: [], ...counted };
  const terms = postingTerms(ctx, row);
  const places = await placesAround(ctx, terms);
  const least = () => first.last?.item.score ?? 0;
  let over = everyKind(-1);
  for (const step of STEPS) {
    const farthest = first.last ? farthestShares(terms, least()) : everyKind(1);
    const most = farthest.map((share) => Math.min(share, step));
    if (most.every((share, kind) => share <= (over[kind] ?? -1))) break;
    const promising = await promisingIn(ctx, terms, places, { over, most }, PURPOSES);
    promising.sort((a, b) => b.best - a.best);
    counted.looked += promising.length;
    for (let i = 0; i < promising.length; i += BATCH) {
      const batch = promising.slice(i, i + BATCH).filter(({ best }) => best >= least());
      if (batch.length === 0) break;
      counted.opened += batch.length;
      for (const pair of await openPairs(ctx, row, batch, PURPOSES)) {
        if (pair.item.failed === 0) first.add(pair);
      }
    }
    over = most.map((share, kind) => Math.max(share, over[kind] ?? -1));
  }
  return { fitting: first.sorted(), ...counted };
}

/** The exact evaluation of some people, whose homes are opened for it. */
export async function openPairs(
  ctx: Ctx,
  row: BoardRow,
  promising: readonly Promising[],
  purposes: readonly Purpose[],
): Promise<Pair[]> {
  const ids = promising.map(({ person }) => person.id);
  const people = await ctx.stores.candidates.consenting(ctx.station.id, ids, purposes);
  return Promise.all(
    people.map(async (person) => ({
      person,
      item: evaluatePair(ctx, await queryOfCandidate(ctx, person), row),
    })),
  );
}

/** Whether the posting is kept off every list, whoever asks: then nobody's home need be opened. */
export function isShownToNobody(ctx: Ctx, row: BoardRow): boolean {
  const atTheDoor = { ...readQuery(ctx, {}), origin: { lat: row.lat, lng: row.lng } };
  return evaluatePair(ctx, atTheDoor, row).failed !== 0;
}

function byScore(a: Pair, b: Pair): number {
  return b.item.score - a.item.score || (a.person.id < b.person.id ? -1 : 1);
}

async function viewOf(ctx: Ctx, { person, item }: Pair): Promise<FittingPerson> {
  return {
    candidateId: person.id,
    name: person.name,
    phone: await readPhone(ctx.vault, person.phoneSealed, false),
    minutes: Math.round(item.minutes * 10) / 10,
    fit: item.fit,
    score: item.score,
  };
}
