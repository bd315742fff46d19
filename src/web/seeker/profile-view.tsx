import { PURPOSES } from '../../candidates';
import type { Ctx } from '../../context';
import { maskPhone } from '../../kernel/phone';
import { MODES } from '../../kernel/vocabulary';
import { CheckField, ChecksField, RadioField, SelectField, TextField } from '../fields';
import type { FormState } from '../form-state';
import { DefaultButton, ErrorSummary, FieldGroup, fieldId, fieldValue, PostForm } from '../forms';
import { HOURS_LABELS, HoursField } from '../hours-field';
import { Link } from '../page-frame';
import { PURPOSE_TEXT, PROFILE_TEXT as TEXT } from '../text/me';
import { CERTIFICATE_CODES, certificateText, MODE_TEXT } from '../text/vocabulary';
import { TimeFields } from '../time-fields';
import { timeLabels } from '../time-form';
import { minuteOptions } from './filters';
import { LocateButton, startOptions } from './origin';
import { KEEP_HOME } from './profile-form';

const LABELS: Readonly<Record<string, string>> = {
  name: TEXT.name,
  birth: TEXT.birth,
  from: TEXT.from,
  mode: TEXT.mode,
  minutes: TEXT.minutes,
  hours: TEXT.hours,
  hoursMax: TEXT.hoursMax,
  occupations: TEXT.occupations,
  certificates: TEXT.certificates,
  plain: TEXT.plain,
  consent: TEXT.consent,
  ...HOURS_LABELS,
};

function BirthField({ form }: { form: FormState }) {
  const part = (name: 'year' | 'month' | 'day', label: string, length: number) => (
    <label class="date-part">
      <input
        type="text"
        inputmode="numeric"
        name={`birth.${name}`}
        value={fieldValue(form, `birth.${name}`)}
        maxlength={length}
        size={length}
        autocomplete={`bday-${name}`}
        aria-invalid={form.errors.birth === undefined ? undefined : 'true'}
      />
      {label}
    </label>
  );
  return (
    <FieldGroup form={form} name="birth" label={TEXT.birth} hint={TEXT.birthHint}>
      <div class="date-parts">
        {part('year', TEXT.year, 4)}
        {part('month', TEXT.month, 2)}
        {part('day', TEXT.day, 2)}
      </div>
    </FieldGroup>
  );
}

/** Every occupation of the lexicon, group by group, folded until it is wanted. */
function OccupationsField({ ctx, form }: { ctx: Ctx; form: FormState }) {
  const groups = new Map<string, string[]>();
  for (const { canonical, group } of ctx.lexicon.occupations.values()) {
    groups.set(group, [...(groups.get(group) ?? []), canonical]);
  }
  const chosen = form.values.occupations ?? [];
  const error = form.errors.occupations;
  return (
    <div class="field">
      <details class="filter-fold" id={fieldId('occupations')} open={error !== undefined}>
        <summary>
          {chosen.length === 0 ? TEXT.occupations : TEXT.occupationsChosen(chosen.join('、'))}
        </summary>
        <p class="hint">{TEXT.occupationsHint}</p>
        {error !== undefined && <p class="error">{error}</p>}
        {[...groups].map(([group, names]) => (
          <fieldset class="field">
            <legend>{group}</legend>
            <div class="choices">
              {names.map((name) => (
                <label class="choice">
                  <input type="checkbox" name="occupations" value={name} checked={chosen.includes(name)} />
                  <span>{name}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </details>
    </div>
  );
}

interface ProfileProps {
  ctx: Ctx;
  form: FormState;
  /** Whether there is a profile already. */
  known: boolean;
  hasHome: boolean;
  /** The phone of the account, in clear. */
  phone: string | null;
  /** Where the form goes: its own address, with where to go afterwards. */
  to: string;
}

/** The profile of a person who looks for work. */
export function ProfileView({ ctx, form, known, hasHome, phone, to }: ProfileProps) {
  return (
    <div class="middle">
      <div class="page-head">
        <h1>{known ? TEXT.titleEdit : TEXT.titleNew}</h1>
        {!known && <p>{TEXT.lead}</p>}
      </div>
      <PostForm to={to} class="card profile">
        <DefaultButton label={TEXT.save} />
        <ErrorSummary form={form} labels={{ ...LABELS, ...timeLabels(form) }} />
        <TextField form={form} name="name" label={TEXT.name} autocomplete="name" maxlength={40} required />
        {phone !== null && (
          <div class="field">
            <p class="label">{TEXT.phone}</p>
            <p class="num">{TEXT.phoneNote(maskPhone(phone))}</p>
          </div>
        )}
        <BirthField form={form} />
        <SelectField
          form={form}
          name="from"
          label={TEXT.from}
          hint={TEXT.fromHint}
          options={startOptions(ctx, form, hasHome ? [{ value: KEEP_HOME, label: TEXT.home }] : [])}
        />
        <LocateButton form={form} />
        <RadioField
          form={form}
          name="mode"
          label={TEXT.mode}
          options={MODES.map((value) => ({ value, label: MODE_TEXT[value] }))}
        />
        <SelectField
          form={form}
          name="minutes"
          label={TEXT.minutes}
          options={minuteOptions(fieldValue(form, 'minutes'))}
        />
        <FieldGroup form={form} name="hours" label={TEXT.hours} hint={TEXT.hoursHint}>
          <HoursField form={form} />
        </FieldGroup>
        <TimeFields ctx={ctx} form={form} to={to} />
        <TextField
          form={form}
          name="hoursMax"
          label={TEXT.hoursMax}
          unit={TEXT.hoursUnit}
          inputmode="numeric"
          width="short"
          maxlength={3}
        />
        <OccupationsField ctx={ctx} form={form} />
        <ChecksField
          form={form}
          name="certificates"
          label={TEXT.certificates}
          options={CERTIFICATE_CODES.map((value) => ({ value, label: certificateText(value) }))}
        />
        <CheckField form={form} name="plain" label={TEXT.plain} hint={TEXT.plainHint} />
        {!known && (
          <FieldGroup form={form} name="consent" label={TEXT.consent} hint={TEXT.consentHint} required>
            <ConsentChoices form={form} />
          </FieldGroup>
        )}
        <div class="actions">
          <button type="submit" class="button big">
            {TEXT.save}
          </button>
          {known && <Link to="/me">{TEXT.cancel}</Link>}
        </div>
      </PostForm>
    </div>
  );
}

function ConsentChoices({ form }: { form: FormState }) {
  const chosen = form.values.consent ?? [];
  return (
    <div class="stack-choices">
      {PURPOSES.map((purpose) => (
        <label class="choice choice-line">
          <input type="checkbox" name="consent" value={purpose} checked={chosen.includes(purpose)} />
          <span>
            {PURPOSE_TEXT[purpose].title}
            <small>{PURPOSE_TEXT[purpose].more}</small>
          </span>
        </label>
      ))}
    </div>
  );
}
