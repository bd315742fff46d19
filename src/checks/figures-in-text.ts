import age from '../../law/checks/age.json' with { type: 'json' };
import bait from '../../law/checks/bait.json' with { type: 'json' };
import floors from '../../law/checks/below_floor.json' with { type: 'json' };
import minors from '../../law/checks/minors.json' with { type: 'json' };
import { ADULT_AGE, LEAST_AGE, PART_TIME_PAY_DAYS } from '../trust';
import { expression } from './expressions';
import { numberOf } from './numerals';
import type { FigureReader } from './rule-book';

/** What the figures of a match amount to, for its sentence. */
export type Figures = Record<string, number>;

/** What a figure is read against. */
export interface FigureSetting {
  /** The whole folded field. */
  text: string;
  lead: string;
  rest: string;
  /** Yuan per hour. */
  floor: number;
  /** Hours per unit that the draft itself names; null for none. */
  expectedHours: number | null;
}

type Groups = Record<string, string | undefined>;
type Reader = (groups: Groups, setting: FigureSetting) => Figures | null;

/** The first of the groups that took part, as a number; NaN for none. */
function figure(groups: Groups, ...names: string[]): number {
  for (const name of names) {
    const written = groups[name];
    if (written !== undefined) return numberOf(written);
  }
  return Number.NaN;
}

const CARED = { before: expression(age.cared.before), after: expression(age.cared.after) };
const CHILD = { before: expression(minors.cared.before), after: expression(minors.cared.after) };
/** Whether an age is that of somebody who is looked after, not of who is wanted. */
const isOther = (cared: typeof CARED, { lead, rest }: FigureSetting) =>
  cared.before.test(lead) || cared.after.test(rest);

const readAge: Reader = (groups, setting): Figures | null => {
  if (isOther(CARED, setting)) return null;
  const [from, to] = [figure(groups, 'from', 'from2'), figure(groups, 'to', 'to2')];
  if (from >= LEAST_AGE && to > from && to >= 20 && to <= 80) return { from, to };
  const most = figure(groups, 'most', 'most2', 'most3');
  if (most >= 20 && most <= 80) return { to: most };
  const least = figure(groups, 'least', 'least2');
  return least > ADULT_AGE && least <= 70 ? { from: least } : null;
};

const readMinor: Reader = (groups, setting): Figures | null => {
  if (isOther(CHILD, setting)) return null;
  const [from, to] = [figure(groups, 'from'), figure(groups, 'to')];
  if (from >= 8 && from < LEAST_AGE && to >= 14 && to <= 60) return { from };
  const least = figure(groups, 'least', 'least2');
  return least >= 12 && least < LEAST_AGE ? { from: least } : null;
};

const readDays: Reader = (groups) => {
  const days = figure(groups, 'days', 'days2');
  return days > PART_TIME_PAY_DAYS && days <= 366 ? { days } : null;
};

/** Below this many yuan an hour a figure is something else: a price, a count. */
const LEAST_HOURLY = 3;

function underFloor(hourly: number, floor: number, least = LEAST_HOURLY): Figures | null {
  if (!(hourly >= least && hourly < floor)) return null;
  return { hourly: Math.round(hourly * 100) / 100, floor };
}

const readHourly: Reader = (groups, { floor }) => {
  const tail = groups['tail'] ?? groups['tail2'];
  return underFloor(figure(groups, 'a', 'c', 'e') + (tail ? numberOf(tail) / 10 : 0), floor);
};

/** So much for so many hours. */
const readShift: Reader = (groups, { floor }) => {
  const [hours, amount] = [figure(groups, 'h', 'k', 'k2'), figure(groups, 'a', 'b', 'b2')];
  const yuan = amount + (groups['tail'] ? numberOf(groups['tail']) / 10 : 0);
  return hours >= 1 && hours <= 24 && amount >= 5 ? underFloor(yuan / hours, floor) : null;
};

/** Yuan of what pieces are paid in. */
const COINS: Readonly<Record<string, number>> = floors.coins;

/** So much a piece, so many pieces an hour or half of one, whichever is said first. */
const readPieces: Reader = (groups, { floor }) => {
  const unit = COINS[groups['pu'] ?? groups['pu2'] ?? groups['pu3'] ?? ''] ?? 1;
  const tenth = figure(groups, 'pt', 'pt2', 'pt3');
  const each = (figure(groups, 'p', 'p2', 'p3') + (Number.isNaN(tenth) ? 0 : tenth / 10)) * unit;
  const isHalf = (groups['half'] ?? groups['half2'] ?? groups['half3']) !== undefined;
  return underFloor(each * figure(groups, 'q', 'q2', 'q3') * (isHalf ? 2 : 1), floor);
};

/** What a posting may promise without being bait, yuan per span. */
const PROMISED: readonly (readonly [RegExp, number])[] = bait.promised.map(([span, most]) => [
  expression(String(span)),
  Number(most),
]);

const MORE = new RegExp(bait.more, 'g');
const EITHER = new RegExp(bait.either);

