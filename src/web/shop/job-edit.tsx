import { splitToOffer } from '../../candidates';
import {
  createJob,
  draftFromText,
  isAllowed,
  isTrusted,
  type JobWithBusiness,
  jobDraftSchema,
  jobPatchSchema,
  openingProblems,
  openingTerms,
  patchJob,
  today,
} from '../../jobs';
import { conflict } from '../../kernel/errors';
import { checked, type FormState, freshForm, takeForm } from '../form-state';
import { page } from '../layout';
import { goTo } from '../links';
import { type FormInput, one, type PageContext } from '../page-env';
import { JOB_FORM_TEXT } from '../text/job-form';
import { dateText } from '../text/jobs';
import { problemText } from '../text/problems';
import { SPLIT_TEXT } from '../text/split';
import { type Area, infoOf } from './area';
import { type FormFinding, formFindings, withSuggestion } from './form-findings';
import { JobForm } from './job-fields';
import {
  draftOf,
  emptyFields,
  type FormSetting,
  fieldsOfJob,
  jobField,
  NEW_BUSINESS,
  patchOf,
  withProblems,
} from './job-form';
import { publish } from './job-verbs';
import { managed } from './managed';
import { withOneMoreRow } from './shift-rows';
import { splitFields } from './split';
import { type Heard, heardOf, SpokenField, withSpoken } from './spoken';

type Status = 200 | 401 | 409 | 422 | 429 | 503;

async function settingOf(c: PageContext, area: Area, before: JobWithBusiness | null): Promise<FormSetting> {
  const ctx = c.get('ctx');
  return {
    station: ctx.station,
    businesses: before ? [] : await area.businesses(ctx),
    names: before ? [] : await area.names(ctx),
    today: today(ctx),
    before: before?.job ?? null,
    standIn: area.standIn,
  };
}

/** GET new: an empty form. */
export async function newJob(c: PageContext, area: Area): Promise<Response> {
  const setting = await settingOf(c, area, null);
  return drawNew(c, area, setting, freshForm(emptyFields(setting.businesses)));
}

function drawNew(
  c: PageContext,
  area: Area,
  setting: FormSetting,
  form: FormState,
  status: Status = 200,
  findings: readonly FormFinding[] | null = null,
  heard: Heard | null = null,
) {
  const body = (
    <div class="middle">
      <h1 class="page-head">{JOB_FORM_TEXT.newTitle}</h1>
      <JobForm
        form={form}
        to={`${area.base}/jobs`}
        back={area.list}
        businesses={setting.businesses}
        names={setting.names}
        pin="none"
        pinning={!area.standIn}
        validThrough={null}
        publishable
        note={null}
        spoken={<SpokenField form={form} heard={heard} />}
        findings={findings}
      />
    </div>
  );
  return page(
    c,
    { ...infoOf(area, JOB_FORM_TEXT.newTitle), status, scripts: ['location.js', 'check.js'] },
    area.around(body),
  );
}

/** POST new: a draft, opened at once when that was asked for and nothing is missing. */
export async function takeNewJob(c: PageContext, area: Area): Promise<Response> {
  const ctx = c.get('ctx');
  const input = c.get('form');
  const setting = await settingOf(c, area, null);
  const check = (form: FormInput) => {
    const draft = draftOf(form, setting);
    return formFindings(ctx, form, draft, draft['business'] as { name?: string } | undefined);
  };
  if (one(input, 'action') === 'row') {
    return drawNew(c, area, setting, freshForm(withOneMoreRow(input)));
  }
  if (one(input, 'action') === 'read') {
    const spoken = draftFromText(one(input, 'spoken'), { lexicon: ctx.lexicon, today: setting.today });
    const heard = heardOf(spoken, answeredIn(input));
    const filled = withSpoken(input, spoken);
    const findings = check(filled);
    // That nothing was found is said to whoever asked for it.
    return drawNew(c, area, setting, freshForm(filled), 200, findings.length > 0 ? findings : null, heard);
  }
  const looked = lookedAt(input, check);
  if (looked) return drawNew(c, area, setting, freshForm(looked), 200, check(looked));
  return takeForm(
    input,
    async () => {
      const { job } = await createJob(ctx, checked(jobDraftSchema, draftOf(input, setting)));
      if (one(input, 'action') === 'publish') return publish(c, area, job.id);
      return goTo(c, `${area.base}/jobs/${job.id}?done=saved`);
    },
    (form, status) => drawNew(c, area, setting, form, status, check(input)),
    jobField(input),
  );
}

/** Fields of a draft that the form has an answer to, whatever a sentence says. */
function answeredIn(input: FormInput): Set<string> {
  const chosen = one(input, 'businessId');
  const named = one(input, 'business.name') !== '' || (chosen !== '' && chosen !== NEW_BUSINESS);
  const placed = one(input, 'address') !== '';
  return new Set([...(named ? ['business'] : []), ...(placed ? ['place'] : [])]);
}

