import { DAY_MINUTES, intersect, union, type Week } from '../kernel/week';
import { formatClock, formatDays } from '../kernel/week-syntax';
import type { Dated } from './exceptions';
import { isUntold, type Piece } from './piece';
import { type Stretch, stretchesOf } from './ranges';
import type { QuestionCode, TimeAnchor } from './reading';
import { hasTime, type Statement } from './statement';
import { EVERY_DAY, SCHOOL_DAYS, throughWeek, weekOf } from './weeks';

/** When schools begin and end where nobody says it, minutes of the day. */
const SCHOOL_BEGINS = 8 * 60;
const SCHOOL_ENDS = 16 * 60;

/** What the statements of a text come to. */
export interface Sum {
  free: Week;
  said: boolean;
  busy: Week;
  /** Free until a time that was not said; counts when nothing else is said. */
  untold: Week;
  /** Taken by work of which the days were not said, and days that were said to be free. */
  work: Week;
  freeDays: Set<number>;
  excepted: Week;
  restricted: boolean;
  /** Only of some days it was said that they are taken. */
  unsaid: boolean;
  /** Hours of named days that were said to be taken; and those of named days that were said to be free. */
  partly: Stretch[];
  named: Stretch[];
  /** All other times are free, and on these days something was said. */
  rest: boolean;
  days: Set<number>;
  everything: boolean;
  /** All other times were said to be free. */
  others: boolean;
  /** Some stretch was said to run past midnight. */
  overnight: boolean;
  anchors: TimeAnchor[];
  exceptions: Dated[];
  questions: Set<QuestionCode>;
}

/** Adds one statement. */
export function add(statement: Statement, sum: Sum, about: 'posting' | 'person'): void {
  const { pieces, polarity, dates } = statement;
  // Weekdays in the vague sense (平时) count once something is said of them.
  const named = statement.days.filter(({ weak, days: set }) => !weak || (polarity !== 0 && set.length < 7));
  const days = [...new Set((named.length > 0 ? named : statement.days).flatMap((set) => set.days))].sort();
  addExcepted(dates.length > 0 ? { ...statement, exceptDays: [], exceptPieces: [] } : statement, days, sum);
  if (statement.everything && polarity >= 0) sum.others = true;
  if (statement.everything && polarity >= 0 && pieces.length + days.length === 0) sum.rest = true;
  // 除麦收那几天都有空: all the rest is free.
  if (statement.exceptDates.length > 0 && polarity > 0 && !hasTime(statement)) sum.everything = true;
  if (statement.alternation) sum.questions.add('alternation');
  // 五点到七点半,还得送孩子: a school run that only limits what was said is none of its days.
  const school = pieces.some((piece, i) => piece.school && !(i > 0 && isUntold(piece)));
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
  if (strong) for (const each of on) sum.days.add(each);
  // A duty (八点得送孩子, 四点接娃) beside hours that were said already makes no new free time.
  const begun = pieces.filter((piece) => piece.begun || (piece.type === 'until' && piece.duties.length > 0));
  // 平时四点半接,周三三点半接,接之前都有空: that day ends earlier.
  const shorter =
    named.length > 0 && polarity > 0 && pieces.every(({ type }) => type === 'until') && freeOn(sum, on);
  if (sum.said && begun.length > 0 && (shorter || (polarity === 0 && begun.length === pieces.length))) {
    const duties = begun.flatMap((piece) => piece.duties);
    const other =
      named.length > 0 &&
      on.every((day) => intersect(sum.free, weekOf([day], [[0, DAY_MINUTES]])).length === 0);
    if (!other) {
      for (const duty of duties) sum.anchors.push(anchorOf(duty, on));
      // 每天四点半接,周三三点半接: on that day the earlier one ends it.
      const ends = duties.filter(({ kind }) => kind === 'be_at').map(({ minutes }) => minutes);
      if (named.length > 0 && ends.length > 0)
        sum.busy = union(sum.busy, weekOf(on, [[Math.min(...ends), DAY_MINUTES]]));
      return;
    }
  }
  // 上午十点、下午三点都得回家喂奶: how long each of them takes is not said.
  if (pieces.some(({ joined, type, duties }) => joined && type === 'until' && duties.length > 0))
    sum.questions.add('when');
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
    // 早上得伺候老人,八点半出门: what is taken ends where one sets out.
    const out = pieces.filter((piece) => !piece.taken && isStart(piece)).map(({ a }) => a);
    const until = ([a, b]: Stretch): Stretch => [a, Math.min(b, ...out.filter((at) => at > a))];
    const hours = weekOf(on, stretchesOf(taken).map(until));
    if (days.length === 0 && taken.every((piece) => piece.work)) sum.work = union(sum.work, hours);
    else sum.busy = union(sum.busy, hours);
    sum.restricted = true;
    if (named.length === 0 && taken.some((piece) => piece.work)) sum.questions.add('days');
    if (taken.length === pieces.length) return;
  }
  const rest = pieces.filter((piece) => !piece.taken);
  if (polarity < 0 && rest.length > 0 && rest.every(isUntold)) {
    // 接完孩子就没空了: until then they are free, and when that is is asked.
    sum.questions.delete('start');
    sum.questions.add('end');
    sum.untold = union(sum.untold, weekOf(on, [[0, DAY_MINUTES]]));
    return;
  }
  const stretches = rest.length > 0 ? aroundSchool(stretchesOf(rest), rest) : [[0, DAY_MINUTES] as const];
  const week = statement.through
    ? throughWeek(on[0] ?? 0, stretches[0]?.[0] ?? 0, statement.through)
    : weekOf(on, stretches);
  if (polarity < 0) {
    if (statement.work && days.length === 0) sum.work = union(sum.work, week);
    else sum.busy = union(sum.busy, week);
    sum.restricted = true;
    // 平时没空: whether the other days are free is not said.
    if (rest.length === 0 && statement.days.every(({ weak }) => weak)) sum.unsaid = true;
    if (statement.work && rest.length === 0) sum.questions.add('start').add('end');
    else if (statement.work && days.length === 0) sum.questions.add('days');
    else if (rest.length > 0 && named.length > 0 && named.length < 7 && !freeOn(sum, on))
      sum.partly.push(...stretches);
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
  if (rest.length === 0 && named.length > 0)
    for (const day of named.flatMap((set) => set.days)) sum.freeDays.add(day);
  if (statement.ownCycle && pieces.length + days.length === 0) {
    // 厂里三班倒,晚上七点以后行: the turns tell nothing beside hours that were said.
    sum.untold = union(sum.untold, week);
    return;
  }
  if (named.length > 0 && named.length < 7) sum.named.push(...stretches);
  sum.free = union(sum.free, week);
  sum.said = true;
}

