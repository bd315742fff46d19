import { listReferrals } from '../../desk';
import { countManaged, listManaged, openingTerms } from '../../jobs';
import { employerLabels } from '../../review';
import { page } from '../layout';
import { createPageRouter } from '../page-env';
import { cutPage, startOf } from '../pager';
import { DESK, doneOf, infoOf } from '../shop/area';
import { Done } from '../shop/done';
import { statusOf } from '../shop/status';
import { DESK_JOBS_TEXT, REFERRALS_TEXT } from '../text/desk';
import { DeskJobs } from './jobs';
import { Desk } from './menu';
import { ReferralList } from './referrals';

/** Rows of one page of a list. */
const PAGE = 50;
const LACKS = ['place', 'schedule', 'door'] as const;

/** The desk's lists: referrals, postings. */
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
  const jobs = cutPage(found, PAGE, ({ job }) => job.id);
  const employers = await employerLabels(
    ctx,
    jobs.rows.map(({ business }) => business.id),
  );
  const body = (
    <Desk at="jobs">
      <Done done={doneOf(c)} />
      <DeskJobs
        filter={filter}
        jobs={jobs}
        employers={employers}
        counts={counts}
        later={before !== undefined}
        terms={openingTerms(ctx)}
        now={ctx.clock.now()}
      />
    </Desk>
  );
  return page(c, infoOf(DESK, DESK_JOBS_TEXT.title), body);
});
