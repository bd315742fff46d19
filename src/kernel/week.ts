/**
 * The week as a line of minutes: Monday 00:00 = 0, Sunday 24:00 = 10,080, Asia/Shanghai. The week is a
 * circle; a list that touches both ends is contiguous there.
 */
export const DAY_MINUTES = 1440;
export const WEEK_MINUTES = 7 * DAY_MINUTES;

/** Half-open span `[start, end)` in minutes of the week. */
export type Interval = readonly [start: number, end: number];
/** Sorted, disjoint, non-touching intervals inside `[0, WEEK_MINUTES]`. */
export type Week = readonly Interval[];

/** The turns of the week on which two spans can meet. */
export const TURNS = [0, -WEEK_MINUTES, WEEK_MINUTES] as const;

/** The whole week. */
export const ALWAYS: Week = [[0, WEEK_MINUTES]];

/**
 * Brings any intervals into normal form: those that run past the week's end continue at its start,
 * overlapping and touching ones are merged, empty ones are dropped.
 */
export function normaliseWeek(intervals: readonly Interval[]): Week {
  const parts: [number, number][] = [];
  for (const [start, end] of intervals) {
    if (!(end > start)) continue;
    if (end - start >= WEEK_MINUTES) return ALWAYS;
    const from = ((start % WEEK_MINUTES) + WEEK_MINUTES) % WEEK_MINUTES;
    const to = from + (end - start);
    if (to <= WEEK_MINUTES) parts.push([from, to]);
    else parts.push([from, WEEK_MINUTES], [0, to - WEEK_MINUTES]);
  }
  parts.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last && part[0] <= last[1]) last[1] = Math.max(last[1], part[1]);
    else merged.push(part);
  }
  return merged;
}

/** All minutes of either. */
export function union(a: Week, b: Week): Week {
  return normaliseWeek([...a, ...b]);
}

/** The minutes of both. */
export function intersect(a: Week, b: Week): Week {
  const out: Interval[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] as Interval, b[j] as Interval];
    const start = Math.max(x[0], y[0]);
    const end = Math.min(x[1], y[1]);
    if (end > start) out.push([start, end]);
    if (x[1] < y[1]) i++;
    else j++;
  }
  return normaliseWeek(out);
}

/** The minutes of the week that are not in `a`. */
export function complement(a: Week): Week {
  const out: Interval[] = [];
  let at = 0;
  for (const [start, end] of a) {
    if (start > at) out.push([at, start]);
    at = end;
  }
  if (at < WEEK_MINUTES) out.push([at, WEEK_MINUTES]);
  return out;
}

/** The minutes of `a` that are not in `b`. */
export function subtract(a: Week, b: Week): Week {
  return intersect(a, complement(b));
}

/** Length in minutes. */
export function totalMinutes(week: Week): number {
  let sum = 0;
  for (const [start, end] of week) sum += end - start;
  return sum;
}

/**
 * The week unrolled: a span that runs over Sunday midnight is one piece whose end exceeds
 * {@link WEEK_MINUTES}; nothing else changes. Contiguous time must be seen whole before a shift with its
 * travel can be held against it.
 */
export function unroll(week: Week): Week {
  const first = week[0];
  const last = week.at(-1);
  if (!first || !last || week.length < 2 || first[0] !== 0 || last[1] !== WEEK_MINUTES) return week;
  return [...week.slice(1, -1), [last[0], last[1] + first[1]]];
}
