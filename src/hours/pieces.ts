import type { Doing, Node } from './doings';
import { meansTime } from './doings';
import { PART_BOUNDS, settleEnd, settleRange, settleStart } from './half-day';
import { type Context, type Duty, EMPTY, type Piece, type Style } from './piece';
import { isLink, type Point, readPoint, skipFill } from './points';
import type { Clock, EventKind, Part, Place } from './tokens';

const DAY = 1440;
/** Ranges up to this long with a duty at their end are the duty itself: 11 to 12 feeding somebody. */
const LONGEST_DUTY = 150;
const TASKS: ReadonlySet<EventKind> = new Set(['cook', 'feed', 'clinic', 'bus', 'other']);
const ANCHORED: ReadonlySet<EventKind> = new Set(['send', 'fetch', 'cook', 'feed', 'bus', 'clinic', 'other']);

/** Reads a stretch of the day at a position, or null. */
export function readPiece(
  nodes: readonly Node[],
  at: number,
  context: Context,
  style: Style,
): { piece: Piece; next: number } | null {
  const lead = nodes[at];
  const kind = lead?.kind;
  if (kind === 'from' || kind === 'until' || kind === 'can_until' || kind === 'to') {
    const found = readPoint(nodes, skipFill(nodes, at + 1, 2), false);
    if (!found || !means(found.point) || (kind === 'to' && at === 0 && found.point.doing?.event === 'go'))
      return null;
    const point = { ...found.point, start: lead?.start ?? found.point.start };
    if (kind === 'from') return fromPoint(nodes, point, found.next, context, style);
    const over = nodes[found.next]?.kind === 'before' ? found.next + 1 : found.next;
    const { piece, next } = bound(withEnd(point, nodes, over), 'until', over, context, over > found.next);
    return { piece: { ...piece, availability: piece.availability || kind === 'can_until' }, next };
  }
  if (lead?.kind === 'part' && lead.shift && style.about === 'person') {
    // The name of a shift is one's own work (夜班下了班), unless a word of being free stands beside it.
    const after = nodes[skipFill(nodes, at + 1, 1)]?.kind ?? 'stop';
    if (!['free', 'can', 'busy', 'clock', 'number', 'except_after'].includes(after)) return null;
  }
  const found = readPoint(nodes, at, false);
  if (!found || !means(found.point)) return null;
  return afterPoint(nodes, found.point, found.next, context, style);
}

/** A whole part of the day. */
function partPiece({ start, end }: Place, part: Part): Piece {
  const [first, ...more] = PART_BOUNDS[part];
  const [a, b] = first ?? [0, DAY];
  return { ...EMPTY, type: 'part', a, b, part, more, start, end };
}

function means({ clock, part, doing }: Point): boolean {
  return clock !== null || part !== null || (doing !== null && meansTime(doing));
}

function fromPoint(nodes: readonly Node[], point: Point, at: number, context: Context, style: Style) {
  const ranged = rangeFrom(nodes, point, at, style);
  if (ranged) return ranged;
  const over = nodes[at]?.kind === 'after' ? at + 1 : at;
  return bound(withEnd(point, nodes, over), 'from', over, context, false);
}

function afterPoint(nodes: readonly Node[], point: Point, at: number, context: Context, style: Style) {
  const ranged = rangeFrom(nodes, point, at, style);
  if (ranged) return ranged;
  const next = skipFill(nodes, at, 2);
  const kind = nodes[next]?.kind;
  if (kind === 'between' && point.doing?.event === 'school')
    return natural(nodes, { ...point, doing: { ...point.doing, done: true } }, next + 1, context, style);
  if (kind === 'after' && point.doing?.event === 'off' && !point.clock && style.about === 'posting')
    return {
      piece: { ...partPiece(withEnd(point, nodes, next + 1), 'evening'), questions: ['start'] },
      next: next + 1,
    };
  if (kind === 'after') {
    // 十点以后半夜的班: what is said next to it tells the half of the day.
    const beside = nodes[skipFill(nodes, next + 1, 1)];
    const isLate = beside?.kind === 'part' && (beside.part === 'night' || beside.part === 'evening');
    const { clock } = point;
    if (isLate && clock?.bare && clock.part === null && clock.hour >= 6)
      point = { ...point, clock: { ...clock, part: 'evening' } };
    const more = rangeFrom(nodes, withEnd(point, nodes, next + 1), next + 1, style);
    return more ?? bound(withEnd(point, nodes, next + 1), 'from', next + 1, context, true);
  }
  if (kind === 'before') return bound(withEnd(point, nodes, next + 1), 'until', next + 1, context, true);
  return natural(nodes, point, at, context, style);
}

const withEnd = (point: Point, nodes: readonly Node[], next: number): Point => ({
  ...point,
  end: nodes[next - 1]?.end ?? point.end,
});

