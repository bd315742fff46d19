import type { Ctx } from '../context';
import { ANCHOR_PLACE, ANCHOR_ROWS, anchorFields } from './anchor-rows';
import type { Option } from './fields';
import type { FormState } from './form-state';
import { controlProps, FieldGroup, fieldId, fieldValue } from './forms';
import { DayBoxes, MoreButton, RowErrors } from './row-parts';
import { rowsShown } from './rows';
import { startingPlaces } from './starting-places';
import { TIME_TEXT as T } from './text/time';
import { rowsAsked } from './time-form';

/** Where somebody has to be at a time: one row for each, and a button for more. Nobody's name is asked for. */
export function AnchorsField({ ctx, form, to }: { ctx: Ctx; form: FormState; to: string }) {
  const rows = rowsShown(form.values, ANCHOR_ROWS);
  const places: Option[] = [
    { value: ANCHOR_PLACE.home, label: T.placeHome },
    { value: ANCHOR_PLACE.station, label: T.placeStation(ctx.station.name) },
    ...startingPlaces(ctx).map(({ name }) => ({ value: name, label: name })),
  ];
  return (
    <FieldGroup form={form} name={ANCHOR_ROWS.count} label={T.anchorsLegend} hint={T.anchorsHint}>
      <input type="hidden" name={ANCHOR_ROWS.count} value={String(rows)} />
      <div class="time-rows">
        {Array.from({ length: rows }, (_, row) => (
          <AnchorRow
            form={form}
            row={row}
            places={places}
            isNew={row === rows - 1 && rowsAsked(form.values) === 'anchor'}
          />
        ))}
      </div>
      <MoreButton to={to} rows="anchor" form={form} label={T.addAnchor} />
    </FieldGroup>
  );
}

interface RowProps {
  form: FormState;
  row: number;
  places: readonly Option[];
  /** Whether the row was asked for just now: then it takes the keyboard. */
  isNew: boolean;
}

function AnchorRow({ form, row, places, isNew }: RowProps) {
  const names = anchorFields(row);
  const chosen = form.values[names.days] ?? [];
  const errors = Object.values(names);
  const wrong = errors.some((name) => form.errors[name] !== undefined);
  return (
    <fieldset class={wrong ? 'time-row field-wrong' : 'time-row'}>
      <legend class="visually-hidden">{T.anchorRow(row + 1)}</legend>
      <RowErrors form={form} names={errors} />
      <div class="time-what">
        <span class="time-at">
          <label for={fieldId(names.at)}>{T.at}</label>
          <input
            type="time"
            {...controlProps({ form, name: names.at, label: T.at })}
            value={fieldValue(form, names.at)}
            autofocus={isNew}
          />
        </span>
        <select {...controlProps({ form, name: names.kind, label: T.kind })} aria-label={T.kind}>
          {Object.entries(T.kinds).map(([value, label]) => (
            <option value={value} selected={value === fieldValue(form, names.kind)}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div class="time-where">
        <label for={fieldId(names.place)}>{T.place}</label>
        <select {...controlProps({ form, name: names.place, label: T.place })}>
          {[...places, ...ownPlace(form, names.place, places)].map(({ value, label }) => (
            <option value={value} selected={value === fieldValue(form, names.place)}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <DayBoxes name={names.days} label={T.days} chosen={chosen} />
    </fieldset>
  );
}

/** The choice for a place that is known but has no name here, or not any more. */
function ownPlace(form: FormState, name: string, places: readonly Option[]): Option[] {
  const value = fieldValue(form, name);
  return places.some((place) => place.value === value) ? [] : [{ value, label: T.placeKept }];
}
