import type { Accounts } from '../accounts';
import type { Ctx, Stores } from '../context';
import { actorKey, isStaff } from '../kernel/actor';
import { DAY_MS } from '../kernel/clock';
import { DomainError, forbidden, notFound } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import type { Business, Notice } from './ports';
import type { BusinessView, MemberDraft } from './schema';

/** How long a verification holds, ms: six months (网络招聘服务管理规定 asks for it anew then). */
export const VERIFIED_MS = 182 * DAY_MS;
/** Open postings brought in line in one statement. */
const BATCH = 200;

/**
 * The businesses of the station by name, for staff.
 * @param query contains: part of the name; after: only those that stand behind this one
 * @throws DomainError `unauthenticated`, `forbidden`
 */
export async function listBusinesses(
  ctx: Ctx,
  query: { contains?: string | undefined; after?: Id | undefined; limit: number },
): Promise<BusinessView[]> {
  requireStaff(ctx);
  const list = await ctx.stores.businesses.list(ctx.station.id, query);
  return list.map((business) => viewOf(business, ctx.clock.now()));
}

/** The businesses that the signed-in shopkeeper acts for; none for anybody else. */
export async function ownBusinesses(ctx: Ctx): Promise<BusinessView[]> {
  const list = await ownOf(ctx);
  return list.map((business) => viewOf(business, ctx.clock.now()));
}

/**
 * Marks a business as verified for six months from now. Its open postings are projected anew in the same
 * transaction, so that the label and the gate of the search follow. Whoever changes one of them at the same moment
 * waits, for `setVerified` takes the row that `project` holds.
 * @throws DomainError `not_found/business_not_found`
 */
export async function verifyBusiness(ctx: Ctx, id: Id): Promise<BusinessView> {
  requireStaff(ctx);
  const until = ctx.clock.now() + VERIFIED_MS;
  const view = await ctx.tx(async (stores) => {
    if (!(await stores.businesses.setVerified(ctx.station.id, id, until))) throw notFound('business');
    await projectOpenJobs(ctx, stores, id);
    await audit(ctx, stores, 'verify', id);
    return viewOf(await businessFor(ctx, stores, id), ctx.clock.now());
  });
  ctx.wake();
  return view;
}

async function projectOpenJobs(ctx: Ctx, stores: Stores, businessId: Id): Promise<void> {
  let before: Id | undefined;
  for (;;) {
    const query = { statuses: ['open'], businessIds: [businessId], before, limit: BATCH } as const;
    const open = await stores.jobs.list(ctx.station.id, query);
    if (open.length === 0) return;
    await stores.projections.put(open);
    // Whoever closes one of them from here on waits for this transaction and removes what it put; who was
    // faster has to be heeded, or a closed posting would stand on the board for ever.
    const ids = open.map(({ job }) => job.id);
    const now = await stores.jobs.getMany(ctx.station.id, ids);
    await stores.projections.remove(now.filter(({ job }) => job.status !== 'open').map(({ job }) => job.id));
    await stores.outbox.push(open.map(({ job }) => ({ stationId: job.stationId, entityId: job.id })));
    before = open.at(-1)?.job.id;
  }
}

/**
 * Lets the shop account of a phone act for a business, and makes it where there is none: also beside the account
 * with which the same person looks for work.
 * @throws DomainError `not_found/business_not_found`, `rule_broken` with `phone_invalid` for a land line
 */
export async function addMember(ctx: Ctx, accounts: Accounts, id: Id, draft: MemberDraft): Promise<void> {
  requireStaff(ctx);
  await businessFor(ctx, ctx.stores, id);
  const userId = await accounts.ensurePhoneAccount({ stationId: ctx.station.id, ...draft, role: 'shop' });
  await ctx.tx(async (stores) => {
    await stores.businesses.addMember(ctx.station.id, id, userId);
    await audit(ctx, stores, 'add_member', id);
  });
}

/** What the station told the shopkeeper's businesses, newest first. */
export async function noticesOf(ctx: Ctx, limit: number): Promise<Notice[]> {
  const own = await ownOf(ctx);
  return ctx.stores.businesses.notices(
    ctx.station.id,
    own.map(({ id }) => id),
    limit,
  );
}

/** Marks every notice of the shopkeeper's businesses as read. */
export async function readNotices(ctx: Ctx): Promise<void> {
  const own = await ownOf(ctx);
  await ctx.stores.businesses.markRead(
    ctx.station.id,
    own.map(({ id }) => id),
  );
}

async function ownOf(ctx: Ctx): Promise<Business[]> {
  const { actor } = ctx;
  if (actor.kind === 'public') throw new DomainError('unauthenticated', 'sign_in_needed');
  if (actor.kind !== 'user' || actor.role !== 'shop' || actor.stationId !== ctx.station.id) return [];
  return ctx.stores.businesses.ofUser(ctx.station.id, actor.userId);
}

async function businessFor(ctx: Ctx, stores: Stores, id: Id): Promise<Business> {
  const business = await stores.businesses.get(ctx.station.id, id);
  if (!business) throw notFound('business');
  return business;
}

function requireStaff(ctx: Ctx): void {
  if (ctx.actor.kind === 'public') throw new DomainError('unauthenticated', 'sign_in_needed');
  if (!isStaff(ctx.actor, ctx.station.id)) throw forbidden();
}

function viewOf(business: Business, now: number): BusinessView {
  const { id, name, kind, licence, verifiedUntil } = business;
  return {
    id,
    name,
    kind,
    licence,
    verified: verifiedUntil > now,
    verifiedUntil: verifiedUntil === 0 ? null : new Date(verifiedUntil).toISOString(),
  };
}

function audit(ctx: Ctx, stores: Stores, action: string, entityId: Id): Promise<void> {
  const actor = actorKey(ctx.actor);
  return stores.audit.append([
    { stationId: ctx.station.id, actor, action: `business.${action}`, entity: 'business', entityId },
  ]);
}
