import { businessPatchSchema, noticesOf, ownBusinesses, readNotices, updateBusiness } from '../../businesses';
import { waitingInterests } from '../../candidates';
import { countManaged, listManaged, viewOf } from '../../jobs';
import { forbidden } from '../../kernel/errors';
import { checked, type FormState, takeForm } from '../form-state';
import { page } from '../layout';
import { goTo } from '../links';
import { createPageRouter, type PageContext } from '../page-env';
import { cutPage, startOf } from '../pager';
import { SHOP_TEXT } from '../text/shop';
import { WORK_TEXT } from '../text/work';
import { ownWorkPages } from '../work/own-pages';
import { doneOf, infoOf, SHOP } from './area';
import { patchOf } from './business-form';
import { ShopHome } from './home';
import { jobPagesOf } from './job-routes';
import { idOf } from './managed';
import { statusOf } from './status';

/** Postings of one page of the list. */
const PAGE = 50;
const NOTICE_LIMIT = 20;

/** Pages of the shop. */
export const shopPages = createPageRouter();

async function drawHome(
  c: PageContext,
  refused: { id: string; form: FormState } | null,
  formStatus: 200 | 401 | 409 | 422 | 429 | 503 = 200,
): Promise<Response> {
  const ctx = c.get('ctx');
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
      refused={refused}
      status={status}
      done={doneOf(c)}
    />
  );
  return page(c, { ...infoOf(SHOP, SHOP_TEXT.title), status: formStatus }, body);
}

shopPages.get('/shop', (c) => {
  SHOP.admit(c.get('ctx'));
  return drawHome(c, null);
});

/** Licence and contact of one's own business. */
shopPages.post('/shop/businesses/:id', (c) => {
  const ctx = c.get('ctx');
  SHOP.admit(ctx);
  const id = idOf(c, 'business');
  return takeForm(
    c.get('form'),
    async () => {
      await updateBusiness(ctx, id, checked(businessPatchSchema, patchOf(c.get('form'))));
      return goTo(c, '/shop?done=business_saved');
    },
    (form, status) => drawHome(c, { id, form }, status),
  );
});

shopPages.post('/shop/notices/read', async (c) => {
  SHOP.admit(c.get('ctx'));
  await readNotices(c.get('ctx'));
  return goTo(c, '/shop');
});

/** Who keeps a stall may look for work as well: an account of the same phone, with papers of its own. */
shopPages.post('/shop/also-seeking', async (c) => {
  const { actor, station } = c.get('ctx');
  SHOP.admit(c.get('ctx'));
  const { accounts } = c.get('provided');
  const phone = actor.kind === 'user' ? await accounts.phoneOf(actor.userId) : null;
  if (phone === null) throw forbidden();
  const name = c.get('session')?.name ?? '';
  await accounts.ensurePhoneAccount({ stationId: station.id, phone, name, role: 'seeker' });
  return goTo(c, '/shop?done=also_seeking');
});

shopPages.route('/', jobPagesOf(SHOP));
shopPages.route(
  '/',
  ownWorkPages({
    base: '/shop',
    section: SHOP.section,
    reader: 'employer',
    title: WORK_TEXT.shop,
    lead: WORK_TEXT.shopLead,
    none: WORK_TEXT.noneShop,
    admit: SHOP.admit,
  }),
);
