import { DIGITS, NUMERAL_BEFORE, TEN } from './clock-words';
import {
  FIXED_HOLIDAYS,
  MONTHS_AWAY,
  NOT_A_HOLIDAY,
  RELATIVE_DAYS,
  RELATIVE_MORNINGS,
  RELATIVE_PARTS,
} from './date-words';

import { monthAway, nextHoliday } from './dates';

import {
  BOTH_HOLIDAYS,
  CYCLE_WORDS,
  DAY_WORDS,
  ONE_OF_DAYS,
  OWN_SHIFT_WORDS,
  PART_WORDS,
  SEASON_WORDS,
  SHIFT_WORDS,
  SHORT_PARTS,
  THING_OF_PART,
  UNTOUCHED,
} from './day-words';
import { BEFORE_MEAL, EVENT_WORDS, MEAL_GIVEN } from './event-words';
import { ANYTIME, MARK_WORDS } from './time-words';
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
enter(BEFORE_MEAL, (at) => [
  { start: at.start, end: at.end - 1, kind: 'event', event: 'meal' },
  { start: at.end - 1, end: at.end, kind: 'before' },
]);
enter(ONE_OF_DAYS, (at) => [{ ...at, kind: 'day_count' }]);
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

/** Whether a text is a word of the tables, and so no unknown one. */
export const isKnown = (word: string): boolean => TABLE.has(word);

/** The tokens of the longest word of the tables that starts at `at`. */
export function wordAt(text: string, at: number, today: number | null): Token[] {
  for (const [word, entry] of BY_FIRST.get(text.charCodeAt(at)) ?? []) {
    if (!text.startsWith(word, at)) continue;
    const { length } = word;
    const rest = text.slice(at + length, at + length + 8);
    const figure = HOLIDAYS.has(word) && DIGITS.has(word[0] ?? '');
    if (HOLIDAYS.has(word) && NOT_A_HOLIDAY.test(rest)) continue;
    if (
      (figure || word[0] === TEN) &&
      HOLIDAYS.has(word) &&
      NUMERAL_BEFORE.test(text.slice(Math.max(0, at - 1), at))
    )
      continue;
    const tokens = entry({ start: at, end: at + length }, today);
    const [first] = tokens;
    if (first?.kind === 'part' && (MEAL_GIVEN.test(rest) || UNTOUCHED.test(rest) || THING_OF_PART.test(rest)))
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
