import type { PersonId } from '../candidates';
import type { Ctx, Stores } from '../context';
import { requireSignedIn, requireStaff } from '../kernel/access';
import { actorKey, isStaff } from '../kernel/actor';
import { dateOfEpochDay, epochDay, shanghaiDate } from '../kernel/clock';
import { conflict, forbidden, ruleBroken } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { factFor, referralFor } from './party';
import type { ConductFact } from './ports';
import { expiryOf, gateCount, TOLD_WITHIN_DAYS } from './rules';
import type { ConductAnswer, ConductDecision, ConductDraft, ConductView } from './schema';
import { viewFor, viewsOf } from './view';

/** Facts of one business that are read to decide by. */
const READ = 50;
/** More facts of one person than there can be. */
const MOST_OF_ONE = 1000;

/**
 * Tells that the other side did not come, or called off late; staff tell it of either.
 * @throws DomainError `not_found` for others' referrals, `rule_broken` of oneself, for a date to come or long ago,
 * `conflict/already_told`
 */
export async function tellConduct(ctx: Ctx, draft: ConductDraft): Promise<ConductView> {
  const noteSealed = await sealed(ctx, draft.note);
  return ctx.tx(async (stores) => {
    const { party, businessId } = await referralFor(ctx, stores, draft.referralId);
    if (party === draft.about) throw ruleBroken([{ pointer: '/about', code: 'about_oneself' }]);
    const today = shanghaiDate(ctx.clock.now());
    if (draft.date > today) throw ruleBroken([{ pointer: '/date', code: 'in_future' }]);
    if (draft.date < dateOfEpochDay(epochDay(today) - TOLD_WITHIN_DAYS)) {
      throw ruleBroken([{ pointer: '/date', code: 'long_ago', values: { days: TOLD_WITHIN_DAYS } }]);
    }
    const { about, kind, referralId } = draft;
    const said = { about, kind, referralId, onDate: draft.date, saidBy: party };
    const fact = factOf(ctx, { ...said, businessId, noteSealed });
    if (!(await stores.conduct.insert(fact))) throw conflict('already_told');
    await audit(ctx, stores, 'tell', fact.id);
    return viewFor(ctx, stores, fact.id, party);
  });
}

/** A referral ended with nobody there: the same is kept as a fact, in the caller's transaction; once a day. */
export async function noteNoShow(
  ctx: Ctx,
  stores: Stores,
  { referralId, businessId }: { referralId: Id; businessId: Id },
): Promise<void> {
  const saidBy = isStaff(ctx.actor, ctx.station.id) ? 'staff' : 'employer';
  const onDate = shanghaiDate(ctx.clock.now());
  const said = { about: 'worker', kind: 'no_show', onDate, saidBy, referralId } as const;
  const fact = factOf(ctx, { ...said, businessId, noteSealed: null });
  if (await stores.conduct.insert(fact)) await audit(ctx, stores, 'tell', fact.id);
}

type Said = Pick<
  ConductFact,
  'referralId' | 'businessId' | 'about' | 'kind' | 'onDate' | 'saidBy' | 'noteSealed'
>;

function factOf(ctx: Ctx, said: Said): ConductFact {
  return {
    ...said,
    id: ctx.ids.next(),
    stationId: ctx.station.id,
    view: null,
    viewNoteSealed: null,
    viewedAt: null,
    appealedAt: null,
    decision: null,
    reasonSealed: null,
    decidedBy: null,
    decidedAt: null,
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: ctx.clock.now(),
    expiresAt: expiryOf(said.onDate),
  };
}

/**
 * What the side that a fact is about says to it, and whether staff shall decide; staff write it down for them. While
 * an appeal waits, the fact has no effect.
 * @throws DomainError `not_found`, `conflict/not_about_you` for the side that told it, `conflict/wrong_state` after a decision
 */
export async function answerConduct(ctx: Ctx, id: Id, answer: ConductAnswer): Promise<ConductView> {
  const viewNoteSealed = await sealed(ctx, answer.note);
  return ctx.tx(async (stores) => {
    const { fact, party } = await factFor(ctx, stores, id);
    if (party !== 'staff' && party !== fact.about) throw conflict('not_about_you');
    if (fact.decision !== null) throw conflict('wrong_state', { status: fact.decision });
    const now = ctx.clock.now();
    const appealedAt = answer.appeal ? (fact.appealedAt ?? now) : fact.appealedAt;
    await stores.conduct.update({ ...fact, view: answer.view, viewNoteSealed, viewedAt: now, appealedAt });
    await audit(ctx, stores, answer.appeal ? 'appeal' : 'answer', id);
    return viewFor(ctx, stores, id, party);
  });
}

