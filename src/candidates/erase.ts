import type { Ctx, Stores } from '../context';
import { actorKey } from '../kernel/actor';
import { shanghaiDate } from '../kernel/clock';
import { notFound } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { goesOn, type RetentionClass, ruleOf } from '../trust';
import { auditVisit } from './audit';
import { visitsOf } from './own-visits';
import { type CandidateRecord, type PersonId, PURPOSES } from './ports';
import type { Erasure } from './schema';
import { candidateFor } from './service';

/** States of a referral that say that somebody worked: what the wage ledger is about. */
const WORKED = new Set(['hired', 'finished', 'revisited']);
/** Purpose of a locked record in the vault. */
const PURPOSE = 'locked';

/**
 * What becomes of a person who asks for erasure: gone whole, or locked for as long as the law wants the records of
 * services (条例 art. 33) and wages (支付条例 art. 15), each with the date on which it goes (PIPL art. 47).
 * @throws DomainError `not_found`
 */
export async function erasureOf(ctx: Ctx, id: Id): Promise<Erasure> {
  const record = await candidateFor(ctx, ctx.stores, id);
  const visits = await visitsOf(ctx, ctx.stores, record);
  return plannedFor(ctx, ctx.stores, [
    { candidateId: id },
    ...visits.map((visit) => ({ walkInId: visit.id })),
  ]);
}

async function plannedFor(
  ctx: Pick<Ctx, 'station' | 'clock'>,
  stores: Stores,
  people: readonly PersonId[],
): Promise<Erasure> {
  const last = new Map<RetentionClass, { count: number; at: number }>();
  const dates = await Promise.all(people.map((of) => stores.desk.referralDates(ctx.station.id, of)));
  for (const { state, at } of dates.flat()) {
    const name = WORKED.has(state) ? 'wage_ledger' : 'service_ledger';
    const known = last.get(name);
    last.set(name, { count: (known?.count ?? 0) + 1, at: Math.max(known?.at ?? 0, at) });
  }
  const today = shanghaiDate(ctx.clock.now());
  const kept = [...last]
    .map(([name, { count, at }]) => {
      const rule = ruleOf(name);
      return { class: name, count, article: rule.article, until: goesOn(rule, at) };
    })
    .filter(({ until }) => until > today);
  return { outcome: kept.length === 0 ? 'erased' : 'locked', kept };
}

/**
 * Erases a person with everything that names them, or locks what the law wants kept: profile, phone, home, hours,
 * interests, offers and what their visits at the desk say go in either case, consents are withdrawn, and nobody finds the
 * person any more.
 * @throws DomainError `not_found`
 */
export function eraseCandidate(ctx: Ctx, id: Id): Promise<Erasure> {
  return ctx.tx(async (stores) => {
    const record = await candidateFor(ctx, stores, id, 'lock');
    const visits = await visitsOf(ctx, stores, record);
    const ids = visits.map((visit) => visit.id);
    await stores.desk.lockWalkIns(ctx.station.id, ids);
    // Where the desk sent them is one ledger with where their profile was sent.
    await stores.rights.moveReferrals(ctx.station.id, ids, id);
    for (const walkInId of ids) await forgetVisit(ctx, stores, walkInId);
    return erase(ctx, stores, record, null);
  });
}

/**
 * Forgets who came to the desk and what they said, in the caller's transaction and behind its lock on the visit;
 * consents are withdrawn. Referrals that the law wants kept stay, without a name.
 */
export async function forgetVisit(ctx: Ctx, stores: Stores, walkInId: Id): Promise<Erasure> {
  const station = ctx.station.id;
  const of = { walkInId };
  const planned = await plannedFor(ctx, stores, [of]);
  await stores.conduct.removeOf(station, of);
  if (planned.outcome === 'erased') await stores.rights.eraseReferrals(station, of);
  await stores.rights.emptyVisit(station, walkInId);
  for (const purpose of [...PURPOSES, 'employer'] as const) {
    await stores.candidates.withdrawConsent(station, of, { purpose }, ctx.clock.now());
  }
  await auditVisit(ctx, stores, 'erase', walkInId);
  return planned;
}

/**
 * {@link eraseCandidate} in the caller's transaction, behind its lock on the person.
 * @param actor under what name it stands in the audit log; null: whoever asks
 */
export async function erase(
  ctx: Pick<Ctx, 'station' | 'clock' | 'vault'> & Partial<Pick<Ctx, 'actor'>>,
  stores: Stores,
  record: CandidateRecord,
  actor: string | null,
): Promise<Erasure> {
  const { id } = record;
  const station = ctx.station.id;
  const planned = await plannedFor(ctx, stores, [{ candidateId: id }]);
  await stores.conduct.removeOf(station, { candidateId: id });
  if (planned.outcome === 'locked') {
    const { name, birthDate } = record;
    const until = planned.kept.reduce((last, one) => (one.until > last ? one.until : last), '');
    const sealed = await ctx.vault.seal(PURPOSE, JSON.stringify({ name, birthDate }));
    const done = await stores.candidates.lockAway(station, id, { at: ctx.clock.now(), until, sealed });
    if (!done) throw notFound('candidate');
  } else {
    await stores.rights.eraseReferrals(station, { candidateId: id });
    if (!(await stores.candidates.delete(station, id))) throw notFound('candidate');
  }
  const action = planned.outcome === 'locked' ? 'candidate.lock' : 'candidate.erase';
  const by = actor ?? (ctx.actor ? actorKey(ctx.actor) : 'system');
  await stores.audit.append([{ stationId: station, actor: by, action, entity: 'candidate', entityId: id }]);
  return planned;
}
