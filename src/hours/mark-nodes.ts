import { moveToExcept, PAUSES, TIMES } from './clauses';
import type { Doing, Node } from './doings';
import { LOOKED_FOR } from './own-words';
import { EMPTY } from './piece';
import { skipFill } from './points';
import { readRestOfTime } from './rest-of-time';
import { blank, hasTime, type Statement } from './statement';
import type { StatementReader } from './statement-reader';
import { HELPED, HOLIDAY, MEAL_HOURS, OF_PUPILS, WAGE_AFTER, WAGE_BEFORE } from './time-words';
import { EVERY_DAY } from './weeks';

/** Reads a word that says how the times beside it are meant. @param near it stands beside the last of them */
export function readWord(reader: StatementReader, node: Node, at: number, near: boolean): void {
  const { reading, style } = reader;
  const { now } = reader;
  switch (node.kind) {
    case 'free':
    case 'can':
      readFree(reader, node, at, near);
      break;
    case 'busy':
    case 'away':
    case 'tend':
      readBusy(reader, node, at, near);
      break;
    case 'doing':
      readDoing(reader, node);
      break;
    case 'except_before':
      if (hasTime(now) && now.polarity !== 0) reader.close();
      reader.excepting = true;
      reader.use(node);
      break;
    case 'except_after':
      moveToExcept(now, reader.group);
      reader.excepting = false;
      reader.use(node);
      break;
    case 'rest_of_time':
      readRestOfTime(reader, node, at);
      break;
    case 'between':
      readBetween(reader, node);
      break;
    case 'rest':
      if (hasTime(now) && now.polarity === 0 && near) {
        if (now.pieces.at(-1)?.type === 'part') {
          // 前晌干后晌歇
          now.pieces.pop();
          reader.use(node);
          break;
        }
        now.resting = true;
        reader.use(node);
      }
      break;
    case 'day_count':
      if (style.about === 'person') reading.questions.push('days');
      break;
    case 'half':
      if (style.about === 'person' && now.pieces.length === 0) reading.questions.push('when');
      break;
    case 'unsure':
      if (now.alternation || (!hasTime(now) && style.about === 'posting')) break;
      // 就晌午有空,饭点儿: hours of a meal beside its part of the day tell nothing new.
      if (
        MEAL_HOURS.test(reader.text.slice(node.start, node.end)) &&
        now.pieces.some(({ part }) => part === 'noon')
      )
        break;
      reading.questions.push(now.dates.length > 0 ? 'dates' : 'when');
      reader.use(node);
      if (near) reader.discard();
      break;
    case 'duration':
      if (
        style.about === 'person' &&
        !now.pieces.some(({ type }) => type === 'range') &&
        !isPaid(reader, node)
      )
        reading.questions.push('when');
      break;
    case 'soft':
      pause(reader);
      break;
    case 'stop':
      reader.close();
      reader.group++;
      if (reading.statements.length > 0) (reading.statements.at(-1) as Statement).stopped = true;
      break;
    default:
      break;
  }
}

/** 一个钟头给十五: what is paid for an hour. */
const isPaid = ({ text }: StatementReader, { start, end }: Node) =>
  WAGE_AFTER.test(text.slice(end, end + 8)) || WAGE_BEFORE.test(text.slice(Math.max(0, start - 8), start));

function readFree(reader: StatementReader, node: Node, at: number, near: boolean): void {
  const { nodes } = reader;
  const of = nodes[skipFill(nodes, at + 1, 1)]?.kind === 'of' || nodes[at + 1]?.kind === 'gap';
  if (node.kind === 'can' && of) return;
  const next = nodes[skipFill(nodes, at + 1, 2)]?.kind;
  if (node.end - node.start === 1) {
    // One character more often begins another word (夜班可选择).
    if (!(next === undefined || PAUSES.has(next) || TIMES.has(next))) return;
    if (!near && !reader.excepted) return;
  }
  if (OF_PUPILS.test(reader.text.slice(node.start, node.end)) && isOfChild(nodes, at)) return;
  const [date] = reader.now.dates;
  if (
    date &&
    !('season' in date) &&
    date.from === date.to &&
    HOLIDAY.test(reader.text.slice(node.start, node.end))
  ) {
    // 七月一号放假: until when is not said.
    reader.reading.questions.push('dates');
    reader.discard();
    return;
  }
  reader.excepting = false;
  if (reader.openDates === reader.group && !hasTime(reader.now)) {
    reader.use(node);
    return;
  }
  if (reader.now.polarity === -1) reader.close();
  reader.awaiting = !hasTime(reader.now);
  reader.now.polarity = 1;
  if (hasTime(reader.now) || reader.now.exceptDays.length > 0) reader.say(1, node);
}

