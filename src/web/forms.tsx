import { type Child, type PropsWithChildren, useContext } from 'hono/jsx';
import { CSRF_FIELD } from './form-guard';
import type { FormState } from './form-state';
import { Frame, useHref } from './page-frame';
import { FORM_TEXT } from './text/forms';

/** Attributes that forms pass on as they are. */
interface FormProps {
  to: string;
  class?: string;
  id?: string;
  label?: string;
}

/** A form that changes something: POST, with the token of the session. */
export function PostForm({ to, label, children, ...rest }: PropsWithChildren<FormProps>) {
  const { csrf } = useContext(Frame);
  return (
    <form method="post" action={useHref(to)} aria-label={label} novalidate {...rest}>
      {csrf !== null && <input type="hidden" name={CSRF_FIELD} value={csrf} />}
      {children}
    </form>
  );
}

/**
 * What Enter in a field does: the first button of a form. Where others than the one at its end stand before that, this
 * comes first of all and is out of sight.
 */
export function DefaultButton({ label }: { label: string }) {
  return <input type="submit" class="visually-hidden" tabindex={-1} value={label} />;
}

/** A form that only asks: its fields become the address. */
export function GetForm({ to, label, children, ...rest }: PropsWithChildren<FormProps>) {
  const { station } = useContext(Frame);
  return (
    <form method="get" action={to} aria-label={label} {...rest}>
      {station !== null && <input type="hidden" name="station" value={station} />}
      {children}
    </form>
  );
}

/** The id of a field's control: what labels, messages and the summary point to. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll(/[^\w-]/g, '-')}`;
}

/** What stands in a field, '' for nothing. */
export function fieldValue(form: FormState, name: string): string {
  return form.values[name]?.at(-1) ?? '';
}

/**
 * What is wrong, at the top of the form and first to be read; each line leads to its field.
 * @param labels the fields' names for people, by field name
 */
export function ErrorSummary({
  form,
  labels,
}: {
  form: FormState;
  labels: Readonly<Record<string, string>>;
}) {
  const errors = Object.entries(form.errors);
  if (errors.length === 0 && form.message === null) return null;
  return (
    <div class="summary" role="alert" tabindex={-1} id="problems" autofocus>
      <p class="summary-title">{form.message ?? FORM_TEXT.problems(errors.length)}</p>
      {errors.length > 0 && (
        <ul>
          {errors.map(([name, sentence]) => (
            <li>
              {name in labels ? <a href={`#${fieldId(name)}`}>{`${labels[name]}：${sentence}`}</a> : sentence}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What every field takes. `hint` stands between label and control. */
export interface FieldProps {
  form: FormState;
  name: string;
  label: string;
  hint?: Child;
  required?: boolean;
}

function noteIds({ form, name, hint }: FieldProps): string | undefined {
  const ids = [
    ...(hint === undefined ? [] : [`${fieldId(name)}-hint`]),
    ...(form.errors[name] === undefined ? [] : [`${fieldId(name)}-error`]),
  ];
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** Attributes of a control: its id, name and what describes it. */
export function controlProps(field: FieldProps) {
  return {
    id: fieldId(field.name),
    name: field.name,
    'aria-describedby': noteIds(field),
    'aria-invalid': field.form.errors[field.name] === undefined ? undefined : ('true' as const),
    'aria-required': field.required ? ('true' as const) : undefined,
  };
}

function Notes({ form, name, hint }: FieldProps) {
  const error = form.errors[name];
  return (
    <>
      {hint !== undefined && (
        <p class="hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="error" id={`${fieldId(name)}-error`}>
          {error}
        </p>
      )}
    </>
  );
}

const mark = (required: boolean | undefined) =>
  required ? <span class="must">{FORM_TEXT.required}</span> : null;

/** A field with one control: label, hint, message, then the control given as children. */
export function Field({ children, ...field }: PropsWithChildren<FieldProps>) {
  return (
    <div class={field.form.errors[field.name] === undefined ? 'field' : 'field field-wrong'}>
      <label for={fieldId(field.name)}>
        {field.label}
        {mark(field.required)}
      </label>
      <Notes {...field} />
      {children}
    </div>
  );
}

/** Several controls under one heading, such as radio buttons or checkboxes. */
export function FieldGroup({ children, ...field }: PropsWithChildren<FieldProps>) {
  const wrong = field.form.errors[field.name] !== undefined;
  return (
    <fieldset
      class={wrong ? 'field field-wrong' : 'field'}
      id={fieldId(field.name)}
      aria-describedby={noteIds(field)}
      tabindex={wrong ? -1 : undefined}
    >
      <legend>
        {field.label}
        {mark(field.required)}
      </legend>
      <Notes {...field} />
      {children}
    </fieldset>
  );
}
