import type { FormState } from './form-state';
import { fieldId, fieldValue } from './forms';
import { HOURS_ROWS, type HoursRow, hoursName, SPANS } from './hours';
import { HOURS_TEXT } from './text/hours';
import { daysText } from './text/vocabulary';

const GROUPS: readonly HoursRow[] = ['Mo-Fr', 'Sa', 'Su'];

function isUsed(form: FormState, row: HoursRow, span: number): boolean {
  return (
    fieldValue(form, hoursName(row, 'from', span)) !== '' ||
    fieldValue(form, hoursName(row, 'to', span)) !== ''
  );
}

function Clock({
  form,
  row,
  end,
  span,
}: {
  form: FormState;
  row: HoursRow;
  end: 'from' | 'to';
  span: number;
}) {
  const name = hoursName(row, end, span);
  const wrong = form.errors[`h.${row}`] !== undefined;
  return (
    <input
      type="time"
      id={fieldId(name)}
      name={name}
      value={fieldValue(form, name)}
      aria-label={`${daysText(row)} ${HOURS_TEXT.span(span)} ${end === 'from' ? HOURS_TEXT.from : HOURS_TEXT.to}`}
      aria-invalid={wrong ? 'true' : undefined}
      aria-describedby={wrong ? `${fieldId(`h.${row}`)}-error` : undefined}
    />
  );
}

function Row({ form, row, span }: { form: FormState; row: HoursRow; span: number }) {
  const error = span === 1 ? form.errors[`h.${row}`] : undefined;
  return (
    <>
      {error !== undefined && (
        <p class="error" id={`${fieldId(`h.${row}`)}-error`}>
          {error}
        </p>
      )}
      <div class="hours-row" id={span === 1 ? fieldId(`h.${row}`) : undefined}>
        <span class="hours-day">{span === 1 ? daysText(row) : HOURS_TEXT.again(daysText(row))}</span>
        <Clock form={form} row={row} end="from" span={span} />
        <span aria-hidden="true">–</span>
        <Clock form={form} row={row} end="to" span={span} />
      </div>
    </>
  );
}

/**
 * When a person is free: Monday to Friday, Saturday, Sunday, and for those who need it second spans and single
 * days. The values are read by `hoursOf` and made by `hoursValues`.
 */
export function HoursField({ form }: { form: FormState }) {
  const more = HOURS_ROWS.flatMap((row) => {
    const first = GROUPS.includes(row) ? 2 : 1;
    const last = GROUPS.includes(row) ? SPANS.shown : 1;
    return Array.from({ length: SPANS.most }, (_, i) => i + 1)
      .filter((span) => span >= first && (span <= last || isUsed(form, row, span)))
      .map((span) => ({ row, span }));
  });
  const open = more.some(
    ({ row, span }) => isUsed(form, row, span) || (span === 1 && form.errors[`h.${row}`] !== undefined),
  );
  return (
    <div class="hours">
      {GROUPS.map((row) => (
        <Row form={form} row={row} span={1} />
      ))}
      <p class="hint">{HOURS_TEXT.hint}</p>
      <details open={open}>
        <summary>{HOURS_TEXT.more}</summary>
        <div class="hours">
          {more.map(({ row, span }) => (
            <Row form={form} row={row} span={span} />
          ))}
        </div>
      </details>
    </div>
  );
}

/** Names of the rows for the summary of errors. */
export const HOURS_LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  HOURS_ROWS.map((row) => [`h.${row}`, daysText(row)]),
);
