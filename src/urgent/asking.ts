import {
  type CandidateRecord,
  isShownToNobody,
  openPairs,
  type Purpose,
  placesAround,
  promisingIn,
} from '../candidates';
import type { Ctx } from '../context';
import type { Schedule } from '../kernel/schedule';
import { parseWeek } from '../kernel/week-syntax';
import { type BoardRow, bestFit, freePieces, KINDS, postingTerms, WaysTo } from '../matching';
import type { UrgentFill } from './ports';
import { nextHours, remaining } from './rules';

/** Their hours and home are used to find them, and they are spoken to: both must have been consented to. */
const PURPOSES: readonly Purpose[] = ['matching', 'contact'];
/** Only who has said when they are free is asked, however far within their circle. */
const WITHIN = {
  over: KINDS.map(() => -1),
  most: KINDS.map(({ hoursSaid }) => (hoursSaid ? 1 : -1)),
};
/** Homes opened at once. */
const BATCH = 32;

/**
 * Who is asked next: people who consented, are within their circle and free at all of the posting's hours, longest
 * wait first. That is who was never offered anything nor hired, oldest registration first, then who was longest ago.
 * Homes are opened only until there are enough.
 */
export async function nextToAsk(
  ctx: Ctx,
  posting: BoardRow,
  fill: UrgentFill,
  count: number,
): Promise<CandidateRecord[]> {
  const now = ctx.clock.now();
  const row = { ...posting, schedule: remaining(posting.schedule, now) };
  const next = nextHours(row.schedule, now);
  if (!next || isShownToNobody(ctx, row)) return [];
  const ways = await WaysTo.to(ctx, row);
  const terms = postingTerms(ctx, row);
  const [places, approached] = await Promise.all([
    placesAround(ctx, row),
    ctx.stores.urgent.approached(ctx.station.id, fill),
  ]);
  // Who chooses among shifts must be free at the one that is urgent.
  const urgent: Schedule = { ...row.schedule, kind: 'all', shifts: [next.shift] };
  const isFree = (free: string | null, minutes: number) => {
    if (free === null) return false;
    const pieces = freePieces(parseWeek(free));
    if (bestFit(row.schedule, pieces, minutes) < 1) return false;
    return row.schedule.kind !== 'atLeast' || bestFit(urgent, pieces, minutes) === 1;
  };
  const promising = (await promisingIn(ctx, terms, places, WITHIN, PURPOSES, ways)).filter(
    ({ person, minutes }) => !approached.has(person.id) && isFree(person.free, minutes),
  );
  const served = await ctx.stores.urgent.lastServed(
    ctx.station.id,
    promising.map(({ person }) => person.id),
  );
  const since = (id: string) => served.get(id) ?? Number.NEGATIVE_INFINITY;
  // Ids sort by registration.
  promising.sort((a, b) => {
    const [one, other] = [since(a.person.id), since(b.person.id)];
    return one === other ? (a.person.id < b.person.id ? -1 : 1) : one - other;
  });
  const chosen: CandidateRecord[] = [];
  for (let i = 0; i < promising.length && chosen.length < count; i += BATCH) {
    const batch = promising.slice(i, i + BATCH);
    const pairs = new Map(
      (await openPairs(ctx, batch, PURPOSES, ways)).map((pair) => [pair.person.id, pair] as const),
    );
    for (const { person } of batch) {
      const pair = pairs.get(person.id);
      if (pair?.item.failed !== 0 || pair.item.fit !== 1) continue;
      // Nobody can be told anything without a phone.
      if (pair.person.phoneSealed === null) continue;
      if (isFree(pair.person.free, pair.item.minutes)) chosen.push(pair.person);
    }
  }
  return chosen.slice(0, count);
}
