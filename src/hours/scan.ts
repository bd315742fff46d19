import { readClock } from './clock';
import {
  AFTER_ONE,
  AT,
  AT_LEAST_ONE,
  CAN,
  DAYS_A_WEEK,
  DAYS_LONG,
  DOTTED_DATE,
  DURATION,
  EVERY_MONTH,
  FIGURE_STARTS,
  LISTED_DAYS,
  LUNAR,
  NEVER_FIGURES,
  NUMERAL_BEFORE,
  ONE,
  PAST,
  PAST_STARTS,
  TWO_FOUR,
  UNITS,
} from './clock-words';

import { readDates, readNextDate } from './dates';
import { CYCLE_SHAPE } from './day-words';
import { readDays, readMoreDays } from './days';
import { readNumeral } from './numerals';
import { AT_WORK } from './own-words';
import { wordAt } from './scan-words';
import { ABLE, UNABLE } from './time-words';
import type { Token } from './tokens';

/** After these it is time before something: 元旦前几天. */
const BEFORE_DATES: ReadonlySet<string> = new Set(['dates', 'season', 'event']);

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
    lengthen(found, text, tokens.at(-1));
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

/** 元旦三天: so many days from the first. */
function lengthen(found: readonly Token[], text: string, before: Token | undefined): void {
  const [holiday] = found;
  // 明儿跟后儿两天 counts what was said.
  if (before && ['and', 'to', 'dash', 'dates'].includes(before.kind)) return;
  if (found.length !== 1 || holiday?.kind !== 'dates' || holiday.from === null) return;
  const run = DAYS_LONG.exec(text.slice(holiday.end, holiday.end + 8));
  const count = run?.[1] ? (readNumeral(run[1], 0)?.value ?? 0) : 0;
  if (!run || count < 2 || count > 31) return;
  holiday.to = holiday.from + count - 1;
  holiday.end += run[0].length;
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

/** What is no word of a table and no figure: 来不了, 走得开, 在地里干活, 上周. */
function wordLikeAt(text: string, at: number, first: string, before: Token[]): Token | null {
  const found = (kind: 'busy' | 'free' | 'tend' | 'past', word: string | undefined): Token | null =>
    word ? { kind, start: at, end: at + word.length } : null;
  if (first === AT) return found('tend', AT_WORK.exec(text.slice(at, at + 14))?.[0]);
  const unable = UNABLE.exec(text.slice(at, at + 5))?.[0];
  if (unable) return found('busy', unable);
  const able = text[at + 1] === CAN ? ABLE.exec(text.slice(at, at + 8))?.[0] : undefined;
  if (able) return found('free', able);
  if (!PAST_STARTS.has(first) || BEFORE_DATES.has(before.at(-1)?.kind ?? '')) return null;
  return found('past', PAST.exec(text.slice(at, at + 8))?.[0]);
}

function figureAt(
  text: string,
  at: number,
  today: number | null,
  before: Token[],
  afterGap: boolean,
): Token | null {
  const first = text[at] ?? '';
  const word = wordLikeAt(text, at, first, before);
  if (word || NEVER_FIGURES.has(first)) return word;
  const cycle = CYCLE_SHAPE.exec(text.slice(at, at + 12))?.[0];
  if (cycle) return { kind: 'cycle', own: true, start: at, end: at + cycle.length };
  const count = DAYS_A_WEEK.exec(text.slice(at, at + 16))?.[0];
  if (count) return { kind: 'day_count', start: at, end: at + count.length };
  const dotted = DOTTED_DATE.test(text.slice(at, at + 14)) ? readDates(text, at, today) : null;
  if (dotted) return dotted;
  if (TWO_FOUR.test(text.slice(at, at + 4)) && !NUMERAL_BEFORE.test(text.slice(Math.max(0, at - 1), at)))
    return { kind: 'days', days: [1, 3], weak: false, start: at, end: at + 2 };
  const days = readDays(text, at, today);
  if (days) return days;
  const listed =
    LISTED_DAYS.test(text.slice(at, at + 4)) && !NUMERAL_BEFORE.test(text.slice(Math.max(0, at - 1), at));
  const more = listed || before.some(({ kind }) => kind === 'days') ? readMoreDays(text, at) : null;
  if (more) return more;
  const clock = readClock(text, at);
  if (clock && !(isLonelyOne(text, clock, before) && !AFTER_ONE.test(text.slice(at + 2, at + 5)))) {
    if (!(text[at] === ONE && clock.hour === 1 && clock.minute === 0 && afterGap)) return clock;
  }
  const lunar = LUNAR.exec(text.slice(at, at + 10))?.[0];
  // The lunar calendar is not reckoned here: which date it is, is asked.
  const monthly = EVERY_MONTH.exec(text.slice(at, at + 12))?.[0];
  if (monthly)
    return { kind: 'dates', from: null, to: null, weak: false, start: at, end: at + monthly.length };
  if (lunar) return { kind: 'dates', from: null, to: null, weak: false, start: at, end: at + lunar.length };
  const found = readDates(text, at, today) ?? readNextDate(text, at, before, today);
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
  if (last.kind === 'modal' && AT_LEAST_ONE.test(text.slice(Math.max(0, last.end - 3), last.end)))
    return false;
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
  // 早九晚六 月休四天: a unit stands right behind a spoken number.
  const amount =
    (UNITS.test(rest) && !(number.digits === 0 && rest[0] === ' ')) ||
    /^[.:]?\d/.test(rest) ||
    /[\d.]/.test(text[at - 1] ?? '');
  const kind = amount || number.value > 24 || number.later !== null ? 'gap' : 'number';
  if (kind === 'gap') return { kind, start: at, end: number.end };
  return { kind, value: number.value, start: at, end: number.end };
}