/** 星期三孩子下午不上课: the child is free, not the speaker. */
function isOfChild(nodes: readonly Node[], at: number): boolean {
  for (let i = at - 1; i >= 0 && !PAUSES.has(nodes[i]?.kind ?? 'stop'); i--) {
    if (nodes[i]?.kind === 'self') return false;
    if (nodes[i]?.kind === 'child') return true;
  }
  return false;
}

function isAfterBetween(nodes: readonly Node[], at: number): boolean {
  let before = at - 1;
  while (nodes[before]?.kind === 'fill' || nodes[before]?.kind === 'modal') before--;
  return nodes[before]?.kind === 'between';
}

function readBusy(reader: StatementReader, node: Node, at: number, near: boolean): void {
  const { style, self } = reader;
  const busy = node.kind === 'busy';
  if (busy && reader.denied) {
    reader.denied = false;
    reader.use(node);
    return;
  }
  if (!busy && style.about === 'posting' && !self && !OWN_DUTY.test(reader.text[node.start - 1] ?? ''))
    return;
  if (isAfterBetween(reader.nodes, at)) {
    // 六点到八点,晚上六点到九点,中间要照顾孙子: what was said is free, what lies between is not.
    reader.close();
    return;
  }
  reader.excepting = false;
  const { now } = reader;
  // 我妈周一三五来帮忙带娃: somebody else does.
  const said = reader.text.slice(Math.max(0, node.start - 24), node.start);
  if (node.kind === 'tend' && (HELPED.test(said) || LOOKED_FOR.test(said))) return;
  // 早上卖菜也中: that work would do.
  const after = reader.nodes[skipFill(reader.nodes, at + 1, 2)]?.kind;
  if (node.kind === 'tend' && (after === 'free' || after === 'can')) return;
  if (
    node.kind === 'tend' &&
    now.pieces.length + now.dates.length === 0 &&
    now.days.every(({ weak }) => weak)
  )
    return;
  if (busy && near && hasTime(now) && now.polarity === 1 && reader.leading) {
    // 都行,就是晚上不行: what was said before is of everything else.
    reader.reading.statements.push({ ...blank(), everything: true });
    reader.leading = false;
    reader.say(-1, node);
    return;
  }
  // 服务员可以,晚上得看孩子: what was said before is no word about those hours.
  if (!busy && near && hasTime(now) && reader.leading) {
    now.polarity = 0;
    reader.leading = false;
  }
  if (!hasTime(now) || now.polarity === 1) {
    if (now.polarity === 1) reader.close();
    reader.awaiting = busy;
    if (!busy) return;
  } else if (!near && busy) return;
  reader.splitBeforePart(node);
  reader.now.habit = !busy;
  reader.say(-1, node, !busy);
}

/** 早上和晚上不行,中间都行: from the end of the first that is taken to the beginning of the last. */
function readBetween(reader: StatementReader, node: Node): void {
  const { pieces, polarity } = reader.now;
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (polarity >= 0 || !first || !last || first === last || first.b >= last.a) return;
  reader.close();
  reader.addPiece({ ...EMPTY, ...node, kind: 'piece', type: 'range', a: first.b, b: last.a });
}

const ALSO = /也/;
/** Having to do something is one's own: 晚上得看孩子. */
const OWN_DUTY = /得/;
/** What may take a whole day. */
const WHOLE_DAY: ReadonlySet<string> = new Set(['clinic', 'go', 'other']);

/** Something done on days or dates that were said: they are taken by it. */
function readDoing(reader: StatementReader, node: Doing): void {
  const { now, style } = reader;
  if (node.event === 'work' && style.own && style.about === 'person') {
    const said = reader.text.slice(Math.max(0, node.start - 12), node.start);
    if (!LOOKED_FOR.test(said)) reader.workOf(null);
  }
  // 六点到八点有空,之后要上班: what is free stays free.
  if (node.event === 'work' && now.polarity > 0) return;
  if (node.event === 'work' && hasTime(now) && style.own) {
    // 周末也上班: like on all the other days.
    if (now.pieces.length === 0 && ALSO.test(reader.text[node.start - 1] ?? ''))
      now.days.push({ days: EVERY_DAY, weak: false, group: reader.group });
    now.work = true;
    reader.say(-1, node);
    return;
  }
  if (now.polarity !== 0) return;
  const other = node.event === 'other' && hasTime(now) && now.pieces.length === 0;
  const going = node.duty || (node.event === 'go' && now.pieces.length === 0);
  // 一三五要透析: the whole day is taken.
  const named = node.duty && WHOLE_DAY.has(node.event) && now.days.some(({ weak }) => !weak);
  if (other || (going && now.dates.length > 0) || (named && now.pieces.length === 0)) reader.say(-1, node);
}

function pause(reader: StatementReader): void {
  const { now } = reader;
  reader.group++;
  if (now.polarity === -1 && !hasTime(now)) {
    // 家里离不开人,上午能出来: what was said before the pause is of no time.
    now.polarity = 0;
    reader.awaiting = false;
  }
  if (reader.excepting && reader.excepted) reader.excepting = false;
}
