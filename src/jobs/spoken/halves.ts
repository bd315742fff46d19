import { readShifts, type ShiftReading } from '../../hours';
import { DAY_MINUTES } from '../../kernel/week';
import { formatClock, parseSpan } from '../../kernel/week-syntax';
import { APART, BARE_CLOCK, EVENING, EVENING_TRADE, HALVES } from './half-words';

const NOON = '12:00';

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
  const at = BARE_CLOCK.exec(text)?.index;
  const place = at === undefined ? -1 : whole.indexOf(text.slice(at, at + 4));
  // 明天晚上要六个人,八点到十二点: hours that would do by themselves follow what was said before them as well.
  const half = asksHalf(read) ? halfBeside(whole, place) : onlyHalf(whole, place);
  if (at === undefined || half === null) return [text, read];
  const told = `${text.slice(0, at)}${half}${text.slice(at)}`;
  const again = readShifts(told, { today });
  const isLater = asksHalf(read) || (again.shifts ?? []).every(({ start }) => start >= NOON);
  return again.shifts !== null && !asksHalf(again) && isLater ? [told, again] : [text, read];
}

/** The last word for a part of the day before a place in the text, or else the first behind it, or the trade's. */
const halfBeside = (text: string, at: number): string | null =>
  halfBefore(text, at) ?? halvesOf(text)[0]?.half ?? (EVENING_TRADE.test(text) ? EVENING : null);

const halfBefore = (text: string, at: number): string | null =>
  halvesOf(text)
    .filter(({ index }) => index < at)
    .at(-1)?.half ?? null;

/** The one part of the day that a text names, before a place in it. */
function onlyHalf(text: string, at: number): string | null {
  const [only, ...others] = halvesOf(text);
  return only && others.length === 0 && only.index < at ? only.half : null;
}

const halvesOf = (text: string) =>
  HALVES.flatMap(([half, words]) => [...text.matchAll(words)].map(({ index }) => ({ half, index }))).sort(
    (a, b) => a.index - b.index,
  );

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
