import { isWithin } from './bounds';
import { isUntold } from './piece';
import type { Statement } from './statement';

/** Later statements that only refine the one before are read with it. */
export function together(statements: readonly Statement[]): Statement[] {
  const out: Statement[] = [];
  for (const next of statements) {
    const last = out.at(-1);
    if (last && next.linked && last.polarity === 0) last.polarity = next.polarity;
    const bare = next.days.length === 0 && next.dates.length === 0 && !next.everything && !next.alternation;
    const isOnlyExcepted =
      bare && next.pieces.length === 0 && next.exceptDays.length > 0 && next.exceptPieces.length === 0;
    const excepts = next.exceptDays.length + next.exceptPieces.length + next.exceptDates.length > 0;
    if (!last || !bare || (excepts && !(isOnlyExcepted && last.dates.length > 0))) {
      out.push(next);
      continue;
    }
    const [first] = next.pieces;
    if (isOnlyExcepted) {
      // 从明天到星期天每天下午,星期六除外
      last.exceptDays.push(...next.exceptDays);
    } else if (!first) {
      // 周末 不行: a word of being free or taken alone belongs to what was said before it.
      if (last.polarity === 0 && !last.stopped) last.polarity = next.polarity;
      else out.push(next);
    } else if (
      last.polarity >= 0 &&
      next.polarity === 0 &&
      (last.pieces.length === 0 || isAllDay(last)) &&
      last.days.length + last.dates.length > 0
    ) {
      last.pieces.length = 0;
      last.pieces.push(...next.pieces);
    } else if (
      last.polarity >= 0 &&
      next.polarity === 0 &&
      last.pieces.length === 1 &&
      last.pieces.every(isUntold)
    ) {
      last.pieces.push(...next.pieces);
    } else if (
      last.polarity >= 0 &&
      next.polarity >= 0 &&
      last.pieces.length > 0 &&
      next.pieces.every(isUntold)
    ) {
      // 黑了有空,吃罢饭以后: when that is, is asked.
      last.pieces.push(
        ...next.pieces.map((piece) => ({ ...piece, questions: [...piece.questions, 'when'] })),
      );
    } else if (last.polarity < 0 && first.taken && next.pieces.length === 1 && isRefined(last, next)) {
      // 晌午不中,十一点到一点得做饭: the hours that are taken.
      out[out.length - 1] = { ...next, days: last.days, dates: last.dates };
    } else if (last.polarity >= 0 && next.polarity >= 0 && isRefined(last, next)) {
      last.pieces.push(...next.pieces);
      last.polarity = Math.max(last.polarity, next.polarity) as 0 | 1;
    } else if (last.polarity >= 0 && next.polarity >= 0 && first.type === 'until' && last.pieces.length > 0) {
      last.pieces.push(...next.pieces);
      last.polarity = Math.max(last.polarity, next.polarity) as 0 | 1;
    } else if (last.polarity >= 0 && next.polarity >= 0 && last.pieces.at(-1)?.type === 'until') {
      last.pieces.push(...next.pieces);
    } else if (last.work && last.pieces.length === 0 && last.days.length > 0 && next.polarity >= 0) {
      out[out.length - 1] = { ...next, days: last.days };
    } else if (
      last.work &&
      last.days.length > 0 &&
      last.pieces.every(({ taken }) => taken) &&
      next.polarity > 0
    ) {
      // 工作日上班,八点到五点,晚上七点以后行
      out.push({ ...next, days: last.days });
    } else if (
      last.polarity < 0 &&
      next.polarity > 0 &&
      last.pieces.some(({ type }) => type === 'part') &&
      isNamed(last)
    ) {
      // 星期天上午不行,下午行
      out.push({ ...next, days: last.days, dates: last.dates });
    } else if (last.polarity === next.polarity || (last.polarity > 0 && next.polarity < 0)) {
      out.push({ ...next, days: last.days, dates: last.dates });
    } else if (last.dates.length > 0) out.push({ ...next, dates: last.dates });
    else out.push(next);
  }
  return out;
}

const isNamed = ({ days }: Statement) => days.length > 0 && days.every(({ weak }) => !weak);

const isAllDay = ({ pieces }: Statement) => pieces.length === 1 && pieces[0]?.part === 'all';

/** 晚上能干,七点半到九点半: the hours that follow are those of the part of the day. */
function isRefined(last: Statement, next: Statement): boolean {
  const [vague, first] = [last.pieces.at(-1), next.pieces[0]];
  if (!vague?.part || vague.type !== 'part' || vague.more.length > 0 || !first || first.joined) return false;
  return (first.type === 'range' || first.type === 'from') && isWithin(first.a, vague.part);
}
