import { dateOfEpochDay, epochDay } from '../kernel/clock';
import {
  classifyTitle,
  type Lexicon,
  MAX_SAID_LENGTH,
  normalise,
  type ReadSpan,
  type SpanKind,
  type Understood,
  understand,
} from '../search';
import { MAX_VALIDITY_DAYS, PART_TIME_WEEK_HOURS } from '../trust';
import { type HoursQuestion, type HoursSaid, hoursSaid, lengthsOf } from './draft-hours';
import { type PayQuestion, paySaid } from './draft-pay';
import { headcountIn } from './draft-people';
import {
  ANY_WORK,
  BESIDE,
  BETWEEN_JOBS,
  certificatesIn,
  PHONE,
  PHONE_WITH_LABEL,
  WANTING,
} from './draft-words';
import type { JobDraft } from './schema';

/** Something that has to be asked, and the field of the draft that the answer belongs to. */
export interface DraftQuestion {
  field: string;
  about: 'what' | 'one_kind' | 'who' | 'where' | 'pin' | 'how_many' | HoursQuestion | `pay_${PayQuestion}`;
}

/** A posting as it was told, as far as it goes. */
export interface SpokenDraft {
  draft: Partial<JobDraft>;
  /** Fields that the draft still lacks before it can open, as paths with dots. */
  missing: string[];
  questions: DraftQuestion[];
  understood: Understood;
}

/** Questions that may be left open: the draft holds what is most likely, and says so. */
const TOLD = new Set<DraftQuestion['about']>(['choice', 'weekly', 'one_kind']);

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
  const hours = hoursSaid(understood.cut ? normal : without(understood, 'pay'), understood.time, today);
  const { pay, questions: payQuestions } = paySaid(understood, hours);
  const kind = kindOf(understood, lexicon);
  const place = placeOf(understood);
  const people = headcountIn(without(understood, 'pay', 'time'));
  const certificates = certificatesIn(normal);
  const engagement = engagementOf(understood, hours, pay?.unit === 'month');
  const until = lastDate(hours);
  const draft: Partial<JobDraft> = {
    ...(kind.title === null ? {} : { title: kind.title }),
    ...(told === '' ? {} : { description: told }),
    ...(kind.occupation === null ? {} : { occupation: kind.occupation }),
    ...(engagement === null ? {} : { engagement }),
    ...(place ? { place } : {}),
    ...(pay ? { pay } : {}),
    ...(hours.shifts
      ? { schedule: { kind: 'shifts', commitment: hours.commitment, shifts: hours.shifts } }
      : {}),
    ...(typeof people === 'number' ? { headcount: people } : {}),
    ...(understood.benefits ? { benefits: understood.benefits } : {}),
    ...(certificates.length > 0 ? { requirements: { certificates } } : {}),
    ...(phone ? { contact: { phone } } : {}),
    ...(until !== null && isSoon(until, today) ? { validThrough: until } : {}),
  };
  const questions: DraftQuestion[] = [
    ...(kind.title === null ? [{ field: 'title', about: 'what' as const }] : []),
    ...(kind.several ? [{ field: 'title', about: 'one_kind' as const }] : []),
    { field: 'business', about: 'who' },
    ...(place?.lat === undefined
      ? [{ field: 'place', about: place ? ('pin' as const) : ('where' as const) }]
      : []),
    ...hours.questions.map((about) => ({ field: 'schedule', about })),
    ...payQuestions.map((about) => ({ field: PAY_FIELD[about], about: `pay_${about}` as const })),
    ...(people === 'unclear' ? [{ field: 'headcount', about: 'how_many' as const }] : []),
  ];
  const missing = [...new Set(questions.flatMap(({ field, about }) => (TOLD.has(about) ? [] : [field])))];
  return { draft, missing, questions, understood };
}

const PAY_FIELD: Record<PayQuestion, string> = {
  amount: 'pay',
  unit: 'pay',
  settlement: 'pay.settlement',
  hours: 'pay.expectedHours',
};

/** The normal form with spaces in place of what was read already, so that no figure of it is read as another. */
function without({ normal, spans }: Understood, ...kinds: SpanKind[]): string {
  return spans
    .filter(({ kind }) => kinds.includes(kind))
    .reduce(
      (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
      normal,
    );
}

/** Which work it is: of what was named, not of what a kind of workplace makes likely. */
function kindOf({ normal, spans }: Understood, lexicon: Lexicon) {
  const named = spans.filter(({ kind }) => kind === 'occupation');
  const [first, second] = named;
  if (!first) return { title: null, occupation: null, several: false };
  const occupations = [...new Set(named.map(({ value = '' }) => value.split(' ')[0] ?? ''))];
  const [only = ''] = occupations;
  if (!second || occupations.length === 1) return { title: only, occupation: only, several: false };
  const last = named.at(-1) ?? second;
  const between = normal.slice(first.end, second.start);
  if (BETWEEN_JOBS.test(between) && between.length <= 3)
    return { title: occupations.join('、'), occupation: only, several: true };
  const whole = isTogether(named, normal)
    ? (classifyTitle(normal.slice(first.start, last.end), lexicon) ?? only)
    : (wantedOf(named, normal) ?? only);
  return { title: whole, occupation: whole, several: false };
}

/** Whether names stand side by side: 外卖打包. */
const isTogether = (named: readonly ReadSpan[], normal: string) =>
  named.every(({ start }, i) => normal.slice(named[i - 1]?.end ?? start, start) === '');

/** The occupation behind a word of wanting, which tells whom the business before it wants: 足浴店招前台. */
function wantedOf(named: readonly ReadSpan[], normal: string): string | null {
  const found = named.find(({ start, value = '' }, i) => {
    const before = named[i - 1];
    return (
      before && WANTING.test(normal.slice(before.end, start)) && !ANY_WORK.has(value.split(' ')[0] ?? '')
    );
  });
  return found?.value?.split(' ')[0] ?? null;
}

/** The first place that was named, with what stands beside it; a point when the lexicon knows one. */
function placeOf({ normal, spans, place }: Understood): JobDraft['place'] | null {
  const span = spans.find(({ kind }) => kind === 'place');
  if (!span) return null;
  const beside = BESIDE.exec(normal.slice(span.end))?.[0] ?? '';
  const workplace = spans.find(
    ({ kind, start }) => kind === 'workplace' && start === span.end + beside.length,
  );
  const address = `${normal.slice(span.start, span.end)}${beside}${workplace?.value ?? ''}`;
  const isMeant = place !== undefined && span.value === place.name;
  const about = { address, datum: 'wgs84', precision: 'area' } as const;
  return isMeant ? { ...about, lat: place.lat, lng: place.lng } : about;
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
  return dates.length > 0 && !dates.includes('') ? (dates.sort().at(-1) ?? null) : null;
}

const isSoon = (date: string, today: string) =>
  date >= today && date <= dateOfEpochDay(epochDay(today) + MAX_VALIDITY_DAYS);
