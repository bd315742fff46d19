import {
  auditBusiness,
  type BarredKey,
  type BusinessDetail,
  contactOf,
  detailOf,
  heldBusiness,
  licenceKey,
  phoneKey,
} from '../businesses';
import type { Ctx, Services, Stores } from '../context';
import { auditLine, type JobRecord, type JobWithBusiness, project, TRANSITIONS } from '../jobs';
import { requireStaff } from '../kernel/access';
import { actorKey } from '../kernel/actor';
import { conflict } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { blockIn } from './decisions';
import type { BlockDraft } from './schema';
import { sendWarnings } from './warnings';

/** Postings taken off in one go. */
const BATCH = 200;

/**
 * Blocks a business: its postings are taken off, those concerned are told, and nobody comes back under its licence or
 * its phones: the contact's, those of its postings, those of its accounts.
 * @throws DomainError `unauthenticated`, `forbidden`, `not_found/business_not_found`, `conflict/business_blocked` when it
 * is so already
 */
export async function blockBusiness(ctx: Ctx, id: Id, why: BlockDraft): Promise<BusinessDetail> {
  requireStaff(ctx);
  const { station, clock } = ctx;
  const business = await ctx.tx(async (stores) => {
    await stores.businesses.lockBarred(station.id);
    const before = await heldBusiness(ctx, stores, id);
    const blocked = { at: clock.now(), because: why.reason };
    if (!(await stores.businesses.setBlocked(station.id, id, blocked))) throw conflict('business_blocked');
    await stores.businesses.setVerified(station.id, id, 0);
    const keys = await keysOf(ctx, stores, id, before.contactSealed);
    if (before.licenceIndex !== null) keys.push(licenceKey(before.licenceIndex));
    await stores.businesses.bar(station.id, id, keys);
    await auditBusiness(ctx, stores, 'block', id);
    return heldBusiness(ctx, stores, id);
  });
  // From here on none of its postings opens; those that were open or waiting follow one by one, or by upkeep.
  const by = { key: actorKey(ctx.actor), id: ctx.actor.kind === 'user' ? ctx.actor.userId : null };
  for (;;) {
    const left = await ctx.stores.jobs.list(station.id, {
      statuses: TRANSITIONS.block.from,
      businessIds: [id],
      limit: BATCH,
    });
    for (const found of left) await takeOff(ctx, found, why, by);
    if (left.length < BATCH) break;
  }
  ctx.wake();
  await sendWarnings(ctx);
  return detailOf(ctx, business);
}

/** Every phone under which a business is known. */
async function keysOf(
  ctx: Ctx,
  stores: Stores,
  id: Id,
  contactSealed: Uint8Array | null,
): Promise<BarredKey[]> {
  const postings = await stores.jobs.list(ctx.station.id, { businessIds: [id], limit: 1000 });
  const contacts = await Promise.all(
    [contactSealed, ...postings.map(({ job }) => job.contactSealed)].map((sealed) => contactOf(ctx, sealed)),
  );
  const members = await stores.businesses.memberPhones(ctx.station.id, id);
  const phones = await Promise.all(members.map((sealed) => ctx.vault.open('phone', sealed)));
  const all = [...phones, ...contacts.flatMap((contact) => (contact === null ? [] : [contact.phone]))];
  return Promise.all([...new Set(all)].map((phone) => phoneKey(ctx.vault, ctx.station.id, phone)));
}

/** Takes one posting of a blocked business off. One that somebody changes at this moment is left to the next round. */
async function takeOff(
  services: Services,
  { job }: JobWithBusiness,
  why: BlockDraft,
  by: { key: string; id: Id | null },
): Promise<void> {
  await services.tx(async (stores) => {
    await stores.jobs.lock(job.stationId, [job.id]);
    const found = await stores.jobs.get(job.stationId, job.id);
    if (!found || !(TRANSITIONS.block.from as readonly string[]).includes(found.job.status)) return;
    const blocked = await blockIn(services, stores, found.job, { ...why, by: by.id });
    const next: JobRecord = { ...blocked, version: found.job.version + 1 };
    await stores.jobs.update(next, TRANSITIONS.block.from);
    await project(stores, [{ ...found, job: next }]);
    await stores.audit.append([auditLine(by.key, 'block', next)]);
  });
}

/** Takes off what an interrupted block has left. @returns how many postings there were */
export async function finishBlocks(services: Services): Promise<number> {
  const left = await services.stores.review.leftOfBlocked(BATCH);
  for (const { stationId, jobId } of left) {
    const found = await services.stores.jobs.get(stationId, jobId);
    const business = found && (await services.stores.businesses.get(stationId, found.business.id));
    const reason = business?.blockedBecause ?? 'other';
    if (found) await takeOff(services, found, { reason }, { key: 'system', id: null });
  }
  if (left.length > 0) services.wake();
  return left.length;
}

/**
 * Takes a block back, after an appeal or a mistake: the business may write postings again, and is to be verified anew.
 * Those that were taken off stay so.
 * @throws DomainError `unauthenticated`, `forbidden`, `not_found/business_not_found`, `conflict/wrong_state` when it is
 * not blocked
 */
export async function unblockBusiness(ctx: Ctx, id: Id): Promise<BusinessDetail> {
  requireStaff(ctx);
  const business = await ctx.tx(async (stores) => {
    await stores.businesses.lockBarred(ctx.station.id);
    await heldBusiness(ctx, stores, id);
    if (!(await stores.businesses.setBlocked(ctx.station.id, id, null))) throw conflict('wrong_state');
    await stores.businesses.unbar(ctx.station.id, id);
    await auditBusiness(ctx, stores, 'unblock', id);
    return heldBusiness(ctx, stores, id);
  });
  return detailOf(ctx, business);
}