/**
 * A school run without its hour (送完孩子到接孩子) is taken to end at eight and to begin at four, as schools have it,
 * until the question is answered: nobody is free at midnight who has yet to take a child there.
 */
function aroundSchool(stretches: readonly Stretch[], pieces: readonly Piece[]): Stretch[] {
  const taken = pieces.filter(({ untimed }) => untimed.includes('start'));
  const isFetched = pieces.some(({ untimed }) => untimed.includes('end'));
  return stretches.map(([a, b]): Stretch => {
    const isOpen = a < SCHOOL_BEGINS && b > SCHOOL_BEGINS && taken.some((piece) => piece.a === a);
    const start = isOpen ? SCHOOL_BEGINS : a;
    return [start, isFetched && b === DAY_MINUTES && start < SCHOOL_ENDS ? SCHOOL_ENDS : b];
  });
}

/** Whether hours of all these days were said to be free. */
const freeOn = ({ free }: Sum, days: readonly number[]) =>
  days.every((day) => intersect(free, weekOf([day], [[0, DAY_MINUTES]])).length > 0);

const isStart = ({ type }: Piece) => type === 'from' || type === 'range';

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
  // 老人十一点半吃饭,我一点半又能出来: of several beginnings, one with no word of relation may be no beginning.
  const beginnings = pieces.filter((piece) => piece.type === 'from' && !piece.work && !isUntold(piece));
  // 五点半下班,到家六点,六点半以后可以: the last one, said as a beginning, is the one that counts.
  const last = beginnings.at(-1);
  const settled =
    last !== undefined && !last.questions.includes('end') && beginnings.every(({ a }) => a <= last.a);
  if (beginnings.length > 1 && settled) codes.delete('end');
  else if (
    beginnings.length > 1 &&
    beginnings.some(({ questions, school }) => !school && questions.includes('end'))
  )
    codes.add('when');
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
