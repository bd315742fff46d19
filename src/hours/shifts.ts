import { dateOfEpochDay, epochDay } from '../kernel/clock';
import { DAY_MINUTES } from '../kernel/week';
import { formatClock, formatDays } from '../kernel/week-syntax';
import { wholeHour } from './clock';
import { joinDoings, type Node } from './doings';
import type { Piece } from './piece';
import { readPiece } from './pieces';
import { isLink } from './points';
import { type RestDays, restOf } from './rest-days';
import { scan } from './scan';
import {
  AT_LEAST,
  BEFORE_FIGURES,
  BREAK_AFTER,
  CHOICE,
  CHOOSING,
  HOURS_A_DAY,
  LABEL,
  NAMES_SHIFT,
  NOT_WORK,
  NUMBER_OF,
  ROTATION,
} from './shift-words';
import { fold, type Part } from './tokens';

/** One shift as JobDraft has it: `days` or a `date`; `HH:MM`, an end before the start is the next day. */
export type ReadShift =
  | { days: string; start: string; end: string }
  | { date: string; start: string; end: string };

export const SHIFT_QUESTIONS = [
  'start',
  'end',
  'when',
  'days',
  'rest_days',
  'rotation',
  'choice',
  'am_pm',
] as const;
export type ShiftQuestion = (typeof SHIFT_QUESTIONS)[number];

/** Hours as an employer wrote them. */
export interface ShiftReading {
  /** Null when no complete shift is said. */
  shifts: ReadShift[] | null;
  /** `all` of the shifts, or at least that many of them (任选). */
  commitment: 'all' | { atLeast: number };
  /** Days off that are said, by week or month. */
  restDays?: RestDays;
  questions: { about: ShiftQuestion }[];
  /** What of the text was read, UTF-16 offsets, in order, without overlap. */
  spans: { start: number; end: number }[];
}

const LONGEST = 4000;
const MOST_SHIFTS = 20;
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

interface Found {
  start: number;
  end: number;
  days: readonly number[] | null;
  date: number | null;
  label: string | null;
  at: number;
}

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
  const found = collect(nodes, folded, spans, questions);
  const shifts = found.slice(0, MOST_SHIFTS).flatMap((one) => shiftOf(one, rest.off));
  if (shifts.length === 0 && HOURS_A_DAY.test(folded) && !questions.has('end') && !questions.has('start'))
    questions.add('when');
  if (rest.ask) questions.add('rest_days');
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

/** 8-12 after a word for working hours, and the half of the day that the name of a shift tells. */
function asHours(node: Node, at: number, nodes: readonly Node[], text: string): Node {
  if (node.kind === 'number') {
    const [before, after] = [nodes[at - 1], nodes[at + 1]];
    const opens =
      isLink(after?.kind) &&
      nodes[at + 2]?.kind === 'number' &&
      BEFORE_FIGURES.test(text.slice(0, node.start));
    const first = nodes[at - 2];
    const closes =
      isLink(before?.kind) && first?.kind === 'number' && BEFORE_FIGURES.test(text.slice(0, first.start));
    return opens || closes ? wholeHour(node, node.value) : node;
  }
  if (node.kind !== 'part' || !NAMES_SHIFT.test(text.slice(node.start, node.end))) return node;
  const next = nodes[at + 1]?.kind === 'soft' ? nodes[at + 2] : nodes[at + 1];
  const hour = next?.kind === 'clock' ? next.hour : -1;
  const part = next?.kind === 'clock' && next.bare ? halfOf(node.part, hour) : null;
  return part ? { ...node, part } : { kind: 'fill', start: node.start, end: node.end };
}

function halfOf(part: Part, hour: number): Part | null {
  if (part === 'night') return hour >= 6 ? 'night' : null;
  if (part === 'evening') return hour >= 5 ? 'evening' : 'afternoon';
  return null;
}

