import { DATUMS, PRECISIONS } from '../../kernel/geo';
import { SelectField, TextField } from '../fields';
import type { FormState } from '../form-state';
import { JOB_FORM_TEXT as T } from '../text/job-form';
import { FindingNotes } from './finding-notes';
import type { FormFinding } from './form-findings';

/** How well the place of a posting is known: nobody has pinned it, a stand-in, or pinned. */
export type PinState = 'none' | 'standIn' | 'placed';

interface PlaceProps {
  form: FormState;
  pin: PinState;
  open: boolean;
  findings: readonly FormFinding[];
}

/** Where the work is: the address in words, and a pin by the phone's own position or by coordinates. */
export function PlaceFields({ form, pin, open, findings }: PlaceProps) {
  const wrong = ['lat', 'lng', 'datum', 'precision'].some((name) => form.errors[name] !== undefined);
  return (
    <section class="card" aria-labelledby="place-title">
      <h2 id="place-title">{T.where}</h2>
      <TextField form={form} name="address" label={T.address} hint={T.addressHint} maxlength={200} />
      <FindingNotes findings={findings} name="address" />
      <div
        class="field locate"
        hidden
        data-locate="fill"
        data-waiting={T.locating}
        data-done={T.located}
        data-failed={T.locateFailed}
        data-here={T.locateHere}
      >
        <button type="button" class="button secondary small">
          {T.locate}
        </button>
        <p class="hint">{T.locateHint}</p>
        <p role="status" class="quiet" />
      </div>
      {pin !== 'none' && <p class="pin-state">{pin === 'placed' ? T.placed : T.standIn}</p>}
      <details open={open || wrong}>
        <summary>{T.more}</summary>
        <p class="hint">{T.pairHint}</p>
        <div class="field-row">
          <TextField form={form} name="lat" label={T.lat} inputmode="decimal" placeholder="35.1905" />
          <TextField form={form} name="lng" label={T.lng} inputmode="decimal" placeholder="113.2630" />
        </div>
        <div class="field-row">
          <SelectField
            form={form}
            name="datum"
            label={T.datum}
            options={DATUMS.map((value) => ({ value, label: T.datums[value] }))}
          />
          <SelectField
            form={form}
            name="precision"
            label={T.precision}
            options={PRECISIONS.map((value) => ({ value, label: T.precisions[value] }))}
          />
        </div>
      </details>
    </section>
  );
}
