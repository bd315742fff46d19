import type { Clock, EventKind, Part } from './tokens';

/**
 * Which half of the day a clock time is in. The rules, in order:
 * 1. A part of the day decides (early 7 is 07:00, afternoon 3 is 15:00, evening 12 is midnight, evening 2 the next day's
 *    02:00); so do hours from 13 on, hours with a leading zero, and 0.
 * 2. What happens then decides: children are taken to school before noon and fetched after it (or at noon); 3 to 7 is
 *    supper when somebody cooks or feeds; work begins from 5 to 12 and ends after noon.
 * 3. An end is the first such time after its start (from 8 to 5 is 08:00–17:00).
 * 4. A start from 1 to 5 is after noon, from 10 to 12 as said; from 6 to 9 it is before noon, and asked for.
 * 5. An end from 1 to 7 that stands alone is after noon, 12 is noon; from 8 to 11 it is in the evening, the widest, and
 *    asked for.
 */
export interface Settled {
  minutes: number;
  /** The words leave two halves of the day open; the wider one is taken. */
  ask: boolean;
}

const HALF_DAY = 720;
const DAY = 1440;

/** Bounds of the vague parts of the day, minutes; the contract fixes them (dawn: 0 to 6, both ends: early, evening). */
export const PART_BOUNDS: Readonly<Record<Part, readonly (readonly [number, number])[]>> = {
  dawn: [[0, 360]],
  early: [[360, 540]],
  forenoon: [[480, 720]],
  noon: [[660, 840]],
  afternoon: [[720, 1080]],
  dusk: [[1020, 1140]],
  evening: [[1080, 1320]],
  dark: [[1080, 1320]],
  night: [[1320, 1800]],
  day: [[480, 1080]],
  all: [[0, 1440]],
  halves: [
    [480, 720],
    [720, 1080],
  ],
  thrice: [
    [360, 540],
    [660, 840],
    [1080, 1320],
  ],
  ends: [
    [360, 540],
    [1080, 1320],
  ],
};

/** Minutes of the day when a part of the day or the notation decides; null when the half is open. */
export function direct({ hour, minute, bare, part }: Clock): number | null {
  const said = hour * 60 + minute;
  if (!bare || hour === 0) return said;
  if (part === null || PART_BOUNDS[part].length > 1 || part === 'all') return null;
  return inPart(part, hour, said);
}

function inPart(part: Part, hour: number, said: number): number {
  switch (part) {
    case 'dawn':
      return hour === 12 ? said - HALF_DAY : said;
    case 'early':
    case 'forenoon':
      return said;
    case 'noon':
      return hour < 10 ? said + HALF_DAY : said;
    case 'day':
      return hour < 6 ? said + HALF_DAY : said;
    case 'afternoon':
      return hour === 12 ? said : said + HALF_DAY;
    case 'night':
      return hour < 7 ? said : said + HALF_DAY;
    default:
      return hour === 12 || hour >= 5 ? said + HALF_DAY : said + DAY;
  }
}

/** The first time with this reading of the clock that is after `start`. */
export function firstAfter(clock: Clock, start: number): number {
  const known = direct(clock);
  const step = known === null ? HALF_DAY : DAY;
  let at = known ?? (clock.hour % 12) * 60 + clock.minute;
  while (at <= start) at += step;
  return at;
}

/** What is done at that time decides the half of the day, where it can; null otherwise. */
function byEvent({ hour, minute }: Clock, event: EventKind | null): number | null {
  const said = hour * 60 + minute;
  const late = said % DAY < HALF_DAY ? said + HALF_DAY : said;
  switch (event) {
    case 'send':
      return hour >= 5 ? said : late;
    case 'fetch':
      return hour >= 11 ? said : late;
    case 'cook':
    case 'feed':
      return hour >= 3 && hour <= 7 ? late : said;
    case 'work':
      return hour >= 5 ? said : late;
    case 'off':
      return hour === 12 ? said : late;
    case 'bus':
    case 'clinic':
    case 'other':
      return hour <= 5 ? late : null;
    default:
      return null;
  }
}

