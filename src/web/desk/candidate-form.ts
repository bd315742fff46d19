import {
  type CandidateDraft,
  type CandidatePatch,
  type CandidateView,
  candidatePatchSchema,
  candidateSchema,
} from '../../candidates';
import type { Ctx } from '../../context';
import type { FieldProblem } from '../../kernel/errors';
import type { PersonTime } from '../../matching';
import { checked } from '../form-state';
import { hoursOf, hoursValues } from '../hours';
import { type FormInput, given, many, numberOf, one } from '../page-env';
import { CERTIFICATE_CODES } from '../text/vocabulary';
import { timeOf, timeValues } from '../time-form';
import { collect, together } from './intake-form';
import { consentOf, consentProblems, occupationsOf, pointFields, pointOf } from './person-form';

/** The fields of the form for a profile that is there; a masked phone is not shown, only replaced. */
export function candidateFields(ctx: Ctx, view: CandidateView): Record<string, readonly string[]> {
  const known = view.certificates.filter((code) => CERTIFICATE_CODES.includes(code));
  return {
    name: [view.name],
    birthDate: [view.birthDate ?? ''],
    ...pointFields(ctx, view.home),
    mode: [view.mode],
    minutes: [String(view.minutes)],
    ...Object.fromEntries(Object.entries(hoursValues(view.free)).map(([name, value]) => [name, [value]])),
    ...timeValues(ctx, view),
    hoursMax: view.hoursMax === null ? [] : [String(view.hoursMax)],
    occupations: [view.occupations.join('、')],
    certificates: known,
    otherCertificates: [view.certificates.filter((code) => !known.includes(code)).join('、')],
  };
}

/** The form as a new profile. @throws DomainError `rule_broken` with every field that is wrong */
export function candidateOf(ctx: Ctx, form: FormInput): CandidateDraft {
  const { said, problems } = saidIn(ctx, form, []);
  problems.push(...consentProblems(form));
  const draft = { ...said, phone: given(form, 'phone'), consent: consentOf(form) };
  return together(problems, () => checked(candidateSchema, draft));
}

/**
 * The form as changes to a profile; consent is given anew only where something is ticked.
 * @param stored anchors that are known of the person
 */
export function candidatePatchOf(ctx: Ctx, form: FormInput, stored: PersonTime['anchors']): CandidatePatch {
  const { said, problems } = saidIn(ctx, form, stored);
  const consent = many(form, 'purpose').length > 0 ? { consent: consentOf(form) } : {};
  return together(problems, () =>
    checked(candidatePatchSchema, { ...said, phone: given(form, 'phone'), ...consent }),
  );
}

function saidIn(ctx: Ctx, form: FormInput, stored: PersonTime['anchors']) {
  const problems: FieldProblem[] = [];
  const { occupations, problems: unknown } = occupationsOf(ctx, form);
  problems.push(...unknown);
  let free: string | null = null;
  collect(problems, () => {
    free = hoursOf(form);
  });
  const others = one(form, 'otherCertificates').split(/[、,，;；\s]+/);
  const known = many(form, 'certificates').filter((code) => CERTIFICATE_CODES.includes(code));
  const { time, problems: ofTime } = timeOf(ctx, form, stored);
  problems.push(...ofTime);
  const said = {
    ...time,
    name: one(form, 'name'),
    birthDate: given(form, 'birthDate') ?? null,
    home: pointOf(ctx, form) ?? null,
    mode: given(form, 'mode'),
    minutes: numberOf(form, 'minutes'),
    free,
    hoursMax: numberOf(form, 'hoursMax') ?? null,
    occupations,
    certificates: [...known, ...others.filter((name) => name !== '')],
  };
  return { said, problems };
}
