import type { Child } from 'hono/jsx';

interface Props {
  /** Makes ids unique where a page has the same form several times. */
  of: string;
  name: string;
  label: string;
  hint?: string;
}

/** A field of a small form that stands on a page several times. */
export function SmallField({ of, name, label, hint, children }: Props & { children: (id: string) => Child }) {
  const id = `${name}-${of}`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && <p class="hint">{hint}</p>}
      {children(id)}
    </div>
  );
}

/** A date up to today. @param value what stands in it at first */
export function DayField({ value, today, ...field }: Props & { value: string; today: string }) {
  return (
    <SmallField {...field}>
      {(id) => <input type="date" id={id} name={field.name} value={value} max={today} required />}
    </SmallField>
  );
}

/** A figure such as hours or yuan. */
export function FigureField({ value, unit, ...field }: Props & { value?: number | undefined; unit: string }) {
  return (
    <SmallField {...field}>
      {(id) => (
        <span class="with-unit">
          <input
            type="text"
            inputmode="decimal"
            class="short"
            id={id}
            name={field.name}
            value={value === undefined ? '' : String(value)}
            required
          />
          <span>{unit}</span>
        </span>
      )}
    </SmallField>
  );
}

/** One of a few words. */
export function WordField({
  words,
  ...field
}: Props & { words: readonly (readonly [value: string, label: string])[] }) {
  return (
    <SmallField {...field}>
      {(id) => (
        <select id={id} name={field.name}>
          {words.map(([value, label]) => (
            <option value={value}>{label}</option>
          ))}
        </select>
      )}
    </SmallField>
  );
}

/** A few lines of text. */
export function NoteField({ ...field }: Props) {
  return (
    <SmallField {...field}>
      {(id) => <textarea id={id} name={field.name} rows={2} maxlength={500} />}
    </SmallField>
  );
}
