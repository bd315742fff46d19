import { dateOfEpochDay, epochDay } from '../kernel/clock';
import { DAY_MINUTES } from '../kernel/week';
import { formatClock, formatDays } from '../kernel/week-syntax';
import { commitmentOf } from './commitment';
import { joinDoings } from './doings';
import { restOf } from './rest-days';
import { scan } from './scan';
import { asHours, collect, type Found } from './shift-pieces';
import { type ReadShift, SHIFT_QUESTIONS, type ShiftQuestion, type ShiftReading } from './shift-reading';
import { HOURS_A_DAY, NINE_NINE_SIX, ONLY_THEN, ROTATION } from './shift-words';
import { fold } from './spelling';
import { EVERY_DAY } from './weeks';

const LONGEST = 4000;
const MOST_SHIFTS = 20;
/** As many shifts as a posting may have. */
const MOST_WRITTEN = 50;

/**
 * Reads the hours that an employer writes. Where people gather before work (18.00集合18.30上班) they must be there from
 * the gathering on: the shift begins then. Breaks inside a shift are part of it. Shifts with names or numbers, and
 * those that overlap, are alternatives: one of them, and whether one may choose is asked.
 */
export function readShifts(text: string, options: { today?: string | null } = {}): ShiftReading {
  const folded = fold(text.slice(0, LONGEST));
  const day = options.today ? epochDay(options.today) : Number.NaN;
  const tokens = joinDoings(scan(folded, Number.isNaN(day) ? null : day), folded, 'posting');
  const nodes = tokens.map((node, i) => asHours(node, i, tokens, folded));
  const questions = new Set<ShiftQuestion>();
  const rest = restOf(folded);
  const spans = [...rest.spans];
  const found = collect(nodes, folded, spans, questions, rest.spans);
  const nines = found.length === 0 ? NINE_NINE_SIX.exec(folded) : null;
  if (nines) spans.push({ start: nines.index, end: nines.index + nines[0].length });
  const written = writtenOf(found.slice(0, MOST_SHIFTS), rest.off, questions);
  const shifts = nines ? [{ days: 'Mo-Sa', start: '09:00', end: '21:00' }] : written;
  const someDays = nodes.some((node) => node.kind === 'days' && !node.weak) && rest.spans.length === 0;
  if (
    shifts.length === 0 &&
    (someDays || HOURS_A_DAY.test(folded)) &&
    !questions.has('end') &&
    !questions.has('start')
  )
    questions.add('when');
  if (rest.ask) questions.add('rest_days');
  if (shifts.some((shift) => 'days' in shift) && ONLY_THEN.test(folded)) questions.add('days');
  if (ROTATION.test(folded)) questions.add('rotation');
  const commitment = commitmentOf(folded, found, questions);
  return {
    shifts: shifts.length > 0 ? unique(shifts) : null,
    commitment: shifts.length > 0 ? commitment : 'all',
    ...(rest.days ? { restDays: rest.days } : {}),
    questions: SHIFT_QUESTIONS.filter((code) => questions.has(code)).map((about) => ({ about })),
    spans: ordered(spans),
  };
}

/** Each shift on its days or dates; where the dates make too many, on every day, and which days is asked. */
function writtenOf(
  found: readonly Found[],
  off: readonly number[],
  questions: Set<ShiftQuestion>,
): ReadShift[] {
  const written = found.flatMap((one) => shiftOf(one, off));
  if (written.length <= MOST_WRITTEN) return written;
  questions.add('days');
  return found.flatMap((one) => shiftOf({ ...one, dates: null }, off));
}

function shiftOf({ start, end, days, dates }: Found, off: readonly number[]): ReadShift[] {
  const from = formatClock(start % DAY_MINUTES);
  const until = end === DAY_MINUTES ? '24:00' : formatClock(end % DAY_MINUTES);
  if (from === until) return [];
  if (dates !== null) return dates.map((date) => ({ date: dateOfEpochDay(date), start: from, end: until }));
  const on = (days ?? EVERY_DAY).filter((day) => !off.includes(day));
  return on.length === 0 ? [] : [{ days: formatDays(on), start: from, end: until }];
}

function unique(shifts: readonly ReadShift[]): ReadShift[] {
  return [...new Map(shifts.map((shift) => [JSON.stringify(shift), shift])).values()];
}

function ordered(spans: ShiftReading['spans']): ShiftReading['spans'] {
  const out: ShiftReading['spans'] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = out.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}
