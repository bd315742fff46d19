import { type DraftQuestion, rulesOf, type SpokenDraft } from '../../jobs';
import { TextArea } from '../fields';
import type { FormState } from '../form-state';
import { fieldId } from '../forms';
import { type FormInput, one } from '../page-env';
import { draftQuestionText, SPOKEN_TEXT as T } from '../text/draft';
import { CERTIFICATE_CODES } from '../text/vocabulary';
import { begunFields, scheduleFields } from './shift-rows';

/** What became of a sentence: whether it named work, and what is still to be asked, with the field to answer in. */
export interface Heard {
  named: boolean;
  asked: readonly { field: string; text: string }[];
}

/** Longest sentence that the form takes. */
const MOST = 500;

/** Where a question is answered in the form. */
const FIELDS: Readonly<Record<string, string>> = {
  business: 'business.name',
  place: 'address',
  pay: 'pay.amount',
};

/**
 * The form filled with what a sentence said. What it did not say is left as it stood; but how the pay is settled is
 * left open rather than at what most forms say.
 */
export function withSpoken(form: FormInput, { draft, begun, questions }: SpokenDraft): FormInput {
  const { pay, schedule, place } = draft;
  const text = (value: string | number | undefined) => (value === undefined ? [] : [String(value)]);
  const filled: Record<string, readonly string[]> = {
    title: text(draft.title),
    'pay.amount': text(pay?.amount ?? begun.amount),
    'pay.max': text(pay?.max ?? begun.max),
    'pay.unit': text(pay?.unit),
    'pay.expectedHours': text(pay?.expectedHours),
    ...(schedule ? scheduleFields(rulesOf(schedule)) : begunFields(begun)),
    address: text(place?.address),
    lat: text(place?.lat),
    lng: text(place?.lng),
    ...(place?.lat === undefined ? {} : { datum: [place.datum], precision: [place.precision] }),
    headcount: text(draft.headcount),
    benefits: draft.benefits ?? [],
    certificates: (draft.requirements?.certificates ?? []).filter((code) => CERTIFICATE_CODES.includes(code)),
    engagement: text(draft.engagement),
    description: one(form, 'description') === '' ? text(draft.description) : [],
  };
  const said = Object.fromEntries(Object.entries(filled).filter(([, values]) => values.length > 0));
  const open = questions.some(({ field }) => field === 'pay.settlement' || field === 'pay');
  const told = pay?.settlement ?? begun.settlement;
  const settlement = told ? [told] : open ? [] : (form['pay.settlement'] ?? []);
  return { ...form, ...said, 'pay.settlement': settlement };
}

/**
 * What the form says about a sentence. The pin it asks for by itself.
 * @param known fields that the form has an answer to already
 */
export function heardOf({ draft, questions }: SpokenDraft, known: ReadonlySet<string>): Heard {
  const asked = questions.filter(({ field, about }) => about !== 'pin' && !known.has(field));
  return { named: draft.title !== undefined, asked: asked.map(shown) };
}

const shown = ({ field, about }: DraftQuestion) => ({
  field: FIELDS[field] ?? field,
  text: draftQuestionText(about),
});

/** 一句话说清要什么人: the sentence, and a button that fills the form below with it. Works without a script. */
export function SpokenField({ form, heard }: { form: FormState; heard: Heard | null }) {
  return (
    <section class="card" aria-label={T.label}>
      <TextArea form={form} name="spoken" label={T.label} hint={T.hint} rows={2} maxlength={MOST} />
      <button type="submit" name="action" value="read" class="button secondary">
        {T.read}
      </button>
      {heard !== null && (
        <div class={heard.named ? 'banner good said-back' : 'banner warn said-back'} role="status">
          <p>{heard.named ? T.filled : T.nothing}</p>
          {heard.asked.length > 0 && (
            <>
              <p>{T.asked}</p>
              <ul>
                {heard.asked.map(({ field, text }) => (
                  <li>
                    <a href={`#${fieldId(field)}`}>{text}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </section>
  );
}
