import type { Understood } from '../search';
import { type HoursSaid, lengthsOf } from './draft-hours';
import { SAYS_UNIT, SUM, SUM_PER_PERSON } from './draft-words';
import type { JobDraftInput } from './schema';

type Pay = NonNullable<JobDraftInput['pay']>;

/** What is asked about pay. */
export type PayQuestion = 'amount' | 'unit' | 'settlement' | 'hours';

/** Pay as it was said; null when the sum or what it is for is not known. */
export interface PaySaid {
  pay: Pay | null;
  questions: PayQuestion[];
}

/** Nobody earns more than this in an hour of such work, yuan: a larger sum is for more than that. */
const MOST_HOURLY = 60;
/** From here on a sum without a unit is a month's wage, yuan. */
const LEAST_MONTHLY = 1500;
const WEEKS_A_MONTH = 52 / 12;

/** The pay of a posting that is told in a sentence, with the hours that its unit takes. */
export function paySaid(understood: Understood, hours: HoursSaid): PaySaid {
  const sum = sumOf(understood, hours);
  if (sum === null || 'ask' in sum) return { pay: null, questions: [sum === null ? 'amount' : sum.ask] };
  const { settlement } = understood;
  const expectedHours = sum.unit === 'hour' ? null : hoursOf(sum.unit, hours);
  const pay = {
    ...sum,
    ...(settlement ? { settlement } : {}),
    ...(expectedHours === null ? {} : { expectedHours }),
  };
  const questions: PayQuestion[] = [
    ...(settlement ? [] : ['settlement' as const]),
    ...(sum.unit !== 'hour' && expectedHours === null ? ['hours' as const] : []),
  ];
  return { pay, questions };
}

type Sum = Pick<Pay, 'amount' | 'max' | 'unit'>;

function sumOf(understood: Understood, hours: HoursSaid): Sum | { ask: 'unit' } | null {
  const { pay, spans, normal } = understood;
  const span = spans.find(({ kind }) => kind === 'pay');
  const words = span ? normal.slice(span.start, span.end) : '';
  if (pay?.min !== undefined && pay.unit && SAYS_UNIT.test(words)) {
    const more = pay.max !== undefined && pay.max > pay.min ? { max: pay.max } : {};
    return { amount: pay.min, ...more, unit: pay.unit };
  }
  const amount = pay?.min ?? bareSum(understood);
  if (amount === null) return null;
  // The whole of one day's work, which is too much for an hour of it.
  const once = hours.shifts?.every((shift) => 'date' in shift) === true;
  if (once && amount > MOST_HOURLY && (hours.shifts?.length === 1 || SUM_PER_PERSON.test(normal)))
    return { amount, unit: 'shift' };
  if (amount >= LEAST_MONTHLY && !once && pay?.unit === 'month') {
    const more = pay.max !== undefined && pay.max > amount ? { max: pay.max } : {};
    return { amount, ...more, unit: 'month' };
  }
  return { ask: 'unit' };
}

/** The only number that nothing else explains: 给80, 一人150. */
function bareSum({ normal, spans }: Understood): number | null {
  const read = new Set(['time', 'near', 'place', 'duration', 'pay', 'person']);
  const hidden = [...normal];
  for (const { start, end, kind } of spans)
    if (read.has(kind)) for (let i = start; i < end; i++) hidden[i] = ' ';
  const sums = [...hidden.join('').matchAll(SUM)].map(({ groups }) => Number(groups?.sum));
  return sums.length === 1 ? (sums[0] ?? null) : null;
}

function hoursOf(unit: Pay['unit'], hours: HoursSaid): number | null {
  const { shift, day, week } = lengthsOf(hours);
  if (unit === 'shift') return shift;
  if (unit === 'day') return day;
  if (unit === 'month') return week === null ? null : Math.round(week * WEEKS_A_MONTH * 10) / 10;
  return null;
}
