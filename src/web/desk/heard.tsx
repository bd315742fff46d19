import type { Ctx } from '../../context';
import type { TimeReading } from '../../hours';
import { shanghaiDate } from '../../kernel/clock';
import type { PersonTime } from '../../matching';
import { timeSaidBack, type Understood, understandSaid } from '../../search';
import { hoursValues } from '../hours';
import { type FormInput, one } from '../page-env';
import { placeNamed } from '../starting-places';
import { questionText, readBackText } from '../text/hours';
import { HEARD_TEXT as T } from '../text/intake';
import { timeValues } from '../time-form';

/** What was heard in a visitor's words: the reading, to be said back. */
export interface Heard {
  readBack: string | null;
  questions: readonly string[];
  /** Nothing was heard by which work could be found. */
  nothing: boolean;
}

/** What a visitor's own words say of them. @param at ms, when they were said */
export function heardIn(ctx: Pick<Ctx, 'lexicon'>, text: string, at: number): Understood {
  return understandSaid(text, ctx.lexicon, shanghaiDate(at));
}

/** The sentence that says a reading back, and what is still to be asked. */
export function saidBack({ time, occupations, near, place }: Understood): Heard {
  const parts = timeSaidBack(time);
  const questions = (time?.questions ?? []) as TimeReading['questions'];
  return {
    readBack: parts && readBackText(parts),
    questions: questions.map(({ about }) => questionText(about)),
    nothing: !time && occupations.length === 0 && !near && !place,
  };
}

/**
 * The form with what the visitor's words say in the fields that stand empty; what was entered goes before it. Places to
 * be at and other dates are filled in where no row of theirs is.
 */
export function withHeard(
  ctx: Pick<Ctx, 'lexicon' | 'station'>,
  form: FormInput,
  { time, occupations, near, place }: Understood,
): FormInput {
  const isEmpty = (names: (name: string) => boolean) =>
    Object.keys(form).every((name) => !names(name) || one(form, name) === '');
  const filled: Record<string, readonly string[]> = {};
  if (time?.free && isEmpty((name) => name.startsWith('h.')))
    for (const [name, value] of Object.entries(hoursValues(time.free))) filled[name] = [value];
  if (one(form, 'occupations') === '' && occupations.length > 0)
    filled['occupations'] = [occupations.join('、')];
  if (near?.mode) filled['mode'] = [near.mode];
  if (near?.minutes !== undefined && near.minutes <= 120) filled['minutes'] = [String(near.minutes)];
  if (place && one(form, 'from') === '' && one(form, 'lat') === '' && placeNamed(ctx, place.name))
    filled['from'] = [place.name];
  return { ...form, ...timeHeard(ctx, form, time), ...filled };
}

function timeHeard(
  ctx: Pick<Ctx, 'lexicon' | 'station'>,
  form: FormInput,
  time: Understood['time'],
): Record<string, readonly string[]> {
  const exceptions = (time?.exceptions ?? []).filter((one) => !('season' in one));
  const anchors = (time?.anchors ?? []).map(({ at, days, kind }) => ({ at, days, kind }));
  const rows = timeValues(ctx, { anchors, exceptions } as PersonTime);
  const isOpen = (field: RegExp) =>
    Object.keys(form).every((name) => !field.test(name) || one(form, name) === '');
  const first = [
    ...(anchors.length > 0 && isOpen(/^a\d+\.at$/) ? ['a'] : []),
    ...(exceptions.length > 0 && isOpen(/^x\d+\.date$/) ? ['x'] : []),
  ];
  return Object.fromEntries(Object.entries(rows).filter(([name]) => first.includes(name.charAt(0))));
}

/** What was heard, above the fields that were filled with it. */
export function HeardBack({ heard }: { heard: Heard }) {
  return (
    <div class={heard.nothing ? 'banner warn said-back' : 'banner good said-back'} role="status">
      <p>{heard.readBack ?? (heard.nothing ? T.nothing : T.filled)}</p>
      {heard.questions.length > 0 && <p>{T.ask(heard.questions.join(''))}</p>}
    </div>
  );
}
