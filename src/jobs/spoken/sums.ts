import { numberOf } from './number-words';
import {
  BARE,
  CENT,
  CLOSES,
  DAYS_BEFORE,
  MONEY,
  NAME_FIRST,
  NO_WAGE_AFTER,
  NO_WAGE_BEFORE,
  PIECEWORK,
  SUM_FIRST,
  type SumFor,
  THING_FIRST,
  UNIT_FIRST,
  WHOLE,
} from './sum-words';

/** A sum of money that somebody offers, yuan; UTF-16 offsets. `per` is null when it is not said what it is for. */
export interface Sum {
  low: number;
  high: number | null;
  per: SumFor | null;
  start: number;
  end: number;
  /** As it was said. */
  words: string;
}

const UNITS = ['hour', 'day', 'month', 'shift', 'piece', 'person', 'whole', 'other'] as const;
/** The least and the most that a sum for a unit can be, yuan: what lies outside was no sum of that kind. */
const USUAL: Readonly<Record<SumFor, readonly [number, number]>> = {
  hour: [3, 500],
  day: [20, 3000],
  month: [200, 100_000],
  shift: [8, 3000],
  piece: [0.01, 2000],
  person: [20, 5000],
  whole: [10, 50_000],
  other: [50, 20_000],
};
/** A sum with neither a unit nor a word of money is at least this, and one that stands alone at least that, yuan. */
const LEAST_BARE = 10;
const LEAST_ALONE = 50;

/** Every sum in a text in its normal form, in order, without overlap; what says its unit is read first. */
export function sumsIn(text: string): Sum[] {
  const found: Sum[] = [];
  const take = (one: Sum | null) => {
    if (one && !found.some(({ start, end }) => one.start < end && start < one.end)) found.push(one);
  };
  for (const match of text.matchAll(WHOLE)) if (isGiven(match)) take(sumOf(match, 'whole', text));
  for (const match of text.matchAll(PIECEWORK)) take(sumOf(match, 'piece', text));
  for (const form of [NAME_FIRST, UNIT_FIRST, SUM_FIRST])
    for (const match of text.matchAll(form)) take(sumOf(match, unitOf(match), text));
  for (const match of text.matchAll(THING_FIRST)) if (MONEY.test(match[0])) take(sumOf(match, 'piece', text));
  for (const match of text.matchAll(BARE)) {
    const one = sumOf(match, null, text);
    if (one && isMoney(match, one, text))
      take(
        DAYS_BEFORE.test(text.slice(Math.max(0, one.start - 6), one.start)) ? { ...one, per: 'other' } : one,
      );
  }
  return found.sort((a, b) => a.start - b.start);
}

/** 扫完五十块, 扫完给五十; no 扫完五十. */
const isGiven = ({ groups = {}, 0: all }: RegExpMatchArray) =>
  groups['low'] === undefined || groups['gives'] !== undefined || MONEY.test(all);

const unitOf = ({ groups = {} }: RegExpMatchArray): SumFor =>
  UNITS.find((unit) => groups[unit] !== undefined) ?? 'piece';

function sumOf({ groups = {}, 0: all, index = 0 }: RegExpMatchArray, per: SumFor | null, text: string) {
  const [start, end] = [index, index + all.length];
  const said = (name: string) => groups[name] ?? groups[`${name}2`];
  const low = yuan(said('low') ?? '', said('dimes'), said('coin'), said('cents'));
  const high = said('high') === undefined ? null : numberOf(said('high') ?? '');
  const [least, most] = per === null ? [0.01, 100_000] : USUAL[per];
  if (!(low >= least && low <= most)) return null;
  if (NO_WAGE_BEFORE.test(text.slice(Math.max(0, start - 8), start)) || NO_WAGE_AFTER.test(text.slice(end)))
    return null;
  return { low, high: high !== null && high > low ? high : null, per, start, end, words: all };
}

/** 三块五, 两毛, 一毛五, 八分. */
function yuan(low: string, dimes?: string, coin?: string, cents?: string): number {
  const whole = numberOf(low);
  if (coin === undefined) return dimes === undefined ? whole : round(whole + numberOf(dimes) / 10);
  if (coin === CENT) return round(whole / 100);
  return round(whole / 10 + (cents === undefined ? 0 : numberOf(cents) / 100));
}

const round = (amount: number) => Math.round(amount * 100) / 100;

/** A bare figure is a sum with a word of money, after a word of giving, or when nothing else stands in its clause. */
function isMoney({ groups = {}, 0: all }: RegExpMatchArray, { low, end }: Sum, text: string): boolean {
  if (MONEY.test(all) || groups['coin'] !== undefined) return true;
  if (groups['said'] !== undefined) return low >= LEAST_BARE;
  const closes = CLOSES.test(text.slice(end));
  return groups['alone'] !== undefined && closes && low >= LEAST_ALONE;
}
