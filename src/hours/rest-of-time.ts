import { partPiece } from './bounds';
import { TIMES } from './clauses';
import type { Node } from './doings';
import { skipFill } from './points';
import { blank, hasTime } from './statement';
import type { StatementReader } from './statement-reader';
import { NO_NIGHTS } from './time-words';

/** Reads a word for all other times, which are set against what was said before. */
export function readRestOfTime(reader: StatementReader, node: Node, at: number): void {
  const { now, nodes, text, style } = reader;
  reader.excepting = false;
  const next = nodes[skipFill(nodes, at + 1)];
  const taken =
    next?.kind === 'busy' ||
    next?.kind === 'tend' ||
    (next?.kind === 'doing' && next.event === 'work' && style.own);
  if (taken && hasTime(now) && now.polarity >= 0) {
    // 周末上午,别的时候不行: only what was said is free.
    reader.say(1, node);
    reader.close();
    reader.denied = next.kind === 'busy';
    return;
  }
  if (style.about === 'person' && NO_NIGHTS.test(text.slice(Math.max(0, node.start - 10), node.start))) {
    // 不上夜班,其他都行
    reader.reading.statements.push({ ...blank(), polarity: -1, pieces: [partPiece(node, 'night')] });
  }
  if (hasTime(now)) {
    const { days } = now;
    const vague = days.length > 0 && now.pieces.length === 0 && days.every(({ weak }) => weak);
    if (vague && TIMES.has(nodes[at + 1]?.kind ?? '')) {
      // 平时别的晚上: ordinary days are nothing that the rest is set against.
      reader.use(node);
      return;
    }
    // 周日去教会,其他时间都行: what the rest is set against is taken.
    const limits = now.pieces.some(({ type, duties }) => type !== 'part' && duties.length > 0);
    if (vague) reader.discard();
    else if (now.polarity === 0 && !limits) now.polarity = -1;
    reader.close();
  }
  if (!hasTime(reader.now)) reader.now.polarity = 0;
  reader.now.everything = true;
  reader.use(node);
}
