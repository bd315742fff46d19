import { CALENDAR_ROWS, CHOICES, DATE_ROWS, dateRow, exceptionFields, KEPT } from './exception-rows';
import type { FormState } from './form-state';
import { controlProps, FieldGroup, fieldId, fieldValue } from './forms';
import { MoreButton, RowErrors } from './row-parts';
import { rowsShown } from './rows';
import { TIME_TEXT as T } from './text/time';
import { rowsAsked } from './time-form';
import { hoursText } from './time-lines';

/** Days that are unlike others: those of the calendar, and dates, one row for each or for a stretch of them. */
export function ExceptionsField({ form, to }: { form: FormState; to: string }) {
  const rows = rowsShown(form.values, DATE_ROWS);
  return (
    <>
      <div class="time-rows time-pair">
        <CalendarRow form={form} row={CALENDAR_ROWS.holidays} label={T.holidays} hint={T.holidaysHint} />
        <CalendarRow form={form} row={CALENDAR_ROWS.makeupDays} label={T.makeupDays} />
      </div>
      <FieldGroup form={form} name={DATE_ROWS.count} label={T.dates} hint={T.datesHint}>
        <input type="hidden" name={DATE_ROWS.count} value={String(rows)} />
        <div class="time-rows">
          {Array.from({ length: rows }, (_, row) => (
            <DateRow form={form} row={row} isNew={row === rows - 1 && rowsAsked(form.values) === 'date'} />
          ))}
        </div>
        <MoreButton to={to} rows="date" form={form} label={T.addDate} />
      </FieldGroup>
    </>
  );
}

const rowClass = (form: FormState, names: readonly string[]) =>
  names.some((name) => form.errors[name] !== undefined) ? 'time-row field-wrong' : 'time-row';

interface CalendarProps {
  form: FormState;
  row: string;
  label: string;
  hint?: string;
}

function CalendarRow({ form, row, label, hint }: CalendarProps) {
  const names = Object.values(exceptionFields(row));
  return (
    <fieldset class={rowClass(form, names)}>
      <legend>{label}</legend>
      {hint !== undefined && <p class="hint">{hint}</p>}
      <RowErrors form={form} names={names} />
      <HowField form={form} row={row} choices={['', ...CHOICES]} />
    </fieldset>
  );
}

function DateRow({ form, row, isNew }: { form: FormState; row: number; isNew: boolean }) {
  const names = exceptionFields(dateRow(row));
  const all = Object.values(names);
  const date = (name: string, label: string, autofocus = false) => (
    <div>
      <label for={fieldId(name)}>{label}</label>
      <input
        type="date"
        {...controlProps({ form, name, label })}
        value={fieldValue(form, name)}
        autofocus={autofocus}
      />
    </div>
  );
  return (
    <fieldset class={rowClass(form, all)}>
      <legend class="visually-hidden">{T.dateRow(row + 1)}</legend>
      <RowErrors form={form} names={all} />
      <div class="time-date">
        <div class="time-dates">
          {date(names.date, T.date, isNew)}
          {date(names.until, T.until)}
        </div>
        <HowField form={form} row={dateRow(row)} choices={CHOICES} />
      </div>
    </fieldset>
  );
}

/** How a day is: a choice, and the hours that one of the choices asks for. */
function HowField({ form, row, choices }: { form: FormState; row: string; choices: readonly string[] }) {
  const names = exceptionFields(row);
  const chosen = fieldValue(form, names.choice);
  const clock = (name: string, label: string) => (
    <input
      type="time"
      {...controlProps({ form, name, label })}
      value={fieldValue(form, name)}
      aria-label={label}
    />
  );
  return (
    <div class="time-how">
      <select {...controlProps({ form, name: names.choice, label: T.choice })} aria-label={T.choice}>
        {choices.map((value) => (
          <option value={value} selected={value === chosen}>
            {T.choices[value as keyof typeof T.choices]}
          </option>
        ))}
        {chosen.startsWith(KEPT) && (
          <option value={chosen} selected>
            {T.otherHours(hoursText(chosen.slice(KEPT.length)))}
          </option>
        )}
      </select>
      <div class="time-span">
        {clock(names.from, T.from)}
        <span aria-hidden="true">–</span>
        {clock(names.to, T.to)}
      </div>
    </div>
  );
}
