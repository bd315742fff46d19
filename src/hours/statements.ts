import type { Node } from './doings';
import { type Context, type Piece, readPiece, type Style } from './pieces';
import { isLink, skipFill } from './points';
import { MONTHLY, WAGE_AFTER } from './time-words';
import type { Dates, Place, Season } from './tokens';

/** Days said together; `group` counts the pauses before them. */
interface DaySet {
  days: readonly number[];
  weak: boolean;
  group: number;
}

/** One thing said of the week: days or dates, stretches of the day, and whether they are free or taken. */
export interface Statement {
  days: DaySet[];
  dates: (Dates | (Place & { season: Season; labour: boolean; negated?: boolean }))[];
  pieces: Piece[];
  /** 1 free, -1 taken, 0 not said. */
  polarity: -1 | 0 | 1;
  /** Taken because of work whose hours may not be said. */
  work: boolean;
  exceptDays: number[];
  exceptPieces: Piece[];
  exceptDates: Statement['dates'];
  alternation: boolean;
  ownCycle: boolean;
  everything: boolean;
  stopped: boolean;
  /** Days of rest: free of one's own work, or wanted for oneself. */
  resting: boolean;
  /** The stretch goes on until these minutes of another day. */
  through: { day: number; until: number } | null;
}

/** The statements of a text, with what stands beside them. */
export interface Reading {
  statements: Statement[];
  questions: string[];
  availability: boolean;
  spans: Place[];
}

const blank = (): Statement => ({
  days: [],
  dates: [],
  pieces: [],
  polarity: 0,
  work: false,
  exceptDays: [],
  exceptPieces: [],
  exceptDates: [],
  alternation: false,
  ownCycle: false,
  everything: false,
  stopped: false,
  resting: false,
  through: null,
});

const hasTime = (s: Statement) => s.days.length + s.dates.length + s.pieces.length > 0 || s.alternation;

