import { readShifts, type ShiftReading } from '../../hours';
import { DAY_MINUTES } from '../../kernel/week';
import { formatClock, parseSpan } from '../../kernel/week-syntax';
import { APART, BARE_CLOCK, EVENING, EVENING_TRADE, HALVES } from './half-words';

const asksHalf = ({ questions }: ShiftReading) => questions.some(({ about }) => about === 'am_pm');

/**
 * Hours whose half of the day stands elsewhere in the sentence: 今天晚上缺个传菜的,六点到十点. It is tried beside the first
 * hour that has none, and kept when nothing is open then.
 * @returns the text that was read, and the reading
 */
export function withHalfOfDay(
  said: string,
  whole: string,
  today: string,
): [text: string, reading: ShiftReading] {
  const text = said.replace(APART, '$<half>');
  const read = readShifts(text, { today });
  if (!asksHalf(read)) return [text, read];
  const at = BARE_CLOCK.exec(text)?.index;
  const half = at === undefined ? null : halfBeside(whole, whole.indexOf(text.slice(at, at + 4)));
  if (at === undefined || half === null) return [text, read];
  const told = `${text.slice(0, at)}${half}${text.slice(at)}`;
  const again = readShifts(told, { today });
  return again.shifts !== null && !asksHalf(again) ? [told, again] : [text, read];
}

/** The last word for a part of the day before a place in the text, or else the first behind it, or the trade's. */
function halfBeside(text: string, at: number): string | null {
  const found = HALVES.flatMap(([half, words]) =>
    [...text.matchAll(words)].map(({ index }) => ({ half, index })),
  ).sort((a, b) => a.index - b.index);
  const before = found.filter(({ index }) => index < at).at(-1);
  return before?.half ?? found[0]?.half ?? (EVENING_TRADE.test(text) ? EVENING : null);
}

/** 11点到2点,5点到9点: a later stretch of the same day that would begin before the one before it ends. */
export function withLaterHalf(text: string, read: ShiftReading, today: string): ShiftReading {
  const { shifts } = read;
  const last = read.spans.at(-1);
  if (!asksHalf(read) || shifts === null || shifts.length < 2 || !last) return read;
  if (asksHalf(readShifts(text.slice(0, last.start), { today }))) return read;
  let until = 0;
  const moved = shifts.map((shift) => {
    const [from, to] = parseSpan(`${shift.start}-${shift.end}`);
    const later = from < until && from + DAY_MINUTES / 2 >= until && to + DAY_MINUTES / 2 <= DAY_MINUTES;
    const by = later ? DAY_MINUTES / 2 : 0;
    until = to + by;
    return { ...shift, start: formatClock(from + by), end: formatClock(to + by) };
  });
  return { ...read, shifts: moved, questions: read.questions.filter(({ about }) => about !== 'am_pm') };
}
