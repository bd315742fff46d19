import { controlProps, Field, FieldGroup, type FieldProps, fieldId, fieldValue } from './forms';

interface TextProps extends FieldProps {
  type?: 'text' | 'tel' | 'password' | 'date' | 'time' | 'number' | 'search';
  autocomplete?: string;
  inputmode?: 'numeric' | 'decimal' | 'tel' | 'search';
  placeholder?: string;
  maxlength?: number;
  min?: string | number;
  max?: string | number;
  step?: string | number;
  autofocus?: boolean;
  /** Id of a datalist with suggestions. */
  list?: string;
  accesskey?: string;
  /** How wide the control is: a number of a few digits needs no whole line. */
  width?: 'short' | 'full';
  /** What stands behind the control: 元, 分钟. */
  unit?: string;
  /** Completes while one types, where scripts run: the label of the list, and how many there are (`#`). */
  suggest?: { label: string; count: string };
}

/** One line of text, a number, a date or a time. */
export function TextField({
  form,
  name,
  label,
  hint,
  required,
  unit,
  width = 'full',
  suggest,
  ...rest
}: TextProps) {
  const field = { form, name, label, hint, required };
  // A password is never written back into a page.
  const value = rest.type === 'password' ? '' : fieldValue(form, name);
  const control = (
    <input
      {...controlProps(field)}
      {...rest}
      data-suggest={suggest && '/api/suggest'}
      data-suggest-label={suggest?.label}
      data-suggest-count={suggest?.count}
      type={rest.type ?? 'text'}
      value={value}
      class={width === 'short' ? 'short' : undefined}
    />
  );
  return (
    <Field {...field}>
      {unit === undefined ? (
        control
      ) : (
        <span class="with-unit">
          {control}
          <span>{unit}</span>
        </span>
      )}
    </Field>
  );
}

interface AreaProps extends FieldProps {
  rows?: number;
  maxlength?: number;
  placeholder?: string;
  autofocus?: boolean;
}

/** Several lines of text. */
export function TextArea({ form, name, label, hint, required, rows = 4, ...rest }: AreaProps) {
  const field = { form, name, label, hint, required };
  return (
    <Field {...field}>
      <textarea {...controlProps(field)} {...rest} rows={rows}>
        {fieldValue(form, name)}
      </textarea>
    </Field>
  );
}

/** A choice: what is sent, and what people read. */
export interface Option {
  value: string;
  label: string;
  hint?: string;
}

interface ChoiceProps extends FieldProps {
  options: readonly Option[];
}

/** One of several in a list that opens. */
export function SelectField({ options, ...field }: ChoiceProps) {
  const value = fieldValue(field.form, field.name);
  return (
    <Field {...field}>
      <select {...controlProps(field)}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

function Choices({
  type,
  field,
  options,
}: {
  type: 'radio' | 'checkbox';
  field: FieldProps;
  options: readonly Option[];
}) {
  const chosen = field.form.values[field.name] ?? [];
  return (
    <div class="choices">
      {options.map((option) => (
        <label class="choice">
          <input
            type={type}
            name={field.name}
            value={option.value}
            id={`${fieldId(field.name)}-${option.value}`}
            checked={chosen.includes(option.value)}
          />
          <span>
            {option.label}
            {option.hint !== undefined && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </div>
  );
}

/** One of a few, all in sight. */
export function RadioField({ options, ...field }: ChoiceProps) {
  return (
    <FieldGroup {...field}>
      <Choices type="radio" field={field} options={options} />
    </FieldGroup>
  );
}

/** Any of a few, all in sight. */
export function ChecksField({ options, ...field }: ChoiceProps) {
  return (
    <FieldGroup {...field}>
      <Choices type="checkbox" field={field} options={options} />
    </FieldGroup>
  );
}

interface CheckProps extends FieldProps {
  value?: string;
}

/** A single yes; `label` is what it says yes to. */
export function CheckField({ value = 'yes', ...field }: CheckProps) {
  const error = field.form.errors[field.name];
  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      {error !== undefined && (
        <p class="error" id={`${fieldId(field.name)}-error`}>
          {error}
        </p>
      )}
      <label class="choice choice-line">
        <input
          type="checkbox"
          {...controlProps(field)}
          value={value}
          checked={(field.form.values[field.name] ?? []).includes(value)}
        />
        <span>
          {field.label}
          {field.hint !== undefined && <small id={`${fieldId(field.name)}-hint`}>{field.hint}</small>}
        </span>
      </label>
    </div>
  );
}
