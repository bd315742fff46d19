import { dateOfEpochDay, epochDay } from '../kernel/clock';
import {
  ALWAYS,
  DAY_MINUTES,
  type Interval,
  intersect,
  normaliseWeek,
  subtract,
  union,
  type Week,
} from '../kernel/week';
import { formatClock, formatDays } from '../kernel/week-syntax';
import { joinDoings } from './doings';
import type { Piece } from './piece';
import { type Stretch, stretchesOf } from './ranges';
import { isUntold, together } from './refine';
import { scan } from './scan';
import type { Reading, Statement } from './statement';
import { readStatements } from './statements';
import { fold, type Season } from './tokens';
import { weekText } from './week-text';

/** Dates or seasons on which other hours hold; `free` in week syntax, '' when not free at all. */
export type TimeException =
  | { date: string; free: string }
  | { from: string; to: string; free: string }
  | { season: Season; free: string };

/** Somebody has to be somewhere: `leave`, free from then on; `be_at`, there by then. `at` is `HH:MM`. */
export interface TimeAnchor {
  at: string;
  days: string;
  kind: 'leave' | 'be_at';
  place?: 'school' | 'bus_stop' | 'clinic';
}

/** What was not said or is ambiguous. */
export const QUESTIONS = [
  'days',
  'start',
  'end',
  'am_pm',
  'alternation',
  'season_dates',
  'dates',
  'when',
  'rest',
] as const;
export type QuestionCode = (typeof QUESTIONS)[number];

/** What a text says about time. */
export interface TimeReading {
  /** Weekly hours in the syntax of kernel/week-syntax, canonical; null when nothing is said of the week. */
  free: string | null;
  /** About the hours of the work itself rather than about when a person can. */
  wish: boolean;
  exceptions: TimeException[];
  anchors: TimeAnchor[];
  questions: { about: QuestionCode }[];
  /** What of the text was read as time: UTF-16 offsets, in order, without overlap. */
  spans: { start: number; end: number }[];
}

/** Longest text that is read; the rest is left unread. */
const LONGEST = 2000;
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const SCHOOL_DAYS = [0, 1, 2, 3, 4];

/**
 * Reads what somebody says about time.
 * @param normal the text, in any spelling of figures and marks; spans point into it
 * @param options.today date in Asia/Shanghai, `YYYY-MM-DD`, for words such as tomorrow; null leaves them open
 * @param options.about `posting`: hours without a word of being free are a wish about the work
 */
export function readTime(
  normal: string,
  options: { today: string | null; about: 'posting' | 'person' },
): TimeReading {
  const text = fold(normal.slice(0, LONGEST));
  const day = options.today === null ? Number.NaN : epochDay(options.today);
  const tokens = scan(text, Number.isNaN(day) ? null : day);
  if (!tokens.some(({ kind }) => TIMELY.has(kind))) return nothing();
  const reading = readStatements(joinDoings(tokens, text, options.about), text, options.about);
  return compose(reading, options.about);
}

const nothing = (): TimeReading => ({
  free: null,
  wish: false,
  exceptions: [],
  anchors: [],
  questions: [],
  spans: [],
});

/** Without any of these nothing is said of time, whatever words of relation there are. */
const TIMELY: ReadonlySet<string> = new Set([
  'clock',
  'number',
  'part',
  'days',
  'day_count',
  'cycle',
  'season',
  'event',
  'dates',
  'free',
  'busy',
]);

interface Sum {
  free: Week;
  said: boolean;
  busy: Week;
  excepted: Week;
  restricted: boolean;
  everything: boolean;
  /** Some stretch was said to run past midnight. */
  overnight: boolean;
  anchors: TimeAnchor[];
  exceptions: { statement: Statement; stretches: Stretch[] }[];
  questions: Set<QuestionCode>;
}

