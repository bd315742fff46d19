import { businessKey, ownKeys, phoneKey, refuseBarred } from '../businesses';
import type { Ctx, Stores } from '../context';
import { actorKey } from '../kernel/actor';
import { conflict, forbidden, notFound } from '../kernel/errors';
import { mayManage, refuseBlocked, requireShopOrStaff } from './access';
import { auditLine, occupationOf, textOf, today } from './change';
import { fieldsOf } from './draft';
import type { JobRecord, JobWithBusiness } from './record';
import { draftProblems, payProblems, refuse } from './rules';
import type { JobDraft, JobPatch } from './schema';

/** A fresh posting in state draft, without any of its optional parts. */
export function emptyJob(
  init: Pick<JobRecord, 'id' | 'stationId' | 'businessId' | 'title' | 'createdAt'>,
): JobRecord {
  return {
    ...init,
    externalId: null,
    occupation: null,
    description: '',
    engagement: 'part_time',
    status: 'draft',
    address: null,
    place: null,
    pay: null,
    schedule: null,
    headcount: 1,
    benefits: [],
    requirements: {},
    contactSealed: null,
    importDigest: null,
    validThrough: null,
    publishedAt: null,
    closedBy: null,
    held: null,
    version: 1,
    createdBy: null,
  };
}

/** The sealed contact of a draft; undefined when it has none. */
export async function sealContact(
  ctx: Pick<Ctx, 'vault'>,
  draft: JobDraft | JobPatch,
): Promise<Uint8Array | undefined> {
  return draft.contact === undefined ? undefined : ctx.vault.seal('contact', JSON.stringify(draft.contact));
}

/**
 * Writes a new posting as a draft. A shop's first posting makes its business.
 * @throws DomainError `rule_broken` field by field; `forbidden/business_taken` when the business is another's;
 * `conflict/business_blocked`, `conflict/employer_barred` for whoever was blocked before
 */
export async function createJob(ctx: Ctx, draft: JobDraft): Promise<JobWithBusiness> {
  requireShopOrStaff(ctx);
  const contactSealed = (await sealContact(ctx, draft)) ?? null;
  const keys = await contactKeys(ctx, draft);
  return ctx.tx(async (stores) => {
    await refuseBarred(ctx, stores, keys);
    // An import and a person, or two of either, must not take the same external id at once.
    if (draft.externalId !== undefined) await stores.jobs.lockImports(ctx.station.id);
    const { blockedAt, ...business } = await businessFor(ctx, stores, draft.business);
    refuseBlocked({ blocked: blockedAt !== null });
    const job: JobRecord = {
      ...emptyJob({
        id: ctx.ids.next(),
        stationId: ctx.station.id,
        businessId: business.id,
        title: draft.title,
        createdAt: ctx.clock.now(),
      }),
      ...fieldsOf(draft),
      externalId: draft.externalId ?? null,
      occupation: occupationOf(draft.occupation, textOf(draft), ctx.lexicon),
      contactSealed,
      createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    };
    refuse([...draftProblems(job, today(ctx)), ...payProblems(draft.pay)]);
    if (job.externalId && (await stores.jobs.byExternalIds(ctx.station.id, [job.externalId])).length > 0) {
      throw conflict('external_id_taken');
    }
    await stores.jobs.insert([job]);
    await stores.audit.append([auditLine(actorKey(ctx.actor), 'create', job)]);
    return { job, business: { ...business, blocked: false } };
  });
}

/** Keys of the phone that a posting brings, under which nobody who was blocked may come back. */
export async function contactKeys(ctx: Pick<Ctx, 'vault' | 'station'>, { contact }: JobDraft | JobPatch) {
  return contact === undefined ? [] : [await phoneKey(ctx.vault, ctx.station.id, contact.phone)];
}

async function businessFor(ctx: Ctx, stores: Stores, wanted: JobDraft['business']) {
  const id = ctx.ids.next();
  const found = await stores.businesses.ensure(ctx.station.id, [{ id, ...wanted }]);
  const business = found.get(businessKey(wanted.name, wanted.kind));
  if (!business) throw notFound('business');
  if (business.id === id && ctx.actor.kind === 'user' && ctx.actor.role === 'shop') {
    // Whoever blocks at this moment is waited for: the new business is theirs who was blocked, or nobody's.
    await stores.businesses.lockBarred(ctx.station.id);
    await refuseBarred(ctx, stores, await ownKeys(ctx, stores));
    await stores.businesses.addMember(ctx.station.id, id, ctx.actor.userId);
  } else if (!(await mayManage(ctx, stores, business.id))) {
    throw forbidden('business_taken');
  }
  return business;
}
