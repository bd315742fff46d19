import type { Point } from '../kernel/geo';
import { fenFromYuan } from '../kernel/money';
import type { Engagement, Mode } from '../kernel/vocabulary';
import type { Week } from '../kernel/week';
import { parseWeek } from '../kernel/week-syntax';
import { SPEED_METRES_PER_MINUTE } from '../places';
import type { Lexicon, Understood } from '../search';
import type { PersonTime } from './person-time';
import type { Wishes } from './wishes';

/** What somebody asks of a search in their own words; what they chose in the form goes before it. */
export interface Said {
  /** A place that they named to search around. */
  origin: Point | null;
  mode: Mode | null;
  /** When they are available, if that was said. */
  free: Week | null;
  time: PersonTime | null;
  wish: Wishes;
  /** Whether words that nothing was made of only order, because something else was understood. */
  wordsOrder: boolean;
  /** Word lists for the text engines, see `Understood.alternatives`. */
  alternatives: string[][];
  /** What the text of a posting is scored by. */
  scored: string[];
  /** Occupations that nobody named, but that the kind of workplace makes likely, with how likely, 0…1. */
  likely: readonly Likely[];
  /** Occupations asked for that the words mean only besides another (打扫卫生: at somebody's home). */
  besides: readonly string[];
}

/** An occupation with how likely it is meant, 0…1. */
export interface Likely {
  occupation: string;
  degree: number;
}

/** Near, when no figure is said: a quarter of an hour on foot, metres along streets. */
const NEAR_METRES = 1200;
/** Around a place that was named, metres along streets; a whole 街道 is larger. */
const AROUND_METRES = 1500;
const AROUND_WIDE_METRES = 3000;
/** 家门口, 楼下. */
const NEXT_DOOR_METRES = 500;
/** Able to walk there, or to go by bicycle: minutes, when no figure is said. */
const WITHIN_REACH_MINUTES = 15;
/** 三千左右 is said of less, too. */
const ABOUT = 0.9;
/** 工资高: this many times the hourly floor. */
const WELL_PAID = 1.5;
/** How much of a shift lies in a part of the day when people name it; hours by the clock hold it whole. */
const PART_OF_DAY = 0.6;
const CLOCK = /[\d一二两三四五六七八九十]\s*(?:点|时|:|：)|\d\s*[-~到至]\s*\d/u;

/** Turns what was understood into what a search takes. @param floorFen hourly floor in force */
export function saidOf(
  understood: Understood,
  mode: Mode | null,
  { floorFen, lexicon }: { floorFen: number; lexicon: Pick<Lexicon, 'places' | 'terms'> },
): Said {
  const { near, place, time } = understood;
  const by = mode ?? near?.mode ?? null;
  const atWorkplace = workplaceWords(understood);
  return {
    origin: place ? { lat: place.lat, lng: place.lng } : null,
    mode: near?.mode ?? null,
    free: time?.free === undefined ? null : parseWeek(time.free),
    time: personTimeOf(understood),
    wish: {
      ...wishOf(understood, floorFen),
      ...(atWorkplace ? { occupations: undefined, atWorkplace: true } : {}),
      nearMinutes: nearMinutesOf(understood, by ?? 'walk', lexicon),
    },
    wordsOrder: understood.occupations.length === 0 && understood.spans.some(({ kind }) => ORDERS.has(kind)),
    alternatives:
      atWorkplace?.map((word) => [word]) ?? understood.alternatives.filter(({ length }) => length > 0),
    scored: atWorkplace ?? understood.words,
    likely: atWorkplace ? likelyAt(understood, lexicon) : [],
    besides: meantBesides(understood),
  };
}

/** The occupations of the workplaces that were named, by the most likely of each. */
function likelyAt({ occupations, workplaces = [] }: Understood, { terms }: Pick<Lexicon, 'terms'>): Likely[] {
  const at = workplaces.flatMap((word) => terms.get(word)?.workplace ?? []);
  return occupations.map((occupation) => ({
    occupation,
    degree: Math.max(0, ...at.filter((one) => one.occupation === occupation).map(({ degree }) => degree)),
  }));
}

/** Of the meanings of a word the first is the likeliest; a meaning that comes first anywhere is none of the others. */
function meantBesides({ spans, occupations }: Understood): string[] {
  const first = new Set(
    spans.flatMap(({ kind, value }) => (kind === 'occupation' ? [value?.split(' ')[0]] : [])),
  );
  return first.size === 0 ? [] : occupations.filter((one) => !first.has(one));
}

/** What stands behind the name of a kind of workplace and is left out as often: 火锅店, 学校里. */
const WHERE = /(?:里面|那边|附近|里|上|边)$/u;
const KIND = /(?<=..)[店馆厂铺摊站院场]$/u;

/**
 * The kinds of workplace that were named, when no occupation was: any work there is asked for. Null for those whose names say
 * too little to look for (厂里): there the work that is usual is asked for.
 */
