import { dateOfEpochDay } from '../kernel/clock';
import { ALWAYS, DAY_MINUTES, subtract, type Week } from '../kernel/week';
import type { Stretch } from './ranges';
import type { QuestionCode, TimeException } from './reading';
import type { Statement } from './statement';
import { weekText } from './week-text';
import { EVERY_DAY, weekOf } from './weeks';

/** Something said of dates or seasons, with its stretches of the day. */
export interface Dated {
  statement: Statement;
  stretches: Stretch[];
  /** Stretches of the same dates that are taken. */
  taken?: Stretch[];
}

/** 明天上午有事,下午可以: what is taken and what is free on the same dates is one exception. */
export function mergeDated(all: readonly Dated[]): Dated[] {
  const keyOf = ({ statement }: Dated) =>
    JSON.stringify(statement.dates.map((when) => ('season' in when ? when.season : [when.from, when.to])));
  return all.flatMap((one) => {
    const same = all.filter((other) => keyOf(other) === keyOf(one) && other.statement.pieces.length > 0);
    const free = same.find(({ statement }) => statement.polarity >= 0);
    const busy = same.filter(({ statement }) => statement.polarity < 0);
    if (!free || busy.length === 0 || !same.includes(one)) return [one];
    return one === free
      ? [{ ...one, taken: busy.flatMap(({ stretches }) => stretches) }]
      : busy.includes(one)
        ? []
        : [one];
  });
}

/** The exceptions that one statement about dates makes; what is not known of them is asked for. */
export function exceptionsOf(
  { statement, stretches, taken }: Dated,
  week: Week | null,
  questions: Set<QuestionCode>,
): TimeException[] {
  const { polarity, pieces } = statement;
  // 下周只有周末: only those weekdays of the dates.
  const named = statement.days.flatMap(({ days, weak }) => (weak ? [] : days));
  const wholeDay: Stretch[] = [[0, DAY_MINUTES]];
  const out = new Set(statement.exceptDays);
  const on = (named.length > 0 ? named : EVERY_DAY).filter((day) => !out.has(day));
  const said = weekOf(on, pieces.length > 0 ? stretches : wholeDay);
  return statement.dates.flatMap((when): TimeException[] => {
    const timed = pieces.length > 0 || named.length > 0 || out.size > 0;
    if ('season' in when) {
      if (when.labour && polarity === 0 && !timed) return [];
      questions.add('season_dates');
    } else if (when.weak && polarity === 0 && !timed) return [];
    let free = ALWAYS;
    if (polarity < 0) free = timed ? subtract(week ?? ALWAYS, said) : [];
    else if (timed) free = taken ? subtract(said, weekOf(EVERY_DAY, taken)) : said;
    const text =
      free.length > 0
        ? weekText(
            free,
            stretches.some(([, b]) => b > DAY_MINUTES),
          )
        : '';
    if ('season' in when) return [{ season: when.season, free: text }];
    if (when.from === null || when.to === null) {
      questions.add('dates');
      return [];
    }
    const [from, to] = [dateOfEpochDay(when.from), dateOfEpochDay(when.to)];
    return [from === to ? { date: from, free: text } : { from, to, free: text }];
  });
}
