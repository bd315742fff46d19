import { isSchool } from './bounds';
import { isOfJob, othersEnd, PAUSES, textGap } from './clauses';
import { readDates, readDaySet, readNextDay } from './day-nodes';
import type { Node } from './doings';
import { readWord } from './mark-nodes';
import { readPiece } from './pieces';
import { skipFill } from './points';
import type { Reading } from './statement';
import { StatementReader } from './statement-reader';

/** Groups nodes into statements. */
export function readStatements(nodes: readonly Node[], text: string, about: 'posting' | 'person'): Reading {
  const self = nodes.some(({ kind }) => kind === 'self');
  const own = self || (about === 'person' && !nodes.some(isOfJob));
  const told = self || nodes.some(({ kind }) => kind === 'free' || kind === 'can' || kind === 'busy');
  const fetching = self && nodes.some((node) => node.kind === 'doing' && node.duty && isSchool(node));
  const reader = new StatementReader(nodes, text, { about, own, told, fetching }, self);
  for (let i = 0; i < nodes.length; ) i = Math.max(i + 1, readNode(reader, i));
  reader.close();
  return reader.reading;
}

/** Reads what stands at `at`; the position after it. */
function readNode(reader: StatementReader, at: number): number {
  const { nodes, style, self } = reader;
  const node = nodes[at] as Node;
  const over = othersEnd(nodes, at);
  if (over > at) return over;
  if (node.kind === 'days') return readDaySet(reader, node, at);
  if (node.kind === 'dates' || node.kind === 'season') return readDates(reader, node, at);
  if (node.kind === 'fill' && readNextDay(reader, node, at)) return at + 1;
  if (node.kind === 'cycle') {
    const ofJob = (style.about === 'posting' && !self) || nodes[at + 1]?.kind === 'of';
    if (!(node.own && ofJob)) reader.alternate(node, node.own);
    return at + 1;
  }
  const found = readPiece(nodes, at, reader.context, style);
  if (found) {
    const piece = { ...found.piece, joined: nodes[at - 1]?.kind === 'and' };
    const after = nodes[skipFill(nodes, found.next, 2)]?.kind ?? 'stop';
    if (PAUSES.has(after) && reader.isWork(piece)) reader.addWork(piece);
    else reader.addPiece(piece);
    return found.next;
  }
  const gap = reader.lastEnd < 0 ? Number.POSITIVE_INFINITY : textGap(nodes, at, reader.lastEnd);
  readWord(reader, node, at, gap <= (reader.now.dates.length > 0 ? 6 : 3));
  return at + 1;
}
