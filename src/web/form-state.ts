import type { z } from '@hono/zod-openapi';
import { fieldProblems } from '../http/zod-problems';
import { DomainError, type FieldProblem, ruleBroken } from '../kernel/errors';
import type { FormInput } from './page-env';
import { problemText } from './text/problems';

/** A form as it is shown: what stands in its fields, and what is wrong with them. */
export interface FormState {
  values: FormInput;
  /** Sentences by field name. */
  errors: Readonly<Record<string, string>>;
  /** What is wrong with the whole, null when nothing is. */
  message: string | null;
}

/** A form before anybody has sent it, filled with these values. */
export function freshForm(
  values: Readonly<Record<string, string | number | readonly string[] | null | undefined>> = {},
): FormState {
  const filled: Record<string, readonly string[]> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined) continue;
    filled[name] = typeof value === 'object' ? value : [String(value)];
  }
  return { values: filled, errors: {}, message: null };
}

/** How problems' pointers are called in the form: by pointer (`/place/lat` → `address`), or by a function. */
export type FieldNames = Readonly<Record<string, string>> | ((pointer: string) => string);

/**
 * The form as it was sent, with the refusal beside its fields. A pointer `/pay/amount` belongs to the field
 * `pay.amount` unless `names` says otherwise (the longest pointer that begins it counts).
 */
export function refusedForm(values: FormInput, error: DomainError, names: FieldNames = {}): FormState {
  const errors: Record<string, string> = {};
  for (const problem of error.fields) {
    // What comes from a form is text; the only other type that one asks for is a number.
    const code = problem.code === 'type' ? 'number_needed' : problem.code;
    errors[fieldName(problem, names)] ??= problemText(code, problem.values);
  }
  const named = Object.keys(errors).length > 0;
  return { values, errors, message: named ? null : problemText(error.code, error.values) };
}

function fieldName({ pointer }: FieldProblem, names: FieldNames): string {
  if (typeof names === 'function') return names(pointer);
  const known = Object.keys(names)
    .filter((start) => pointer === start || pointer.startsWith(`${start}/`))
    .sort((a, b) => b.length - a.length)[0];
  return known === undefined ? pointer.slice(1).replaceAll('/', '.') : (names[known] ?? '');
}

/**
 * Checks a value that was made from a form.
 * @throws DomainError `rule_broken` field by field
 */
export function checked<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw ruleBroken(fieldProblems(parsed.error));
  return parsed.data;
}

/** Refusals that are shown in the form itself, where the person can do better; others are pages of their own. */
const IN_FORM = new Set(['rule_broken', 'conflict', 'too_many', 'unauthenticated', 'unavailable']);

/**
 * Does the work of a form. When it is refused in a way that the person can mend, the form is shown again with
 * what they typed (`again` gets it and the fitting status); everything else is thrown on.
 * @param work ends with the answer to a form that was taken, usually a redirect
 */
export async function takeForm(
  values: FormInput,
  work: () => Promise<Response>,
  again: (form: FormState, status: 401 | 409 | 422 | 429 | 503) => Response | Promise<Response>,
  names: FieldNames = {},
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError) || !IN_FORM.has(error.kind) || error.code === 'sign_in_needed')
      throw error;
    return again(refusedForm(values, error, names), STATUS[error.kind as keyof typeof STATUS]);
  }
}

const STATUS = {
  rule_broken: 422,
  conflict: 409,
  too_many: 429,
  unauthenticated: 401,
  unavailable: 503,
} as const;