/** Groups nodes into statements. */
export function readStatements(nodes: readonly Node[], text: string, about: 'posting' | 'person'): Reading {
  const reading: Reading = { statements: [], questions: [], availability: false, spans: [] };
  let now = blank();
  let excepting = false;
  let group = 0;
  let awaiting = false;
  let context: Context = { after: null, open: false };
  let lastEnd = -1;
  const self = nodes.some(({ kind }) => kind === 'self');
  const own = self || (about === 'person' && !nodes.some(isOfJob));
  const told = self || nodes.some(({ kind }) => kind === 'free' || kind === 'can' || kind === 'busy');
  const style: Style = { about, own, told };
  const close = () => {
    if (
      hasTime(now) ||
      now.polarity !== 0 ||
      now.exceptDays.length + now.exceptPieces.length + now.exceptDates.length > 0 ||
      now.everything
    )
      reading.statements.push(now);
    now = blank();
    excepting = false;
  };
  const use = (place: Place) => {
    reading.spans.push({ start: place.start, end: place.end });
    lastEnd = place.end;
  };
  for (let i = 0; i < nodes.length; ) {
    const node = nodes[i] as Node;
    const over = othersEnd(nodes, i);
    if (over > i) {
      i = over;
      continue;
    }
    const wage = () => WAGE_AFTER.test(text.slice(node.end, node.end + 8));
    if (node.kind === 'days') {
      const named = now.days.some(({ weak }) => !weak);
      const after = nodes[i + 1];
      const off = after?.kind === 'job' && after.start === node.end;
      if (off || (wage() && (node.weak || about === 'posting'))) {
        i++;
        continue;
      }
      const through = isLink(nodes[i - 1]?.kind) && now.pieces.length === 1 && now.days.length === 1;
      if (through && now.polarity === 0 && node.days.length === 1) {
        // 周五晚上到周日: without a pause from hours of one day to another day.
        const ending = readPiece(nodes, i + 1, { after: null, open: false }, style);
        now.through = { day: node.days[0] ?? 0, until: ending?.piece.b ?? 1440 };
        use(node);
        if (ending) use(ending.piece);
        i = ending?.next ?? i + 1;
        continue;
      }
      if (excepting) now.exceptDays.push(...node.days);
      else if (
        node.weak &&
        (named || now.dates.length > 0) &&
        now.polarity === 0 &&
        now.pieces.length === 0
      ) {
        // 周一到周五每天: the days are said already.
      } else {
        const trailing =
          now.pieces.length > 0 && now.days.length === 0 && now.dates.length === 0 && isLast(nodes, i);
        if (!trailing && (now.pieces.length > 0 || (now.polarity !== 0 && !awaiting))) {
          close();
          context = { after: null, open: false };
        }
        now.days.push({ days: node.days, weak: node.weak, group });
        awaiting = false;
      }
      use(node);
      i++;
      continue;
    }
    if (node.kind === 'dates' || node.kind === 'season') {
      const vague = nodes[i + 1]?.kind === 'after' || nodes[i + 1]?.kind === 'before';
      if (node.kind === 'dates' && (vague || MONTHLY.test(text.slice(0, node.start)))) {
        // Open at one end, or every month: no dates that could be written down.
        reading.questions.push('dates');
        i += vague ? 2 : 1;
        continue;
      }
      if (node.kind === 'dates' && wage()) {
        i++;
        continue;
      }
      const linked = isLink(nodes[i + 1]?.kind) ? nodes[i + 2] : undefined;
      const last = now.dates.at(-1);
      if (excepting) now.exceptDates.push(node);
      else {
        if ((now.pieces.length > 0 || now.polarity !== 0) && !awaiting) close();
        else if (now.days.length > 0) close();
        if (last && 'season' in last && node.kind === 'dates' && last.end === node.start) now.dates.pop();
        if (node.kind === 'dates' && linked?.kind === 'dates') {
          now.dates.push({ ...node, to: linked.to, weak: node.weak && linked.weak, end: linked.end });
          use({ start: node.start, end: linked.end });
          i += 3;
          continue;
        }
        now.dates.push(node);
      }
      use(node);
      i++;
      continue;
    }
    if (node.kind === 'cycle') {
      if (node.own && ((about === 'posting' && !self) || nodes[i + 1]?.kind === 'of')) {
        i++;
        continue;
      }
      if (now.polarity !== 0 && hasTime(now)) close();
      now.alternation = true;
      now.ownCycle ||= node.own;
      use(node);
      i++;
      continue;
    }
    const found = readPiece(nodes, i, context, style);
    if (found) {
      const { piece } = found;
      if (excepting) now.exceptPieces.push(piece);
      else {
        if (
          now.polarity !== 0 &&
          hasTime(now) &&
          !awaiting &&
          !(now.pieces.length === 0 && now.days.length + now.dates.length === 0)
        )
          close();
        now.pieces.push(piece);
        awaiting = false;
      }
      context = {
        after: piece.type === 'until' ? piece.b % 1440 : piece.type === 'range' ? piece.b % 1440 : piece.a,
        open: piece.type === 'from' || piece.type === 'part',
      };
      reading.availability ||= piece.availability;
      use(piece);
      i = found.next;
      continue;
    }
    const near = lastEnd >= 0 && textGap(nodes, i, lastEnd) <= 3;
    switch (node.kind) {
      case 'free':
      case 'can': {
        const of = nodes[skipFill(nodes, i + 1, 1)]?.kind === 'of' || nodes[i + 1]?.kind === 'gap';
        if (node.kind === 'can' && (of || about === 'posting') && of) break;
        const weight = text.slice(node.start, node.end).length;
        const next = nodes[skipFill(nodes, i + 1, 2)]?.kind;
        // One character more often begins another word (夜班可选择).
        if (weight === 1 && !(next === undefined || PAUSES.has(next) || TIMES.has(next))) break;
        if (weight === 1 && !(near || now.exceptDays.length + now.exceptPieces.length > 0)) break;
        excepting = false;
        if (now.polarity === -1) close();
        awaiting = !hasTime(now);
        now.polarity = 1;
        if (hasTime(now) || now.exceptDays.length > 0) {
          reading.availability = true;
          use(node);
        }
        break;
      }
      case 'busy':
      case 'away':
      case 'tend':
        if (node.kind !== 'busy' && about === 'posting' && !self) break;
        excepting = false;
        if (!hasTime(now) || now.polarity === 1) {
          if (now.polarity === 1) close();
          awaiting = true;
          if (node.kind !== 'busy') {
            awaiting = false;
            break;
          }
        } else if (!near && node.kind === 'busy') break;
        now.polarity = -1;
        reading.availability = true;
        use(node);
        break;
      case 'modal':
        break;
      case 'work':
      case 'doing':
        if (node.kind === 'doing' && node.event === 'work' && hasTime(now) && own) {
          now.polarity = -1;
          now.work = true;
          reading.availability = true;
          use(node);
        } else if (
          node.kind === 'doing' &&
          node.event === 'other' &&
          hasTime(now) &&
          now.pieces.length === 0 &&
          now.polarity === 0
        ) {
          now.polarity = -1;
          reading.availability = true;
          use(node);
        } else if (node.kind === 'doing' && node.duty && now.dates.length > 0 && now.polarity === 0) {
          now.polarity = -1;
          reading.availability = true;
          use(node);
        }
        break;
      case 'except_before':
        if (hasTime(now) && now.polarity !== 0) close();
        excepting = true;
        use(node);
        break;
      case 'except_after':
        moveToExcept(now, group);
        excepting = false;
        use(node);
        break;
      case 'rest_of_time':
        excepting = false;
        if (hasTime(now)) close();
        now.everything = true;
        use(node);
        break;
      case 'rest':
        if (hasTime(now) && now.polarity === 0 && near) {
          now.resting = true;
          use(node);
        }
        break;
      case 'day_count':
        if (about === 'person') reading.questions.push('days');
        break;
      case 'half':
        if (about === 'person' && now.pieces.length === 0 && hasTime(now)) reading.questions.push('when');
        break;
      case 'unsure':
        if (!near || !hasTime(now)) break;
        reading.questions.push(now.dates.length > 0 ? 'dates' : 'when');
        now = blank();
        break;
      case 'duration':
        if (about === 'person' && !now.pieces.some(({ type }) => type === 'range'))
          reading.questions.push('when');
        break;
      case 'soft':
        group++;
        if (excepting && now.exceptDays.length + now.exceptPieces.length + now.exceptDates.length > 0)
          excepting = false;
        break;
      case 'stop':
        close();
        group++;
        if (reading.statements.length > 0) (reading.statements.at(-1) as Statement).stopped = true;
        context = { ...context, open: context.open };
        break;
      default:
        break;
    }
    i++;
  }
  close();
  return reading;
}

