import { isUntold, type Piece } from './piece';
import type { Statement } from './statement';

const DAY = 1440;
const EVENING = 1020;

/**
 * What statements tell of each other. A part of the day that is taken ends where one is free again; beside evenings without an end (晚上六点以后) a taken evening has none either.
 */
export function besideEachOther(statements: readonly Statement[]): Statement[] {
  const late = statements.some(
    ({ polarity, pieces }) =>
      polarity >= 0 &&
      pieces.some(({ type, a, b, taken }) => type === 'from' && a >= EVENING && b === DAY && !taken),
  );
  const endless = (piece: Piece): Piece =>
    late && piece.type === 'part' && piece.part === 'evening' ? { ...piece, b: DAY } : piece;
  return statements.map((statement, i) => {
    const exceptPieces = statement.exceptPieces.map(endless);
    if (statement.polarity >= 0) return { ...statement, exceptPieces };
    const next = statements
      .slice(i + 1)
      .find((one) => one.polarity >= (statement.habit ? 0 : 1) && one.pieces.length > 0);
    const others = next?.everything ? next.pieces.filter(({ type }) => type === 'range') : [];
    const again =
      next && !next.everything && next.days.length === 0
        ? next.pieces.find((piece) => !isUntold(piece) && !piece.taken)
        : undefined;
    const pieces = statement.pieces.map((piece) => trimmed(widened(endless(piece), others), again));
    return { ...statement, pieces, exceptPieces };
  });
}

/** 早上遛弯,八点以后都行: a part of the day that is taken ends where one is free again. */
function trimmed(piece: Piece, again: Piece | undefined): Piece {
  const begins = again?.type === 'from' || again?.type === 'range';
  if (!begins || piece.type !== 'part' || again.a <= piece.a || again.a >= piece.b) return piece;
  return { ...piece, b: again.a };
}

/** 周一早上不行,其他早上五点到七点都行: the part is as long as the hours said of the others. */
function widened(piece: Piece, others: readonly Piece[]): Piece {
  const same = others.find(({ a, b }) => a < piece.b && b > piece.a);
  if (piece.type !== 'part' || !same) return piece;
  return { ...piece, a: Math.min(piece.a, same.a), b: Math.max(piece.b, same.b) };
}
