import { createCandidate, getCandidate, listCandidates, matchesOf, patchCandidate } from '../../candidates';
import { listConduct } from '../../conduct';
import { listReferrals, refer } from '../../desk';
import { employerLabels } from '../../review';
import { keepsPlaces } from '../anchor-rows';
import { type FormState, freshForm, takeForm } from '../form-state';
import { page } from '../layout';
import { goTo } from '../links';
import { createPageRouter, type PageContext } from '../page-env';
import { cutPage, startOf } from '../pager';
import { DESK, doneOf, infoOf } from '../shop/area';
import { Done } from '../shop/done';
import { idOf } from '../shop/managed';
import { CANDIDATES_TEXT as T } from '../text/desk';
import { withRowAsked } from '../time-form';
import { ConductFacts } from '../work/conduct';
import { CandidateForm } from './candidate-fields';
import { candidateFields, candidateOf, candidatePatchOf } from './candidate-form';
import { CandidateMatches } from './candidate-matches';
import { CandidateList, Profile, ReferralsOf } from './candidates';
import { emptyIntake } from './intake-form';
import { Desk } from './menu';
import { personField } from './person-form';
import { placeOptions } from './places';
import { formId, sharedBy } from './refer-form';

/** People of one page of the list. */
const PAGE = 50;
const MATCHES = 10;
const FACTS = 20;
type Status = 200 | 401 | 409 | 422 | 429 | 503;

/** Profiles that staff keep for people. */
export const candidatePages = createPageRouter();

candidatePages.get('/desk/candidates', async (c) => {
  const ctx = c.get('ctx');
  DESK.admit(ctx);
  const contains = (c.req.query('q') ?? '').trim().slice(0, 60);
  const before = startOf(c);
  const found = await listCandidates(ctx, { contains: contains || undefined, before, limit: PAGE + 1 });
  const body = (
    <Desk at="candidates">
      <CandidateList
        contains={contains}
        people={cutPage(found, PAGE, ({ id }) => id)}
        later={before !== undefined}
      />
    </Desk>
  );
  return page(c, infoOf(DESK, T.title), body);
});

function drawForm(c: PageContext, form: FormState, id: string | null, status: Status = 200) {
  const ctx = c.get('ctx');
  const own = `/desk/candidates/${id}`;
  const title = id === null ? T.new : T.edit;
  const body = (
    <Desk at="candidates">
      <div class="middle">
        <h1 class="page-head">{title}</h1>
        {id === null && <p class="hint">{T.newHint}</p>}
        <CandidateForm
          ctx={ctx}
          form={form}
          to={id === null ? '/desk/candidates' : own}
          back={id === null ? '/desk/candidates' : own}
          places={placeOptions(ctx, T.homeUnknown)}
          occupations={[...ctx.lexicon.occupations.keys()]}
          exists={id !== null}
        />
      </div>
    </Desk>
  );
  return page(c, { ...infoOf(DESK, title), status }, body);
}

candidatePages.get('/desk/candidates/new', (c) => {
  DESK.admit(c.get('ctx'));
  return drawForm(c, freshForm(emptyIntake(c.get('session')?.name ?? '')), null);
});

candidatePages.post('/desk/candidates', (c) => {
  const ctx = c.get('ctx');
  DESK.admit(ctx);
  const input = c.get('form');
  const longer = withRowAsked(input);
  if (longer) return drawForm(c, freshForm(longer), null);
  return takeForm(
    input,
    async () => {
      const { id } = await createCandidate(ctx, candidateOf(ctx, input));
      return goTo(c, `/desk/candidates/${id}?done=created`);
    },
    (form, status) => drawForm(c, form, null, status),
    personField(input),
  );
});

candidatePages.get('/desk/candidates/:id', async (c) => {
  const ctx = c.get('ctx');
  DESK.admit(ctx);
  const id = idOf(c, 'candidate');
  const view = await getCandidate(ctx, id);
  const [{ items }, referrals, facts] = await Promise.all([
    matchesOf(ctx, id, { limit: MATCHES }),
    listReferrals(ctx, { candidateId: id }),
    listConduct(ctx, { candidateId: id, about: 'worker', limit: FACTS }),
  ]);
  const employers = await employerLabels(
    ctx,
    items.map(({ job }) => job.business.id),
  );
  const body = (
    <Desk at="candidates">
      <Done done={doneOf(c)} />
      <div class="desk-columns">
        <div class="stack">
          <Profile ctx={ctx} view={view} />
          <ReferralsOf referrals={referrals} />
          {facts.length > 0 && <ConductFacts facts={facts} to={null} />}
        </div>
        <CandidateMatches view={view} items={items} referrals={referrals} employers={employers} />
      </div>
    </Desk>
  );
  return page(c, infoOf(DESK, view.name), body);
});

candidatePages.get('/desk/candidates/:id/edit', async (c) => {
  const ctx = c.get('ctx');
  DESK.admit(ctx);
  const id = idOf(c, 'candidate');
  const fields = candidateFields(ctx, await getCandidate(ctx, id));
  const witness = c.get('session')?.name ?? '';
  return drawForm(c, freshForm({ ...fields, channel: ['spoken'], witness: [witness] }), id);
});

candidatePages.post('/desk/candidates/:id', (c) => {
  const ctx = c.get('ctx');
  DESK.admit(ctx);
  const id = idOf(c, 'candidate');
  const input = c.get('form');
  const longer = withRowAsked(input);
  if (longer) return drawForm(c, freshForm(longer), id);
  return takeForm(
    input,
    async () => {
      const stored = keepsPlaces(input) ? (await getCandidate(ctx, id)).anchors : [];
      await patchCandidate(ctx, id, candidatePatchOf(ctx, input, stored));
      return goTo(c, `/desk/candidates/${id}?done=saved`);
    },
    (form, status) => drawForm(c, form, id, status),
    personField(input),
  );
});

candidatePages.post('/desk/candidates/:id/refer', async (c) => {
  const ctx = c.get('ctx');
  const id = idOf(c, 'candidate');
  const jobId = formId(ctx, c, 'refer', 'job');
  await refer(ctx, { candidateId: id, jobId, share: sharedBy(c, jobId) });
  return goTo(c, `/desk/candidates/${id}?done=referred`);
});
