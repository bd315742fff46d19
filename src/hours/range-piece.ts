import { dutyOf, firstOf, isSchool, lastOf, TASKS } from './bounds';
import type { Doing, Node } from './doings';
import { settleEnd, settleRange, settleStart } from './half-day';
import { EMPTY, type Piece, type Style } from './piece';
import { isLink, type Point, readPoint, skipFill } from './points';
import type { Clock } from './tokens';

const DAY = 1440;
/** Ranges up to this long with a duty at their end are the duty itself: 11 to 12 feeding somebody. */
const LONGEST_DUTY = 150;

/** From one point to another, or between one and another. */
export function rangeFrom(
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
    else if (to.part === 'noon') {
      // Noon lasts until two; who works until noon may mean its beginning.
      b = 720;
      questions.push('end');
    } else if (to.part) b = lastOf(to.part);
    if (b <= a) b += DAY;
    if (from.doing && !from.clock) questions.push('start');
    if (to.doing && !to.clock) questions.push('end');
  }
  // 两三点到六点: which of the two is asked.
  if (from.clock?.later) questions.push('start');
  if (to.clock?.later) questions.push('end');
  const school = isSchool(from.doing) || isSchool(to.doing);
  const untimed = [
    ...(isSchool(from.doing) && !from.clock ? (['start'] as const) : []),
    ...(isSchool(to.doing) && !to.clock ? (['end'] as const) : []),
  ];
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
    untimed,
    availability,
    taken,
    work,
    bare: isBare(from),
  };
}

const isBare = ({ clock }: Point) => clock?.bare === true && clock.part === null;

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
