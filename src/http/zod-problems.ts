import type { z } from '@hono/zod-openapi';
import type { FieldProblem } from '../kernel/errors';
import { isStorable } from '../kernel/text';

type Issue = z.core.$ZodIssue;

/** The message of our own checks is a code such as `max_below_amount`; zod's own messages are sentences. */
const OWN_CODE = /^[a-z][a-z0-9_]*$/;
/** More problems of one input help nobody and could be made to cost much. */
const MAX_PROBLEMS = 50;

/**
 * What zod found, as problems of the station: one per field, a code with the numbers its sentence needs.
 * Codes: own checks' codes, and for what every schema can find `required`, `type`, `whole_number`, `too_long`,
 * `too_short`, `too_many_items`, `too_few_items`, `too_big` and `too_small` (values: max or min),
 * `unknown_field`, `unknown_value`, `format`, `invalid`. Nothing of the input itself is repeated.
 * @returns at most 50 problems; never none
 */
export function fieldProblems(error: z.core.$ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) => problemsOf(issue, [])).slice(0, MAX_PROBLEMS);
}

/**
 * Texts anywhere in a value, keys included, that could not be kept as they are (see `isStorable`).
 * @returns at most 50 problems `bad_character`; none for a value that can be stored
 */
export function textProblems(value: unknown, path: readonly PropertyKey[] = []): FieldProblem[] {
  const bad = () => ({ pointer: pointerOf(path), code: 'bad_character' });
  if (typeof value === 'string') return isStorable(value) ? [] : [bad()];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .flatMap(([key, inner]) => (isStorable(key) ? textProblems(inner, [...path, key]) : [bad()]))
    .slice(0, MAX_PROBLEMS);
}

/** A JSON pointer (RFC 6901) to a path. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function problemsOf(issue: Issue, base: readonly PropertyKey[]): FieldProblem[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: pointerOf([...path, key]), code: 'unknown_field' }));
  }
  const problem = { pointer: pointerOf(path), ...codeOf(issue) };
  if (issue.code !== 'invalid_union') return [problem];
  // The branch that agreed with the value's shape is the one that was meant; what it found inside is the news.
  const meant = issue.errors.find((branch) => branch.length > 0 && branch.every((i) => i.path.length > 0));
  return meant ? meant.flatMap((inner) => problemsOf(inner, path)) : [problem];
}

function codeOf(issue: Issue): Omit<FieldProblem, 'pointer'> {
  if (OWN_CODE.test(issue.message)) return { code: issue.message };
  switch (issue.code) {
    case 'invalid_type':
      if (/received undefined$/.test(issue.message)) return { code: 'required' };
      return { code: issue.expected === 'int' ? 'whole_number' : 'type' };
    case 'too_big':
      return {
        code: sized(issue.origin, 'long', 'many_items', 'big'),
        values: { max: Number(issue.maximum) },
      };
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) === 1) return { code: 'required' };
      return {
        code: sized(issue.origin, 'short', 'few_items', 'small'),
        values: { min: Number(issue.minimum) },
      };
    case 'invalid_value':
    case 'invalid_union':
      return { code: 'unknown_value' };
    case 'invalid_format':
      return { code: 'format' };
    default:
      return { code: 'invalid' };
  }
}

function sized(origin: string, ofString: string, ofList: string, ofNumber: string): string {
  if (origin === 'string') return `too_${ofString}`;
  return `too_${origin === 'array' || origin === 'set' || origin === 'map' ? ofList : ofNumber}`;
}