function compose(reading: Reading, about: 'posting' | 'person'): TimeReading {
  const sum: Sum = {
    free: [],
    said: false,
    busy: [],
    excepted: [],
    restricted: false,
    everything: false,
    overnight: false,
    anchors: [],
    exceptions: [],
    questions: new Set(reading.questions as QuestionCode[]),
  };
  for (const statement of together(reading.statements)) add(statement, sum, about);
  let week: Week | null = null;
  if (sum.said) week = subtract(sum.free, union(sum.busy, sum.excepted));
  else if (sum.restricted || (sum.everything && !sum.questions.has('when')))
    week = subtract(ALWAYS, union(sum.busy, sum.excepted));
  // What is excepted was never among the days said: then the others were meant, too.
  if (sum.everything) sum.questions.delete('days');
  if (sum.said && sum.excepted.length > 0 && intersect(sum.free, sum.excepted).length === 0)
    sum.questions.add('days');
  const free = week && week.length > 0 ? weekText(week, sum.overnight) : null;
  const exceptions = sum.exceptions.flatMap((one) => exceptionsOf(one, week, sum.questions));
  if (free === null && exceptions.length === 0 && sum.questions.size === 0) return nothing();
  return {
    free,
    wish: about === 'posting' && !reading.availability && (free !== null || exceptions.length > 0),
    exceptions,
    anchors: sum.anchors.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    questions: QUESTIONS.filter((code) => sum.questions.has(code)).map((code) => ({ about: code })),
    spans: joinSpans(reading.spans),
  };
}

function add(statement: Statement, sum: Sum, about: 'posting' | 'person'): void {
  const { pieces, polarity, dates } = statement;
  // Weekdays in the vague sense (平时) count once something is said of them.
  const named = statement.days.filter(({ weak, days: set }) => !weak || (polarity !== 0 && set.length < 7));
  const days = [...new Set((named.length > 0 ? named : statement.days).flatMap((set) => set.days))].sort();
  addExcepted(statement, days, sum);
  if (statement.everything && polarity >= 0) sum.everything = true;
  if (statement.alternation) sum.questions.add('alternation');
  const school = pieces.some((piece) => piece.school);
  if (statement.resting && polarity === 0 && pieces.length === 0) {
    // A day of rest is no day for work when other hours are said; alone it may be the day that is free.
    if (sum.said) sum.busy = union(sum.busy, weekOf(days, [[0, DAY_MINUTES]]));
    else sum.questions.add('rest');
    return;
  }
  const strong = named.length > 0 || pieces.length > 0 || (statement.alternation && polarity >= 0);
  if (dates.length > 0) {
    for (const piece of pieces) for (const code of piece.questions) sum.questions.add(code as QuestionCode);
    sum.exceptions.push({ statement, stretches: stretchesOf(pieces.filter((piece) => !piece.taken)) });
    return;
  }
  const on = named.length > 0 ? days : school ? SCHOOL_DAYS : days.length > 0 ? days : EVERY_DAY;
  // A duty (八点得送孩子, 四点接娃) beside hours that were said already makes no new free time.
  const begun = pieces.filter((piece) => piece.begun || (piece.type === 'until' && piece.duties.length > 0));
  if (sum.said && polarity === 0 && begun.length === pieces.length && begun.length > 0) {
    for (const duty of begun.flatMap(({ duties }) => duties)) sum.anchors.push(anchorOf(duty, on));
    return;
  }
  const asked = askedOf(pieces);
  for (const code of asked) sum.questions.add(code);
  for (const piece of pieces) {
    for (const duty of piece.duties) sum.anchors.push(anchorOf(duty, on));
  }
  if (!strong) {
    if (polarity > 0 && statement.days.length > 0) sum.everything = true;
    if (polarity < 0 && statement.days.length > 0) sum.questions.add('when');
    return;
  }
  const taken = pieces.filter((piece) => piece.taken);
  if (taken.length > 0) {
    sum.busy = union(sum.busy, weekOf(on, stretchesOf(taken)));
    sum.restricted = true;
    if (named.length === 0 && taken.some((piece) => piece.work)) sum.questions.add('days');
    if (taken.length === pieces.length) return;
  }
  const rest = pieces.filter((piece) => !piece.taken);
  if (polarity < 0 && rest.length > 0 && rest.every(isUntold)) {
    // 接完孩子就没空了: until then they are free, and when that is is asked.
    sum.questions.delete('start');
    sum.questions.add('end');
    sum.free = union(sum.free, weekOf(on, [[0, DAY_MINUTES]]));
    sum.said = true;
    return;
  }
  const stretches = rest.length > 0 ? stretchesOf(rest) : [[0, DAY_MINUTES] as const];
  const week = statement.through
    ? throughWeek(on[0] ?? 0, stretches[0]?.[0] ?? 0, statement.through)
    : weekOf(on, stretches);
  if (polarity < 0) {
    sum.busy = union(sum.busy, week);
    sum.restricted = true;
    if (statement.work && rest.length === 0) sum.questions.add('start').add('end');
    else if (statement.work && days.length === 0) sum.questions.add('days');
    else if (rest.length > 0 && named.length > 0 && named.length < 7) sum.questions.add('days');
    return;
  }
  if (
    pieces.some((piece) => piece.work && !piece.questions.includes('end')) &&
    days.length === 0 &&
    about === 'person' &&
    pieces.length > 1
  )
    sum.questions.add('days');
  sum.overnight ||= stretches.some(([, b]) => b > DAY_MINUTES);
  sum.free = union(sum.free, week);
  sum.said = true;
}

