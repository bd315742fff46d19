import type { Child } from 'hono/jsx';
import type { BusinessView } from '../../businesses';
import { PAY_UNITS } from '../../kernel/money';
import { BENEFITS, BUSINESS_KINDS, ENGAGEMENTS, SETTLEMENTS } from '../../kernel/vocabulary';
import { ChecksField, RadioField, SelectField, TextArea, TextField } from '../fields';
import type { FormState } from '../form-state';
import { ErrorSummary, PostForm } from '../forms';
import { Link } from '../page-frame';
import { FINDING_TEXT } from '../text/findings';
import { JOB_FIELD_LABELS, JOB_FORM_TEXT as T } from '../text/job-form';
import {
  BENEFIT_TEXT,
  BUSINESS_KIND_TEXT,
  CERTIFICATE_CODES,
  CERTIFICATE_TEXT,
  SETTLEMENT_TEXT,
} from '../text/vocabulary';
import { CheckSummary, FindingNotes } from './finding-notes';
import type { FormFinding } from './form-findings';
import { NEW_BUSINESS } from './job-form';
import { type PinState, PlaceFields } from './place-fields';
import { ShiftFields } from './shift-fields';
import { rowCount, rowFields } from './shift-rows';

/** What the form of a posting is shown with. */
export interface JobFormProps {
  form: FormState;
  /** Where it is sent. */
  to: string;
  /** Where 不改了 leads. */
  back: string;
  /** Businesses to choose from; null when the posting has one already. */
  businesses: readonly BusinessView[] | null;
  /** Names that are offered while a new one is typed. */
  names: readonly string[];
  pin: PinState;
  /** Whether the fields for the pin are open from the start: staff are here to place it. */
  pinning: boolean;
  /** Its last day while it has one. */
  validThrough: string | null;
  /** Whether it can still be published. */
  publishable: boolean;
  /** What storing it brings along; null for nothing to speak of. */
  note: string | null;
  /** Stands first in the form of a new posting. */
  spoken?: Child;
  /** What was found in its words and figures; null before it was checked. */
  findings: readonly FormFinding[] | null;
}

/** The form of a posting: what, pay, when, where, and the rest folded away. Nothing of it has a syntax. */
export function JobForm(props: JobFormProps) {
  const { form, to, back, businesses, names, pin, pinning, validThrough, publishable, note, spoken } = props;
  const found = props.findings ?? [];
  return (
    <PostForm to={to} class="job-form" label={T.newTitle} data-check>
      {/* Enter in a field does what the first button says: keep the draft, not add a row. */}
      <button type="submit" name="action" value="save" class="visually-hidden" tabindex={-1}>
        {T.save}
      </button>
      <ErrorSummary form={form} labels={labelsOf(form)} />
      {spoken}
      <CheckSummary form={form} findings={props.findings} />
      <section class="card" aria-label={T.titleLabel}>
        <TextField form={form} name="title" label={T.titleLabel} hint={T.titleHint} maxlength={60} required />
        <FindingNotes findings={found} name="title" />
        {businesses !== null && <BusinessFields form={form} businesses={businesses} names={names} />}
        <FindingNotes findings={found} name="business.name" />
      </section>
      <PayFields form={form} findings={found} />
      <ShiftFields form={form} to={to} />
      <PlaceFields form={form} pin={pin} open={pinning} findings={found} />
      <section class="card" aria-label={T.headcount}>
        <div class="field-row">
          <TextField
            form={form}
            name="headcount"
            label={T.headcount}
            inputmode="numeric"
            width="short"
            unit={T.headcountUnit}
          />
          <SelectField form={form} name="validDays" label={T.valid} options={validOptions(validThrough)} />
        </div>
        <ChecksField
          form={form}
          name="benefits"
          label={T.benefits}
          options={BENEFITS.map((value) => ({ value, label: BENEFIT_TEXT[value] }))}
        />
        <MoreFields form={form} findings={found} />
      </section>
      {note !== null && <p class="banner warn">{note}</p>}
      <div class="actions job-submit">
        {publishable && (
          <button type="submit" name="action" value="publish" class="button big">
            {T.publish}
          </button>
        )}
        <button
          type="submit"
          name="action"
          value="save"
          class={publishable ? 'button big secondary' : 'button big'}
        >
          {publishable ? T.save : T.saveOnly}
        </button>
        <button type="submit" name="action" value="check" class="button secondary">
          {FINDING_TEXT.check}
        </button>
        <Link to={back}>{T.cancel}</Link>
      </div>
    </PostForm>
  );
}

