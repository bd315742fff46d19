import { DAY_MINUTES } from '../kernel/week';
import { wholeHour } from './clock';
import type { Node } from './doings';
import { NO_CONTEXT, type Piece } from './piece';
import { readPiece } from './pieces';
import { isLink } from './points';
import type { ShiftQuestion, ShiftReading } from './shift-reading';
import {
  AFTER_SCHOOL,
  BEFORE_FIGURES,
  BREAK_AFTER,
  CLOSING,
  LABEL,
  MORNING_TRADE,
  NAMES_SHIFT,
  NOT_AFTER_FIGURES,
  NOT_BEFORE_FIGURES,
  NOT_WORK,
} from './shift-words';
import type { Part } from './tokens';

/** Hours of one shift as found in a text: minutes of the day (`end` may run past midnight), days or an epoch day. */
export interface Found {
  start: number;
  end: number;
  days: readonly number[] | null;
  /** Epoch days. */
  dates: readonly number[] | null;
  label: string | null;
  at: number;
}

/** 8-12 after a word for working hours, and the half of the day that the name of a shift tells. */
export function asHours(node: Node, at: number, nodes: readonly Node[], text: string): Node {
  if (node.kind === 'number') {
    const [before, after] = [nodes[at - 1], nodes[at + 1]];
    const opens = isLink(after?.kind) && isFigures(nodes, at, text);
    const first = nodes[at - 2];
    const closes = isLink(before?.kind) && first?.kind === 'number' && isFigures(nodes, at - 2, text);
    return opens || closes ? wholeHour(node, node.value) : node;
  }
  if (node.kind !== 'part' || !NAMES_SHIFT.test(text.slice(node.start, node.end))) return node;
  const next = nodes[at + 1]?.kind === 'soft' ? nodes[at + 2] : nodes[at + 1];
  const hour = next?.kind === 'clock' ? next.hour : -1;
  const part = next?.kind === 'clock' && next.bare ? halfOf(node.part, hour) : null;
  return part ? { ...node, part } : { kind: 'fill', start: node.start, end: node.end };
}

/** 两班倒 8-20 20-8: plain figures are hours after a word for working hours, or when one of them is past noon. */
function isFigures(nodes: readonly Node[], at: number, text: string): boolean {
  const [from, to] = [nodes[at], nodes[at + 2]];
  if (from?.kind !== 'number' || to?.kind !== 'number') return false;
  const [before, after] = [text.slice(0, from.start), text.slice(to.end, to.end + 4)];
  if (BEFORE_FIGURES.test(before)) return true;
  const long = (to.value - from.value + 24) % 24 >= 4;
  return (
    (from.value > 12 || to.value > 12) &&
    long &&
    !NOT_BEFORE_FIGURES.test(before) &&
    !NOT_AFTER_FIGURES.test(after)
  );
}

function halfOf(part: Part, hour: number): Part | null {
  if (part === 'night') return hour >= 6 ? 'night' : null;
  if (part === 'evening') return hour >= 5 ? 'evening' : 'afternoon';
  return null;
}

/** Dates up to this many are written out as shifts. */
const MOST_DATES = 25;

