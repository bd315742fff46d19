import type { Ctx, Stores } from '../context';
import { actorKey } from '../kernel/actor';
import { shanghaiDate } from '../kernel/clock';
import { notFound } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { goesOn, type RetentionClass, ruleOf } from '../trust';
import type { CandidateRecord } from './ports';
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
  await candidateFor(ctx, ctx.stores, id);
  return plannedFor(ctx, ctx.stores, id);
}

async function plannedFor(ctx: Pick<Ctx, 'station' | 'clock'>, stores: Stores, id: Id): Promise<Erasure> {
  const last = new Map<RetentionClass, { count: number; at: number }>();
  for (const { state, at } of await stores.desk.referralDates(ctx.station.id, id)) {
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
 * interests and offers go in either case, consents are withdrawn, and nobody finds the person any more.
 * @throws DomainError `not_found`
 */
export function eraseCandidate(ctx: Ctx, id: Id): Promise<Erasure> {
  return ctx.tx(async (stores) => erase(ctx, stores, await candidateFor(ctx, stores, id, 'lock'), null));
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
  const planned = await plannedFor(ctx, stores, id);
  await stores.conduct.removeOf(station, id);
  await stores.desk.detachWalkIns(station, id);
  if (planned.outcome === 'locked') {
    const { name, birthDate } = record;
    const until = planned.kept.reduce((last, one) => (one.until > last ? one.until : last), '');
    const sealed = await ctx.vault.seal(PURPOSE, JSON.stringify({ name, birthDate }));
    const done = await stores.candidates.lockAway(station, id, { at: ctx.clock.now(), until, sealed });
    if (!done) throw notFound('candidate');
  } else {
    await stores.desk.eraseReferralsOf(station, id);
    if (!(await stores.candidates.delete(station, id))) throw notFound('candidate');
  }
  const action = planned.outcome === 'locked' ? 'candidate.lock' : 'candidate.erase';
  const by = actor ?? (ctx.actor ? actorKey(ctx.actor) : 'system');
  await stores.audit.append([{ stationId: station, actor: by, action, entity: 'candidate', entityId: id }]);
  return planned;
}