type BusinessProps = { form: FormState; businesses: readonly BusinessView[]; names: readonly string[] };

function BusinessFields({ form, businesses, names }: BusinessProps) {
  const own = businesses.map(({ id, name }) => ({ value: id, label: name }));
  const blank = own.length === 0;
  return (
    <div class="business-form">
      {!blank && (
        <RadioField
          form={form}
          name="businessId"
          label={T.business}
          options={[...own, { value: NEW_BUSINESS, label: T.newBusiness }]}
        />
      )}
      <div class={blank ? undefined : 'only-new'}>
        <TextField
          form={form}
          name="business.name"
          label={T.businessName}
          maxlength={60}
          required={blank}
          list="business-names"
        />
        <datalist id="business-names">
          {names.map((name) => (
            <option value={name} />
          ))}
        </datalist>
        <RadioField
          form={form}
          name="business.kind"
          label={T.businessKind}
          options={BUSINESS_KINDS.map((value) => ({ value, label: BUSINESS_KIND_TEXT[value] }))}
        />
      </div>
    </div>
  );
}

type Found = { form: FormState; findings: readonly FormFinding[] };

function PayFields({ form, findings }: Found) {
  return (
    <section class="card pay-form" aria-labelledby="pay-title">
      <h2 id="pay-title">{T.pay}</h2>
      <div class="field-row">
        <TextField form={form} name="pay.amount" label={T.amount} inputmode="decimal" unit={T.yuan} />
        <SelectField
          form={form}
          name="pay.unit"
          label={T.unit}
          options={PAY_UNITS.map((value) => ({ value, label: T.units[value] }))}
        />
        <TextField form={form} name="pay.max" label={T.max} inputmode="decimal" unit={T.yuan} />
      </div>
      <FindingNotes findings={findings} name="pay.amount" />
      <div class="only-unit">
        <TextField
          form={form}
          name="pay.expectedHours"
          label={T.expectedHours}
          hint={T.expectedHoursHint}
          inputmode="decimal"
          width="short"
          unit={T.hoursUnit}
        />
      </div>
      <RadioField
        form={form}
        name="pay.settlement"
        label={T.settlement}
        options={SETTLEMENTS.map((value) => ({ value, label: SETTLEMENT_TEXT[value] }))}
      />
      <FindingNotes findings={findings} name="pay.settlement" />
    </section>
  );
}

function MoreFields({ form, findings }: Found) {
  const names = ['description', 'certificates', 'otherCertificates', 'note', 'engagement'];
  const filled = names.some(
    (name) => name !== 'engagement' && form.values[name]?.some((value) => value !== ''),
  );
  const wrong =
    names.some((name) => form.errors[name] !== undefined) ||
    findings.some(({ name }) => names.includes(name));
  return (
    <details open={filled || wrong || form.values['engagement']?.at(-1) !== 'part_time'} class="field">
      <summary>{T.detail}</summary>
      <TextArea
        form={form}
        name="description"
        label={T.description}
        hint={T.descriptionHint}
        maxlength={4000}
        rows={3}
      />
      <FindingNotes findings={findings} name="description" />
      <ChecksField
        form={form}
        name="certificates"
        label={T.certificates}
        options={CERTIFICATE_CODES.map((value) => ({ value, label: CERTIFICATE_TEXT[value] ?? value }))}
      />
      <TextField form={form} name="otherCertificates" label={T.otherCertificates} maxlength={120} />
      <FindingNotes findings={findings} name="otherCertificates" />
      <TextField form={form} name="note" label={T.note} hint={T.noteHint} maxlength={200} />
      <FindingNotes findings={findings} name="note" />
      <RadioField
        form={form}
        name="engagement"
        label={T.engagement}
        hint={T.engagementHint}
        options={ENGAGEMENTS.map((value) => ({ value, label: T.engagements[value] }))}
      />
    </details>
  );
}

function validOptions(validThrough: string | null) {
  const days = [7, 14, 30].map((value) => ({ value: String(value), label: T.validDays(value) }));
  return validThrough === null ? days : [{ value: '', label: T.keepDay(validThrough) }, ...days];
}

/** The fields' names for the summary of what is wrong. */
function labelsOf(form: FormState): Record<string, string> {
  const labels: Record<string, string> = { ...JOB_FIELD_LABELS };
  for (let row = 0; row < rowCount(form.values); row++) {
    for (const name of Object.values(rowFields(row))) labels[name] = T.row(row + 1);
  }
  return labels;
}
