import type { CandidateDraft, CandidatePatch, CandidateView } from '../../candidates';
import type { Ctx } from '../../context';
import { type FieldProblem, ruleBroken } from '../../kernel/errors';
import type { Point } from '../../kernel/geo';
import type { PersonTime } from '../../matching';
import { hoursOf, hoursValues } from '../hours';
import { type FormInput, given, many, numberOf, one } from '../page-env';
import { placeNamed } from '../starting-places';
import { timeField, timeOf, timeValues } from '../time-form';
import { FROM } from './params';

/** Value of `from` that leaves the stored home as it is. */
export const KEEP_HOME = 'home';

/** Which field of the form a pointer into the profile belongs to. @param form rows are counted in what was sent */
export const profileField =
  (form: FormInput) =>
  (pointer: string): string =>
    timeField(pointer, form) ?? plainField(pointer);

function plainField(pointer: string): string {
  const [, first = '', second] = pointer.split('/');
  if (first === 'birthDate') return 'birth';
  if (first === 'home') return 'from';
  if (first === 'free') return 'hours';
  return first === 'consent' && second === 'witness' ? 'consent' : first;
}

/** Everything of a profile but its consent. */
type ProfileInput = Omit<CandidatePatch, 'consent' | 'withdraw'>;

/**
 * Reads the profile form; its values are still to be checked by the schema of profiles.
 * @param stored anchors that are known already
 * @throws DomainError `rule_broken` for hours or dates that cannot be read
 */
export function profileOf(
  ctx: Pick<Ctx, 'lexicon' | 'station'>,
  form: FormInput,
  stored: PersonTime['anchors'],
): ProfileInput {
  const problems: FieldProblem[] = [];
  const birthDate = birthOf(form);
  if (birthDate === undefined) problems.push({ pointer: '/birthDate', code: 'date' });
  let free: string | null = null;
  try {
    free = hoursOf(form);
  } catch (error) {
    problems.push(...(error as { fields: FieldProblem[] }).fields);
  }
  const { time, problems: ofTime } = timeOf(ctx, form, stored);
  problems.push(...ofTime);
  if (problems.length > 0) throw ruleBroken(problems);
  const home = homeOf(ctx, form);
  return {
    name: one(form, 'name'),
    birthDate: birthDate ?? null,
    mode: given(form, 'mode') as ProfileInput['mode'],
    minutes: numberOf(form, 'minutes'),
    free,
    ...(time as Pick<ProfileInput, 'anchors' | 'exceptions'>),
    hoursMax: numberOf(form, 'hoursMax') ?? null,
    occupations: many(form, 'occupations'),
    certificates: many(form, 'certificates'),
    plain: one(form, 'plain') === 'yes',
    ...(home === undefined ? {} : { home: home === null ? null : { ...home, datum: 'wgs84' as const } }),
  };
}

/** The consent that the form gives when a profile is made. */
export function consentOf(form: FormInput): CandidateDraft['consent'] {
  const purpose = many(form, 'consent') as ('matching' | 'contact' | 'follow_up')[];
  if (!purpose.includes('matching')) throw ruleBroken([{ pointer: '/consent', code: 'consent_needed' }]);
  return { purpose, channel: 'screen' };
}

/** The birth date of three fields; null when all are empty, undefined when they are no date. */
function birthOf(form: FormInput): string | null | undefined {
  const parts = ['year', 'month', 'day'].map((name) => one(form, `birth.${name}`).normalize('NFKC'));
  if (parts.every((part) => part === '')) return null;
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  const [year = '', month = '', day = ''] = parts;
  return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Where the person starts: undefined leaves what is stored, null is the station. */
function homeOf(ctx: Pick<Ctx, 'lexicon' | 'station'>, form: FormInput): Point | null | undefined {
  const from = one(form, 'from');
  if (from === KEEP_HOME || from === '') return undefined;
  if (from === FROM.here) {
    const [lat, lng] = [numberOf(form, 'lat'), numberOf(form, 'lng')];
    return lat === undefined || lng === undefined ? undefined : { lat, lng };
  }
  return from === FROM.station ? null : (placeNamed(ctx, from) ?? null);
}

/** The values of the form for a profile. */
export function profileValues(
  ctx: Pick<Ctx, 'lexicon' | 'station'>,
  view: CandidateView,
): Record<string, string | number | readonly string[] | null> {
  const [year = '', month = '', day = ''] = view.birthDate?.split('-') ?? [];
  return {
    ...hoursValues(view.free),
    ...timeValues(ctx, view),
    name: view.name,
    'birth.year': year,
    'birth.month': month === '' ? '' : String(Number(month)),
    'birth.day': day === '' ? '' : String(Number(day)),
    from: view.home === null ? FROM.station : KEEP_HOME,
    mode: view.mode,
    minutes: view.minutes,
    hoursMax: view.hoursMax,
    occupations: view.occupations,
    certificates: view.certificates,
    plain: view.plain ? 'yes' : '',
  };
}
