import { DAY_MINUTES } from '../kernel/week';
import { formatWeek, parseDays, parseSpan, parseWeek } from '../kernel/week-syntax';
import type { QuestionCode, TimeReading } from './reading';

/** Days (Monday = 0) on which the same hours hold; minutes of the day, `end` over 1440 on the next day. */
export interface ReadBackRule {
  days: number[];
  /** Null: the whole day. */
  hours: { start: number; end: number }[] | null;
}

/** What a sentence that says a reading back is built from: codes and numbers, no words. */
export interface ReadBack {
  kind: 'free' | 'wish';
  rules: ReadBackRule[];
  exceptions: (
    | { from: string; to: string; rules: ReadBackRule[] }
    | { season: string; rules: ReadBackRule[] }
  )[];
  anchors: TimeReading['anchors'];
  questions: QuestionCode[];
}

/** The parts of the sentence that says a reading back; null when nothing was read. */
export function readBack(reading: TimeReading): ReadBack | null {
  const { free, exceptions, questions, anchors, wish } = reading;
  if (free === null && exceptions.length === 0 && questions.length === 0) return null;
  return {
    kind: wish ? 'wish' : 'free',
    rules: rulesOf(free),
    exceptions: exceptions.map((one) => {
      const rules = rulesOf(one.free);
      if ('season' in one) return { season: one.season, rules };
      return 'date' in one ? { from: one.date, to: one.date, rules } : { from: one.from, to: one.to, rules };
    }),
    anchors,
    questions: questions.map(({ about }) => about),
  };
}

function rulesOf(free: string | null): ReadBackRule[] {
  if (!free) return [];
  return formatWeek(parseWeek(free))
    .split('; ')
    .map((rule) => {
      const [days = '', spans = ''] = rule.split(' ');
      const hours = spans.split(',').map((span) => {
        const [start, end] = parseSpan(span);
        return { start, end };
      });
      const whole = hours.length === 1 && hours[0]?.start === 0 && hours[0].end === DAY_MINUTES;
      return { days: parseDays(days), hours: whole ? null : hours };
    });
}
