import { REVIEW_TEXT as T } from './text/review';

/** A reason out of a list, and a word to the shop: plain controls, for forms of which a page has many. */
export function ReasonFields({
  name,
  reasons,
  note = true,
}: {
  name: string;
  reasons: Readonly<Record<string, string>>;
  note?: boolean;
}) {
  return (
    <div class="reason-fields">
      <label>
        {T.reason}
        <select name={name}>
          {Object.entries(reasons).map(([value, label]) => (
            <option value={value}>{label}</option>
          ))}
        </select>
      </label>
      {note && (
        <label>
          {T.note}
          <input type="text" name="note" maxlength={300} />
        </label>
      )}
    </div>
  );
}
