import { readClock } from './clock';
import { AFTER_ONE, DAYS_A_WEEK, DURATION, FIGURE_STARTS, NUMERAL_BEFORE, ONE, UNITS } from './clock-words';
import {
  FIXED_HOLIDAYS,
  MONTHS_AWAY,
  NOT_A_HOLIDAY,
  RELATIVE_DAYS,
  RELATIVE_MORNINGS,
  RELATIVE_PARTS,
} from './date-words';
import { monthAway, nextHoliday, readDates } from './dates';
import { readDays } from './days';
import { readNumeral } from './numerals';
import {
  ANYTIME,
  BOTH_HOLIDAYS,
  CYCLE_SHAPE,
  CYCLE_WORDS,
  DAY_WORDS,
  EVENT_WORDS,
  MARK_WORDS,
  MEAL_GIVEN,
  OWN_SHIFT_WORDS,
  PART_WORDS,
  SEASON_WORDS,
  SHIFT_WORDS,
  SHORT_PARTS,
  UNTOUCHED,
} from './time-words';
import type { Place, Token } from './tokens';

/** A word of the tables; builds its tokens for a place, given today. */
type Entry = (place: Place, today: number | null) => Token[];

const TABLE = new Map<string, Entry>();
const enter = (words: string, entry: Entry) => {
  for (const word of words.split(' ').filter((each) => each !== '')) {
    TABLE.set(word, entry);
  }
};
// Later tables win: a word that looks like time but names a thing (早餐, 夜市) is listed among the gaps.
for (const [part, words] of SHORT_PARTS) enter(words, (at) => [{ ...at, kind: 'part', part, short: true }]);
for (const [part, words] of PART_WORDS) enter(words, (at) => [{ ...at, kind: 'part', part, short: false }]);
for (const [part, words] of SHIFT_WORDS)
  enter(words, (at) => [{ ...at, kind: 'part', part, short: false, shift: true }]);
for (const [part, words] of OWN_SHIFT_WORDS) {
  enter(words, (at) => [
    { ...at, kind: 'part', part, short: false },
    { start: at.end, end: at.end, kind: 'event', event: 'work' },
  ]);
}
for (const [days, weak, words] of DAY_WORDS) enter(words, (at) => [{ ...at, kind: 'days', days, weak }]);
for (const [own, words] of CYCLE_WORDS) enter(words, (at) => [{ ...at, kind: 'cycle', own }]);
for (const [season, labour, words] of SEASON_WORDS)
  enter(words, (at) => [{ ...at, kind: 'season', season, labour }]);
for (const [event, words] of EVENT_WORDS) enter(words, (at) => [{ ...at, kind: 'event', event }]);
for (const [kind, words] of MARK_WORDS) enter(words, (at) => [{ ...at, kind } as Token]);
enter(BOTH_HOLIDAYS, (at) => [
  { ...at, kind: 'season', season: 'winter_holiday', labour: false },
  { start: at.end, end: at.end, kind: 'season', season: 'summer_holiday', labour: false },
]);
enter(ANYTIME, (at) => [
  { ...at, kind: 'part', part: 'all', short: false },
  { start: at.end, end: at.end, kind: 'free' },
]);
const dates = (at: Place, span: readonly [number, number] | null, weak: boolean): Token => ({
  ...at,
  kind: 'dates',
  from: span?.[0] ?? null,
  to: span?.[1] ?? null,
  weak,
});
for (const [from, to, weak, words] of RELATIVE_DAYS)
  enter(words, (at, today) => [dates(at, today === null ? null : [today + from, today + to], weak)]);
for (const [group, part] of [
  [RELATIVE_PARTS, 'evening'],
  [RELATIVE_MORNINGS, 'early'],
] as const) {
  for (const [day, words] of group) {
    enter(words, ({ start, end }, today) => [
      dates({ start, end: start + 1 }, today === null ? null : [today + day, today + day], true),
      { start: start + 1, end, kind: 'part', part, short: false },
    ]);
  }
}
for (const [months, words] of MONTHS_AWAY)
  enter(words, (at, today) => [dates(at, today === null ? null : monthAway(today, months), false)]);
const HOLIDAYS = new Set<string>();
for (const [month, day, days, words] of FIXED_HOLIDAYS) {
  for (const word of words.split(' ')) HOLIDAYS.add(word);
  enter(words, (at, today) => [
    dates(at, today === null ? null : nextHoliday(today, month, day, days), false),
  ]);
}

