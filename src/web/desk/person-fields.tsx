import { CHANNELS, PURPOSES } from '../../candidates';
import { DATUMS } from '../../kernel/geo';
import { MODES } from '../../kernel/vocabulary';
import { ChecksField, type Option, SelectField, TextField } from '../fields';
import type { FormState } from '../form-state';
import { FieldGroup } from '../forms';
import { HoursField } from '../hours-field';
import { INTAKE_TEXT as T } from '../text/intake';
import { JOB_FORM_TEXT } from '../text/job-form';
import { MODE_TEXT } from '../text/vocabulary';

const MINUTES = [10, 15, 20, 30, 45, 60];

/** Where a person starts, how they travel and how long. `places`: the first stands for the station. */
export function TravelFields({
  form,
  places,
  label,
}: {
  form: FormState;
  places: readonly Option[];
  label: string;
}) {
  const said = form.values['minutes']?.at(-1);
  const minutes = said && !MINUTES.includes(Number(said)) ? [...MINUTES, Number(said)] : MINUTES;
  const wrong = ['lat', 'lng', 'datum'].some((name) => form.errors[name] !== undefined);
  return (
    <>
      <div class="field-row start-fields">
        <SelectField form={form} name="from" label={label} options={places} />
        <SelectField
          form={form}
          name="mode"
          label={T.mode}
          options={MODES.map((value) => ({ value, label: MODE_TEXT[value] }))}
        />
        <SelectField
          form={form}
          name="minutes"
          label={T.minutes}
          options={minutes
            .filter((value) => Number.isFinite(value))
            .map((value) => ({ value: String(value), label: T.minutesOption(value) }))}
        />
      </div>
      <details open={wrong || Boolean(form.values['lat']?.at(-1))}>
        <summary>{T.coordinates}</summary>
        <div class="field-row">
          <TextField form={form} name="lat" label={T.lat} inputmode="decimal" />
          <TextField form={form} name="lng" label={T.lng} inputmode="decimal" />
          <SelectField
            form={form}
            name="datum"
            label={T.datum}
            options={DATUMS.map((value) => ({ value, label: JOB_FORM_TEXT.datums[value] }))}
          />
        </div>
      </details>
    </>
  );
}

/** When a person is free, how much they want, and what. */
export function WishFields({ form, occupations }: { form: FormState; occupations: readonly string[] }) {
  return (
    <>
      <FieldGroup form={form} name="free" label={T.hours}>
        <HoursField form={form} />
      </FieldGroup>
      <div class="field-row">
        <TextField
          form={form}
          name="occupations"
          label={T.occupations}
          placeholder={T.occupationsHint}
          list="occupation-list"
          accesskey="w"
          maxlength={200}
        />
        <TextField form={form} name="hoursMax" label={T.hoursMax} inputmode="numeric" unit={T.hoursUnit} />
      </div>
      <datalist id="occupation-list">
        {occupations.map((name) => (
          <option value={name} />
        ))}
      </datalist>
    </>
  );
}

/** What the person agreed to, how, and before whom. Nothing is ticked beforehand: it must be asked. */
export function ConsentFields({ form, required = true }: { form: FormState; required?: boolean }) {
  return (
    <div class="consent">
      <ChecksField
        form={form}
        name="purpose"
        label={T.consent}
        required={required}
        options={PURPOSES.map((value) => ({ value, label: T.purposes[value] }))}
      />
      <div class="field-row consent-how">
        <SelectField
          form={form}
          name="channel"
          label={T.channel}
          options={CHANNELS.map((value) => ({ value, label: T.channels[value] }))}
        />
        <TextField form={form} name="witness" label={T.witness} maxlength={40} />
      </div>
    </div>
  );
}