/** The form as it is shown again when it was only to be looked at, or a rewording was taken; null when it is stored. */
function lookedAt(input: FormInput, check: (form: FormInput) => FormFinding[]): FormInput | null {
  const wanted = one(input, 'apply');
  if (wanted !== '') return withSuggestion(input, check(input), wanted);
  return one(input, 'action') === 'check' ? input : null;
}

/** What the form of a stored posting breaks. */
function editFindings(c: PageContext, found: JobWithBusiness, form: FormInput, setting: FormSetting) {
  return formFindings(c.get('ctx'), form, patchOf(form, setting), found.business);
}

/**
 * GET edit: the form of a stored posting; with `open=1` what keeps it from opening stands beside the fields, with
 * `split=1` its hours are filled in as they would be cut.
 */
export async function editJob(c: PageContext, area: Area): Promise<Response> {
  const found = await managed(c);
  if (!isAllowed('edit', found.job.status)) throw conflict('wrong_state', { status: found.job.status });
  const ctx = c.get('ctx');
  const fields = fieldsOfJob(found.job, ctx.station);
  const split = c.req.query('split') === '1' ? await splitToOffer(ctx, found) : null;
  if (split !== null) {
    const form = freshForm({ ...fields, ...splitFields(split, found.job) });
    return drawEdit(c, area, found, form, 200, SPLIT_TEXT.prefilled);
  }
  const form = freshForm(fields);
  if (c.req.query('open') !== '1') return drawEdit(c, area, found, form);
  const state = { ...form, message: found.job.status === 'draft' ? JOB_FORM_TEXT.notYet : null };
  const problems = openingProblems(found, openingTerms(ctx)).map(({ pointer, code, values }) => ({
    pointer,
    sentence: problemText(code, values),
  }));
  const setting = await settingOf(c, area, found);
  const findings = editFindings(c, found, form.values, setting);
  return drawEdit(c, area, found, withProblems(found, state, problems), 200, null, findings);
}

/** @param note said above the form */
function drawEdit(
  c: PageContext,
  area: Area,
  found: JobWithBusiness,
  form: FormState,
  status: Status = 200,
  note: string | null = null,
  findings: readonly FormFinding[] | null = null,
) {
  const { job, business } = found;
  const ctx = c.get('ctx');
  const { station } = ctx;
  const reviewed = job.status === 'open' && !isTrusted(ctx, business);
  const placed = job.place !== null && job.place.precision === 'door';
  const shown = (fieldsOfJob(job, station)['lat'] ?? []).length > 0;
  const to = `${area.base}/jobs/${job.id}`;
  const body = (
    <div class="middle">
      <h1 class="page-head">{`${JOB_FORM_TEXT.editTitle}：${job.title}`}</h1>
      {note !== null && (
        <p class="banner warn" role="status">
          {note}
        </p>
      )}
      <JobForm
        form={form}
        to={to}
        back={to}
        businesses={null}
        names={[]}
        pin={placed ? 'placed' : shown || job.place ? 'standIn' : 'none'}
        pinning={!area.standIn && !placed}
        validThrough={job.validThrough === null ? null : dateText(job.validThrough)}
        publishable={isAllowed('publish', job.status)}
        note={reviewed ? JOB_FORM_TEXT.reviewedAgain : null}
        findings={findings}
      />
    </div>
  );
  return page(
    c,
    { ...infoOf(area, JOB_FORM_TEXT.editTitle), status, scripts: ['location.js', 'check.js'] },
    area.around(body),
  );
}

/** POST edit. */
export async function takeJob(c: PageContext, area: Area): Promise<Response> {
  const found = await managed(c);
  const ctx = c.get('ctx');
  const input = c.get('form');
  const setting = await settingOf(c, area, found);
  if (one(input, 'action') === 'row') {
    return drawEdit(c, area, found, freshForm(withOneMoreRow(input)));
  }
  const check = (form: FormInput) => editFindings(c, found, form, setting);
  const looked = lookedAt(input, check);
  if (looked) return drawEdit(c, area, found, freshForm(looked), 200, null, check(looked));
  return takeForm(
    input,
    async () => {
      const { job } = await patchJob(ctx, found.job.id, checked(jobPatchSchema, patchOf(input, setting)));
      if (one(input, 'action') === 'publish') return publish(c, area, job.id);
      const done = found.job.status === 'open' && job.status === 'review' ? 'reviewed_again' : 'saved';
      return goTo(c, `${area.base}/jobs/${job.id}?done=${done}`);
    },
    (form, status) => drawEdit(c, area, found, form, status, null, check(input)),
    jobField(input),
  );
}
