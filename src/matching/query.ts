import type { Ctx } from '../context';
import { shanghaiDate } from '../kernel/clock';
import type { Point } from '../kernel/geo';
import { fenFromYuan } from '../kernel/money';
import type { Benefit, Engagement, Mode, Settlement } from '../kernel/vocabulary';
import type { Week } from '../kernel/week';
import { parseWeek } from '../kernel/week-syntax';
import { originOf } from '../places';
import { type Lexicon, type Understood, understand } from '../search';
import { floorFen } from '../trust';
import type { Filters } from './filters';
import type { AcceptedWork, PersonTime } from './person-time';
import type { Sort } from './rank';
import { type Likely, saidOf } from './said';
import { NO_CERTIFICATE, type SearchParams } from './schema';
import type { Wishes } from './wishes';

/** What one person asks of the station: the parameters read, defaults filled in. */
export interface SeekerQuery {
  origin: Point;
  mode: Mode;
  minutes: number;
  free: Week | null;
  /** Where the person has to be and which dates are other, when known. */
  time: PersonTime | null;
  /** Work that they do already. */
  work: readonly AcceptedWork[];
  /** Epoch day of birth, when known. */
  birthDay: number | null;
  filters: Filters;
  /** Read out of free text; undefined when there was none. */
  understood: Understood | null;
  /** Occupations and the like that the person wishes, from free text or a profile. */
  wish: Wishes;
  /** Word lists for the text engines; a posting that matches any of them matches. Empty without words. */
  alternatives: string[][];
  /** What the text of a posting is scored by. */
  scored: string[];
  /** Occupations that nobody named but that are likely meant. */
  likely: readonly Likely[];
  /** Occupations asked for that the words mean only besides another. */
  besides: readonly string[];
  /** Whether the words only order, see `Search.wordsOrder`. */
  wordsOrder: boolean;
  skills: readonly string[] | null;
  /** Certificates that they are known to hold: others that a posting asks for are named. */
  held: readonly string[];
  sort: Sort;
  /** 只按距离和时间排, see `plainWeights`. */
  plain: boolean;
}

/** Default limit of travel: 15分钟就业圈. */
export const DEFAULT_MINUTES = 15;

/**
 * Reads the parameters of a search. What was chosen goes before what was said.
 * @param said about: whether the words are about work, as in a search, or about the person, as at the desk; at: when they
 * were said (ms), now by default
 * @throws DomainError `rule_broken` for a point abroad or half a point, `hours_max` of nothing
 */
export function readQuery(
  ctx: Pick<Ctx, 'station' | 'lexicon' | 'clock'>,
  params: SearchParams,
  { about = 'posting', at }: { about?: 'posting' | 'person'; at?: number } = {},
): SeekerQuery {
  const today = shanghaiDate(ctx.clock.now());
  const saidOn = at === undefined ? today : shanghaiDate(at);
  const understood = params.q?.trim()
    ? understand(params.q, ctx.lexicon, { today: saidOn, about, asWritten: params.as_written === '1' })
    : null;
  const said =
    understood &&
    saidOf(understood, params.mode ?? null, {
      floorFen: floorFen(today, ctx.station.areaClass),
      lexicon: ctx.lexicon,
    });
  const chosen = originOf(ctx.station, params);
  return {
    origin: params.lat === undefined ? (said?.origin ?? chosen) : chosen,
    mode: params.mode ?? said?.mode ?? 'walk',
    minutes: params.minutes ?? DEFAULT_MINUTES,
    free: params.free === undefined ? (said?.free ?? null) : parseWeek(params.free),
    time: params.free === undefined ? (said?.time ?? null) : null,
    work: [],
    birthDay: null,
    filters: filtersOf(params),
    understood,
    wish: said?.wish ?? {},
    alternatives: said?.alternatives ?? [],
    scored: said?.scored ?? [],
    likely: said?.likely ?? [],
    besides: said?.besides ?? [],
    wordsOrder: said?.wordsOrder ?? false,
    skills: null,
    held: params.certificates === undefined ? [] : certificatesOf(params.certificates),
    sort: params.sort ?? 'best',
    plain: params.plain === '1',
  };
}

function filtersOf(params: SearchParams): Filters {
  const list = <T>(text: string | undefined) => text?.split(',').map((part) => part.trim() as T);
  return {
    hoursMax: params.hours_max,
    payMinFen: params.pay_min === undefined ? undefined : fenFromYuan(params.pay_min),
    settlements: list<Settlement>(params.settlement),
    benefits: list<Benefit>(params.benefits),
    occupations: list<string>(params.occupation),
    certificates: params.certificates === undefined ? undefined : certificatesOf(params.certificates),
    engagements: list<Engagement>(params.engagement),
  };
}

/** `none` says that somebody holds no certificate at all. */
function certificatesOf(text: string): string[] {
  return text.split(',').flatMap((part) => (part.trim() === NO_CERTIFICATE ? [] : [part.trim()]));
}

/**
 * Occupations near the asked ones with the highest degree of any of them.
 * @param likely occupations that nobody named but that may be as good
 */
export function relatedTo(
  occupations: readonly string[],
  lexicon: Lexicon,
  likely: readonly Likely[] = [],
): Map<string, number> {
  const related = new Map(likely.map(({ occupation, degree }) => [occupation, degree]));
  for (const occupation of occupations) {
    for (const near of lexicon.related.get(occupation) ?? []) {
      related.set(near.occupation, Math.max(near.degree, related.get(near.occupation) ?? 0));
    }
  }
  return related;
}
