import { businessKey } from '../../businesses';
import type { Ctx, Stores } from '../../context';
import { actorKey } from '../../kernel/actor';
import { DomainError } from '../../kernel/errors';
import { auditLine, project } from '../change';
import type { JobWithBusiness } from '../record';
import { together } from '../together';
import type { Pending } from './merge';

/**
 * Writes postings of an import with everything that follows from them, in the caller's transaction.
 * @throws DomainError `conflict/job_changed` when one was changed by somebody else
 */
export async function storePending(ctx: Ctx, stores: Stores, pending: readonly Pending[]): Promise<void> {
  if (pending.length === 0) return;
  const wanted = new Map(
    pending.map(({ business: { name, kind } }) => [businessKey(name, kind), { name, kind }]),
  );
  const businesses = await stores.businesses.ensure(
    ctx.station.id,
    [...wanted.values()].map((business) => ({ id: ctx.ids.next(), ...business })),
  );
  const all = pending.map((item) => withBusiness(item, businesses));
  const created = all.filter((item) => item.isNew);
  const updated = all.filter((item) => !item.isNew);
  await stores.jobs.insert(created.map(({ job }) => job));
  const changeable = ['draft', 'review', 'open', 'expired', 'closed'] as const;
  const written = await stores.jobs.updateMany(
    updated.map(({ job }) => job),
    changeable,
  );
  if (written < updated.length) throw new DomainError('conflict', 'job_changed');
  // A new posting that waits as a draft is on no list yet, and nothing has to be taken off.
  const shown = all.filter(({ isNew, job }) => !isNew || job.status === 'open');
  const actor = actorKey(ctx.actor);
  const line = ({ isNew, job }: Pending) => auditLine(actor, isNew ? 'import_create' : 'import_update', job);
  await together([project(stores, shown), stores.audit.append(all.map(line))]);
}

function withBusiness(
  item: Pending,
  businesses: ReadonlyMap<string, Omit<JobWithBusiness['business'], 'blocked'>>,
): Pending {
  const business = businesses.get(businessKey(item.business.name, item.business.kind));
  if (!business) throw new Error('a business is missing right after it was made');
  return {
    ...item,
    business: { blocked: false, ...business },
    job: { ...item.job, businessId: business.id },
  };
}
