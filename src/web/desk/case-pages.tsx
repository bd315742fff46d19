import { conductDecisionSchema, decideConduct, listConduct } from '../../conduct';
import { today } from '../../jobs';
import { isId } from '../../kernel/ids';
import { addCaseStep, caseOwners, caseStepSchema, getCase, getPlacement, listCases } from '../../placements';
import { checked, type FormState, freshForm, takeForm } from '../form-state';
import { page } from '../layout';
import { goTo } from '../links';
import { createPageRouter, given, one, type PageContext } from '../page-env';
import { cutPage, startOf } from '../pager';
import { DESK, doneOf, infoOf } from '../shop/area';
import { Done } from '../shop/done';
import { idOf } from '../shop/managed';
import { CASE_TEXT, WORK_TEXT } from '../text/work';
import { Ledger } from '../work/ledger';
import { WorkProblems } from '../work/own-pages';
import { takeConduct, takeHours, takePaid, takeUnpaid } from '../work/take';
import { Appeals, CaseList, CaseSheet } from './cases';
import { Desk } from './menu';

const PAGE = 50;
type Status = 200 | 401 | 409 | 422 | 429 | 503;

/** The desk's pages about wages: cases, ledgers, appeals. */
export const casePages = createPageRouter();

casePages.get('/desk/cases', async (c) => {
  const ctx = c.get('ctx');
  DESK.admit(ctx);
  const all = c.req.query('all') === '1';
  const before = startOf(c);
  const asked = c.req.query('business') ?? '';
  const businessId = isId(asked) ? asked : undefined;
  const states = all ? undefined : (['open', 'handed_over'] as const);
  const [found, appeals] = await Promise.all([
    listCases(ctx, { states, businessId, before, limit: PAGE + 1 }),
    listConduct(ctx, { appealed: true, limit: PAGE }),
  ]);
  const body = (
    <Desk at="cases">
      <Done done={doneOf(c)} />
      <CaseList
        cases={cutPage(found, PAGE, ({ id }) => id)}
        all={all}
        business={businessId ?? null}
        later={before !== undefined}
      />
      <Appeals facts={appeals} />
    </Desk>
  );
  return page(c, infoOf(DESK, CASE_TEXT.title), body);
});

async function drawCase(c: PageContext, form: FormState, status: Status = 200): Promise<Response> {
  const ctx = c.get('ctx');
  const [view, owners] = await Promise.all([getCase(ctx, idOf(c, 'wage_case')), caseOwners(ctx)]);
  const body = (
    <Desk at="cases">
      <Done done={doneOf(c)} />
      <CaseSheet view={view} owners={owners} form={form} />
    </Desk>
  );
  return page(c, { ...infoOf(DESK, CASE_TEXT.title), status }, body);
}

casePages.get('/desk/cases/:id', (c) => {
  DESK.admit(c.get('ctx'));
  return drawCase(c, freshForm());
});

casePages.post('/desk/cases/:id/steps', (c) => {
  const ctx = c.get('ctx');
  DESK.admit(ctx);
  const input = c.get('form');
  const id = idOf(c, 'wage_case');
  return takeForm(
    input,
    async () => {
      const draft = checked(caseStepSchema, {
        kind: one(input, 'kind'),
        ownerId: given(input, 'ownerId'),
        note: given(input, 'note'),
        outcome: given(input, 'outcome'),
      });
      await addCaseStep(ctx, id, draft);
      return goTo(c, `/desk/cases/${id}?done=event`);
    },
    (form, status) => drawCase(c, form, status),
  );
});

async function drawWork(c: PageContext, form: FormState, status: Status = 200): Promise<Response> {
  const ctx = c.get('ctx');
  const view = await getPlacement(ctx, idOf(c, 'placement'));
  const path = `/desk/work/${view.id}`;
  const day = today(ctx);
  const body = (
    <Desk at="cases">
      <Done done={doneOf(c)} />
      <div class="middle">
        <h1 class="page-head">{WORK_TEXT.desk}</h1>
        <WorkProblems form={form} />
        <Ledger view={view} reader="staff" path={path} today={day} />
      </div>
    </Desk>
  );
  return page(c, { ...infoOf(DESK, WORK_TEXT.desk), status }, body);
}

casePages.get('/desk/work/:id', (c) => {
  DESK.admit(c.get('ctx'));
  return drawWork(c, freshForm());
});

for (const [verb, take] of Object.entries({
  hours: takeHours,
  paid: takePaid,
  unpaid: takeUnpaid,
  conduct: takeConduct,
})) {
  casePages.post(`/desk/work/:id/${verb}`, (c) => {
    DESK.admit(c.get('ctx'));
    return takeForm(
      c.get('form'),
      async () => {
        await take(c);
        return goTo(c, `/desk/work/${idOf(c, 'placement')}?done=event`);
      },
      (form, status) => drawWork(c, form, status),
      (pointer) => (pointer === '/minutes' ? 'hours' : (pointer.split('/')[1] ?? '')),
    );
  });
}

casePages.post('/desk/conduct/:id/decide', async (c) => {
  const ctx = c.get('ctx');
  DESK.admit(ctx);
  const input = c.get('form');
  const id = idOf(c, 'conduct');
  const draft = checked(conductDecisionSchema, {
    decision: one(input, 'decision'),
    reason: one(input, 'reason'),
  });
  await decideConduct(ctx, id, draft);
  return goTo(c, '/desk/cases?done=event');
});