/** From one point to another, or between one and another. */
function rangeFrom(
  nodes: readonly Node[],
  from: Point,
  at: number,
  style: Style,
): { piece: Piece; next: number } | null {
  let link = skipFill(nodes, at, 2);
  const kind = nodes[link]?.kind;
  const second = nodes[link];
  // 早八晚八: two short parts with their hours need no word between them.
  const paired = from.short && second?.kind === 'part' && second.short;
  const linked = isLink(kind) || kind === 'until' || kind === 'can_until';
  if (!linked && kind !== 'and' && !paired) return null;
  if (!paired) link = skipFill(nodes, link + 1, 2);
  const found = readPoint(nodes, link, linked || paired === true);
  if (paired && found?.point.clock?.part === 'evening' && found.point.clock.hour < 5)
    found.point.clock.part = 'afternoon';
  if (paired && !found?.point.clock) return null;
  if (!found || (!found.point.clock && !found.point.part && !found.point.doing)) return null;
  let next = found.next;
  const over = skipFill(nodes, next, 2);
  const closing = nodes[over]?.kind;
  if (kind === 'and' && closing !== 'between') return null;
  if (closing === 'between' || (closing === 'before' && found.point.doing)) next = over + 1;
  return { piece: range(from, found.point, nodes[next - 1]?.end ?? found.point.end, style), next };
}

function range(from: Point, to: Point, end: number, style: Style): Piece {
  const work = to.doing?.event === 'work' || (to.doing?.event === 'off' && from.doing?.event === 'work');
  const task = to.doing !== null && TASKS.has(to.doing.event) ? to.doing : null;
  const questions: string[] = [];
  let a = 0;
  let b = DAY;
  const ends = endsOf(from, to);
  if (ends) {
    a = ends.start.minutes;
    b = ends.end.minutes;
    if (ends.start.ask || ends.end.ask) questions.push('am_pm');
  } else {
    if (from.clock) a = start(from.clock, from.doing, questions);
    else if (from.part) a = firstOf(from.part);
    if (to.clock) b = settle(to.clock, to.doing, a > 0 ? a : null, questions);
    else if (to.part) b = lastOf(to.part);
    if (b <= a) b += DAY;
    if (from.doing && !from.clock) questions.push('start');
    if (to.doing && !to.clock) questions.push('end');
  }
  const school = isSchool(from.doing) || isSchool(to.doing);
  const taken =
    (work && style.own) ||
    (task !== null && from.doing === null && from.clock !== null && b - a <= LONGEST_DUTY);
  const duties = [...dutyOf(from, 'leave', a), ...(taken ? [] : dutyOf(to, 'be_at', b))];
  const availability = taken || ((from.doing !== null || to.doing !== null) && !work);
  return {
    ...EMPTY,
    start: from.start,
    end,
    type: 'range',
    a,
    b,
    duties,
    questions,
    school,
    availability,
    taken,
    work,
  };
}

function endsOf(from: Point, to: Point) {
  if (!from.clock || !to.clock) return null;
  if (from.clock.bare && from.clock.part === null && to.clock.part !== null && !from.clock.digital)
    return settleRange(from.clock, to.clock, to.doing?.event ?? null);
  const meant = from.doing && settleStart(from.clock, from.doing.event, null);
  if (meant) return { start: meant, end: settleEnd(to.clock, to.doing?.event ?? null, meant.minutes) };
  return settleRange(from.clock, to.clock, to.doing?.event ?? null);
}

function start(clock: Clock, doing: Doing | null, questions: string[]): number {
  const { minutes, ask } = settleStart(clock, doing?.event ?? null, null);
  if (ask) questions.push('am_pm');
  return minutes;
}

function settle(clock: Clock, doing: Doing | null, after: number | null, questions: string[]): number {
  const { minutes, ask } = settleEnd(clock, doing?.event ?? null, after);
  if (ask) questions.push('am_pm');
  return minutes;
}

const firstOf = (part: Part) => PART_BOUNDS[part][0]?.[0] ?? 0;
const lastOf = (part: Part) => PART_BOUNDS[part][0]?.[1] ?? DAY;
const isSchool = (doing: Doing | null) =>
  doing !== null && (doing.event === 'send' || doing.event === 'fetch' || doing.event === 'school');

function dutyOf({ clock, doing }: Point, kind: Duty['kind'], minutes: number): Duty[] {
  if (!clock || !doing || !ANCHORED.has(doing.event)) return [];
  return [{ minutes, kind, event: doing.event }];
}

