import { firstOf, isWithin } from './bounds';
import { isUntold, type Piece } from './piece';
import type { Part } from './tokens';

/** Half-open stretch of a day in minutes; may run past midnight. */
export type Stretch = readonly [number, number];

const DAY = 1440;
/** An end said without its part of the day moves the end of a vague part by this much at most. */
const NEAR = 120;

interface Open {
  a: number;
  b: number;
  type: Piece['type'];
  part?: Part | null;
  untilSaid: boolean;
  fromSaid: boolean;
  untold?: boolean;
  asked?: boolean;
  /** Begins at a clock time that was said. */
  afterwards?: boolean;
}

/**
 * The stretches that pieces said one after the other make: parts and ranges add up, a bound limits the one before it
 * (from two o'clock on, at six I must cook → 14:00–18:00).
 */
export function stretchesOf(pieces: readonly Piece[]): Stretch[] {
  const open: Open[] = [];
  for (const piece of pieces) {
    const { type, a, b, more } = piece;
    const last = open.at(-1);
    // 早上五点到七点半,还得赶回来送孩子: a duty whose time is not said adds nothing.
    if (last && type !== 'range' && isUntold(piece) && !(last.type === 'from' && last.untold)) continue;
    if (type === 'part' || type === 'range') {
      // 送完孩子9点到下午3点: the range says what was left open; 四点接娃,九点到十一点: it lies before the limit.
      const leftOpen = last?.type === 'from' && !last.untilSaid && last.untold && !last.afterwards;
      const within =
        type === 'range' && last?.type === 'until' && !last.fromSaid && b <= last.b && !piece.joined;
      // 晌午能干,十一点到一点半: the range says which hours of the part, or of what was left open, are meant.
      const refined =
        type === 'range' &&
        !piece.joined &&
        ((last?.type === 'part' &&
          last.part &&
          !last.fromSaid &&
          !last.untilSaid &&
          isWithin(a, last.part)) ||
          (last?.type === 'from' && !last.untilSaid && a >= last.a));
      // 黑了喝罢汤: the same part in two words.
      if (type === 'part' && last?.type === 'part' && last.part === piece.part && piece.part) continue;
      if (last && (leftOpen || within || refined)) {
        open[open.length - 1] = { a, b, type, untilSaid: false, fromSaid: false };
        continue;
      }
      if (last?.type === 'until' && !last.fromSaid && a < last.b && (type === 'part' || last.b <= b)) {
        // 晚上八点前到家,白天有空: the part says which hours before the limit are meant.
        last.a = a;
        if (last.b > b + NEAR) last.b = b;
        last.fromSaid = true;
        continue;
      }
      if (last?.type === 'from' && !last.untilSaid && a <= last.a && last.a < b) {
        last.b = b;
        last.untilSaid = true;
        continue;
      }
      open.push({
        a,
        b,
        type,
        part: type === 'part' && more.length === 0 ? piece.part : null,
        untilSaid: false,
        fromSaid: false,
      });
      for (const [from, to] of more) open.push({ a: from, b: to, type, untilSaid: true, fromSaid: true });
    } else if (type === 'from') {
      if (piece.joined) {
        // 十一点前和下午三点后: two stretches; the earlier half of the day is then meant.
        if (last?.type === 'until' && !last.fromSaid && last.asked && last.b > a && last.b - 720 < a)
          last.b -= 720;
        open.push({ a, b, type, untilSaid: false, fromSaid: true });
        continue;
      }
      if (last && !last.fromSaid && last.type !== 'from' && a > last.a && a < last.b) {
        last.a = a;
        last.fromSaid = true;
        // 早上不能太早,八点半以后: little is left of the part, so it only told the half of the day.
        if (last.type === 'part' && (last.b - a < 60 || last.part === 'evening' || last.part === 'early'))
          last.b = b;
      } else if (
        last?.type === 'from' &&
        !last.untilSaid &&
        last.untold &&
        (!last.afterwards || !piece.questions.includes('end'))
      ) {
        // 早上送孩子,八点半以后: the second says what the first left open.
        last.a = a;
        last.untold = false;
      } else if (last?.type === 'part' && a === last.a) last.fromSaid = true;
      // 早上八点下班,睡到下午两点: the later one counts.
      else if (last?.type === 'from' && !last.untilSaid && a > last.a && !piece.work) last.a = a;
      else
        open.push({
          a,
          b,
          type,
          untilSaid: false,
          fromSaid: true,
          untold: piece.questions.includes('start') || (piece.questions.includes('end') && !piece.school),
          afterwards: !piece.questions.includes('start'),
        });
    } else if (last?.type === 'until' && !last.fromSaid && !piece.joined && !piece.taken) {
      // 十一点必须走,十一点二十放学: the earlier one counts, in the half of the day that is told.
      if (last.asked && last.b - 720 <= b && b - (last.b - 720) <= NEAR) last.b -= 720;
      last.b = Math.min(last.b, b);
    } else if (last?.type === 'until' && last.fromSaid && !piece.vague && b > last.a && piece.availability) {
      last.b = b;
    } else if (last && piece.vague && b >= last.b) {
      last.untilSaid = true;
    } else if (
      last?.type === 'part' &&
      !last.untilSaid &&
      piece.part &&
      piece.part !== last.part &&
      b > last.b &&
      firstOf(piece.part) <= last.b
    ) {
      // 上午随时,下午三点前
      last.b = b;
      last.untilSaid = true;
    } else if (last && !last.untilSaid && last.type !== 'until' && limits(last, b)) {
      last.b = b;
      last.untilSaid = true;
    } else if (
      !(
        last &&
        last.type === 'part' &&
        (!last.untilSaid || piece.duties.length > 0 || piece.work) &&
        b >= last.b
      )
    ) {
      open.push({ a, b, type, untilSaid: true, fromSaid: false, asked: piece.questions.includes('am_pm') });
    }
  }
  return open.map(({ a, b }) => [a, b] as const);
}

function limits({ a, b, type }: Open, end: number): boolean {
  if (end <= a) return false;
  if (type === 'from') return true;
  return type === 'part' ? end <= b + NEAR : end < b;
}

/** The day without some stretches of it. */
export function restOfDay(taken: readonly Stretch[]): Stretch[] {
  const sorted = [...taken].sort((x, y) => x[0] - y[0]);
  const free: Stretch[] = [];
  let at = 0;
  for (const [start, end] of sorted) {
    if (start > at) free.push([at, start]);
    at = Math.max(at, end);
  }
  if (at < DAY) free.push([at, DAY]);
  return free;
}
