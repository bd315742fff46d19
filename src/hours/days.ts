import { weekdayOfEpochDay } from '../kernel/clock';
import {
  AFTER_MORE_DAYS,
  COUNTED,
  COUNTING,
  DAY_JOINS,
  DAY_RANGES,
  ENGLISH_DAYS,
  englishDay,
  MORE_DAYS,
  NOT_A_WEEKDAY,
  NOT_MONDAY,
  NUMERAL_BEFORE,
  WEEK_DAYS,
  WEEK_END,
  WEEK_INSIDE,
  WEEK_OFFSETS,
  WEEK_WORDS,
} from './clock-words';
import type { Token } from './tokens';

/**
 * Weekdays that start at `at`: one, several (joined or not), a range. After a word for one certain week they are
 * dates. `today` is an epoch day or null.
 */
export function readDays(text: string, at: number, today: number | null): Token | null {
  for (const [word, weeks] of WEEK_OFFSETS) {
    if (!text.startsWith(word, at)) continue;
    const set = readSet(text, at + word.length);
    if (set) return datesOf(set, at, weeks, today);
    const week = weekWord(text, at + word.length);
    if (week > 0)
      return datesOf({ days: [0, 1, 2, 3, 4, 5, 6], end: at + word.length + week }, at, weeks, today);
    return null;
  }
  const [whole, first = '', last = first] = ENGLISH_DAYS.exec(text.slice(at, at + 24)) ?? [];
  if (whole && !/[a-z]/.test(text[at - 1] ?? '')) {
    const days = [];
    for (let day = englishDay(first); ; day = (day + 1) % 7) {
      days.push(day);
      if (day === englishDay(last)) break;
    }
    return { kind: 'days', days: days.sort(), weak: false, start: at, end: at + whole.length };
  }
  const set = readSet(text, at);
  return set && { kind: 'days', days: set.days, weak: false, start: at, end: set.end };
}

interface DaySet {
  days: number[];
  end: number;
}

function datesOf({ days, end }: DaySet, start: number, weeks: number, today: number | null): Token {
  if (today === null) return { kind: 'dates', from: null, to: null, weak: false, start, end };
  const monday = today - weekdayOfEpochDay(today) + weeks * 7;
  const [first, last] = [monday + Math.min(...days), monday + Math.max(...days)];
  return { kind: 'dates', from: Math.max(first, Math.min(today, last)), to: last, weak: false, start, end };
}

function weekWord(text: string, at: number): number {
  return WEEK_WORDS.find((word) => text.startsWith(word, at))?.length ?? 0;
}

function readSet(text: string, at: number): DaySet | null {
  const word = weekWord(text, at);
  if (word === 0) return null;
  const first = at + word;
  if (text[first] === WEEK_END) return { days: [5, 6], end: first + 1 };
  if (WEEK_INSIDE.includes(text[first] ?? ' ')) return { days: [0, 1, 2, 3, 4], end: first + 1 };
  const day = dayAt(text, first, false);
  if (day === null) return null;
  if (COUNTING.test(text.slice(Math.max(0, at - 1), at)) && COUNTED.test(text.slice(first + 1, first + 7)))
    return null;
  const days = new Set([day]);
  let end = first + 1;
  let last = day;
  for (;;) {
    const joined = end + (DAY_JOINS.includes(text[end] ?? ' ') ? 1 : 0);
    const ranged = DAY_RANGES.includes(text[end] ?? ' ') ? end + 1 : end;
    const from = ranged > end ? ranged : joined;
    const again = weekWord(text, from);
    if (again > 0 && text[from + again] === WEEK_END && ranged === end) {
      days.add(5).add(6);
      end = from + again + 1;
      continue;
    }
    const next = dayAt(text, from + again, again === 0 && from === end);
    if (next === null) break;
    if (ranged > end) for (let d = last; d !== next; d = (d + 1) % 7) days.add(d);
    days.add(next);
    last = next;
    end = from + again + 1;
  }
  return { days: [...days].sort((a, b) => a - b), end };
}

/** @param inRun the character stands right after another day, where a digit is no day */
function dayAt(text: string, at: number, inRun: boolean): number | null {
  const char = text[at] ?? '';
  const day = WEEK_DAYS.get(char);
  if (day === undefined || (inRun && char >= '1' && char <= '7')) return null;
  if (inRun && NOT_MONDAY.test(text.slice(at, at + 2))) return null;
  const rest = text.slice(at + 1, at + 4);
  return NOT_A_WEEKDAY.test(rest) || (char < ':' && /^[\d:.]/.test(rest)) ? null : day;
}

/**
 * Weekdays that go on from others without the word for week: 周一三五下午 二四上午, 一、三、五都行,二、四不行. One alone must
 * stand before a part of the day or a word of being free.
 */
export function readMoreDays(text: string, at: number): Token | null {
  const run = MORE_DAYS.exec(text.slice(at, at + 16))?.[0];
  if (
    !run ||
    NUMERAL_BEFORE.test(text.slice(Math.max(0, at - 1), at)) ||
    /^[一二三四五六]天/.test(text.slice(at, at + 2))
  )
    return null;
  const rest = text.slice(at + run.length, at + run.length + 4);
  if (!AFTER_MORE_DAYS.test(rest) || (run.length === 1 && /^\s*(?:$|[,;。])/.test(rest))) return null;
  const days: number[] = [];
  for (const [i, char] of [...run].entries()) {
    const day = WEEK_DAYS.get(char);
    if (day === undefined) continue;
    const last = days.at(-1) ?? -1;
    if (day <= last) return null;
    if (DAY_RANGES.includes(run[i - 1] ?? ' ')) for (let d = last + 1; d < day; d++) days.push(d);
    days.push(day);
  }
  return { kind: 'days', days, weak: false, start: at, end: at + run.length };
}
