import type { Ctx } from '../../context';
import { type WalkInRevision, type WalkInView, walkInRevisionSchema, walkInSchema } from '../../desk';
import { DomainError, type FieldProblem, ruleBroken } from '../../kernel/errors';
import type { PersonTime } from '../../matching';
import { checked } from '../form-state';
import { hoursOf, hoursValues } from '../hours';
import { type FormInput, given, numberOf } from '../page-env';
import { timeOf, timeValues } from '../time-form';
import { consentOf, consentProblems, occupationsOf, pointFields, pointOf } from './person-form';

/** The fields of an empty intake. @param witness who hears a spoken consent: the member of staff */
export function emptyIntake(witness: string): Record<string, readonly string[]> {
  return {
    from: [''],
    mode: ['walk'],
    minutes: ['15'],
    datum: ['wgs84'],
    channel: ['spoken'],
    witness: [witness],
  };
}

/** The fields of the form for a visit that is there; the phone is not shown again, only replaced. */
export function intakeFields(ctx: Ctx, walkIn: WalkInView): Record<string, readonly string[]> {
  return {
    name: [walkIn.name ?? ''],
    text: [walkIn.text ?? ''],
    ...pointFields(ctx, walkIn.origin),
    mode: [walkIn.mode],
    minutes: [String(walkIn.minutes)],
    ...Object.fromEntries(Object.entries(hoursValues(walkIn.free)).map(([name, value]) => [name, [value]])),
    ...timeValues(ctx, walkIn),
    hoursMax: walkIn.hoursMax === null ? [] : [String(walkIn.hoursMax)],
    occupations: [walkIn.occupations.join('、')],
  };
}

/**
 * The form as a new walk-in.
 * @throws DomainError `rule_broken` with every field that is wrong
 */
export function intakeOf(ctx: Ctx, form: FormInput) {
  const { said, problems } = saidIn(ctx, form, []);
  problems.push(...consentProblems(form));
  return together(problems, () => checked(walkInSchema, { ...said, consent: consentOf(form) }));
}

/**
 * The form as a visit written anew.
 * @param stored anchors that are known of the visit
 * @throws DomainError `rule_broken`
 */
export function revisionOf(ctx: Ctx, form: FormInput, stored: PersonTime['anchors']): WalkInRevision {
  const { said, problems } = saidIn(ctx, form, stored);
  return together(problems, () => checked(walkInRevisionSchema, said));
}

function saidIn(
  ctx: Ctx,
  form: FormInput,
  stored: PersonTime['anchors'],
): { said: Record<string, unknown>; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const { occupations, problems: unknown } = occupationsOf(ctx, form);
  problems.push(...unknown);
  let free: string | undefined;
  collect(problems, () => {
    free = hoursOf(form) ?? undefined;
  });
  const { time, problems: ofTime } = timeOf(ctx, form, stored);
  problems.push(...ofTime);
  const said = {
    ...time,
    name: given(form, 'name'),
    phone: given(form, 'phone'),
    text: given(form, 'text'),
    origin: pointOf(ctx, form),
    mode: given(form, 'mode'),
    minutes: numberOf(form, 'minutes'),
    free,
    hoursMax: numberOf(form, 'hoursMax'),
    occupations,
  };
  return { said, problems };
}

/** All that is wrong at once: nobody likes to mend a form field by field. */
export function together<T>(problems: FieldProblem[], check: () => T): T {
  let value: T | undefined;
  collect(problems, () => {
    value = check();
  });
  if (problems.length > 0) throw ruleBroken(problems);
  return value as T;
}

/** Runs a check; what it refuses is added to the problems. */
export function collect(problems: FieldProblem[], check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof DomainError) || error.fields.length === 0) throw error;
    problems.push(...error.fields);
  }
}
