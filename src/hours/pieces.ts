import { bound, liesIn, partPiece } from './bounds';
import { meansTime, type Node } from './doings';
import { natural } from './natural-piece';
import type { Context, Piece, Style } from './piece';
import { type Point, readPoint, skipFill } from './points';
import { rangeFrom } from './range-piece';

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
    const said = kind === 'from' ? inContext(found.point, context) : found.point;
    const point = { ...said, start: lead?.start ?? found.point.start };
    if (kind === 'from') return fromPoint(nodes, point, found.next, context, style);
    const over = nodes[found.next]?.kind === 'before' ? found.next + 1 : found.next;
    const { piece, next } = bound(withEnd(point, nodes, over), 'until', over, context, over > found.next);
    return { piece: { ...piece, availability: piece.availability || kind === 'can_until' }, next };
  }
  if (lead?.kind === 'part' && lead.shift && style.about === 'person') {
    // The name of a shift is one's own work (夜班下了班), unless a word of being free stands beside it.
    const after = nodes[skipFill(nodes, at + 1, 1)]?.kind ?? 'stop';
    if (!['free', 'can', 'busy', 'clock', 'number', 'except_after'].includes(after)) return null;
    if (after === 'clock' || after === 'number') {
      // 早班六点到两点: the hours of one's own work, or of that looked for.
      const named = readPoint(nodes, at, false);
      const own = named && rangeFrom(nodes, named.point, named.next, style);
      if (own) return { ...own, piece: { ...own.piece, questions: [...own.piece.questions, 'when'] } };
    }
  }
  const found = readPoint(nodes, at, false);
  if (!found || !means(found.point)) return null;
  // 夜班七点下班: work of the night is over in the morning.
  const { clock, doing } = found.point;
  if (lead?.kind === 'part' && lead.shift && lead.part === 'night' && doing?.event === 'off' && clock?.bare)
    found.point.clock = { ...clock, part: 'early' };
  return afterPoint(nodes, inContext(found.point, context), found.next, context, style);
}

/** A clock time right after a part of the day lies in it: 夜里能干,十点到第二天六点. */
function inContext(point: Point, { part, after, listed, begun }: Context): Point {
  const { clock } = point;
  if (!clock?.bare || clock.part !== null || point.part !== null) return point;
  if (part !== null && !point.doing?.duty && liesIn(clock, part))
    return { ...point, clock: { ...clock, part } };
  const said = clock.hour * 60 + clock.minute;
  // 十一点半到一点半,五点半到八点半: in the order of the day.
  const next = listed && clock.hour <= 8;
  const late =
    (begun || next) &&
    after !== null &&
    after >= 720 &&
    said < after &&
    said + 720 > after &&
    clock.hour < 12;
  return late ? { ...point, clock: { ...clock, part: said + 720 >= 1080 ? 'evening' : 'afternoon' } } : point;
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
  if (kind === 'before') {
    // 四点前得到幼儿园接孩子
    const over = skipFill(nodes, next + 1);
    const doing = nodes[over];
    const duty = doing?.kind === 'doing' && doing.duty && point.doing === null && point.clock !== null;
    // 七点半前必须把孩子送到学校: then they are free.
    if (duty && doing.event === 'send')
      return bound({ ...withEnd(point, nodes, over + 1), doing }, 'from', over + 1, context, true);
    if (duty) return bound({ ...withEnd(point, nodes, over + 1), doing }, 'until', over + 1, context, true);
    return bound(withEnd(point, nodes, next + 1), 'until', next + 1, context, true);
  }
  return natural(nodes, point, at, context, style);
}

const withEnd = (point: Point, nodes: readonly Node[], next: number): Point => ({
  ...point,
  end: nodes[next - 1]?.end ?? point.end,
});
