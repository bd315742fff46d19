import type { FormState } from './form-state';
import { fieldId } from './forms';
import { useHref } from './page-frame';
import { rowsShown } from './rows';
import { MORE_ROWS, type MoreRows } from './time-form';

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
