import type { Ctx } from '../context';
import { haversineMetres, type Point } from '../kernel/geo';
import { MODES } from '../kernel/vocabulary';
import { parseWeek } from '../kernel/week-syntax';
import { bestScore, freePieces, KINDS, type PostingTerms, type WaysTo } from '../matching';
import { TOLERANCE_MINUTES } from '../places';
import { leastMetres } from './cells';
import type { Purpose, Reach, RoughPerson } from './ports';

/** No profile has a longer limit of travel, minutes. */
const LONGEST_LIMIT = 120;

/** Where homes can be: a coarse cell, or the station for those whose home is not known. */
export interface Place {
  cell: string | null;
  /** Crow-fly metres to the posting that no home there is below. */
  metres: number;
}

/** A person who may fit, and the most that the pair can score. */
export interface Promising {
  person: RoughPerson;
  /** Crow-fly metres that no home they can have is below. */
  metres: number;
  /** Their journey takes no fewer minutes one way. */
  minutes: number;
  best: number;
}

/** Where anybody of the station lives, with the least distance to a posting. */
export async function placesAround(ctx: Ctx, row: Point): Promise<Place[]> {
  const cells = await ctx.stores.candidates.homeCells(ctx.station.id);
  const { station } = ctx;
  return [
    { cell: null, metres: haversineMetres(station.lat, station.lng, row.lat, row.lng) },
    ...cells.map((cell) => ({ cell, metres: leastMetres(cell, row) })),
  ];
}

/**
 * How much of their limit the journey of those looked for takes, for each of `KINDS`: more than `over`, at most
 * `most` (0…1; below 0 nobody).
 */
export interface Shares {
  over: readonly number[];
  most: readonly number[];
}

/** The same share for people of every kind. */
export const everyKind = (share: number): number[] => KINDS.map(() => share);

/**
 * Everybody who consented and whose journey may take such a share of their limit, as far as their cell tells; with
 * the best score they can reach. Nothing is decrypted.
 */
export async function promisingIn(
  ctx: Ctx,
  terms: PostingTerms,
  places: readonly Place[],
  shares: Shares,
  purposes: readonly Purpose[],
  ways: Pick<WaysTo, 'leastMinutes'>,
): Promise<Promising[]> {
  const { row } = terms;
  const reaches = places.flatMap((place, at) => reachesOf(place, at, shares, ways));
  if (reaches.length === 0) return [];
  const people = await ctx.stores.candidates.inReach(ctx.station.id, {
    reaches,
    occupation: row.occupation,
    neededHours: row.schedule.neededMinutes / 60,
    purposes,
  });
  const weeks = new Map<string, ReturnType<typeof freePieces>>();
  const piecesOf = (free: string) => {
    const known = weeks.get(free) ?? freePieces(parseWeek(free));
    weeks.set(free, known);
    return known;
  };
  return people.flatMap((person) => {
    const metres = places[person.place]?.metres ?? 0;
    const minutes = ways.leastMinutes(metres, person.mode);
    const pieces = person.free === null ? null : person.otherTimes ? 'any' : piecesOf(person.free);
    const best = bestScore(terms, { minutes, limit: person.minutes, pieces, skilled: person.skilled });
    return best >= 0 ? [{ person, metres, minutes, best }] : [];
  });
}

/** The limits of travel, whole minutes, with which people of a place belong to the shares; none that nobody has. */
function reachesOf(
  place: Place,
  at: number,
  { over, most }: Shares,
  ways: Pick<WaysTo, 'leastMinutes'>,
): Reach[] {
  return MODES.flatMap((mode) => {
    const minutes = ways.leastMinutes(place.metres, mode);
    const from = most.map((share) => leastLimit(minutes, share));
    const to = over.map((share) => leastLimit(minutes, share));
    const some = from.some((limit, kind) => limit <= LONGEST_LIMIT && limit < (to[kind] ?? 0));
    return some ? [{ place: at, cell: place.cell, mode, from, to }] : [];
  });
}

/** The shortest limit, whole minutes, of which a journey takes at most this share; over the longest for none. */
function leastLimit(minutes: number, share: number): number {
  if (share < 0) return LONGEST_LIMIT + 1;
  if (minutes <= 2 * TOLERANCE_MINUTES) return 0;
  if (share === 0) return LONGEST_LIMIT + 1;
  return Math.min(LONGEST_LIMIT + 1, Math.ceil((minutes - 2 * TOLERANCE_MINUTES) / share));
}
