import { noticesOf, ownBusinesses, readNotices } from '../../businesses';
import { waitingInterests } from '../../candidates';
import { countManaged, listManaged, viewOf } from '../../jobs';
import { page } from '../layout';
import { goTo } from '../links';
import { createPageRouter } from '../page-env';
import { cutPage, startOf } from '../pager';
import { SHOP_TEXT } from '../text/shop';
import { doneOf, infoOf, SHOP } from './area';
import { ShopHome } from './home';
import { jobPagesOf } from './job-routes';
import { statusOf } from './status';

/** Postings of one page of the list. */
const PAGE = 50;
const NOTICE_LIMIT = 20;

/** Pages of the shop. */
export const shopPages = createPageRouter();

shopPages.get('/shop', async (c) => {
  const ctx = c.get('ctx');
  SHOP.admit(ctx);
  const status = statusOf(c);
  const before = startOf(c);
  const [found, counts, notices, businesses] = await Promise.all([
    listManaged(ctx, { statuses: status === null ? undefined : [status], before, limit: PAGE + 1 }),
    countManaged(ctx),
    noticesOf(ctx, NOTICE_LIMIT),
    ownBusinesses(ctx),
  ]);
  const { rows, next } = cutPage(found, PAGE, ({ job }) => job.id);
  const body = (
    <ShopHome
      jobs={{ rows: rows.map((entry) => viewOf(entry, ctx.clock.now())), next }}
      later={before !== undefined}
      counts={counts}
      waiting={await waitingInterests(ctx, rows)}
      notices={notices}
      businesses={businesses}
      status={status}
      done={doneOf(c)}
    />
  );
  return page(c, infoOf(SHOP, SHOP_TEXT.title), body);
});

shopPages.post('/shop/notices/read', async (c) => {
  SHOP.admit(c.get('ctx'));
  await readNotices(c.get('ctx'));
  return goTo(c, '/shop');
});

shopPages.route('/', jobPagesOf(SHOP));
