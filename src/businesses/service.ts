import type { Accounts } from '../accounts';
import type { Ctx, Stores } from '../context';
import { requireStaff } from '../kernel/access';
import { DAY_MS } from '../kernel/clock';
import { conflict, ruleBroken } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { audit, businessFor, heldBusiness, ownOf } from './access';
import { phoneKey, refuseBarred } from './barred';
import { patchBusiness, sealPatch, writePatch } from './details';
import type { BusinessState, Notice } from './ports';
import { VERIFICATION_WARNING_MS } from './reminders';
import type { BusinessDetail, BusinessPatch, BusinessView, MemberDraft } from './schema';
import { viewOf } from './view';

/** How long a verification holds, ms: six months (网络招聘服务管理规定 asks for it anew then). */
export const VERIFIED_MS = 182 * DAY_MS;
/** Open postings brought in line in one statement. */
const BATCH = 200;

/**
 * The businesses of the station by name, for staff.
 * @param query contains: part of the name; after: only those that stand behind this one; state: `ending` within two weeks
 * @throws DomainError `unauthenticated`, `forbidden`
 */
export async function listBusinesses(
  ctx: Ctx,
  query: {
    contains?: string | undefined;
    after?: Id | undefined;
    state?: BusinessState | undefined;
    limit: number;
  },
): Promise<BusinessView[]> {
  requireStaff(ctx);
  const now = ctx.clock.now();
  const state = query.state && { is: query.state, now, soon: now + VERIFICATION_WARNING_MS };
  const list = await ctx.stores.businesses.list(ctx.station.id, { ...query, state });
  return Promise.all(list.map((business) => viewOf(ctx, business)));
}

/** The businesses that the signed-in shopkeeper acts for; none for anybody else. */
export async function ownBusinesses(ctx: Ctx): Promise<BusinessView[]> {
  const list = await ownOf(ctx);
  return Promise.all(list.map((business) => viewOf(ctx, business)));
}

/** Changes licence and contact of a business, see `patchBusiness` in details.ts. */
export function updateBusiness(ctx: Ctx, id: Id, patch: BusinessPatch): Promise<BusinessDetail> {
  return patchBusiness(ctx, id, patch, (stores) => projectOpenJobs(ctx, stores, id));
}

/**
 * Marks a business as verified for six months from now, by its kind: shops and companies by a licence, households by
 * whoever comes with their identity card. Its open postings are projected anew in the same transaction, so that the
 * label and the gate of the search follow. Whoever changes one of them at the same moment waits, for `setVerified` takes
 * the row that `project` holds.
 * @param seen licence and contact as staff have them before them
 * @throws DomainError `not_found/business_not_found`, `conflict/business_blocked`, `rule_broken` with `licence_needed`,
 * and as `updateBusiness`
 */
export async function verifyBusiness(ctx: Ctx, id: Id, seen: BusinessPatch = {}): Promise<BusinessView> {
  requireStaff(ctx);
  const now = ctx.clock.now();
  const sealed = await sealPatch(ctx, seen);
  const business = await ctx.tx(async (stores) => {
    if (sealed.keys.length > 0) await stores.businesses.lockBarred(ctx.station.id);
    const before = await heldBusiness(ctx, stores, id);
    if (before.blockedAt !== null) throw conflict('business_blocked');
    const known = sealed.licence === undefined ? before.licenceIndex : sealed.licence;
    if (before.kind !== 'household' && known === null) {
      throw ruleBroken([{ pointer: '/licence', code: 'licence_needed' }]);
    }
    await writePatch(ctx, stores, before, sealed);
    const by = { userId: ctx.actor.kind === 'user' ? ctx.actor.userId : null, at: now };
    await stores.businesses.setVerified(ctx.station.id, id, now + VERIFIED_MS, by);
    await projectOpenJobs(ctx, stores, id);
    await audit(ctx, stores, 'verify', id);
    return businessFor(ctx, stores, id);
  });
  ctx.wake();
  return viewOf(ctx, business);
}

/** Brings the open postings of a business in line with its verification, in the caller's transaction. */
export async function projectOpenJobs(ctx: Ctx, stores: Stores, businessId: Id): Promise<void> {
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
 * @throws DomainError `not_found/business_not_found`, `rule_broken` with `phone_invalid` for a land line,
 * `conflict/employer_barred` for a phone of a blocked business, `conflict/business_blocked`
 */
export async function addMember(ctx: Ctx, accounts: Accounts, id: Id, draft: MemberDraft): Promise<void> {
  requireStaff(ctx);
  const { blockedAt } = await businessFor(ctx, ctx.stores, id);
  if (blockedAt !== null) throw conflict('business_blocked');
  await refuseBarred(ctx, ctx.stores, [await phoneKey(ctx.vault, ctx.station.id, draft.phone)]);
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
