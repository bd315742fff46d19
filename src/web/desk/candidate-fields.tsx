import type { Ctx } from '../../context';
import { ChecksField, type Option, TextField } from '../fields';
import type { FormState } from '../form-state';
import { DefaultButton, ErrorSummary, PostForm } from '../forms';
import { HOURS_LABELS } from '../hours-field';
import { Link } from '../page-frame';
import { CANDIDATES_TEXT as T } from '../text/desk';
import { INTAKE_LABELS, INTAKE_TEXT } from '../text/intake';
import { CERTIFICATE_CODES, certificateText } from '../text/vocabulary';
import { TimeFields } from '../time-fields';
import { timeLabels } from '../time-form';
import { ConsentFields, TravelFields, WishFields } from './person-fields';

/** What the form of a profile is shown with. */
export interface CandidateFormProps {
  ctx: Ctx;
  form: FormState;
  to: string;
  back: string;
  places: readonly Option[];
  occupations: readonly string[];
  /** Whether the profile is there already. */
  exists: boolean;
}

/** A profile that staff write for somebody who cannot or will not type. */
export function CandidateForm({ ctx, form, to, back, places, occupations, exists }: CandidateFormProps) {
  const labels = { ...INTAKE_LABELS, ...HOURS_LABELS, ...timeLabels(form), name: T.name };
  return (
    <PostForm to={to} class="card intake" label={exists ? T.edit : T.new}>
      <DefaultButton label={T.save} />
      <ErrorSummary form={form} labels={labels} />
      <div class="field-row">
        <TextField form={form} name="name" label={T.name} maxlength={40} required autocomplete="off" />
        <TextField
          form={form}
          name="phone"
          label={exists ? INTAKE_TEXT.phoneKept : T.phone}
          type="tel"
          inputmode="tel"
          autocomplete="off"
        />
        <TextField form={form} name="birthDate" label={T.birthDate} type="date" />
      </div>
      <TravelFields form={form} places={places} label={T.home} />
      <WishFields form={form} occupations={occupations} />
      <TimeFields ctx={ctx} form={form} to={to} />
      <ChecksField
        form={form}
        name="certificates"
        label={T.certificates}
        options={CERTIFICATE_CODES.map((value) => ({ value, label: certificateText(value) }))}
      />
      <TextField form={form} name="otherCertificates" label={T.otherCertificates} maxlength={120} />
      <ConsentFields form={form} required={!exists} />
      <div class="actions">
        <button type="submit" class="button big">
          {T.save}
        </button>
        <Link to={back}>{INTAKE_TEXT.cancel}</Link>
      </div>
    </PostForm>
  );
}
