import { type ReadShift, readBack, readShifts, type TimeReading } from '../hours';
import { formatWeek, parseWeek } from '../kernel/week-syntax';
import { OF_ONESELF, OF_SHIFTS } from './employer-words';
import type { Lexicon } from './lexicon';
import { MAX_SAID_LENGTH } from './normalise';
import { understand } from './understand';
import type { TimeSaid, Understood } from './understood';

/** Numbers of a list (①, ⑵, ❸), which would otherwise grow into the figure behind them. */
const LIST_NUMBERS = /[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229]/gu;

/**
 * Reads what a person says of themselves, or what was written about hours: time is always when somebody can, and
 * hours as employers write them come back as their union. Text that is too long is cut, which `cut` says.
 * @param today Shanghai date, for words such as tomorrow
 */
export function understandSaid(text: string, lexicon: Lexicon, today: string): Understood {
  const kept = text.slice(0, MAX_SAID_LENGTH).toWellFormed();
  const said = kept.replace(LIST_NUMBERS, ' ');
  const understood = understand(said, lexicon, { today, about: 'person' });
  const time = shiftsSaid(kept, understood.time, today) ?? understood.time;
  return {
    ...understood,
    ...(time ? { time } : {}),
    ...(kept.length < text.length ? { cut: true as const } : {}),
  };
}

/** The union of shifts, where a text speaks of those rather than of somebody's own time; null otherwise. */
function shiftsSaid(text: string, time: TimeSaid | undefined, today: string): TimeSaid | null {
  if (OF_ONESELF.test(text) || (time?.free !== undefined && !OF_SHIFTS.test(text))) return null;
  const { shifts, questions } = readShifts(text, { today });
  if (shifts === null) return null;
  const weekly = shifts.flatMap((shift) => ('days' in shift ? [`${shift.days} ${spanOf(shift)}`] : []));
  const dated = new Map<string, string[]>();
  for (const shift of shifts)
    if ('date' in shift) dated.set(shift.date, [...(dated.get(shift.date) ?? []), spanOf(shift)]);
  const asked = questions.flatMap(({ about }) => (about === 'am_pm' ? [{ about }] : []));
  return {
    ...(weekly.length > 0 ? { free: formatWeek(parseWeek(weekly.join('; '))) } : {}),
    ...(dated.size > 0
      ? {
          exceptions: [...dated].map(([date, spans]) => ({
            date,
            free: formatWeek(parseWeek(`Mo-Su ${spans.join(',')}`)),
          })),
        }
      : {}),
    ...(asked.length > 0 ? { questions: asked } : {}),
  };
}

const spanOf = ({ start, end }: ReadShift) => `${start}-${end}`;

/** What is said back of a reading, as parts of a sentence; null when nothing of time was read. */
export function timeSaidBack(time: TimeSaid | undefined) {
  if (!time) return null;
  const { free = null, exceptions = [], anchors = [], questions = [] } = time;
  const reading = { free, wish: false, exceptions: [...exceptions], anchors: [...anchors], spans: [] };
  return readBack({ ...reading, questions: questions as TimeReading['questions'] });
}

/** A reading as the contract shows it: `exceptions` and `anchors` are always there, and what only engines need is not. */
export type ReadText = Omit<Understood, 'words' | 'alternatives' | 'time'> & {
  time?: Omit<TimeSaid, 'questions'> & Required<Pick<TimeSaid, 'exceptions' | 'anchors'>>;
};

/** {@link ReadText} of a reading. */
export function readText({
  words: _words,
  alternatives: _alternatives,
  time,
  ...said
}: Understood): ReadText {
  if (!time) return said;
  const { questions: _questions, exceptions = [], anchors = [], ...week } = time;
  return { ...said, time: { ...week, exceptions, anchors } };
}
