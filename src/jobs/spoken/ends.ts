import { DAY_MINUTES } from '../../kernel/week';
import { clockWords, DONE_UNTIL, fromTo, ONE_HOUR, QUARTERS, SECOND_HALF, TAKES } from './end-words';
import { numberOf } from './number-words';

const HALF_DAY = DAY_MINUTES / 2;

/**
 * A text in which a beginning has its end beside it: 四点接孩子,看到六点 → 四点到六点,接孩子; 两点开始,干三个小时 → 两点到五点. Null
 * where neither stands.
 */
export function withEnds(text: string): string | null {
  const until = DONE_UNTIL.exec(text)?.groups;
  if (until)
    return text.replace(
      DONE_UNTIL,
      `${fromTo(until['from'] ?? '', until['to'] ?? '')},${until['between'] ?? ''}`,
    );
  const [hour, another] = text.matchAll(ONE_HOUR);
  const [length, more] = text.matchAll(TAKES);
  if (!hour?.groups || !length?.groups || another || more) return null;
  const from = minutesOf(hour.groups);
  const taken =
    (numberOf(length.groups['hours'] ?? '') + (length.groups['half'] || length.groups['more'] ? 0.5 : 0)) *
    60;
  if (!(from >= 0 && taken > 0 && taken < DAY_MINUTES)) return null;
  const isSecond = SECOND_HALF.test(text.slice(0, hour.index)) && from <= HALF_DAY;
  const end = (from + taken) % DAY_MINUTES;
  const to = isSecond && end > HALF_DAY ? end - HALF_DAY : end;
  const span = fromTo(clockWords(from), clockWords(to));
  return `${text.slice(0, hour.index)}${span}${text.slice(hour.index + hour[0].length).replace(length[0], ' ')}`;
}

function minutesOf(groups: Record<string, string | undefined>): number {
  const { hour = '', half, minutes } = groups;
  return numberOf(hour) * 60 + (half ? (QUARTERS[half] ?? 0) : Number(minutes ?? 0));
}
