import { DAY_CODES } from '../kernel/week-syntax';
import type { FormState } from './form-state';
import { fieldId } from './forms';
import { useHref } from './page-frame';
import { rowsShown } from './rows';
import { DAY_SHORT } from './text/job-form';
import { MORE_ROWS, type MoreRows } from './time-form';

/** Seven boxes, one for each day of the week; the label is heard, not seen. */
export function DayBoxes({
  name,
  label,
  chosen,
}: {
  name: string;
  label: string;
  chosen: readonly string[];
}) {
  return (
    <fieldset class="days" id={fieldId(name)}>
      <legend class="visually-hidden">{label}</legend>
      {DAY_CODES.map((code) => (
        <label class="day">
          <input type="checkbox" name={name} value={code} checked={chosen.includes(code)} />
          <span>{DAY_SHORT[code]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What is wrong in a row, above it. */
export function RowErrors({ form, names }: { form: FormState; names: readonly string[] }) {
  return (
    <>
      {names.map((name) =>
        form.errors[name] === undefined ? null : (
          <p class="error" id={`${fieldId(name)}-error`}>
            {form.errors[name]}
          </p>
        ),
      )}
    </>
  );
}

/** The button that sends the form for one more row, without a script; none once there are enough. */
export function MoreButton({
  form,
  rows,
  to,
  label,
}: {
  form: FormState;
  rows: MoreRows;
  to: string;
  label: string;
}) {
  const href = useHref(to);
  if (rowsShown(form.values, MORE_ROWS[rows]) >= MORE_ROWS[rows].most) return null;
  return (
    <p class="actions">
      <button type="submit" name="action" value={rows} class="button secondary small" formaction={href}>
        {label}
      </button>
    </p>
  );
}