/**
 * Staff decide whether a fact stands, with a reason; once. Nobody decides about what they told themselves, unless
 * they are alone at the station.
 * @throws DomainError `not_found`, `forbidden`, `conflict/wrong_state` when it was decided, `forbidden/own_word`
 */
export async function decideConduct(ctx: Ctx, id: Id, draft: ConductDecision): Promise<ConductView> {
  requireStaff(ctx);
  const reasonSealed = await sealed(ctx, draft.reason);
  return ctx.tx(async (stores) => {
    const { fact, party } = await factFor(ctx, stores, id);
    if (fact.decision !== null) throw conflict('wrong_state', { status: fact.decision });
    const by = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
    if (by !== null && fact.createdBy === by) {
      const staff = await stores.placements.staff(ctx.station.id);
      if (staff.length > 1) throw forbidden('own_word');
    }
    const decided = { decision: draft.decision, reasonSealed, decidedBy: by, decidedAt: ctx.clock.now() };
    await stores.conduct.update({ ...fact, ...decided });
    await audit(ctx, stores, draft.decision, id);
    return viewFor(ctx, stores, id, party);
  });
}

/** Which facts are wanted; for staff. */
export interface ConductQuery {
  candidateId?: Id | undefined;
  walkInId?: Id | undefined;
  businessId?: Id | undefined;
  about?: ConductFact['about'] | undefined;
  /** Only those whose appeal waits. */
  appealed?: boolean | undefined;
  before?: Id | undefined;
  limit: number;
}

/**
 * Facts that are not over, newest first: of a seeker those between them and businesses, of a shop those of its
 * businesses, for staff the station's.
 */
export async function listConduct(ctx: Ctx, query: ConductQuery): Promise<ConductView[]> {
  const { actor, station, stores } = ctx;
  requireSignedIn(actor);
  const { businessId, ...wanted } = query;
  const asked = { ...wanted, now: ctx.clock.now(), businessIds: businessId ? [businessId] : undefined };
  if (isStaff(actor, station.id)) return viewsOf(ctx, await stores.conduct.list(station.id, asked), 'staff');
  if (actor.kind !== 'user' || actor.stationId !== station.id) throw forbidden();
  if (actor.role === 'seeker') {
    const own = await stores.candidates.ofUser(station.id, actor.userId);
    if (!own) return [];
    const list = await stores.conduct.list(station.id, { ...asked, candidateId: own.id });
    return viewsOf(ctx, list, 'worker');
  }
  const businesses = await stores.businesses.ofUser(station.id, actor.userId);
  if (businesses.length === 0) return [];
  const businessIds = businesses.map(({ id }) => id);
  return viewsOf(ctx, await stores.conduct.list(station.id, { ...asked, businessIds }), 'employer');
}

/**
 * Every fact between a person and businesses, also such as are over and not yet erased, as the person reads them. The
 * caller has seen to it that it is theirs to read.
 */
export async function conductOf(ctx: Ctx, of: PersonId): Promise<ConductView[]> {
  const query = { now: 0, limit: MOST_OF_ONE, ...of };
  return viewsOf(ctx, await ctx.stores.conduct.list(ctx.station.id, query), 'worker');
}

/** How many facts stand in the way of a business's urgent filling now. */
export async function urgentGate(ctx: Ctx, stores: Stores, businessId: Id): Promise<number> {
  const now = ctx.clock.now();
  const query = { now, businessIds: [businessId], about: 'employer', limit: READ } as const;
  const list = await stores.conduct.list(ctx.station.id, query);
  return gateCount(
    list.map(({ fact }) => fact),
    now,
  );
}

async function sealed(ctx: Ctx, note: string | undefined): Promise<Uint8Array | null> {
  return note === undefined ? null : ctx.vault.seal('conduct_note', note);
}

function audit(ctx: Ctx, stores: Stores, action: string, entityId: Id): Promise<void> {
  const about = { stationId: ctx.station.id, entity: 'conduct', entityId };
  return stores.audit.append([{ ...about, actor: actorKey(ctx.actor), action: `conduct.${action}` }]);
}
