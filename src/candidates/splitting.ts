import { dateOfEpochDay, epochDay } from '../kernel/clock';
import { expandSchedule, type Shift, type ShiftRule } from '../kernel/schedule';
import { DAY_MINUTES } from '../kernel/week';
import { formatDays, parseDays } from '../kernel/week-syntax';

/** Minutes between points at which a shift may be cut: the half hours of the clock. */
const GRID_MINUTES = 30;

/** Whether somebody can come to a shift; whoever can come to it can come to every part of it. */
export type Taker = (shift: Shift) => boolean;

/** Days (or one date) of one part, and how many people could take each of them. */
export interface SplitShift {
  rule: ShiftRule;
  people: number;
}

/** 拆班: hours cut into parts. */
export interface Split {
  /** The parts as rules of a posting, in the order of the hours they come from. */
  rules: ShiftRule[];
  /** The parts by days that the same people could take. */
  shifts: SplitShift[];
  /** How many could take at least one part on one day. */
  people: number;
  /** Minutes a week, over all days, that at least one of them could take. */
  coveredMinutes: number;
  neededMinutes: number;
}

/** One part: which of its shifts each person could take. */
interface Part {
  rule: ShiftRule;
  shifts: readonly Shift[];
  /** By shift: positions of the people. */
  takers: number[][];
  minutes: number;
  people: number;
}

/** A way to cut the beginning of a shift. */
interface Cut {
  covered: number;
  /** How many people could take each of the parts, added up. */
  people: number;
  /** Squares of the lengths added up: least when they are alike. */
  squares: number;
  parts: readonly Part[];
}

/**
 * Cuts hours so that most minutes have somebody who could take them; among those with the fewest parts; among those
 * with most people, added up over the parts; among those with lengths most alike. Every part lies within one of the shifts and lasts `least` minutes or
 * more (a shift that is shorter stays whole); all days of a rule are cut alike. Exact: by the best cuts of every
 * beginning, since what a part brings does not depend on the others.
 */
export function splitHours(rules: readonly ShiftRule[], takers: readonly Taker[], least: number): Split {
  const parts = rules.flatMap((rule) => cutRule(rule, takers, least));
  const anybody = new Set(parts.flatMap((part) => part.takers.flat()));
  return {
    rules: parts.map(({ rule }) => rule),
    shifts: parts.flatMap(byTakers),
    people: anybody.size,
    coveredMinutes: parts.reduce((sum, { minutes }) => sum + minutes, 0),
    neededMinutes: rules.flatMap(shiftsOf).reduce((sum, { start, end }) => sum + end - start, 0),
  };
}

function cutRule(rule: ShiftRule, takers: readonly Taker[], least: number): readonly Part[] {
  const points = cutPoints(rule);
  const best: (Cut | null)[] = points.map(() => null);
  best[0] = { covered: 0, people: 0, squares: 0, parts: [] };
  for (const [i, from] of points.entries()) {
    const before = best[i];
    if (!before) continue;
    const reach = reachFrom(rule, points, i, takers);
    for (let j = i + 1; j < points.length; j++) {
      const to = points[j] as number;
      const whole = i === 0 && j === points.length - 1;
      if (to - from < least && !whole) continue;
      const part = partOf(rule, from, to, j, reach);
      const cut = {
        covered: before.covered + part.minutes,
        people: before.people + part.people,
        squares: before.squares + (to - from) ** 2,
        parts: [...before.parts, part],
      };
      if (isBetter(cut, best[j] ?? null)) best[j] = cut;
    }
  }
  return best.at(-1)?.parts ?? [];
}

function isBetter(cut: Cut, known: Cut | null): boolean {
  if (known === null) return true;
  if (cut.covered !== known.covered) return cut.covered > known.covered;
  if (cut.parts.length !== known.parts.length) return cut.parts.length < known.parts.length;
  if (cut.people !== known.people) return cut.people > known.people;
  return cut.squares < known.squares;
}

/** Where a rule may begin, be cut and end, minutes of the day. */
function cutPoints({ startMinute, endMinute }: ShiftRule): number[] {
  const points = [startMinute];
  const first = (Math.floor(startMinute / GRID_MINUTES) + 1) * GRID_MINUTES;
  for (let at = first; at < endMinute; at += GRID_MINUTES) points.push(at);
  return [...points, endMinute];
}

/** For every shift that begins at a point, up to which point each person could stay; −1 for not at all. */
function reachFrom(
  rule: ShiftRule,
  points: readonly number[],
  i: number,
  takers: readonly Taker[],
): { shifts: Shift[]; upTo: number[][] } {
  const from = points[i] as number;
  const shifts = shiftsOf(between(rule, from, points.at(-1) as number));
  const upTo = shifts.map((shift) =>
    takers.map((canTake) => {
      let last = -1;
      for (let j = i + 1; j < points.length; j++) {
        if (!canTake({ ...shift, end: shift.start + (points[j] as number) - from })) break;
        last = j;
      }
      return last;
    }),
  );
  return { shifts, upTo };
}

function partOf(
  rule: ShiftRule,
  from: number,
  to: number,
  j: number,
  { shifts, upTo }: { shifts: readonly Shift[]; upTo: readonly number[][] },
): Part {
  const takers = upTo.map((people) => people.flatMap((last, person) => (last >= j ? [person] : [])));
  const covered = takers.filter((people) => people.length > 0).length;
  return {
    rule: between(rule, from, to),
    shifts: shifts.map((shift) => ({ ...shift, end: shift.start + to - from })),
    takers,
    minutes: covered * (to - from),
    people: new Set(takers.flat()).size,
  };
}

/** A part of a rule; one that begins after midnight is of the next day. */
function between(rule: ShiftRule, from: number, to: number): ShiftRule {
  const later = Math.floor(from / DAY_MINUTES);
  return {
    days:
      rule.days === null || later === 0
        ? rule.days
        : formatDays(parseDays(rule.days).map((d) => (d + later) % 7)),
    date: rule.date === null || later === 0 ? rule.date : dateOfEpochDay(epochDay(rule.date) + later),
    startMinute: from - later * DAY_MINUTES,
    endMinute: to - later * DAY_MINUTES,
  };
}

function shiftsOf(rule: ShiftRule): Shift[] {
  const rules = [rule];
  return [
    ...expandSchedule({ kind: 'shifts', atLeast: null, hoursPerWeek: null, minBlockMinutes: null, rules })
      .shifts,
  ];
}

/** The days of a part, apart where other people could take them. */
function byTakers({ rule, shifts, takers }: Part): SplitShift[] {
  if (rule.date !== null) return [{ rule, people: takers[0]?.length ?? 0 }];
  const groups = new Map<string, { days: number[]; people: number }>();
  shifts.forEach((shift, i) => {
    const people = takers[i] ?? [];
    const group = groups.get(people.join()) ?? { days: [], people: people.length };
    group.days.push(Math.floor(shift.start / DAY_MINUTES) % 7);
    groups.set(people.join(), group);
  });
  return [...groups.values()].map(({ days, people }) => ({
    rule: { ...rule, days: formatDays(days) },
    people,
  }));
}
