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
}

/** The exceptions that one statement about dates makes; what is not known of them is asked for. */
export function exceptionsOf(
  { statement, stretches }: Dated,
  week: Week | null,
  questions: Set<QuestionCode>,
): TimeException[] {
  const { polarity, pieces } = statement;
  // 下周只有周末: only those weekdays of the dates.
  const named = statement.days.flatMap(({ days, weak }) => (weak ? [] : days));
  const wholeDay: Stretch[] = [[0, DAY_MINUTES]];
  const said = weekOf(named.length > 0 ? named : EVERY_DAY, pieces.length > 0 ? stretches : wholeDay);
  return statement.dates.flatMap((when): TimeException[] => {
    const timed = pieces.length > 0 || named.length > 0;
    if ('season' in when) {
      if (when.labour && polarity === 0 && !timed) return [];
      questions.add('season_dates');
    } else if (when.weak && polarity === 0 && !timed) return [];
    let free = ALWAYS;
    if (polarity < 0) free = timed ? subtract(week ?? ALWAYS, said) : [];
    else if (timed) free = said;
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
