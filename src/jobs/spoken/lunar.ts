import calendar from 'chinese-days';
import { dateOfEpochDay, epochDay } from '../../kernel/clock';
import {
  dateWords,
  FIRST_DAYS,
  LUNAR,
  MAY_BE_LUNAR,
  MONTHS,
  NAMED,
  SHORT_TENS,
  spanWords,
} from './lunar-words';
import { numberOf } from './number-words';

/** A lunar year and a leap month. */
const DAYS_AHEAD = 390;

/**
 * Days of the moon's calendar as dates: 腊月二十三到二十八 → 1月30号到2月4号. The next that is not over on `today`. Small
 * New Year is that of the north.
 */
export function withoutLunar(text: string, today: string): string {
  if (!MAY_BE_LUNAR.test(text)) return text;
  const plain = text.replace(LUNAR, (all, ...rest) => {
    const groups = rest.at(-1) as Record<string, string | undefined>;
    const { plain: counted, month: named, day = '', later, until } = groups;
    const month = counted
      ? numberOf(counted.slice(0, -1))
      : (MONTHS[named ?? ''] ?? (day.startsWith(FIRST_DAYS) ? 1 : 12));
    const from = dateOf(month, dayNumber(day), today);
    const to =
      until === undefined
        ? null
        : dateOf(later ? (MONTHS[later] ?? month) : month, dayNumber(until), from ?? today);
    if (from === null || (until !== undefined && to === null)) return all;
    return to === null ? said(from) : spanWords(said(from), said(to));
  });
  return NAMED.reduce(
    (read, [words, month, day]) =>
      read.replace(words, (all) => {
        const date = dateOf(month, day, today);
        return date === null ? all : said(date);
      }),
    plain,
  );
}

const dayNumber = (day: string): number =>
  day.startsWith(FIRST_DAYS)
    ? numberOf(day.slice(FIRST_DAYS.length))
    : numberOf(SHORT_TENS.reduce((text, [short, plain]) => text.replace(short, plain), day));

/** The thirtieth of a month of twenty-nine days is its last: 大年三十. */
function dateOf(month: number, day: number, from: string): string | null {
  const first = epochDay(from);
  let last: number | null = null;
  for (let at = first; at < first + DAYS_AHEAD; at++) {
    const date = dateOfEpochDay(at);
    const { lunarMon, lunarDay, isLeap } = calendar.getLunarDate(date);
    if (lunarMon !== month || isLeap) {
      if (last !== null && day === 30) return dateOfEpochDay(last);
      last = null;
      continue;
    }
    if (lunarDay === day) return date;
    last = at;
  }
  return null;
}

function said(date: string): string {
  const [, month, day] = date.split('-').map(Number);
  return dateWords(month ?? 0, day ?? 0);
}
