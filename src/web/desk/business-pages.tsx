import {
  addMember,
  BUSINESS_STATES,
  businessPatchSchema,
  demandVerification,
  listBusinesses,
  memberSchema,
  updateBusiness,
  verifyBusiness,
} from '../../businesses';
import { isAdmin } from '../../kernel/actor';
import { blockBusiness, blockSchema, employerLabels, unblockBusiness } from '../../review';
import { checked, type FormState, takeForm } from '../form-state';
import { page } from '../layout';
import { goTo } from '../links';
import { createPageRouter, given, one, type PageContext } from '../page-env';
import { cutPage, startOf } from '../pager';
import { DESK, doneOf, infoOf } from '../shop/area';
import { patchOf } from '../shop/business-form';
import { Done } from '../shop/done';
import { idOf } from '../shop/managed';
import { BUSINESSES_TEXT } from '../text/desk';
import { Businesses } from './businesses';
import { Desk } from './menu';

/** Rows of one page of the list. */
const PAGE = 50;

/** The station's businesses at the desk: verified, linked to phones, blocked. */
export const businessPages = createPageRouter();

type Status = 200 | 401 | 409 | 422 | 429 | 503;
/** The form of one business that was refused, and which. */
type Refused = { id: string; at: 'verify' | 'member'; form: FormState };

async function draw(c: PageContext, refused: Refused | null, status: Status = 200): Promise<Response> {
  const ctx = c.get('ctx');
  const contains = (c.req.query('q') ?? '').trim().slice(0, 60);
  const state = BUSINESS_STATES.find((word) => word === c.req.query('state')) ?? null;
  const after = startOf(c, 'after');
  const query = { contains: contains || undefined, state: state ?? undefined, after, limit: PAGE + 1 };
  const found = await listBusinesses(ctx, query);
  const businesses = cutPage(found, PAGE, ({ id }) => id);
  const employers = await employerLabels(
    ctx,
    businesses.rows.map(({ id }) => id),
  );
  const body = (
    <Desk at="businesses">
      <Done done={doneOf(c)} />
      <Businesses
        contains={contains}
        state={state}
        businesses={businesses}
        employers={employers}
        later={after !== undefined}
        refused={refused}
        demanded={isAdmin(ctx.actor, ctx.station.id) ? ctx.station.settings.requireVerified === true : null}
      />
    </Desk>
  );
  return page(c, { ...infoOf(DESK, BUSINESSES_TEXT.title), status }, body);
}

businessPages.get('/desk/businesses', (c) => {
  DESK.admit(c.get('ctx'));
  return draw(c, null);
});

const listOf = (name: string, done: string) => `/desk/businesses?q=${encodeURIComponent(name)}&done=${done}`;

businessPages.post('/desk/businesses/:id/verify', (c) => {
  const ctx = c.get('ctx');
  DESK.admit(ctx);
  const id = idOf(c, 'business');
  const form = c.get('form');
  return takeForm(
    form,
    async () => {
      const patch = checked(businessPatchSchema, patchOf(form));
      if (one(form, 'only') === 'save') {
        return goTo(c, listOf((await updateBusiness(ctx, id, patch)).name, 'business_saved'));
      }
      return goTo(c, listOf((await verifyBusiness(ctx, id, patch)).name, 'verified'));
    },
    (again, status) => draw(c, { id, at: 'verify', form: again }, status),
  );
});

businessPages.post('/desk/businesses/:id/members', (c) => {
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
    (form, status) => draw(c, { id, at: 'member', form }, status),
  );
});

businessPages.post('/desk/businesses/:id/block', async (c) => {
  const form = c.get('form');
  const why = checked(blockSchema, { reason: given(form, 'reason') });
  const { name } = await blockBusiness(c.get('ctx'), idOf(c, 'business'), why);
  return goTo(c, listOf(name, 'business_blocked'));
});

businessPages.post('/desk/businesses/:id/unblock', async (c) => {
  const { name } = await unblockBusiness(c.get('ctx'), idOf(c, 'business'));
  return goTo(c, listOf(name, 'business_unblocked'));
});

businessPages.post('/desk/businesses/demand', async (c) => {
  await demandVerification(c.get('ctx'), one(c.get('form'), 'demanded') === 'yes');
  return goTo(c, '/desk/businesses?done=demanded');
});