/** The typed tokens of a folded text, in order, without overlap; what no rule knows is a gap. */
export function scan(text: string, today: number | null): Token[] {
  const tokens: Token[] = [];
  let gap = -1;
  const closeGap = (at: number) => {
    if (gap >= 0) tokens.push({ kind: 'gap', start: gap, end: at });
    gap = -1;
  };
  for (let at = 0; at < text.length; ) {
    const found = tokenAt(text, at, today, tokens, gap >= 0);
    const last = found.at(-1);
    if (last && last.end > at) {
      closeGap(at);
      tokens.push(...found);
      at = last.end;
    } else {
      if (text[at] === ' ') {
        closeGap(at);
        tokens.push({ kind: 'soft', start: at, end: at + 1 });
      } else if (gap < 0) gap = at;
      at++;
    }
  }
  closeGap(text.length);
  return tokens;
}

function tokenAt(
  text: string,
  at: number,
  today: number | null,
  before: Token[],
  afterGap: boolean,
): Token[] {
  const word = wordAt(text, at, today);
  const figure = FIGURE_STARTS.has(text[at] ?? '') ? figureAt(text, at, today, before, afterGap) : null;
  const wordEnd = word.at(-1)?.end ?? at;
  return figure && figure.end >= wordEnd ? [figure] : word;
}

function wordAt(text: string, at: number, today: number | null): Token[] {
  for (const [word, entry] of BY_FIRST.get(text.charCodeAt(at)) ?? []) {
    if (!text.startsWith(word, at)) continue;
    const { length } = word;
    const rest = text.slice(at + length, at + length + 8);
    if (HOLIDAYS.has(word) && (NOT_A_HOLIDAY.test(rest) || NUMERAL_BEFORE.test(text.slice(0, at)))) continue;
    const tokens = entry({ start: at, end: at + length }, today);
    const [first] = tokens;
    if (first?.kind === 'part' && (MEAL_GIVEN.test(rest) || UNTOUCHED.test(rest)))
      return [{ kind: 'gap', start: at, end: at + length }];
    return tokens;
  }
  return [];
}

/** The words of the tables by their first character, longest first. */
const BY_FIRST = new Map<number, [string, Entry][]>();
for (const [word, entry] of [...TABLE].sort(([a], [b]) => b.length - a.length)) {
  const first = word.charCodeAt(0);
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), [word, entry]]);
}

function figureAt(
  text: string,
  at: number,
  today: number | null,
  before: Token[],
  afterGap: boolean,
): Token | null {
  const cycle = CYCLE_SHAPE.exec(text.slice(at, at + 8))?.[0];
  if (cycle) return { kind: 'cycle', own: true, start: at, end: at + cycle.length };
  const count = DAYS_A_WEEK.exec(text.slice(at, at + 16))?.[0];
  if (count) return { kind: 'day_count', start: at, end: at + count.length };
  const days = readDays(text, at, today);
  if (days) return days;
  const clock = readClock(text, at);
  if (clock && !(isLonelyOne(text, clock, before) && !AFTER_ONE.test(text.slice(at + 2, at + 5)))) {
    if (!(text[at] === ONE && clock.hour === 1 && clock.minute === 0 && afterGap)) return clock;
  }
  const found = readDates(text, at, today);
  if (found) return found;
  return numberAt(text, at);
}

/** 一点 says "a bit" more often than one o'clock. */
function isLonelyOne(
  text: string,
  clock: { start: number; end: number; hour: number; minute: number },
  before: Token[],
): boolean {
  if (text[clock.start] !== ONE || clock.hour !== 1 || clock.minute !== 0) return false;
  const last = before.at(-1);
  if (!last || last.end !== clock.start) return true;
  if (last.kind === 'part') return last.short;
  return !(last.kind === 'to' || last.kind === 'until' || last.kind === 'from' || last.kind === 'days');
}

function numberAt(text: string, at: number): Token | null {
  const number = readNumeral(text, at);
  if (!number) {
    const run = /^\d+/.exec(text.slice(at))?.[0];
    return run ? { kind: 'gap', start: at, end: at + run.length } : null;
  }
  const rest = text.slice(number.end, number.end + 6);
  const duration = DURATION.exec(rest)?.[0];
  if (duration && number.value !== 24)
    return { kind: 'duration', start: at, end: number.end + duration.length };
  const amount = UNITS.test(rest) || /^[.:]?\d/.test(rest) || /[\d.]/.test(text[at - 1] ?? '');
  const kind = amount || number.value > 24 || number.later !== null ? 'gap' : 'number';
  if (kind === 'gap') return { kind, start: at, end: number.end };
  return { kind, value: number.value, start: at, end: number.end };
}
