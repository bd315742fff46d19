import { wholeHour } from './clock';
import type { Doing, Node } from './doings';
import type { Clock, Part, Place } from './tokens';

/** One end of a stretch of time: a clock time, a part of the day, something done, or those together. */
export interface Point extends Place {
  clock: Clock | null;
  part: Part | null;
  /** The part of the day was one character before a number: 早8. */
  short: boolean;
  doing: Doing | null;
}

/** Words and marks between the two ends of a range; a dash begins nothing by itself. */
export const isLink = (kind: string | undefined) => kind === 'to' || kind === 'dash';

/** Position after fillers, at most `most` of them. */
export function skipFill(nodes: readonly Node[], at: number, most = 4): number {
  let next = at;
  while (next - at < most && nodes[next]?.kind === 'fill') next++;
  return next;
}

/** Reads a point at a position; `next` is the position after it. @param open a range is open before it: a number will do */
export function readPoint(
  nodes: readonly Node[],
  at: number,
  open: boolean,
): { point: Point; next: number } | null {
  const node = nodes[at];
  if (!node) return null;
  if (node.kind === 'part') {
    const after = skipFill(nodes, at + 1, 1);
    const clock = clockAt(nodes, node.short ? at + 1 : after, true, open);
    if (clock) {
      const found = withDoing(nodes, { ...clock, part: node.part }, node.start, clock.next);
      return { ...found, point: { ...found.point, short: node.short } };
    }
    if (node.short) return null;
    const doing = nodes[after];
    if (doing?.kind === 'doing') {
      const later = doingClock(nodes, after + 1);
      const own = later && { ...later.clock, part: later.clock.part ?? node.part };
      return {
        point: {
          clock: own,
          part: node.part,
          short: false,
          doing,
          start: node.start,
          end: own?.end ?? doing.end,
        },
        next: later?.next ?? after + 1,
      };
    }
    return {
      point: {
        clock: null,
        part: node.part,
        short: false,
        doing: null,
        start: node.start,
        end: node.end,
      },
      next: at + 1,
    };
  }
  if (node.kind === 'modal' || node.kind === 'doing') return readDoing(nodes, at);
  const clock = clockAt(nodes, at, open, open);
  return clock && withDoing(nodes, clock, node.start, clock.next);
}

type Found = Clock & { next: number };

function clockAt(nodes: readonly Node[], at: number, numbers: boolean, open: boolean): Found | null {
  const node = nodes[at];
  if (node?.kind === 'clock' && !(node.dotted && !numbers && !besideTime(nodes, at)))
    return { ...node, next: at + 1 };
  if (node?.kind !== 'number' || node.value > 24) return null;
  const following = nodes[at + 1]?.kind;
  const ranged = isLink(following) && ['clock', 'number', 'part'].includes(nodes[at + 2]?.kind ?? '');
  const toClock = ranged && (nodes[at + 2]?.kind === 'clock' || isHoursOfDays(nodes, at));
  const bound = following === 'after' || following === 'before';
  if (!(numbers ? open || ranged || bound || following === 'part' || following === 'doing' : toClock))
    return null;
  return { ...wholeHour(node, node.value), digital: false, next: at + 1 };
}

const BESIDE_DAYS: ReadonlySet<string> = new Set(['soft', 'fill', 'and', 'number', 'clock', 'dash', 'to']);

/** 周一三五 8-12: plain figures are hours when days or a part of the day stand before them. */
function isHoursOfDays(nodes: readonly Node[], at: number): boolean {
  if (nodes[at + 2]?.kind !== 'number' || nodes[at + 3]?.kind === 'gap') return false;
  let from = at - 1;
  while (from >= 0 && at - from < 9 && BESIDE_DAYS.has(nodes[from]?.kind ?? '')) from--;
  const before = nodes[from];
  return before?.kind === 'days' || (before?.kind === 'part' && !before.short);
}

/** 18.30 is a clock time in a range, before a bound, or where work begins or people meet. */
function besideTime(nodes: readonly Node[], at: number): boolean {
  const [before, after] = [nodes[at - 1]?.kind, nodes[at + 1]?.kind];
  if (isLink(before) || before === 'until' || before === 'from') return true;
  return isLink(after) || ['after', 'before', 'doing', 'work'].includes(after ?? '');
}

/** 四点要去接孩子: what is done stands right after its time. */
function withDoing(
  nodes: readonly Node[],
  found: Clock,
  start: number,
  at: number,
): { point: Point; next: number } {
  const { part, end } = found;
  const clock: Clock = { ...found };
  let next = at;
  let duty = false;
  while (next - at < 4 && ['fill', 'of', 'modal', 'self', 'child'].includes(nodes[next]?.kind ?? '')) {
    duty ||= nodes[next]?.kind === 'modal';
    next++;
  }
  const doing = nodes[next];
  if (doing?.kind !== 'doing')
    return { point: { clock, part, short: false, doing: null, start, end }, next: at };
  const event = doing.event === 'gate' ? atTheGate(clock) : doing.event;
  return {
    point: {
      clock,
      part,
      short: false,
      doing: { ...doing, event, duty: doing.duty || duty },
      start,
      end: doing.end,
    },
    next: next + 1,
  };
}

/** At the gate of the school in the morning with a child, later for one. */
function atTheGate({ hour, bare, part }: Clock): 'send' | 'fetch' {
  if (part === 'afternoon' || part === 'noon' || !bare)
    return hour >= 5 && hour < 10 && !part ? 'send' : 'fetch';
  return hour >= 5 && hour < 10 ? 'send' : 'fetch';
}

/** 送完孩子, 要赶五点的公交, 接孩子是四点. */
function readDoing(nodes: readonly Node[], at: number): { point: Point; next: number } | null {
  let next = at;
  while (nodes[next]?.kind === 'modal') next++;
  const start = nodes[at]?.start ?? 0;
  const node = nodes[next];
  if (next > at) {
    const clock = clockAt(nodes, next, false, false);
    const inner = clock && withDoing(nodes, clock, start, clock.next);
    if (!inner?.point.doing) return null;
    return { point: { ...inner.point, doing: { ...inner.point.doing, duty: true } }, next: inner.next };
  }
  if (node?.kind !== 'doing') return null;
  const later = doingClock(nodes, next + 1);
  return {
    point: {
      clock: later?.clock ?? null,
      part: later?.clock.part ?? null,
      short: false,
      doing: node,
      start,
      end: later?.clock.end ?? node.end,
    },
    next: later?.next ?? next + 1,
  };
}

/** The clock time that follows what is done, unless it belongs to what comes next. */
function doingClock(nodes: readonly Node[], at: number): { clock: Clock; next: number } | null {
  let from = skipFill(nodes, at, 2);
  const word = nodes[from];
  const part = word?.kind === 'part' ? word.part : null;
  if (part !== null) from++;
  const node = nodes[from];
  if (node?.kind !== 'clock' || node.dotted) return null;
  const after = nodes[skipFill(nodes, from + 1, 4)]?.kind;
  if (after === 'doing' || after === 'modal' || isLink(after)) return null;
  return { clock: { ...node, part }, next: from + 1 };
}