/** The half of the day of a time that begins something. @param after minutes, what was said before ended or began then */
export function settleStart(clock: Clock, event: EventKind | null, after: number | null): Settled {
  const known = direct(clock);
  if (known !== null) return { minutes: known % DAY, ask: false };
  const meant = byEvent(clock, event);
  // 十一点半下班: at noon or before midnight.
  if (meant !== null) return { minutes: meant, ask: event === 'off' && clock.hour === 11 };
  const said = clock.hour * 60 + clock.minute;
  if (clock.hour === 12) return { minutes: said, ask: false };
  if (clock.hour <= 5 && !clock.digital) return { minutes: said + HALF_DAY, ask: false };
  if (after !== null && after >= said && after < said + HALF_DAY)
    return { minutes: said + HALF_DAY, ask: false };
  return { minutes: said, ask: clock.hour < 10 && !clock.digital && !(after !== null && after < said) };
}

/** The half of the day of a time that ends something. @param after minutes, the start, when it was said */
export function settleEnd(clock: Clock, event: EventKind | null, after: number | null): Settled {
  const known = direct(clock);
  if (known !== null) return { minutes: after !== null && known <= after ? known + DAY : known, ask: false };
  if (after !== null) return { minutes: firstAfter(clock, after), ask: false };
  const meant = byEvent(clock, event);
  if (meant !== null) return { minutes: meant, ask: false };
  const said = clock.hour * 60 + clock.minute;
  if (clock.hour === 12 || clock.digital) return { minutes: said, ask: false };
  return { minutes: said + HALF_DAY, ask: clock.hour >= 8 };
}

/** Both ends of a range such as from 8 to 5, or from 1 to 5 in the afternoon. The end may run past midnight. */
export function settleRange(
  from: Clock,
  to: Clock,
  event: EventKind | null,
): { start: Settled; end: Settled } {
  const known = direct(from);
  const until = direct(to);
  const said = from.hour * 60 + from.minute;
  let start: Settled;
  if (known !== null) start = { minutes: known, ask: false };
  else if (from.hour === 12)
    start = { minutes: until !== null && until < 600 && to.part !== 'afternoon' ? 0 : said, ask: false };
  else if (until !== null) {
    const late = said + HALF_DAY;
    // Until the small hours: who begins at 5 or later begins in the evening.
    const small = until % DAY < 360 && from.hour >= 5;
    start = { minutes: small || (from.hour <= 5 && late < until) ? late : said, ask: false };
  } else if (from.hour <= 4) {
    // 4:30-8:30 is of the afternoon or of the early morning.
    const either = from.digital && from.hour >= 3 && to.hour >= 7 && to.hour < 12;
    start = { minutes: said + HALF_DAY, ask: either && event === null };
  } else {
    const evening = !from.digital && from.hour <= 6 && to.hour > from.hour && to.hour <= 11;
    // 7点到10点: of the morning or the evening.
    const short =
      !from.digital &&
      from.hour >= 7 &&
      from.hour <= 8 &&
      to.hour > from.hour &&
      to.hour * 60 + to.minute <= 600;
    start = { minutes: said, ask: (evening || short) && event === null };
  }
  const digitalDay = to.digital && to.bare && start.minutes < HALF_DAY * 1.5;
  const end =
    until !== null && !(to.digital && until <= start.minutes && digitalDay)
      ? { minutes: until <= start.minutes ? until + DAY : until, ask: false }
      : { minutes: endAfter(to, start.minutes), ask: false };
  if (start.minutes >= DAY) {
    start = { ...start, minutes: start.minutes - DAY };
    end.minutes -= DAY;
    if (end.minutes <= start.minutes) end.minutes += DAY;
  }
  return { start, end };
}

/** 20:00-8:00 in figures runs over midnight; 8:30-5:30 ends in the afternoon. */
function endAfter(to: Clock, start: number): number {
  const first = firstAfter(to, start);
  const said = to.hour * 60 + to.minute;
  return to.digital && first - start > HALF_DAY && said + DAY > start ? said + DAY : first;
}