/** A single bound, from a point on or until it. */
function bound(point: Point, type: 'from' | 'until', next: number, context: Context, told: boolean) {
  const { clock, part, doing } = point;
  const questions: string[] = [];
  let at = type === 'from' ? 0 : DAY;
  if (clock) {
    const event = doing?.event ?? null;
    const settled =
      type === 'from'
        ? settleStart(clock, event, context.after)
        : settleEnd(clock, event, context.open ? context.after : null);
    at = settled.minutes;
    if (settled.ask) questions.push('am_pm');
    if (clock.later !== null) {
      questions.push(type === 'from' ? 'start' : 'end');
      if (type === 'until') at += 60;
    }
  } else if (part && !doing) {
    const untold = part === 'noon';
    const late = part === 'early' || part === 'forenoon' || part === 'afternoon' || part === 'day';
    if (type === 'from') at = untold && told ? 720 : told && late ? lastOf(part) : firstOf(part);
    else if (told) at = untold ? 720 : firstOf(part);
    else at = lastOf(part);
  } else {
    if (part) at = type === 'from' ? firstOf(part) : lastOf(part);
    questions.push(type === 'from' ? 'start' : 'end');
  }
  const kind = type === 'from' ? 'leave' : 'be_at';
  const duties = dutyOf(point, kind, at);
  const school = isSchool(doing);
  if (school && clock) questions.push(type === 'from' ? 'end' : 'start');
  const range = type === 'from' ? { a: at, b: DAY } : { a: 0, b: at };
  const piece: Piece = {
    ...EMPTY,
    ...range,
    start: point.start,
    end: point.end,
    type,
    part: clock ? clock.part : null,
    duties,
    questions,
    school,
    availability: doing !== null,
    vague: clock === null && part !== null,
    begun: type === 'from' && doing?.event === 'send' && doing.duty && !doing.done,
  };
  return { piece, next };
}

/** A point with no word of relation: what is done says which side of it is free. */
function natural(
  nodes: readonly Node[],
  point: Point,
  next: number,
  context: Context,
  style: Style,
): { piece: Piece; next: number } | null {
  const { clock, part, doing } = point;
  if (doing === null) {
    if (part !== null && !clock) return { piece: partPiece(point, part), next };
    // 九点火锅店: a clock time alone before some other word may be a name.
    if (!clock || (!part && !clock.digital && nodes[next]?.kind === 'gap')) return null;
    const { piece } = bound(point, 'from', next, context, false);
    // Work for which one gets up at three is over when the morning is.
    const b = style.about === 'posting' && part === 'dawn' ? lastOf('early') : piece.b;
    return { piece: { ...piece, b, questions: [...piece.questions, 'end'] }, next };
  }
  const { event, duty, done } = doing;
  if (event === 'gather' || (WORKING.has(event) && !style.own)) return hoursOfWork(point, next, context);
  if (style.about === 'posting' && !duty && !done && (!clock || SCHOOL_RUN.has(event)))
    return hoursOfWork(point, next, context);
  const asides = SCHOOL_RUN.has(event) || event === 'off';
  if (!clock && !part && !duty && !done && asides && !style.told) return null;
  if (event === 'school') {
    const piece = bound(point, 'from', next, context, false).piece;
    return { piece: { ...piece, duties: [], questions: ['start', 'end'], a: 0, b: DAY }, next };
  }
  if (event === 'work') {
    if (clock) return { piece: { ...bound(point, 'until', next, context, false).piece, work: true }, next };
    return (
      part && { piece: { ...partPiece(point, part), availability: true, taken: true, work: true }, next }
    );
  }
  if (!clock && part && duty && TASKS.has(event))
    return { piece: { ...partPiece(point, part), availability: true, taken: true }, next };
  const begins = event === 'send' || event === 'off' || event === 'meal' || (event === 'fetch' && done);
  if (event === 'home' && !duty && !done)
    return part && !clock ? { piece: partPiece(point, part), next } : null;
  if (!clock && !begins && !isSchool(doing) && !(part && duty))
    return part && { piece: partPiece(point, part), next };
  return bound(point, begins ? 'from' : 'until', next, context, false);
}

const WORKING: ReadonlySet<EventKind> = new Set(['work', 'off']);
const SCHOOL_RUN: ReadonlySet<EventKind> = new Set(['send', 'fetch', 'school']);

/** A time beside what is done as the time of the work looked for: 五点下班的活, 下午四点接孩子, 18.00集合. */
function hoursOfWork(point: Point, next: number, context: Context): { piece: Piece; next: number } | null {
  const { clock, part, doing } = point;
  // The words of doing are left to whoever reads what the work is.
  const end = clock && clock.end > point.start ? clock.end : point.end;
  const plain: Point = { ...point, doing: null, end: doing && SCHOOL_RUN.has(doing.event) ? end : point.end };
  if (!clock) return part && { piece: partPiece(plain, part), next };
  const type = doing?.event === 'off' ? 'until' : 'from';
  const { piece } = bound(plain, type, next, context, false);
  const work = doing !== null && WORKING.has(doing.event);
  return {
    piece: { ...piece, work, questions: [...piece.questions, type === 'from' ? 'end' : 'start'] },
    next,
  };
}
