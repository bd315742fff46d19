import { isLast } from './clauses';
import type { Node } from './doings';
import { NO_CONTEXT } from './piece';
import { readPiece } from './pieces';
import { isLink } from './points';
import { hasTime } from './statement';
import type { StatementReader } from './statement-reader';
import { MONTHLY, NEXT_DAY, PLAN, TOGETHER, WAGE_AFTER } from './time-words';

type Of<Kind extends Node['kind']> = Extract<Node, { kind: Kind }>;

/** Characters between a season and its dates. */
const SEASON_GAP = 2;
const SCHOOL_HOLIDAYS: ReadonlySet<string> = new Set(['winter_holiday', 'summer_holiday', 'holidays']);
const isWage = ({ text }: StatementReader, { end }: Node) => WAGE_AFTER.test(text.slice(end, end + 8));
const isBound = (node: Node | undefined) => node?.kind === 'after' || node?.kind === 'before';

/** Reads weekdays at `at`; the position after them. */
export function readDaySet(reader: StatementReader, node: Of<'days'>, at: number): number {
  const { nodes, now, style } = reader;
  const after = nodes[at + 1];
  if (isBound(after)) {
    // 周五以后: how far it goes is not said.
    reader.reading.questions.push('days');
    return at + 2;
  }
  const off = after?.kind === 'job' && after.start === node.end;
  if (off || (isWage(reader, node) && (node.weak || style.about === 'posting'))) return at + 1;
  const through = isLink(nodes[at - 1]?.kind) && now.pieces.length === 1 && now.days.length === 1;
  if (through && now.polarity === 0 && node.days.length === 1) return readThrough(reader, node, at);
  if (reader.excepting) now.exceptDays.push(...node.days);
  else addDays(reader, node, at);
  reader.use(node);
  return at + 1;
}

/** 周五晚上到周日: without a pause from hours of one day to another day. */
function readThrough(reader: StatementReader, node: Of<'days'>, at: number): number {
  const { nodes, now, style } = reader;
  const ending = readPiece(nodes, at + 1, NO_CONTEXT, style);
  const noon = ending?.piece.type === 'part' && ending.piece.part === 'noon';
  if (noon) reader.reading.questions.push('end');
  const until = noon ? 720 : ending?.piece.type === 'from' ? ending.piece.a : ending?.piece.b;
  now.through = { day: node.days[0] ?? 0, until: until ?? 1440 };
  now.pieces = now.pieces.map((piece) => ({ ...piece, questions: [] }));
  reader.use(node);
  if (ending) reader.use(ending.piece);
  return ending?.next ?? at + 1;
}

function addDays(reader: StatementReader, node: Of<'days'>, at: number): void {
  const { now, nodes, group } = reader;
  const bare = now.pieces.length === 0 && now.polarity === 0;
  const named = now.days.some(({ weak }) => !weak);
  const ordinary = node.days.length < 7;
  // 周一到周五每天: the days are said already. 三夏不干,平时都行: ordinary days are set against what was said.
  // 周末随时,平时不行: after a pause they are set against it.
  // 周一休,周二到周日上班: another set of days.
  if (reader.now.resting && bare && nodes[at - 1]?.kind === 'soft') reader.close();
  const against = node.weak && ordinary && named && bare && now.days.every((set) => set.group < group);
  if (against) reader.close();
  else if (node.weak && (named || (now.dates.length > 0 && !ordinary)) && bare) return;
  if (node.weak && ordinary && now.dates.length > 0) reader.close();
  if (now.dates.length > 0 && bare && nodes[at - 1]?.kind === 'and') {
    reader.close();
    reader.now.linked = true;
  }
  const said = reader.now;
  if (
    said.pieces.length > 0 &&
    said.days.length === 0 &&
    said.polarity === 0 &&
    nodes[at - 1]?.kind === 'and'
  ) {
    // 晚上跟周末可以
    reader.close();
    reader.now.linked = true;
  }
  const { pieces, days, dates, polarity } = reader.now;
  const trailing = pieces.length > 0 && days.length === 0 && dates.length === 0 && isLast(nodes, at);
  if (!trailing && (pieces.length > 0 || (polarity !== 0 && !reader.awaiting))) {
    reader.close();
    reader.context = NO_CONTEXT;
  }
  // 平时周末能干: the weekends of ordinary times.
  const ordinarily = reader.now.days.at(-1);
  const adjoins = reader.lastEnd === node.start && !TOGETHER.includes(reader.text[node.end] ?? ' ');
  if (!node.weak && ordinarily?.weak && adjoins) reader.now.days.pop();
  reader.now.days.push({ days: node.days, weak: node.weak, group });
  reader.arrive();
}