/** Of a school run each end is asked for only when no piece says it. */
function askedOf(pieces: readonly Piece[]): QuestionCode[] {
  const codes = new Set(pieces.flatMap(({ questions }) => questions as QuestionCode[]));
  const begun = pieces.some(
    ({ type, questions }) =>
      (type === 'from' || type === 'range' || type === 'part') && !questions.includes('start'),
  );
  const ended = pieces.some(
    ({ type, questions }) => (type === 'until' || type === 'range') && !questions.includes('end'),
  );
  if (begun && pieces.length > 1) codes.delete('start');
  if (ended && pieces.length > 1) codes.delete('end');
  return [...codes];
}

function addExcepted(statement: Statement, days: readonly number[], sum: Sum): void {
  const { exceptDays, exceptPieces, exceptDates } = statement;
  if (exceptDays.length > 0) {
    const stretches = exceptPieces.length > 0 ? stretchesOf(exceptPieces) : [[0, DAY_MINUTES] as const];
    sum.excepted = union(sum.excepted, weekOf(exceptDays, stretches));
    sum.restricted = true;
  } else if (exceptPieces.length > 0) {
    sum.excepted = union(sum.excepted, weekOf(days.length > 0 ? days : EVERY_DAY, stretchesOf(exceptPieces)));
    sum.restricted = true;
  }
  if (exceptDates.length > 0) {
    sum.exceptions.push({
      statement: { ...statement, dates: exceptDates, polarity: -1, pieces: [] },
      stretches: [],
    });
  }
}

function weekOf(days: readonly number[], stretches: readonly Stretch[]): Week {
  return normaliseWeek(
    days.flatMap((day) =>
      stretches.map(
        ([a, b]): Interval => [day * DAY_MINUTES + a, day * DAY_MINUTES + Math.min(b, a + DAY_MINUTES)],
      ),
    ),
  );
}

/** From a minute of one day until one of another, without a pause. */
function throughWeek(day: number, at: number, { day: last, until }: { day: number; until: number }): Week {
  const start = day * DAY_MINUTES + at;
  const end = last * DAY_MINUTES + until;
  return normaliseWeek([[start, end > start ? end : end + 7 * DAY_MINUTES]]);
}

const PLACES = { send: 'school', fetch: 'school', bus: 'bus_stop', clinic: 'clinic' } as const;

function anchorOf({ minutes, kind, event }: Piece['duties'][number], days: readonly number[]): TimeAnchor {
  const place = event in PLACES ? PLACES[event as keyof typeof PLACES] : null;
  return {
    at: formatClock(minutes % DAY_MINUTES),
    days: formatDays(days),
    kind,
    ...(place ? { place } : {}),
  };
}

function exceptionsOf(
  { statement, stretches }: Sum['exceptions'][number],
  week: Week | null,
  questions: Set<QuestionCode>,
): TimeException[] {
  const { polarity, pieces } = statement;
  const said = weekOf(EVERY_DAY, stretches);
  return statement.dates.flatMap((when): TimeException[] => {
    const timed = pieces.length > 0;
    if ('season' in when) {
      if (when.labour && polarity === 0 && !timed) return [];
      questions.add('season_dates');
    } else if (when.weak && polarity === 0 && !timed) return [];
    let free = ALWAYS;
    if (polarity < 0) free = timed ? subtract(week ?? ALWAYS, said) : [];
    else if (timed) free = said;
    const text =
      free.length > 0
        ? weekText(
            free,
            stretches.some(([, b]) => b > DAY_MINUTES),
          )
        : '';
    if ('season' in when) return [{ season: when.season, free: text }];
    if (when.from === null || when.to === null) {
      questions.add('dates');
      return [];
    }
    const [from, to] = [dateOfEpochDay(when.from), dateOfEpochDay(when.to)];
    return [from === to ? { date: from, free: text } : { from, to, free: text }];
  });
}

function joinSpans(spans: Reading['spans']): TimeReading['spans'] {
  const out: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((x, y) => x.start - y.start || x.end - y.end)) {
    const last = out.at(-1);
    if (end <= start) continue;
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}
