import { SelectField, TextField } from '../fields';
import type { FormState } from '../form-state';
import { controlProps, FieldGroup, fieldId } from '../forms';
import { useHref } from '../page-frame';
import { DayBoxes } from '../row-parts';
import { JOB_FORM_TEXT as T } from '../text/job-form';
import { MOST_ROWS, rowCount, rowFields } from './shift-rows';

const KINDS = ['all', 'some', 'window'] as const;

/** When the work is: which kind of hours, and rows of days and times. Works without a script. */
export function ShiftFields({ form, to }: { form: FormState; to: string }) {
  const rows = rowCount(form.values);
  const kind = form.values['kind']?.at(-1) ?? 'all';
  return (
    <section class="card shift-form" id="hours" aria-labelledby="hours-title">
      <h2 id="hours-title">{T.hours}</h2>
      <FieldGroup form={form} name="kind" label={T.kind}>
        <div class="kinds">
          {KINDS.map((value) => (
            <label class="choice choice-line">
              <input type="radio" name="kind" value={value} checked={kind === value} />
              <span>
                {T.kinds[value].label}
                <small>{T.kinds[value].hint}</small>
              </span>
            </label>
          ))}
        </div>
      </FieldGroup>
      <FieldGroup form={form} name="schedule" label={T.shifts} hint={T.rowsHint}>
        <input type="hidden" name="rows" value={String(rows)} />
        <div class="shift-rows">
          {Array.from({ length: rows }, (_, row) => (
            <ShiftRow form={form} row={row} />
          ))}
        </div>
        {rows < MOST_ROWS && (
          <p class="actions">
            <button
              type="submit"
              name="action"
              value="row"
              class="button secondary small"
              formaction={`${useHref(to)}#hours`}
            >
              {T.addRow}
            </button>
          </p>
        )}
      </FieldGroup>
      <div class="only-some">
        <TextField form={form} name="atLeast" label={T.atLeast} inputmode="numeric" width="short" />
      </div>
      <div class="only-window field-row">
        <TextField
          form={form}
          name="hoursPerWeek"
          label={T.perWeek}
          inputmode="decimal"
          width="short"
          unit={T.hoursUnit}
        />
        <SelectField
          form={form}
          name="minBlockMinutes"
          label={T.block}
          options={Object.entries(T.blocks).map(([value, label]) => ({ value, label }))}
        />
      </div>
    </section>
  );
}

function ShiftRow({ form, row }: { form: FormState; row: number }) {
  const names = rowFields(row);
  const chosen = form.values[names.days] ?? [];
  const errors = Object.values(names).flatMap((name) =>
    form.errors[name] ? [[name, form.errors[name]]] : [],
  );
  const control = (name: string) => ({
    ...controlProps({ form, name, label: '' }),
    value: form.values[name]?.at(-1) ?? '',
  });
  return (
    <fieldset class={errors.length > 0 ? 'shift-row field-wrong' : 'shift-row'}>
      <legend class="visually-hidden">{T.row(row + 1)}</legend>
      {errors.map(([name, sentence]) => (
        <p class="error" id={`${fieldId(name ?? '')}-error`}>
          {sentence}
        </p>
      ))}
      <DayBoxes name={names.days} label={T.days} chosen={chosen} />
      <div class="span">
        <label for={fieldId(names.from)}>{T.from}</label>
        <input type="time" {...control(names.from)} />
        <label for={fieldId(names.to)}>{T.to}</label>
        <input type="time" {...control(names.to)} />
      </div>
      <div class="one-day not-window">
        <label for={fieldId(names.date)}>{T.date}</label>
        <input type="date" {...control(names.date)} />
      </div>
    </fieldset>
  );
}
