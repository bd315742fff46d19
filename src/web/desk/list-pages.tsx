import { addMember, listBusinesses, memberSchema, verifyBusiness } from '../../businesses';
import { listReferrals } from '../../desk';
import { countManaged, listManaged, openingTerms } from '../../jobs';
import { checked, type FormState, takeForm } from '../form-state';
import { page } from '../layout';
import { goTo } from '../links';
import { createPageRouter, one, type PageContext } from '../page-env';
import { cutPage, startOf } from '../pager';
import { DESK, doneOf, infoOf } from '../shop/area';
import { Done } from '../shop/done';
import { idOf } from '../shop/managed';
import { statusOf } from '../shop/status';
import { BUSINESSES_TEXT, DESK_JOBS_TEXT, REFERRALS_TEXT } from '../text/desk';
import { Businesses } from './businesses';
import { DeskJobs } from './jobs';
import { Desk } from './menu';
import { ReferralList } from './referrals';

/** Rows of one page of a list. */
const PAGE = 50;
const LACKS = ['place', 'schedule', 'door'] as const;

/** The desk's lists: referrals, postings, businesses. */
export const listPages = createPageRouter();

listPages.get('/desk/referrals', async (c) => {
  const ctx = c.get('ctx');
  DESK.admit(ctx);
  const all = c.req.query('all') === '1';
  const before = startOf(c);
  const found = await listReferrals(ctx, { before, open: !all, limit: PAGE + 1 });
  const body = (
    <Desk at="referrals">
      <Done done={doneOf(c)} />
      <ReferralList referrals={cutPage(found, PAGE, ({ id }) => id)} all={all} later={before !== undefined} />
    </Desk>
  );
  return page(c, infoOf(DESK, REFERRALS_TEXT.title), body);
});

listPages.get('/desk/jobs', async (c) => {
  const ctx = c.get('ctx');
  DESK.admit(ctx);
  const filter = {
    status: statusOf(c),
    lacks: LACKS.find((word) => word === c.req.query('lacks')) ?? null,
    contains: (c.req.query('contains') ?? '').trim().slice(0, 60),
  };
  const before = startOf(c);
  const [found, counts] = await Promise.all([
    listManaged(ctx, {
      statuses: filter.status === null ? undefined : [filter.status],
      lacks: filter.lacks ?? undefined,
      contains: filter.contains || undefined,
      before,
      limit: PAGE + 1,
    }),
    countManaged(ctx),
  ]);
  const body = (
    <Desk at="jobs">
      <Done done={doneOf(c)} />
      <DeskJobs
        filter={filter}
        jobs={cutPage(found, PAGE, ({ job }) => job.id)}
        counts={counts}
        later={before !== undefined}
        terms={openingTerms(ctx)}
        now={ctx.clock.now()}
      />
    </Desk>
  );
  return page(c, infoOf(DESK, DESK_JOBS_TEXT.title), body);
});

type Status = 200 | 401 | 409 | 422 | 429 | 503;

async function drawBusinesses(
  c: PageContext,
  refused: { id: string; form: FormState } | null,
  status: Status = 200,
): Promise<Response> {
  const ctx = c.get('ctx');
  const contains = (c.req.query('q') ?? '').trim().slice(0, 60);
  const after = startOf(c, 'after');
  const found = await listBusinesses(ctx, { contains: contains || undefined, after, limit: PAGE + 1 });
  const body = (
    <Desk at="businesses">
      <Done done={doneOf(c)} />
      <Businesses
        contains={contains}
        businesses={cutPage(found, PAGE, ({ id }) => id)}
        later={after !== undefined}
        refused={refused}
      />
    </Desk>
  );
  return page(c, { ...infoOf(DESK, BUSINESSES_TEXT.title), status }, body);
}

listPages.get('/desk/businesses', (c) => {
  DESK.admit(c.get('ctx'));
  return drawBusinesses(c, null);
});

listPages.post('/desk/businesses/:id/verify', async (c) => {
  const { name } = await verifyBusiness(c.get('ctx'), idOf(c, 'business'));
  return goTo(c, `/desk/businesses?q=${encodeURIComponent(name)}&done=verified`);
});

listPages.post('/desk/businesses/:id/members', (c) => {
  const ctx = c.get('ctx');
  DESK.admit(ctx);
  const id = idOf(c, 'business');
  const input = c.get('form');
  return takeForm(
    input,
    async () => {
      const member = checked(memberSchema, { phone: one(input, 'phone'), name: one(input, 'name') });
      await addMember(ctx, c.get('provided').accounts, id, member);
      return goTo(c, '/desk/businesses?done=member');
    },
    (form, status) => drawBusinesses(c, { id, form }, status),
  );
});
