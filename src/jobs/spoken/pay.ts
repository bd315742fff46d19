import type { Settlement } from '../../kernel/vocabulary';
import type { Understood } from '../../search';
import type { JobDraftInput } from '../schema';
import type { HoursSaid } from './hours';
import { lengthsOf } from './lengths';
import { SAYS_UNIT, SETTLED, SKILLED, TEAM_WORK } from './pay-words';
import type { Sum } from './sums';

type Pay = NonNullable<JobDraftInput['pay']>;

/** What is asked about pay. */
export type PayQuestion = 'amount' | 'unit' | 'settlement' | 'hours' | 'each';

/** A sum whose unit is open, and how pay is settled where the sum is open. */
export interface PayBegun {
  amount?: number;
  max?: number;
  settlement?: Settlement;
}

/** Pay as it was said; null when the sum or what it is for is not known. */
export interface PaySaid {
  pay: Pay | null;
  questions: PayQuestion[];
  begun: PayBegun;
}

/** What the sums of a sentence are read beside. */
export interface PayContext {
  understood: Understood;
  hours: HoursSaid;
  occupation: string | null;
  /** How many people are wanted, where it is said. */
  headcount: number | null;
}

/** Nobody earns more than this in an hour of such work, and few without a skill more than that, yuan. */
const MOST_HOURLY = 60;
const MOST_UNSKILLED = 35;
/** From here on a sum without a unit is a month's wage, yuan. */
const LEAST_MONTHLY = 1500;
/** A sum that names no person may be for all of them together from here on, yuan. */
const LEAST_SHARED = 200;
const WEEKS_A_MONTH = 52 / 12;

/** The pay of a posting that is told in a sentence, with the hours that its unit takes. */
export function paySaid(sums: readonly Sum[], about: PayContext): PaySaid {
  const settlement = settlementOf(about.understood);
  const settled = settlement ? { settlement } : {};
  const sum = wageOf(sums) ?? understoodSum(about.understood);
  if (sum === null) return { pay: null, questions: ['amount'], begun: settled };
  const amounts = { amount: sum.low, ...(sum.high === null ? {} : { max: sum.high }) };
  const unit = unitOf(sum, about);
  if (unit === null) return { pay: null, questions: ['unit'], begun: { ...amounts, ...settled } };
  const expectedHours = unit === 'hour' ? null : hoursOf(unit, about.hours);
  const pay = { ...amounts, unit, ...settled, ...(expectedHours === null ? {} : { expectedHours }) };
  const questions: PayQuestion[] = [
    ...(isShared(sum, unit, about) ? ['each' as const] : []),
    ...(settlement ? [] : ['settlement' as const]),
    ...(unit !== 'hour' && expectedHours === null ? ['hours' as const] : []),
  ];
  return { pay, questions, begun: {} };
}

type Offer = Pick<Sum, 'low' | 'high' | 'per'> & { words?: string };

/** 卸完给二百 to three people: whether each has it or all together is not said. */
const isShared = ({ per, low, words = '' }: Offer, unit: Pay['unit'], { headcount }: PayContext) =>
  headcount !== null &&
  headcount > 1 &&
  (per === 'whole' || (per === null && unit === 'shift' && low >= LEAST_SHARED) || TEAM_WORK.test(words));

const isUnit = (per: Sum['per']): per is Pay['unit'] =>
  per !== null && per !== 'person' && per !== 'whole' && per !== 'other';

/** The first sum that says its unit, with the others for the same as a range; or else the first of all. */
function wageOf(sums: readonly Sum[]): Offer | null {
  const first = sums.find(({ per }) => isUnit(per)) ?? sums[0];
  if (!first) return null;
  const same = sums.filter(({ per }) => per === first.per && isUnit(per));
  const all = [first, ...same].flatMap(({ low, high }) => [low, high ?? low]);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return { low, high: high > low ? high : null, per: first.per, words: first.words };
}

/** The figure that the general reading found, when its words say what it is for. */
function understoodSum({ pay, spans, normal }: Understood): Offer | null {
  const span = spans.find(({ kind }) => kind === 'pay');
  const words = span ? normal.slice(span.start, span.end) : '';
  if (pay?.min === undefined || !pay.unit || !SAYS_UNIT.test(words)) return null;
  return { low: pay.min, high: pay.max !== undefined && pay.max > pay.min ? pay.max : null, per: pay.unit };
}

/** What a sum is for, where it does not say so: the one shift that was named, the whole work, or a month of it. */
function unitOf({ per, low }: Offer, { hours, occupation }: PayContext): Pay['unit'] | null {
  if (isUnit(per)) return per;
  const { shifts, begun } = hours;
  const dated = shifts?.every((shift) => 'date' in shift) === true;
  const once = dated ? shifts?.length === 1 : shifts === null && begun.dates?.length === 1;
  if (per === 'person') return dated || once ? 'shift' : null;
  if (per === 'whole') return once ? 'shift' : 'piece';
  if (per === 'other') return null;
  const most = occupation === null || !SKILLED.has(occupation) ? MOST_UNSKILLED : MOST_HOURLY;
  // The whole of one day's work, which is too much for an hour of it.
  if (once) return low > most ? 'shift' : null;
  return low >= LEAST_MONTHLY && !dated && begun.dates === undefined ? 'month' : null;
}

function settlementOf({ settlement, normal }: Understood): Settlement | null {
  return settlement ?? SETTLED.find(([, words]) => words.test(normal))?.[0] ?? null;
}

function hoursOf(unit: Pay['unit'], hours: HoursSaid): number | null {
  const { shift, day, week } = lengthsOf(hours);
  if (unit === 'shift') return shift;
  if (unit === 'day') return day;
  if (unit === 'month') return week === null ? null : Math.round(week * WEEKS_A_MONTH * 10) / 10;
  return null;
}