/** Income that no odd job has; what is more of it in words than in figures has no number and counts as well. */
const readPromise: Reader = (groups) => {
  const said = (groups['sum'] ?? '').replaceAll(',', '').replace(MORE, bait.vague);
  // Of four or five thousand, said as four-five and its unit apart, the less.
  const written = EITHER.test(said) ? said.charAt(0) : said;
  const unit = bait.units[(groups['u'] ?? '') as keyof typeof bait.units] ?? 1;
  const yuan = groups['u'] === bait.digits ? 10 ** (numberOf(written) - 1) : numberOf(written) * unit;
  const most = PROMISED.find(([span]) => span.test(groups['span'] ?? ''))?.[1];
  return most !== undefined && yuan >= most ? { yuan } : null;
};

const HOURS = expression(floors.hours);
const CLOCK = expression(floors.clock);
const REST = expression(floors.rest);
const OFF = expression(floors.off);
const WEEK = expression(floors.week);
const DAYS_OF_A_WEEK = 7;
const FULL_DAY = expression(floors.full);
/** Hours of a day's work that is only said to last from morning till night. */
const FULL_DAY_HOURS = 8;

/** Hours of a day's work that a text names, in words or as two clock times: before the pay, behind it, anywhere. */
function hoursIn({ text, lead, rest, expectedHours }: FigureSetting): number {
  for (const part of [lead, rest, text]) {
    const hours = numberOf(HOURS.exec(part)?.groups?.['h'] ?? '');
    if (hours >= 1 && hours <= 24) return hours;
    const clock = CLOCK.exec(part)?.groups;
    if (clock) return hoursOfClock(clock) - hoursOfRest(text);
  }
  return expectedHours ?? (FULL_DAY.test(text) ? FULL_DAY_HOURS : Number.NaN);
}

/** Hours of a break that is named apart from the times of work. */
function hoursOfRest(text: string): number {
  const hours = numberOf(REST.exec(text)?.groups?.['h'] ?? '');
  return hours > 0 && hours <= 4 ? hours : 0;
}

function hoursOfClock(groups: Groups): number {
  const early = figure(groups, 's2', 's3');
  if (!Number.isNaN(early)) return figure(groups, 't2', 't3') + 12 - early;
  const plain =
    groups['s5'] === undefined
      ? groups
      : { ...groups, p: groups['p5'], q: groups['q5'], s: groups['s5'], t: groups['t5'] };
  return span(plain);
}

function span(groups: Groups): number {
  const isLate = (part: string | undefined) =>
    part !== undefined && [...floors.late].some((one) => part.includes(one)) && !part.startsWith(floors.noon);
  let from = figure(groups, 's') + (groups['sh'] ? 0.5 : 0);
  let to = figure(groups, 't') + (groups['th'] ? 0.5 : 0);
  if (isLate(groups['p']) && from < 12) from += 12;
  if (to < 12 && (isLate(groups['q']) || to <= from)) to += 12;
  return to > from ? to - from : to + 12 - from;
}

const readDaily: Reader = (groups, setting) => {
  const amount = figure(groups, 'a', 'b', 'c', 'd', 'c2');
  const hours = hoursIn(setting);
  return amount >= 20 && hours >= 1 && hours <= 24 ? underFloor(amount / hours, setting.floor, 1) : null;
};

/** So much for several days, the hours of each said elsewhere. */
const readTotal: Reader = (groups, setting) => {
  const [amount, days] = [figure(groups, 'a', 'a2', 'a3'), daysIn(groups)];
  const hours = hoursIn(setting) * days;
  return days >= 2 && amount >= 20 * days && hours <= 24 * days
    ? underFloor(amount / hours, setting.floor, 1)
    : null;
};

function daysIn(groups: Groups): number {
  const said = groups['d'] ?? groups['d2'] ?? groups['d3'] ?? '';
  if (WEEK.test(said)) return DAYS_OF_A_WEEK;
  return numberOf(said.endsWith(floors.two) ? floors.two : said);
}

const readMonthly: Reader = (groups, setting) => {
  const amount = figure(groups, 'a', 'b', 'c');
  const hours = hoursIn(setting);
  if (!(amount >= 500 && amount <= 30_000 && hours >= 2 && hours <= 24)) return null;
  return underFloor(amount / (hours * workDays(setting.text)), setting.floor);
};

/** Working days of a month: with two days off a week 21.75 (劳社部发〔2008〕3号), with one 26, or as the text says. */
function workDays(text: string): number {
  const off = OFF.exec(text)?.groups;
  if (off?.['two']) return 21.75;
  const days = off?.['off'] === undefined ? Number.NaN : numberOf(off['off']);
  return days >= 0 && days < 20 ? 30 - days : 26;
}

/** How each kind of figure is read: null when it is lawful, or none of its kind. */
export const READERS: Readonly<Record<FigureReader, Reader>> = {
  age: readAge,
  care: (_, setting) => (isOther(CARED, setting) ? null : {}),
  minor: readMinor,
  days: readDays,
  hourly: readHourly,
  shift: readShift,
  pieces: readPieces,
  promise: readPromise,
  daily: readDaily,
  monthly: readMonthly,
  total: readTotal,
};
