import type { Ctx } from '../context';
import { ANCHOR_ROWS, anchorFields } from './anchor-rows';
import { AnchorsField } from './anchors-field';
import { CALENDAR_ROWS, DATE_ROWS, dateRow, exceptionFields } from './exception-rows';
import { ExceptionsField } from './exceptions-field';
import type { FormState } from './form-state';
import { rowsShown } from './rows';
import { TIME_TEXT as T } from './text/time';
import { rowsAsked } from './time-form';

interface TimeProps {
  ctx: Ctx;
  form: FormState;
  /** Where the form goes, also for one more row. */
  to: string;
  /** Keys that lead to the two parts, at the desk. */
  keys?: { anchors: string; exceptions: string };
}

/**
 * Where a person has to be at a time, and which days are unlike others: two parts, folded until they are wanted or hold
 * something.
 */
export function TimeFields({ ctx, form, to, keys }: TimeProps) {
  const asked = rowsAsked(form.values);
  return (
    <div class="time-folds">
      <details class="time-fold" open={asked === 'anchor' || isUsed(form, anchorNames(form), /^a\d*\./)}>
        <summary accesskey={keys?.anchors}>
          {T.anchors}
          <small>{T.anchorsMore}</small>
          <Key of={keys?.anchors} />
        </summary>
        <AnchorsField ctx={ctx} form={form} to={to} />
      </details>
      <details
        class="time-fold"
        open={asked === 'date' || isUsed(form, exceptionNames(form), /^(x\d*|hol|mak)\./)}
      >
        <summary accesskey={keys?.exceptions}>
          {T.exceptions}
          <small>{T.exceptionsMore}</small>
          <Key of={keys?.exceptions} />
        </summary>
        <ExceptionsField form={form} to={to} />
      </details>
    </div>
  );
}

function Key({ of }: { of: string | undefined }) {
  return of === undefined ? null : <kbd title={`Alt+${of.toUpperCase()}`}>{of.toUpperCase()}</kbd>;
}

/** Fields whose content is a reason to unfold their part; choices that a row begins with are none. */
function anchorNames(form: FormState): string[] {
  const rows = Array.from({ length: rowsShown(form.values, ANCHOR_ROWS) }, (_, row) => anchorFields(row));
  return rows.flatMap(({ at, days, place }) => [at, days, place]);
}

function exceptionNames(form: FormState): string[] {
  const special = Object.values(CALENDAR_ROWS).map(exceptionFields);
  const dates = Array.from({ length: rowsShown(form.values, DATE_ROWS) }, (_, row) =>
    exceptionFields(dateRow(row)),
  );
  return [
    ...special.flatMap(({ choice, from, to }) => [choice, from, to]),
    ...dates.flatMap(({ date, until, from, to }) => [date, until, from, to]),
  ];
}

function isUsed(form: FormState, names: readonly string[], own: RegExp): boolean {
  const wrong = Object.keys(form.errors).some((name) => own.test(name));
  return wrong || names.some((name) => (form.values[name] ?? []).some((value) => value !== ''));
}