/** What goes on after a date and a link as its hours. */
const HOURS: ReadonlySet<string> = new Set(['clock', 'number', 'part', 'doing']);

/** Reads dates or a season at `at`; the position after them. */
export function readDates(reader: StatementReader, node: Of<'dates'> | Of<'season'>, at: number): number {
  const { nodes, text, reading } = reader;
  // 从明天起到礼拜天
  const begun =
    nodes[at + 1]?.kind === 'after' && isLink(nodes[at + 2]?.kind) && nodes[at + 3]?.kind === 'dates';
  const vague = isBound(nodes[at + 1]) && !begun;
  if (
    node.kind === 'dates' &&
    (vague || MONTHLY.test(text.slice(Math.max(0, node.start - 24), node.start)))
  ) {
    // Open at one end, or every month: no dates that could be written down.
    if (vague && !hasTime(reader.now)) reader.openDates = reader.group;
    reading.questions.push('dates');
    return at + (vague ? 2 : 1);
  }
  if (node.kind === 'season' && nodes[at + 1]?.kind === 'before') {
    // 月底之前都能干: until a day that is not known.
    reading.questions.push('dates');
    if (!hasTime(reader.now)) reader.openDates = reader.group;
    return at + 2;
  }
  const before = reader.now.dates.at(-1);
  // 国庆放假那几天
  if (before && node.kind === 'season' && node.season === 'holidays' && before.end === node.start)
    return at + 1;
  if (node.kind === 'dates' && isWage(reader, node)) return at + 1;
  if (reader.excepting) {
    reader.now.exceptDates.push(node);
    reader.use(node);
    return at + 1;
  }
  const last = reader.now.dates.at(-1);
  if ((reader.now.pieces.length > 0 || reader.now.polarity !== 0) && !reader.awaiting) reader.close();
  else if (reader.now.days.length > 0) {
    reader.close();
    reader.now.linked = true;
  }
  const { now } = reader;
  // 寒假工,1月20日到2月4日: the season has dates then.
  if (
    last &&
    'season' in last &&
    SCHOOL_HOLIDAYS.has(last.season) &&
    node.kind === 'dates' &&
    node.start - last.end <= SEASON_GAP
  )
    now.dates.pop();
  const link = begun ? at + 2 : at + 1;
  const linked = isLink(nodes[link]?.kind) ? nodes[link + 1] : undefined;
  if (node.kind === 'dates' && linked?.kind === 'dates') {
    if (node.from !== null && linked.to !== null && linked.to < node.from) reading.questions.push('dates');
    else {
      now.dates.push({ ...node, to: linked.to, weak: node.weak && linked.weak, end: linked.end });
      reader.use({ start: node.start, end: linked.end });
    }
    return link + 2;
  }
  if (node.kind === 'dates' && linked && !HOURS.has(linked.kind)) {
    // 六月十五号到七月底: until when is not known.
    reading.questions.push('dates');
    return at + 3;
  }
  // 今天想干点活: a plan of today is about today.
  const planned =
    node.kind === 'dates' && reader.style.about === 'person' && PLAN.test(text.slice(node.end, node.end + 4));
  now.dates.push(planned ? { ...node, weak: false } : node);
  reader.use(node);
  return at + 1;
}

/** 我一三五值夜班,第二天上午补觉: the days after those that were said. Whether it was read. */
export function readNextDay(reader: StatementReader, { start, end }: Node, at: number): boolean {
  const { nodes, text, group } = reader;
  if (!NEXT_DAY.test(text.slice(start, end)) || nodes[at - 1]?.kind !== 'soft') return false;
  const said = hasTime(reader.now) ? reader.now : reader.reading.statements.at(-1);
  const named = said?.days.filter(({ weak }) => !weak).flatMap(({ days }) => days) ?? [];
  if (named.length === 0 || named.length > 5) return false;
  reader.close();
  reader.now.days.push({ days: named.map((day) => (day + 1) % 7).sort(), weak: false, group });
  reader.use({ start, end });
  return true;
}
