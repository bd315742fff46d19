import { bound, isSchool, lastOf, partPiece, TASKS } from './bounds';
import { PAUSES } from './clauses';
import type { Node } from './doings';
import type { Context, Piece, Style } from './piece';
import { type Point, skipFill } from './points';
import type { EventKind } from './tokens';

const DAY = 1440;
const WORKING: ReadonlySet<EventKind> = new Set(['work', 'off']);
/** 下了班七点到十点: what one is off for. */
const HOURS: ReadonlySet<string> = new Set(['clock', 'number', 'part']);
/** Beside these, what is done is the work that would do: 上午陪人看病也行. */
const WANTED: ReadonlySet<string> = new Set(['free', 'can', 'of']);
const isPause = (node: Node | undefined) => node === undefined || PAUSES.has(node.kind);
const SCHOOL_RUN: ReadonlySet<EventKind> = new Set(['send', 'fetch', 'school']);

/** A point with no word of relation: what is done says which side of it is free. */
export function natural(
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
    // 五点半下课,六点能到
    const arrives = context.after !== null && nodes[next]?.kind === 'can_until' && isPause(nodes[next + 1]);
    return {
      piece: { ...piece, b, questions: arrives ? piece.questions : [...piece.questions, 'end'] },
      next,
    };
  }
  const { event, duty, done } = doing;
  if (event === 'gather' || (WORKING.has(event) && !style.own)) return hoursOfWork(point, next, context);
  if (style.about === 'posting' && !duty && !done && (!clock || (SCHOOL_RUN.has(event) && !style.fetching)))
    return hoursOfWork(point, next, context);
  const asides =
    SCHOOL_RUN.has(event) || (event === 'off' && !HOURS.has(nodes[skipFill(nodes, next, 1)]?.kind ?? ''));
  if (!clock && !part && !duty && !done && asides && !style.told) return null;
  if (event === 'school') {
    const piece = bound(point, 'from', next, context, false).piece;
    const whole = {
      duties: [],
      questions: ['start', 'end'],
      untimed: ['start', 'end'] as const,
      a: 0,
      b: DAY,
    };
    return { piece: { ...piece, ...whole }, next };
  }
  if (event === 'work') {
    if (clock) return { piece: { ...bound(point, 'until', next, context, false).piece, work: true }, next };
    return (
      part && { piece: { ...partPiece(point, part), availability: true, taken: true, work: true }, next }
    );
  }
  const wanted = WANTED.has(nodes[skipFill(nodes, next, 2)]?.kind ?? 'stop');
  const goes = event === 'clinic' && style.about === 'person' && !wanted;
  if (!clock && part && (duty || goes) && TASKS.has(event))
    return { piece: { ...partPiece(point, part), availability: true, taken: true }, next };
  const begins = event === 'send' || event === 'off' || event === 'meal' || (event === 'fetch' && done);
  if (event === 'home' && !duty && !done)
    return part && !clock ? { piece: partPiece(point, part), next } : null;
  if (!clock && !begins && !isSchool(doing) && !(part && duty))
    return part && { piece: partPiece(point, part), next };
  return bound(point, begins ? 'from' : 'until', next, context, false);
}

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
