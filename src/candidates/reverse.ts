import type { Ctx } from '../context';
import { managedJobOf } from '../jobs';
import { conflict } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { FirstOf } from '../kernel/top';
import {
  type BoardRow,
  type Bounded,
  type Evaluation,
  evaluatePair,
  farthestShares,
  postingTerms,
  readQuery,
  toBoardRow,
  WaysTo,
} from '../matching';
import type { Travel } from '../places';
import { auditLooks } from './audit';
import { queriesOfCandidates } from './matches';
import type { CandidateRecord, Purpose } from './ports';
import { readPhone } from './privacy';
import { everyKind, type Place, type Promising, placesAround, promisingIn } from './reach';

/** A person who fits a posting, as its business and staff see them: no address, the phone masked. */
export interface FittingPerson {
  candidateId: Id;
  name: string;
  phone: string | null;
  minutes: number;
  /** Whether a router said so; what the person's own list says. */
  source: Travel['source'];
  fit: number | null;
  score: number;
}

/**
 * Who fits a posting now: people who consented to matching, by the score of the same pair seen from their side.
 * @returns `more`: whether others fit beside them; `degraded`: there is a router that did not answer for all of them
 * @throws DomainError `conflict/wrong_state` while the posting is not on the board
 */
export async function candidatesFor(
  ctx: Ctx,
  jobId: Id,
  limit: number,
): Promise<{ items: FittingPerson[]; more: boolean; degraded: boolean }> {
  const found = await managedJobOf(ctx, jobId);
  const row = toBoardRow(found);
  if (!row) throw conflict('wrong_state', { status: found.job.status });
  const { fitting, degraded } = await firstFitting(ctx, row, limit + 1);
  const items = await Promise.all(fitting.slice(0, limit).map((pair) => viewOf(ctx, pair)));
  await auditLooks(
    ctx,
    ctx.stores,
    'shown',
    items.map(({ candidateId }) => candidateId),
  );
  return { items, more: fitting.length > limit, degraded };
}

/** A person and the posting, held against each other exactly. */
export interface Pair {
  person: CandidateRecord;
  item: Evaluation;
}

/** The first people of a posting, and what it took to find them. */
export interface Fitting {
  fitting: Pair[];
  /** How many homes were decrypted. */
  opened: number;
  /** How many could fit by cell and hours. */
  looked: number;
  /** Of how many the way was asked for, or reckoned where nobody can be asked. */
  settled: number;
  /** Whether there is a router that did not answer for some mode. */
  degraded: boolean;
}

/**
 * Shares of their limit that a journey takes, in steps: who is nearest for their means is looked at first. As soon
 * as there are enough, the last of them says how far away anybody better can live, and that only gets nearer.
 */
const STEPS = [0.05, 0.2, 0.4, 1];
/** Homes opened at once. */
const BATCH = 64;
/** Ways asked for at once: those who are likely first come first, and leave fewer to ask for. */
const ASKED = 32;
const PURPOSES: readonly Purpose[] = ['matching'];

/**
 * The first people of the exact order by score, then id: it equals sorting everybody who fits. Homes are opened in
 * the order of the best score that their coarse cell allows, until that is less than what the last of the first has;
 * ways along streets are asked for only from homes that could still reach it. Should the router fail on the way, whoever goes by
 * that mode is looked at anew by the estimate.
 */
export async function firstFitting(ctx: Ctx, row: BoardRow, count: number): Promise<Fitting> {
  const nobody = { fitting: [], opened: 0, looked: 0, settled: 0, degraded: false };
  if (isShownToNobody(ctx, row)) return nobody;
  const ways = await WaysTo.to(ctx, row);
  const places = await placesAround(ctx, row);
  while (true) {
    const before = ways.unanswered;
    const found = await firstBy(ctx, row, count, places, ways);
    if (ways.unanswered === before) return { ...found, degraded: before > 0 };
  }
}

async function firstBy(
  ctx: Ctx,
  row: BoardRow,
  count: number,
  places: readonly Place[],
  ways: WaysTo,
): Promise<Omit<Fitting, 'degraded'>> {
  const first = new FirstOf<Pair>(count, byScore);
  const counted = { opened: 0, looked: 0, settled: 0 };
  const terms = postingTerms(ctx, row);
  const least = () => first.last?.item.score ?? 0;
  let over = everyKind(-1);
  for (const step of STEPS) {
    const farthest = first.last ? farthestShares(terms, least()) : everyKind(1);
    const most = farthest.map((share) => Math.min(share, step));
    if (most.every((share, kind) => share <= (over[kind] ?? -1))) break;
    const promising = await promisingIn(ctx, terms, places, { over, most }, PURPOSES, ways);
    promising.sort((a, b) => b.best - a.best || a.metres - b.metres);
    counted.looked += promising.length;
    for (let i = 0; i < promising.length; i += BATCH) {
      const batch = promising.slice(i, i + BATCH).filter(({ best }) => best >= least());
      if (batch.length === 0) break;
      counted.opened += batch.length;
      const opened = await openHomes(ctx, batch, PURPOSES, ways);
      opened.sort((a, b) => b.bounded.guess - a.bounded.guess);
      for (let k = 0; k < opened.length; k += ASKED) {
        const asked = opened.slice(k, k + ASKED).filter(({ bounded: { bound } }) => bound.score >= least());
        counted.settled += asked.length;
        for (const pair of await settled(asked, ways)) if (pair.item.failed === 0) first.add(pair);
      }
    }
    over = most.map((share, kind) => Math.max(share, over[kind] ?? -1));
  }
  return { fitting: first.sorted(), ...counted };
}

/** The exact evaluation of some people, whose homes are opened for it; whoever cannot fit is left out. */
export async function openPairs(
  ctx: Ctx,
  promising: readonly Promising[],
  purposes: readonly Purpose[],
  ways: WaysTo,
): Promise<Pair[]> {
  return settled(await openHomes(ctx, promising, purposes, ways), ways);
}

/** Somebody whose home is known, and the shortest ways from there. */
interface Opened {
  person: CandidateRecord;
  bounded: Bounded;
}

async function openHomes(
  ctx: Ctx,
  promising: readonly Promising[],
  purposes: readonly Purpose[],
  ways: WaysTo,
): Promise<Opened[]> {
  const ids = promising.map(({ person }) => person.id);
  const people = await ctx.stores.candidates.consenting(ctx.station.id, ids, purposes);
  const bounds = ways.bound(await queriesOfCandidates(ctx, people));
  return people.flatMap((person, i) => {
    const bounded = bounds[i];
    return bounded?.bound.failed === 0 ? [{ person, bounded }] : [];
  });
}

async function settled(opened: readonly Opened[], ways: WaysTo): Promise<Pair[]> {
  const items = await ways.settle(opened.map(({ bounded }) => bounded));
  return opened.flatMap(({ person }, i) => {
    const item = items[i];
    return item ? [{ person, item }] : [];
  });
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
    source: item.source,
    fit: item.fit,
    score: item.score,
  };
}
