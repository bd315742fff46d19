import type { Ctx } from '../context';
import type { FieldProblem } from '../kernel/errors';
import type { PersonTime } from '../matching';
import { ANCHOR_ROWS, anchorField, anchorFields, anchorsOf, anchorValues } from './anchor-rows';
import {
  CALENDAR_ROWS,
  DATE_ROWS,
  dateRow,
  exceptionField,
  exceptionFields,
  exceptionsOf,
  exceptionValues,
} from './exception-rows';
import type { FormState } from './form-state';
import { type FormInput, one } from './page-env';
import { rowsShown, withOneMore } from './rows';
import { TIME_TEXT as T } from './text/time';

type Known = Pick<Ctx, 'lexicon' | 'station'>;

/** What the buttons under the rows send as `action`. */
export const MORE_ROWS = { anchor: ANCHOR_ROWS, date: DATE_ROWS } as const;
export type MoreRows = keyof typeof MORE_ROWS;

/** Which rows the form was sent for one more of; null when it was sent to be taken. */
export function rowsAsked(form: FormInput): MoreRows | null {
  const action = one(form, 'action');
  return action === 'anchor' || action === 'date' ? action : null;
}

/** The form with the row that it asks for; null when it asks for none. */
export function withRowAsked(form: FormInput): FormInput | null {
  const asked = rowsAsked(form);
  return asked && withOneMore(form, MORE_ROWS[asked]);
}

/**
 * Where a person has to be and which days are unlike others, as the contract writes it, unchecked; what the form has
 * no rows for is left out.
 * @param stored anchors that are known already
 */
export function timeOf(
  ctx: Known,
  form: FormInput,
  stored: PersonTime['anchors'],
): { time: { anchors?: unknown[]; exceptions?: unknown[] }; problems: FieldProblem[] } {
  const { anchors, problems } = anchorsOf(ctx, form, stored);
  const { exceptions, problems: others } = exceptionsOf(form);
  return {
    time: { ...(anchors ? { anchors } : {}), ...(exceptions ? { exceptions } : {}) },
    problems: [...problems, ...others],
  };
}

/** The fields of the form for a person's time, the inverse of {@link timeOf}. */
export function timeValues(ctx: Known, time: PersonTime): Record<string, readonly string[]> {
  return { ...anchorValues(ctx, time.anchors), ...exceptionValues(time.exceptions) };
}

/** The field of the form that a problem of a person's time belongs to; null for other problems. */
export function timeField(pointer: string, form: FormInput): string | null {
  return anchorField(pointer, form) ?? exceptionField(pointer, form);
}

/** Names of the fields of every row for the summary of errors. */
export function timeLabels({ values }: FormState): Record<string, string> {
  const labels: Record<string, string> = { [ANCHOR_ROWS.count]: T.anchors, [DATE_ROWS.count]: T.dates };
  for (let row = 0; row < rowsShown(values, ANCHOR_ROWS); row++) {
    for (const name of Object.values(anchorFields(row))) labels[name] = T.anchorRow(row + 1);
  }
  const name = (row: string, label: string) => {
    for (const field of Object.values(exceptionFields(row))) labels[field] = label;
  };
  name(CALENDAR_ROWS.holidays, T.holidays);
  name(CALENDAR_ROWS.makeupDays, T.makeupDays);
  for (let row = 0; row < rowsShown(values, DATE_ROWS); row++) name(dateRow(row), T.dateRow(row + 1));
  return labels;
}
