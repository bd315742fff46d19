import { dateOfEpochDay, epochDay } from '../../kernel/clock';
import {
  type Lexicon,
  MAX_SAID_LENGTH,
  normalise,
  type SpanKind,
  type Understood,
  understand,
} from '../../search';
import { MAX_VALIDITY_DAYS, PART_TIME_WEEK_HOURS } from '../../trust';
import type { JobDraft } from '../schema';
import { benefitsIn } from './benefits';
import { type HoursBegun, type HoursQuestion, type HoursSaid, hoursSaid } from './hours';
import { lengthsOf } from './lengths';
import { type PayBegun, type PayQuestion, paySaid } from './pay';
import { headcountIn } from './people';
import { HOLDS_NUMBER, WORK_SIGN } from './people-words';
import { placeOf } from './place';
import { certificatesIn, PHONE, PHONE_WITH_LABEL } from './request-words';
import { type Sum, sumsIn } from './sums';
import { workOf } from './work';

/** Something that has to be asked, and the field of the draft that the answer belongs to. */
export interface DraftQuestion {
  field: string;
  about: 'what' | 'one_kind' | 'who' | 'where' | 'pin' | 'how_many' | HoursQuestion | `pay_${PayQuestion}`;
}

/** A posting as it was told, as far as it goes. */
export interface SpokenDraft {
  draft: Partial<JobDraft>;
  /** What was said of hours and pay while the draft cannot hold them yet: a date without hours, a sum without a unit. */
  begun: HoursBegun & PayBegun;
  /** Fields that the draft still lacks before it can open, as paths with dots. */
  missing: string[];
  questions: DraftQuestion[];
  understood: Understood;
}

/** Questions that may be left open: the draft holds what is most likely, and says so. */
const TOLD = new Set<DraftQuestion['about']>(['choice', 'weekly', 'one_kind', 'every_day', 'pay_each']);

/**
 * A sentence of somebody who needs people, as a draft. Nothing is guessed: what was not said, or can be read in two
 * ways, is left out of the draft, named in `missing` and asked. The sentence becomes the description, without the phone
 * number, which becomes the contact. Pure; never throws.
 * @param today Shanghai date
 */
export function draftFromText(
  text: string,
  { lexicon, today }: { lexicon: Lexicon; today: string },
): SpokenDraft {
  const said = text.slice(0, MAX_SAID_LENGTH).toWellFormed().trim();
  const phone = PHONE.exec(said)?.[0];
  const told = said.replace(PHONE_WITH_LABEL, ' ').trim();
  const understood = understand(told, lexicon, { today });
  const normal = understood.cut ? normalise(told, MAX_SAID_LENGTH) : understood.normal;
  const work = workOf(understood, lexicon);
  const sums = sumsIn(normal);
  const until = work.until < understood.normal.length ? work.until : normal.length;
  const hours = hoursSaid(
    blanked(normal, sums).slice(0, until).replace(/ {2,}/g, ' '),
    normal.slice(0, until),
    understood.time,
    today,
  );
  const own = sums.filter(({ start }) => start < until);
  const people = headcountIn(peopleText(understood, sums).slice(0, work.until));
  const {
    pay,
    questions: payQuestions,
    begun,
  } = paySaid(own, {
    understood,
    hours,
    occupation: work.occupation,
    headcount: typeof people === 'number' ? people : null,
  });
  const place = placeOf(understood);
  const benefits = benefitsIn(normal, understood.benefits);
  const certificates = certificatesIn(normal);
  const engagement = engagementOf(understood, hours, pay?.unit === 'month');
  const last = lastDate(hours);
  const draft: Partial<JobDraft> = {
    ...(work.title === null ? {} : { title: work.title }),
    ...(told === '' ? {} : { description: told }),
    ...(work.occupation === null ? {} : { occupation: work.occupation }),
    ...(engagement === null ? {} : { engagement }),
    ...(place ? { place } : {}),
    ...(pay ? { pay } : {}),
    ...(hours.shifts
      ? { schedule: { kind: 'shifts', commitment: hours.commitment, shifts: hours.shifts } }
      : {}),
    ...(typeof people === 'number' ? { headcount: people } : {}),
    ...(benefits ? { benefits } : {}),
    ...(certificates.length > 0 ? { requirements: { certificates } } : {}),
    ...(phone ? { contact: { phone } } : {}),
    ...(last !== null && isSoon(last, today) ? { validThrough: last } : {}),
  };
  const questions: DraftQuestion[] = [
    ...(work.title === null ? [{ field: 'title', about: 'what' as const }] : []),
    ...(work.several ? [{ field: 'title', about: 'one_kind' as const }] : []),
    { field: 'business', about: 'who' },
    ...(place?.lat === undefined
      ? [{ field: 'place', about: place ? ('pin' as const) : ('where' as const) }]
      : []),
    ...hours.questions.map((about) => ({ field: 'schedule', about })),
    ...payQuestions.map((about) => ({ field: PAY_FIELD[about], about: `pay_${about}` as const })),
    ...(typeof people === 'number' ? [] : [{ field: 'headcount', about: 'how_many' as const }]),
  ];
  const missing = [...new Set(questions.flatMap(({ field, about }) => (TOLD.has(about) ? [] : [field])))];
  return { draft, begun: { ...hours.begun, ...begun }, missing, questions, understood };
}

const PAY_FIELD: Record<PayQuestion, string> = {
  amount: 'pay',
  unit: 'pay',
  settlement: 'pay.settlement',
  hours: 'pay.expectedHours',
  each: 'pay',
};

/** A text with spaces in place of stretches that were read already, so that no figure of them is read as another. */
function blanked(text: string, stretches: readonly Pick<Sum, 'start' | 'end'>[]): string {
  return stretches.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}

/** The text in which people are counted: names of work as one sign each, sums and hours blank. */
function peopleText({ normal, spans }: Understood, sums: readonly Sum[]): string {
  const read = new Set<SpanKind>(['time', 'pay']);
  const blank = blanked(normal, [
    ...sums.filter(({ end }) => end <= normal.length),
    ...spans.filter(({ kind }) => read.has(kind)),
  ]);
  return spans
    .filter(({ kind, start, end }) => kind === 'occupation' && !HOLDS_NUMBER.test(normal.slice(start, end)))
    .reduce(
      (text, { start, end }) =>
        text.slice(0, start) + WORK_SIGN.padStart(end - start, WORK_SIGN) + text.slice(end),
      blank,
    );
}

function engagementOf(
  { engagement }: Understood,
  hours: HoursSaid,
  monthly: boolean,
): JobDraft['engagement'] | null {
  if (engagement) return engagement;
  if (hours.shifts?.every((shift) => 'date' in shift)) return 'task';
  const { week } = lengthsOf(hours);
  return monthly && week !== null && week > PART_TIME_WEEK_HOURS ? 'full_time' : null;
}

/** The last day of work that is dated throughout. */
function lastDate({ shifts }: HoursSaid): string | null {
  const dates = (shifts ?? []).map((shift) => ('date' in shift ? shift.date : ''));
  return dates.length > 0 && !dates.includes('') ? (dates.toSorted().at(-1) ?? null) : null;
}

const isSoon = (date: string, today: string) =>
  date >= today && date <= dateOfEpochDay(epochDay(today) + MAX_VALIDITY_DAYS);