function textGap(nodes: readonly Node[], at: number, from: number): number {
  let length = 0;
  for (let i = at - 1; i >= 0; i--) {
    const node = nodes[i] as Node;
    if (node.start < from) break;
    if (node.kind === 'stop') return 99;
    if (node.kind !== 'fill' && node.kind !== 'soft' && node.kind !== 'self') length += node.end - node.start;
  }
  return length;
}

/** 周三除外: what was said last is what is excepted. */
function moveToExcept(statement: Statement, group: number): void {
  if (statement.pieces.length > 0) {
    statement.exceptPieces.push(...statement.pieces.splice(-1));
    return;
  }
  const last = statement.days.filter((set) => set.group === group);
  const moved = last.length > 0 ? last : statement.days.slice(-1);
  statement.exceptDays.push(...moved.flatMap(({ days }) => days));
  statement.days = statement.days.filter((set) => !moved.includes(set));
  if (moved.length === 0) statement.exceptDates.push(...statement.dates.splice(-1));
}

const isOfJob = (node: Node) => node.kind === 'job' || (node.kind === 'doing' && node.event === 'gather');

const PAUSES: ReadonlySet<string> = new Set(['soft', 'stop']);
const TIMES: ReadonlySet<string> = new Set(['days', 'dates', 'season', 'part', 'clock', 'except_before']);
const TOLD: ReadonlySet<string> = new Set(['free', 'can', 'busy', 'self', 'modal']);

/**
 * Where a clause about somebody else's time ends (老公晚上在家): it says nothing of the speaker's. `at` itself when the
 * clause at `at` is the speaker's own.
 */
function othersEnd(nodes: readonly Node[], at: number): number {
  const kind = nodes[at]?.kind;
  if (kind !== 'kin' && kind !== 'child') return at;
  const before = nodes[at - 1];
  if (
    before &&
    !PAUSES.has(before.kind) &&
    !(before.kind === 'self' && PAUSES.has(nodes[at - 2]?.kind ?? 'soft'))
  )
    return at;
  let end = at + 1;
  for (; end < nodes.length; end++) {
    const node = nodes[end] as Node;
    if (PAUSES.has(node.kind)) break;
    if (kind === 'child' && (node.kind === 'doing' || TOLD.has(node.kind))) return at;
    if (kind === 'kin' && (node.kind === 'free' || node.kind === 'can')) return at;
  }
  return end;
}

const TELLING: ReadonlySet<string> = new Set([
  'clock',
  'number',
  'part',
  'doing',
  'days',
  'free',
  'can',
  'busy',
  'tend',
  'except_after',
  'rest',
  'cycle',
]);

/** Whether nothing more of time follows before the sentence ends: 9点-15点,周一至周五. */
function isLast(nodes: readonly Node[], at: number): boolean {
  for (let i = at + 1; i < nodes.length; i++) {
    const kind = nodes[i]?.kind ?? 'stop';
    if (kind === 'stop') return true;
    if (TELLING.has(kind)) return false;
  }
  return true;
}
