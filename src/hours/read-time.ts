import { epochDay } from '../kernel/clock';
import { ALWAYS, DAY_MINUTES, intersect, subtract, union, type Week } from '../kernel/week';
import { besideEachOther } from './beside';
import { joinDoings, type Node } from './doings';
import { exceptionsOf, mergeDated } from './exceptions';
import type { Stretch } from './ranges';
import { QUESTIONS, type QuestionCode, type TimeReading } from './reading';
import { together } from './refine';
import { scan } from './scan';
import { fold } from './spelling';
import type { Reading } from './statement';
import { readStatements } from './statements';
import { add, type Sum } from './sum';
import { AT_ONCE, BUT_SOME_TIME, NO_NIGHT_WORK, ONLY_THEN, SOME_TIME } from './time-words';
import { askUnclear, askUnread, dropKnown, isInTurn } from './unclear';
import { weekText } from './week-text';
import { EVERY_DAY, weekOf } from './weeks';

/** Longest text that is read; the rest is left unread. */
const LONGEST = 2000;

/**
 * Reads what somebody says about time.
 * @param normal the text, in any spelling of figures and marks; spans point into it
 * @param options.today date in Asia/Shanghai, `YYYY-MM-DD`, for words such as tomorrow; null leaves them open
 * @param options.about `posting`: hours without a word of being free are a wish about the work
 */
export function readTime(
  normal: string,
  options: { today: string | null; about: 'posting' | 'person' },
): TimeReading {
  const text = fold(normal.slice(0, LONGEST));
  const day = options.today === null ? Number.NaN : epochDay(options.today);
  const tokens = scan(text, Number.isNaN(day) ? null : day);
  if (!tokens.some(({ kind }) => TIMELY.has(kind))) return nothing();
  const nodes = joinDoings(tokens, text, options.about);
  const reading = readStatements(nodes, text, options.about);
  if (options.about === 'person' || reading.availability) askUnread(nodes, text, reading);
  if (options.about === 'person') askUnclear(nodes, text, reading.questions);
  dropKnown(nodes, text, reading);
  // 上夜班的时候下午有空,上白班的时候晚上有空: neither shift takes its part of every day.
  if (isInTurn(text))
    for (const one of reading.statements)
      one.pieces = one.pieces.filter(({ work, taken }) => !work || !taken);
  const said = compose(reading, options.about, options.about === 'person' && NO_NIGHT_WORK.test(text));
  const nothingSaid = said.free === null && said.exceptions.length + said.questions.length === 0;
  if (options.about === 'posting' || !nothingSaid) return said;
  return meantButUnknown(nodes, text) ?? said;
}

/** Some time is meant that is not known here: 高考那几天不行, 现在就有空, 麦子收完才能去. */
function meantButUnknown(nodes: readonly Node[], text: string): TimeReading | null {
  const denied = nodes.some(({ kind }) => kind === 'busy' || kind === 'rest_of_time');
  const patterns: [RegExp, QuestionCode][] = [
    [AT_ONCE, 'when'],
    [ONLY_THEN, 'dates'],
    [BUT_SOME_TIME, 'when'],
    ...(denied ? [[SOME_TIME, 'when'] as [RegExp, QuestionCode]] : []),
  ];
  for (const [pattern, about] of patterns) {
    const match = pattern.exec(text);
    if (!match) continue;
    const spans = [{ start: match.index, end: match.index + match[0].length }];
    return { ...nothing(), questions: [{ about }], spans };
  }
  return null;
}

const nothing = (): TimeReading => ({
  free: null,
  wish: false,
  exceptions: [],
  anchors: [],
  questions: [],
  spans: [],
});

/** Without any of these nothing is said of time, whatever words of relation there are. */
const TIMELY: ReadonlySet<string> = new Set([
  'clock',
  'number',
  'part',
  'days',
  'day_count',
  'cycle',
  'season',
  'event',
  'dates',
  'free',
  'busy',
  'duration',
  'half',
  'unsure',
]);

