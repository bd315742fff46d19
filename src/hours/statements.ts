import { isLast, isOfJob, moveToExcept, othersEnd, PAUSES, TIMES, textGap } from './clauses';
import type { Node } from './doings';
import type { Context, Style } from './piece';
import { readPiece } from './pieces';
import { isLink, skipFill } from './points';
import { blank, hasTime, type Reading, type Statement } from './statement';
import { MONTHLY, WAGE_AFTER } from './time-words';
import type { Place } from './tokens';

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
      if (after?.kind === 'after' || after?.kind === 'before') {
        // 周五以后: how far it goes is not said.
        reading.questions.push('days');
        i += 2;
        continue;
      }
      const off = after?.kind === 'job' && after.start === node.end;
      if (off || (wage() && (node.weak || about === 'posting'))) {
        i++;
        continue;
      }
      const through = isLink(nodes[i - 1]?.kind) && now.pieces.length === 1 && now.days.length === 1;
      if (through && now.polarity === 0 && node.days.length === 1) {
        // 周五晚上到周日: without a pause from hours of one day to another day.
        const ending = readPiece(nodes, i + 1, { after: null, open: false }, style);
        const until = ending?.piece.type === 'from' ? ending.piece.a : ending?.piece.b;
        now.through = { day: node.days[0] ?? 0, until: until ?? 1440 };
        now.pieces = now.pieces.map((piece) => ({ ...piece, questions: [] }));
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
        if (
          now.dates.length > 0 &&
          now.pieces.length === 0 &&
          now.polarity === 0 &&
          nodes[i - 1]?.kind === 'and'
        ) {
          close();
          now.linked = true;
        }
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
        else if (now.days.length > 0) {
          close();
          now.linked = true;
        }
        if (last && 'season' in last && node.kind === 'dates' && last.end === node.start) now.dates.pop();
        if (node.kind === 'dates' && linked?.kind === 'dates') {
          if (node.from !== null && linked.to !== null && linked.to < node.from) {
            reading.questions.push('dates');
            i += 3;
            continue;
          }
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
        now.pieces.push({ ...piece, joined: nodes[i - 1]?.kind === 'and' });
        awaiting = false;
      }
      context = {
        after: piece.type === 'until' ? null : (piece.type === 'range' ? piece.b : piece.a) % 1440,
        open: piece.type === 'from' || piece.type === 'part',
      };
      reading.availability ||= piece.availability;
      use(piece);
      i = found.next;
      continue;
    }
    const near = lastEnd >= 0 && textGap(nodes, i, lastEnd) <= (now.dates.length > 0 ? 6 : 3);
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
        if (node.kind === 'tend' && now.pieces.length === 0 && now.days.every(({ weak }) => weak)) break;
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
        } else if (
          node.kind === 'doing' &&
          (node.duty || (node.event === 'go' && now.pieces.length === 0)) &&
          now.dates.length > 0 &&
          now.polarity === 0
        ) {
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
        if (hasTime(now)) {
          // 周日去教会,其他时间都行: what the rest is set against is taken.
          if (now.polarity === 0) now.polarity = -1;
          close();
        }
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
        if (now.polarity === -1 && !hasTime(now)) {
          // 家里离不开人,上午能出来: what was said before the pause is of no time.
          now.polarity = 0;
          awaiting = false;
        }
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