function collect(
  nodes: readonly Node[],
  text: string,
  spans: ShiftReading['spans'],
  questions: Set<ShiftQuestion>,
): Found[] {
  const found: Found[] = [];
  const labels = [...text.matchAll(LABEL)].map((match) => ({ at: match.index, name: match[0] }));
  let days: readonly number[] | null = null;
  let date: number | null = null;
  let dayless: Found[] = [];
  let opened: number | null = null;
  let lead: { at: number; days: readonly number[] } | null = null;
  for (let i = 0; i < nodes.length; ) {
    const node = nodes[i] as Node;
    if (node.kind === 'days' || node.kind === 'dates') {
      const after = nodes[i + 1];
      const off =
        after?.kind === 'rest' ||
        after?.kind === 'free' ||
        (after?.kind === 'job' && after.start === node.end);
      if (!off && node.kind === 'days') {
        days =
          lead && days && nodes.slice(lead.at + 1, i).every(({ kind }) => kind === 'soft' || kind === 'and')
            ? [...new Set([...days, ...node.days])]
            : node.days;
        lead = { at: i, days: node.days };
        date = null;
        // 9:00-18:00 周一到周五: the days stand after their hours.
        if (found.length > 0 && !nextIsHours(nodes, i)) for (const one of dayless) one.days = days;
        dayless = [];
        spans.push({ start: node.start, end: node.end });
      } else if (!off && node.kind === 'dates' && node.from !== null && node.from === node.to) {
        date = node.from;
        spans.push({ start: node.start, end: node.end });
      }
      i++;
      continue;
    }
    const read = readPiece(
      nodes,
      i,
      { after: opened, open: opened !== null },
      { about: 'posting', own: false, told: true },
    );
    if (!read || read.next <= i) {
      i++;
      continue;
    }
    i = read.next;
    const { piece } = read;
    if (
      NOT_WORK.test(text.slice(Math.max(0, piece.start - 12), piece.start)) ||
      BREAK_AFTER.test(text.slice(piece.end, piece.end + 6))
    )
      continue;
    const hours = hoursOf(piece, opened);
    if (piece.type === 'from' && (piece.work || piece.questions.includes('end'))) {
      opened ??= piece.a;
      spans.push({ start: piece.start, end: piece.end });
      continue;
    }
    if (!hours) continue;
    opened = null;
    if (piece.questions.includes('am_pm')) questions.add('am_pm');
    spans.push({ start: piece.start, end: piece.end });
    const label = labels.filter(({ at }) => at < piece.start + 1).at(-1)?.name ?? null;
    const one: Found = { ...hours, days, date, label, at: piece.start };
    found.push(one);
    if (days === null && date === null) dayless.push(one);
  }
  if (opened !== null) questions.add('end');
  return found;
}

/** Whether hours follow the days at `at` before the line ends. */
function nextIsHours(nodes: readonly Node[], at: number): boolean {
  for (let i = at + 1; i < nodes.length && i < at + 6; i++) {
    const kind = nodes[i]?.kind;
    if (kind === 'clock' || kind === 'part' || kind === 'number') return true;
    if (kind === 'stop' || kind === 'gap') return false;
  }
  return false;
}

function hoursOf(piece: Piece, opened: number | null): { start: number; end: number } | null {
  if (piece.type === 'range')
    return piece.b - piece.a >= DAY_MINUTES ? null : { start: piece.a, end: piece.b };
  if (piece.type === 'until' && opened !== null) {
    const end = piece.b <= opened ? piece.b + DAY_MINUTES : piece.b;
    return { start: opened, end };
  }
  return null;
}

function shiftOf({ start, end, days, date }: Found, off: readonly number[]): ReadShift[] {
  const from = formatClock(start % DAY_MINUTES);
  const until = end === DAY_MINUTES ? '24:00' : formatClock(end % DAY_MINUTES);
  if (from === until) return [];
  if (date !== null) return [{ date: dateOfEpochDay(date), start: from, end: until }];
  const on = (days ?? EVERY_DAY).filter((day) => !off.includes(day));
  return on.length === 0 ? [] : [{ days: formatDays(on), start: from, end: until }];
}

function commitmentOf(
  text: string,
  found: readonly Found[],
  questions: Set<ShiftQuestion>,
): ShiftReading['commitment'] {
  const said = AT_LEAST.exec(text);
  const count = said?.[1];
  if (count && CHOOSING.test(said[0])) return { atLeast: Number(count) || (NUMBER_OF.get(count) ?? 1) };
  if (found.length < 2) return 'all';
  if (CHOICE.test(text)) return { atLeast: 1 };
  const names = new Set(found.map(({ label }) => label ?? ''));
  if (names.size > 1 || overlap(found)) {
    if (!questions.has('rotation')) questions.add('choice');
    return { atLeast: 1 };
  }
  if (questions.has('rotation')) return { atLeast: 1 };
  return 'all';
}

function overlap(found: readonly Found[]): boolean {
  return found.some((a, i) =>
    found.slice(i + 1).some((b) => {
      const same =
        (a.days ?? EVERY_DAY).some((day) => (b.days ?? EVERY_DAY).includes(day)) && a.date === b.date;
      return same && a.start < b.end && b.start < a.end;
    }),
  );
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