function compose(reading: Reading, about: 'posting' | 'person', daysOnly: boolean): TimeReading {
  const sum: Sum = {
    free: [],
    said: false,
    busy: [],
    untold: [],
    work: [],
    freeDays: new Set(),
    excepted: [],
    restricted: false,
    unsaid: false,
    partly: [],
    named: [],
    rest: false,
    days: new Set(),
    everything: false,
    others: false,
    overnight: false,
    anchors: [],
    exceptions: [],
    questions: new Set(reading.questions as QuestionCode[]),
  };
  for (const statement of besideEachOther(together(reading.statements))) add(statement, sum, about);
  // 除了服务员别的都行: other times are free only where some time was said.
  sum.everything ||=
    sum.others &&
    (sum.said ||
      sum.restricted ||
      sum.exceptions.length > 0 ||
      ['alternation' as const, 'dates' as const].some((code) => sum.questions.has(code)));
  let week: Week | null = null;
  if (!sum.said && sum.untold.length > 0) {
    sum.free = sum.untold;
    sum.said = true;
  }
  // 白天上班,晚上跟周末可以: on days that are free there is no work.
  sum.busy = union(sum.busy, subtract(sum.work, weekOf([...sum.freeDays], [[0, DAY_MINUTES]])));
  // 四点接孙子,别的时候都中: the days of which nothing was said are free.
  const others = EVERY_DAY.filter((day) => sum.rest && !sum.days.has(day));
  if (sum.said) sum.free = union(sum.free, weekOf(others, [[0, DAY_MINUTES]]));
  if (sum.said) week = subtract(sum.free, union(sum.busy, sum.excepted));
  else if (sum.restricted || (sum.everything && !sum.questions.has('when')))
    week = subtract(ALWAYS, union(sum.busy, sum.excepted));
  // 哪天都行,就是不上夜班: whole days are then without their nights.
  if (daysOnly && week && isWholeDays(week)) week = subtract(week, weekOf(EVERY_DAY, NIGHTS));
  // 周三上午没空: whether the rest is free was not said, unless the same hours of other days are free.
  const isSame = ([a, b]: Stretch) => sum.named.some(([from, to]) => from === a && to === b);
  if (!sum.partly.every(isSame)) sum.questions.add('days');
  // What is excepted was never among the days said: then the others were meant, too.
  if (sum.everything) sum.questions.delete('days');
  if (sum.unsaid && !sum.said && !sum.everything) sum.questions.add('days');
  if (sum.said && sum.excepted.length > 0 && intersect(sum.free, sum.excepted).length === 0)
    sum.questions.add('days');
  const free = week && week.length > 0 ? weekText(week, sum.overnight) : null;
  const dated = mergeDated(sum.exceptions).flatMap((one) => exceptionsOf(one, week, sum.questions));
  const exceptions = [...new Map(dated.map((one) => [JSON.stringify(one), one])).values()];
  if (free === null && exceptions.length === 0 && sum.questions.size === 0) return nothing();
  return {
    free,
    wish: about === 'posting' && !reading.availability && (free !== null || exceptions.length > 0),
    exceptions,
    anchors: sum.anchors.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    questions: QUESTIONS.filter((code) => sum.questions.has(code)).map((code) => ({ about: code })),
    spans: joinSpans(reading.spans),
  };
}

const NIGHTS: readonly Stretch[] = [
  [0, 360],
  [1320, DAY_MINUTES],
];
/** Whether every day is free from its beginning to its end or not at all. */
const isWholeDays = (week: Week) => week.every(([a, b]) => a % DAY_MINUTES === 0 && b % DAY_MINUTES === 0);

function joinSpans(spans: Reading['spans']): TimeReading['spans'] {
  const out: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((x, y) => x.start - y.start || x.end - y.end)) {
    const last = out.at(-1);
    if (end <= start) continue;
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}
