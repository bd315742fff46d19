import type { Ctx } from '../../context';
import { BENEFITS, MODES, SETTLEMENTS } from '../../kernel/vocabulary';
import { ChecksField, SelectField, TextField } from '../fields';
import type { FormState } from '../form-state';
import { ErrorSummary, fieldId, fieldValue, GetForm } from '../forms';
import { HOURS_LABELS, HoursField } from '../hours-field';
import { Link } from '../page-frame';
import { SEARCH_TEXT as TEXT, WEEK_PRESETS } from '../text/seeker';
import { BENEFIT_TEXT, MODE_TEXT, SETTLEMENT_TEXT, weekText } from '../text/vocabulary';
import { LocateButton, startOptions } from './origin';
import { type SearchText, searchPath } from './params';

/** Limits of travel that the form offers, minutes. */
export const MINUTES = [5, 10, 15, 20, 30, 45, 60, 90, 120] as const;

/** Parts of a search that have no field here, and are kept as they are. */
const KEPT = ['occupation', 'sort', 'plain'] as const;

const LABELS: Readonly<Record<string, string>> = {
  q: TEXT.q,
  mode: TEXT.mode,
  minutes: TEXT.minutes,
  from: TEXT.from,
  pay_min: TEXT.payMin,
  hours_max: TEXT.hoursMax,
  settlement: TEXT.settlement,
  benefits: TEXT.benefits,
  hours: TEXT.hours,
  ...HOURS_LABELS,
};

/** The limit that is asked for stands in the list also when it is none of the usual ones. */
export function minuteOptions(current: string) {
  const all = new Set<number>(MINUTES);
  if (Number(current) > 0) all.add(Number(current));
  return [...all].sort((a, b) => a - b).map((n) => ({ value: String(n), label: TEXT.minutesOption(n) }));
}

function MoreConditions({ form }: { form: FormState }) {
  const chosen = ['settlement', 'benefits', 'pay_min', 'hours_max'].filter(
    (name) => fieldValue(form, name) !== '',
  );
  const wrong = ['settlement', 'benefits', 'pay_min', 'hours_max'].some((name) => name in form.errors);
  return (
    <details class="filter-fold" open={wrong}>
      <summary>{chosen.length === 0 ? TEXT.more : TEXT.moreCount(chosen.length)}</summary>
      <ChecksField
        form={form}
        name="settlement"
        label={TEXT.settlement}
        options={SETTLEMENTS.map((value) => ({ value, label: SETTLEMENT_TEXT[value] }))}
      />
      <ChecksField
        form={form}
        name="benefits"
        label={TEXT.benefits}
        options={BENEFITS.map((value) => ({ value, label: BENEFIT_TEXT[value] }))}
      />
      <TextField
        form={form}
        name="pay_min"
        label={TEXT.payMin}
        unit={TEXT.payUnit}
        inputmode="decimal"
        width="short"
        maxlength={8}
      />
      <TextField
        form={form}
        name="hours_max"
        label={TEXT.hoursMax}
        unit={TEXT.hoursUnit}
        inputmode="decimal"
        width="short"
        maxlength={6}
      />
    </details>
  );
}

/** What a seeker asks for; a plain GET form whose answer is the list. */
export function Filters({ ctx, form, text }: { ctx: Ctx; form: FormState; text: SearchText }) {
  const hoursWrong = Object.keys(form.errors).some((name) => name === 'hours' || name.startsWith('h.'));
  return (
    <GetForm to="/search#found" label={TEXT.formLabel} class="search-form card">
      <ErrorSummary form={form} labels={LABELS} />
      <TextField
        form={form}
        name="q"
        label={TEXT.q}
        type="search"
        placeholder={TEXT.qHint}
        maxlength={200}
        autocomplete="off"
        suggest={TEXT.suggest}
      />
      <div class="field-row two">
        <SelectField
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
      </div>
      <div class="from-row">
        <SelectField form={form} name="from" label={TEXT.from} options={startOptions(ctx, form)} />
        <LocateButton form={form} send />
      </div>
      <details class="filter-fold" open={hoursWrong}>
        <summary>{text.free && !hoursWrong ? TEXT.hoursNow(weekText(text.free)) : TEXT.hours}</summary>
        <p class="presets">
          <span>{TEXT.presets}</span>
          {WEEK_PRESETS.map((preset) => (
            <Link to={searchPath(text, { free: preset.free })}>{preset.text}</Link>
          ))}
        </p>
        <fieldset id={fieldId('hours')}>
          <legend class="visually-hidden">{TEXT.hours}</legend>
          <HoursField form={form} />
        </fieldset>
      </details>
      <MoreConditions form={form} />
      {KEPT.map((name) =>
        fieldValue(form, name) === '' ? null : (
          <input type="hidden" name={name} value={fieldValue(form, name)} />
        ),
      )}
      <button type="submit" class="button big block">
        {TEXT.submit}
      </button>
      {Object.keys(text).length > 0 && (
        <Link to="/" class="tool">
          {TEXT.reset}
        </Link>
      )}
    </GetForm>
  );
}