/** The hours of the shifts of a text, in order. */
export function collect(
  nodes: readonly Node[],
  text: string,
  spans: ShiftReading['spans'],
  questions: Set<ShiftQuestion>,
  resting: readonly { start: number; end: number }[],
): Found[] {
  const found: Found[] = [];
  const labels = [...text.matchAll(LABEL)].map((match) => ({ at: match.index, name: match[0] }));
  let days: readonly number[] | null = null;
  let dates: readonly number[] | null = null;
  let dayless: Found[] = [];
  let opened: number | null = null;
  let lead: { at: number; days: readonly number[] } | null = null;
  for (let i = 0; i < nodes.length; ) {
    const node = nodes[i] as Node;
    if (node.kind === 'days' || node.kind === 'dates') {
      const after = nodes[i + 1];
      const off =
        resting.some(({ start, end }) => start < node.end && node.start < end) ||
        after?.kind === 'rest' ||
        after?.kind === 'free' ||
        (after?.kind === 'job' && after.start === node.end);
      if (!off && node.kind === 'days' && node.weak && dates !== null && node.days.length === 7) {
        // 1月20日至2月4日,每天8:30-20:30: every one of those dates.
        spans.push({ start: node.start, end: node.end });
      } else if (!off && node.kind === 'days') {
        days =
          lead && days && nodes.slice(lead.at + 1, i).every(({ kind }) => kind === 'soft' || kind === 'and')
            ? [...new Set([...days, ...node.days])]
            : node.days;
        lead = { at: i, days: node.days };
        dates = null;
        // 9:00-18:00 周一到周五: the days stand after their hours.
        if (found.length > 0 && !nextIsHours(nodes, i)) for (const one of dayless) one.days = days;
        dayless = [];
        spans.push({ start: node.start, end: node.end });
      } else if (!off && node.kind === 'dates' && node.from !== null && node.to !== null) {
        const linked = isLink(nodes[i + 1]?.kind) ? nodes[i + 2] : undefined;
        const until = linked?.kind === 'dates' ? (linked.to ?? node.to) : node.to;
        const said = datesFrom(node.from, until);
        const goesOn: boolean =
          nodes[i - 1]?.kind === 'and' && nodes[i - 2]?.kind === 'dates' && dates !== null;
        if (said === null) questions.add('days');
        // 14:00-18:00 就11月29号一天: dates stand after their hours, too.
        if (said && found.length > 0 && !nextIsHours(nodes, i)) for (const one of dayless) one.dates = said;
        dayless = [];
        dates = said && goesOn ? [...(dates ?? []), ...said] : said;
        if (linked?.kind === 'dates') i += 2;
        spans.push({ start: node.start, end: node.end });
      }
      i++;
      continue;
    }
    const read = readPiece(
      nodes,
      i,
      { ...NO_CONTEXT, after: opened, open: opened !== null },
      { about: 'posting', own: false, told: true, fetching: false },
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
    // 上班时间:早8点,下班时间:晚6点
    if (
      opened !== null &&
      piece.type === 'from' &&
      CLOSING.test(text.slice(Math.max(0, piece.start - 8), piece.start))
    ) {
      piece.type = 'until';
      piece.b = piece.a;
    }
    const hours = hoursOf(piece, opened);
    if (piece.type === 'from' && (piece.work || piece.questions.includes('end'))) {
      opened ??= piece.a;
      spans.push({ start: piece.start, end: piece.end });
      continue;
    }
    if (!hours) continue;
    opened = null;
    const asked =
      piece.questions.includes('am_pm') && !AFTER_SCHOOL.test(text) && !isAfter(found.at(-1), piece);
    const early = asked && MORNING_TRADE.test(text) && hours.start >= DAY_MINUTES / 2 ? DAY_MINUTES / 2 : 0;
    if (asked && early === 0) questions.add('am_pm');
    spans.push({ start: piece.start, end: piece.end });
    const label = labels.filter(({ at }) => at < piece.start + 1).at(-1)?.name ?? null;
    const one: Found = {
      start: hours.start - early,
      end: hours.end - early,
      days,
      dates,
      label,
      at: piece.start,
    };
    found.push(one);
    if (days === null && dates === null) dayless.push(one);
  }
  if (opened !== null) questions.add('end');
  return found;
}

/** Shifts are written in the order of the day: 8:00-12:00 3:00-7:00. */
const isAfter = (last: Found | undefined, { a }: Piece) => last !== undefined && last.end <= a;

/** The days from one to another, unless they are too many to be written out. */
function datesFrom(from: number, to: number): number[] | null {
  const count = Math.max(1, to - from + 1);
  return count > MOST_DATES ? null : Array.from({ length: count }, (_, i) => from + i);
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
