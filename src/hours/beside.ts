import { isUntold, type Piece } from './piece';
import type { Statement } from './statement';

const DAY = 1440;
const EVENING = 1020;

/**
 * What statements tell of each other. A part of the day taken by some habit ends where one is free again (早上遛弯,八点以后
 * 都行); beside evenings without an end (晚上六点以后) a taken evening has none either.
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
    const next = statements[i + 1];
    const again =
      next && next.polarity >= 0 && !next.everything && next.days.length === 0
        ? next.pieces.find((piece) => !isUntold(piece) && !piece.taken)
        : undefined;
    const pieces = statement.pieces.map((piece) =>
      statement.habit &&
      piece.type === 'part' &&
      (again?.type === 'from' || again?.type === 'range') &&
      again.a > piece.a &&
      again.a < piece.b
        ? { ...piece, b: again.a }
        : endless(piece),
    );
    return { ...statement, pieces, exceptPieces };
  });
}
