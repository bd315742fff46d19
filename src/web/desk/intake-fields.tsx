import type { Ctx } from '../../context';
import { type Option, TextArea, TextField } from '../fields';
import type { FormState } from '../form-state';
import { DefaultButton, ErrorSummary, PostForm } from '../forms';
import { HOURS_LABELS } from '../hours-field';
import { Link } from '../page-frame';
import { HEARD_TEXT, INTAKE_LABELS, INTAKE_TEXT as T } from '../text/intake';
import { TimeFields } from '../time-fields';
import { rowsAsked, timeLabels } from '../time-form';
import { type Heard, HeardBack } from './heard';
import { ConsentFields, TravelFields, WishFields } from './person-fields';

/** What the intake form is shown with. */
export interface IntakeProps {
  ctx: Ctx;
  form: FormState;
  to: string;
  places: readonly Option[];
  occupations: readonly string[];
  /** Whether the first field takes the keyboard. */
  focus: boolean;
  /** What was heard in the words when they were read into the fields. */
  heard?: Heard | null;
  /** Path back for a visit that is being written anew; null for a new one. */
  revises: string | null;
}

/** 来访登记: what a visitor says, taken down from top to bottom without a mouse. */
export function IntakeForm({
  ctx,
  form,
  to,
  places,
  occupations,
  focus,
  revises,
  heard = null,
}: IntakeProps) {
  // What is wrong takes the keyboard, and so does a row that was asked for.
  const elsewhere = Object.keys(form.errors).length > 0 || rowsAsked(form.values) !== null || heard !== null;
  return (
    <PostForm to={to} class="card intake" label={T.title}>
      <DefaultButton label={revises === null ? T.submit : T.submitEdit} />
      <div class="spread">
        <h2>{revises === null ? T.title : T.editTitle}</h2>
        <span class="quiet keys">{T.keys}</span>
      </div>
      <ErrorSummary form={form} labels={{ ...INTAKE_LABELS, ...HOURS_LABELS, ...timeLabels(form) }} />
      <div class="intake-columns">
        <div>
          <div class="field-row">
            <TextField
              form={form}
              name="name"
              label={T.name}
              maxlength={40}
              autofocus={focus && !elsewhere}
              autocomplete="off"
            />
            <TextField
              form={form}
              name="phone"
              label={revises === null ? T.phone : T.phoneKept}
              type="tel"
              inputmode="tel"
              autocomplete="off"
            />
          </div>
          <TextArea
            form={form}
            name="text"
            label={T.text}
            placeholder={T.textHint}
            rows={2}
            maxlength={2000}
          />
          <p>
            <button
              type="submit"
              name="action"
              value="read"
              class="button secondary small"
              accesskey="r"
              title="Alt+R"
            >
              {HEARD_TEXT.read}
            </button>
          </p>
          {heard !== null && <HeardBack heard={heard} />}
          <TravelFields form={form} places={places} label={T.from} />
        </div>
        <div>
          <WishFields form={form} occupations={occupations} />
        </div>
      </div>
      <TimeFields ctx={ctx} form={form} to={to} keys={{ anchors: 'g', exceptions: 'x' }} />
      {revises === null && <ConsentFields form={form} />}
      <div class="actions">
        <button type="submit" class="button big">
          {revises === null ? T.submit : T.submitEdit}
        </button>
        {revises !== null && <Link to={revises}>{T.cancel}</Link>}
      </div>
    </PostForm>
  );
}