function workplaceWords({ workplaces, spans }: Understood): string[] | null {
  if (!workplaces?.length || spans.some(({ kind }) => kind === 'occupation')) return null;
  const named = workplaces.map((word) => word.replace(WHERE, ''));
  const words = new Set(
    named.flatMap((word) => [word, word.replace(KIND, '')]).filter(({ length }) => length > 1),
  );
  return words.size > 0 ? [...words] : null;
}

/** Spans that say something by which postings can be told apart. */
const ORDERS: ReadonlySet<string> = new Set<Understood['spans'][number]['kind']>([
  'settlement',
  'benefits',
  'engagement',
  'duration',
  'near',
  'place',
  'pay',
  'trait',
  'avoid',
  'time',
  'refused',
  'person',
]);

function wishOf(understood: Understood, floorFen: number): Wishes {
  const { settlement, benefits, occupations, refused, time } = understood;
  const traits = new Set(understood.traits);
  const avoid = new Set(understood.avoid);
  // Who says how old they are names no wish, but would rather not carry and not sit up at night.
  const isOlder = traits.delete('older');
  const isStudent = traits.delete('student');
  const notTraits = new Set(understood.notTraits);
  if (avoid.has('heavy') || isOlder) notTraits.add('heavy');
  const lacksCertificate = traits.delete('no_certificate');
  if (isStudent) traits.add('no_experience');
  return {
    settlements: settlement ? [settlement] : undefined,
    benefits: benefits?.length ? benefits : undefined,
    occupations: occupations.length > 0 ? occupations : undefined,
    notOccupations: refused?.length ? refused : undefined,
    engagements: engagementsOf(understood, isStudent),
    certificates: lacksCertificate ? [] : undefined,
    traits: traits.size > 0 ? [...traits] : undefined,
    notTraits: notTraits.size > 0 ? [...notTraits] : undefined,
    noNight: avoid.has('night') || isOlder ? true : undefined,
    workHours:
      time?.wish === undefined ? undefined : { week: parseWeek(time.wish), share: shareOf(understood) },
    dated: datedOf(understood),
    dayMinutesMax: understood.hoursADay === undefined ? undefined : understood.hoursADay * 60,
    daysMax: understood.daysAWeek,
    ...payOf(understood, floorFen),
  };
}

function engagementsOf({ engagement, duration }: Understood, isStudent: boolean): Engagement[] | undefined {
  if (engagement === 'full_time') return ['full_time'];
  if (engagement === 'task') return ['task'];
  if (engagement === 'part_time' || isStudent) return ['part_time', 'task'];
  // 长期 says nothing of how many hours, but is no single task.
  return duration === 'long' ? ['part_time', 'full_time'] : undefined;
}

function datedOf({ duration }: Understood): boolean | undefined {
  if (duration === 'day' || duration === 'days') return true;
  return duration === 'long' ? false : undefined;
}

function payOf({ pay }: Understood, floorFen: number): Pick<Wishes, 'payMinFen' | 'earns'> {
  if (!pay) return {};
  const least = pay.min ?? pay.max;
  if (least === undefined) return pay.high ? { payMinFen: Math.round(WELL_PAID * floorFen) } : {};
  const fen = Math.round(fenFromYuan(least) * (pay.about ? ABOUT : 1));
  if (pay.unit === 'day' || pay.unit === 'shift') return { earns: { fen, per: 'day' } };
  if (pay.unit === 'month') return { earns: { fen, per: 'month' } };
  return pay.unit === 'piece' ? {} : { payMinFen: fen };
}

/** Hours by the clock hold a shift whole; parts of the day and days of the week hold most of it. */
function shareOf({ spans, normal }: Understood): number {
  const isByClock = spans.some(
    ({ kind, start, end }) => kind === 'time' && CLOCK.test(normal.slice(start, end)),
  );
  return isByClock ? 1 : PART_OF_DAY;
}

function nearMinutesOf(
  { near, place }: Understood,
  mode: Mode,
  { places }: Pick<Lexicon, 'places'>,
): number | undefined {
  if (place && (!near || Object.keys(near).length === 0)) {
    const kind = places.find(({ name }) => name === place.name)?.kind;
    return (kind === 'street' ? AROUND_WIDE_METRES : AROUND_METRES) / SPEED_METRES_PER_MINUTE[mode];
  }
  if (!near) return undefined;
  const metres = near.metres ?? (near.nextDoor ? NEXT_DOOR_METRES : undefined);
  if (near.minutes !== undefined) return near.minutes;
  if (metres !== undefined) return metres / SPEED_METRES_PER_MINUTE[mode];
  return near.mode ? WITHIN_REACH_MINUTES : NEAR_METRES / SPEED_METRES_PER_MINUTE[mode];
}

/** Dates that are other, and where somebody has to be: at home, while a search does not know where their school is. */
function personTimeOf({ time }: Understood): PersonTime | null {
  if (time?.free === undefined) return null;
  const exceptions = (time.exceptions ?? []).filter((one) => !('season' in one));
  const anchors = (time.anchors ?? []).map(({ at, days, kind }) => ({ at, days, kind }));
  return exceptions.length + anchors.length === 0 ? null : { anchors, exceptions };
}
