import type { Ctx } from '../../context';
import type { Option } from '../fields';
import type { FormState } from '../form-state';
import { fieldValue } from '../forms';
import { startingPlaces } from '../starting-places';
import { SEARCH_TEXT as TEXT } from '../text/seeker';
import { FROM } from './params';

/** Where one may start from: the station, places nearby, and the present position once it is known. */
export function startOptions(ctx: Ctx, form: FormState, first: readonly Option[] = []): Option[] {
  const from = fieldValue(form, 'from');
  return [
    ...first,
    { value: FROM.station, label: TEXT.station(ctx.station.name) },
    ...startingPlaces(ctx).map(({ name }) => ({ value: name, label: name })),
    ...(from === FROM.here ? [{ value: FROM.here, label: TEXT.here }] : []),
  ];
}

/**
 * The position in hidden fields, and the button that fills them. The button appears by script only: without one
 * it could do nothing.
 * @param send whether the form is sent at once
 */
export function LocateButton({ form, send = false }: { form: FormState; send?: boolean }) {
  return (
    <div
      class="locate"
      hidden
      data-locate={send ? 'send' : 'fill'}
      data-here={TEXT.here}
      data-waiting={TEXT.locating}
      data-done={TEXT.located}
      data-failed={TEXT.notLocated}
    >
      <button type="button" class="button secondary small">
        {TEXT.locate}
      </button>
      <span role="status" />
      <input type="hidden" name="lat" value={fieldValue(form, 'lat')} />
      <input type="hidden" name="lng" value={fieldValue(form, 'lng')} />
    </div>
  );
}
