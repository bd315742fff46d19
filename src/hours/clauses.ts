import type { Node } from './doings';
import type { Statement } from './statement';

/** Characters between `from` and the node at `at` that no filler explains. */
export function textGap(nodes: readonly Node[], at: number, from: number): number {
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
export function moveToExcept(statement: Statement, group: number): void {
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

/** Words of a posting: hours beside them are those of its work. */
export const isOfJob = (node: Node) =>
  node.kind === 'job' || (node.kind === 'doing' && node.event === 'gather');

export const PAUSES: ReadonlySet<string> = new Set(['soft', 'stop']);
/** What may follow a word of one character that says somebody is free. */
export const TIMES: ReadonlySet<string> = new Set([
  'days',
  'dates',
  'season',
  'part',
  'clock',
  'except_before',
]);
const TOLD: ReadonlySet<string> = new Set(['free', 'can', 'busy', 'self', 'modal']);

/**
 * Where a clause about somebody else's time ends (老公晚上在家): it says nothing of the speaker's. `at` itself when the
 * clause at `at` is the speaker's own.
 */
export function othersEnd(nodes: readonly Node[], at: number): number {
  const kind = nodes[at]?.kind;
  if (kind === 'past') return pastEnd(nodes, at);
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

/** Where a clause about what is over ends (上周有空,这周不行); 上个月起 goes on until now. */
function pastEnd(nodes: readonly Node[], at: number): number {
  let end = at + 1;
  if (nodes[end]?.kind === 'after') return end + 1;
  while (end < nodes.length && !PAUSES.has(nodes[end]?.kind ?? 'stop') && nodes[end]?.kind !== 'dates') end++;
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
export function isLast(nodes: readonly Node[], at: number): boolean {
  for (let i = at + 1; i < nodes.length; i++) {
    const kind = nodes[i]?.kind ?? 'stop';
    if (kind === 'stop') return true;
    if (TELLING.has(kind)) return false;
  }
  return true;
}
