import { auditCandidate, candidateFor, ownCandidate, shareWith, standing } from '../candidates';
import type { Ctx, Stores } from '../context';
import { hireCandidate } from '../desk';
import { type JobWithBusiness, viewOf } from '../jobs';
import { requireSignedIn } from '../kernel/access';
import { actorKey, isStaff } from '../kernel/actor';
import { iso } from '../kernel/clock';
import { conflict, DomainError, forbidden, notFound, ruleBroken } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { expandSchedule } from '../kernel/schedule';
import { tellGone } from './messages';
import type { Offer, UrgentFill } from './ports';
import { nextHours } from './rules';
import type { OfferView } from './schema';
import { endFill } from './waves';

/**
 * The seeker's own offers that can still be answered, the newest first.
 * @throws DomainError `unauthenticated`, `forbidden` for everybody else
 */
export async function ownOffers(ctx: Ctx): Promise<OfferView[]> {
  requireSignedIn(ctx.actor);
  if (ctx.actor.kind !== 'user' || ctx.actor.role !== 'seeker') throw forbidden();
  const record = await ownCandidate(ctx);
  if (!record) return [];
  const now = ctx.clock.now();
  const offers = await ctx.stores.urgent.offersOf(ctx.station.id, { candidateId: record.id });
  const open = offers.filter(({ answer }) => answer === null).reverse();
  const views = await Promise.all(open.map((offer) => viewOfOffer(ctx, ctx.stores, offer)));
  return views.filter(({ beginsAt, job }) => Date.parse(beginsAt) > now && job.status === 'open');
}

/**
 * A person takes what is offered: the first to do so has the place, and is hired by a referral like any other.
 * @param shareContact whether they themselves let this business see their phone along with it
 * @throws DomainError `not_found` for others' offers, `conflict/wrong_state` when it was answered before,
 * `conflict/place_gone` when others were faster, the posting is closed or its hours have begun,
 * `conflict/busy_then` when they have taken another offer of these hours, `rule_broken/consent_needed` when no
 * consent stands
 */
export async function acceptOffer(
  ctx: Ctx,
  id: Id,
  { shareContact = false }: { shareContact?: boolean } = {},
): Promise<OfferView> {
  const { candidateId, jobId, fillId } = await offerFor(ctx, ctx.stores, id);
  const now = ctx.clock.now();
  const { view, found, waiting } = await ctx.tx(async (stores) => {
    // One order of locks for everybody: the person, the posting, the fill. Each is read behind its lock.
    if (!(await stores.candidates.lock(ctx.station.id, candidateId))) throw notFound('offer');
    const hired = await stores.desk.countHired(ctx.station.id, jobId);
    const fill = await stores.urgent.lockFill(ctx.station.id, fillId);
    const found = await stores.jobs.get(ctx.station.id, jobId);
    if (!fill || !found) throw notFound('offer');
    const gone =
      fill.endedAt !== null ||
      found.job.status !== 'open' ||
      hired >= found.job.headcount ||
      now >= fill.beginsAt;
    // What ended unanswered is no place to lose: a yes to it only came late.
    const from = gone ? ([null, 'expired', 'late'] as const) : ([null] as const);
    if (!(await stores.urgent.answerOffer(ctx.station.id, id, gone ? 'late' : 'accepted', from, now))) {
      const current = await stores.urgent.getOffer(ctx.station.id, id);
      throw conflict('wrong_state', { status: current?.answer ?? 'expired' });
    }
    await audit(ctx, stores, gone ? 'late' : 'accepted', id);
    if (!gone && (await isBusyThen(ctx, stores, candidateId, { found, fill }))) throw conflict('busy_then');
    if (gone) return { view: null, found, waiting: [] };
    const consents = await stores.candidates.consentsOf(ctx.station.id, { candidateId });
    if (!standing(consents, 'matching') && !standing(consents, 'contact')) {
      throw ruleBroken([{ pointer: '/consent', code: 'consent_needed' }]);
    }
    if (shareContact && !isStaff(ctx.actor, ctx.station.id)) {
      await shareWith(ctx, stores, { candidateId }, found.business.id, { channel: 'screen' });
      await auditCandidate(ctx, stores, 'share', candidateId);
    }
    await hireCandidate(ctx, stores, { found, hired }, candidateId);
    const last = hired + 1 >= found.job.headcount;
    const waiting = last ? await endFill(stores, fill, 'filled', now, actorKey(ctx.actor)) : [];
    const offer = await stores.urgent.getOffer(ctx.station.id, id);
    return { view: offer && (await viewOfOffer(ctx, stores, offer)), found, waiting };
  });
  ctx.wake();
  await tellGone(ctx, waiting, found);
  if (!view) throw conflict('place_gone');
  return view;
}

interface Wanted {
  found: JobWithBusiness;
  fill: UrgentFill;
}

/** Whether the person has said yes to other work of these hours. Windows leave them the choice. */
async function isBusyThen(ctx: Ctx, stores: Stores, candidateId: Id, wanted: Wanted): Promise<boolean> {
  const span = spanOf(wanted);
  if (!span) return false;
  const offers = await stores.urgent.offersOf(ctx.station.id, { candidateId });
  for (const { answer, jobId } of offers) {
    if (answer !== 'accepted' || jobId === wanted.found.job.id) continue;
    const found = await stores.jobs.get(ctx.station.id, jobId);
    const fill = await stores.urgent.latestFill(ctx.station.id, jobId);
    const other = found && fill && spanOf({ found, fill });
    if (other && other[0] < span[1] && span[0] < other[1]) return true;
  }
  return false;
}

/** The hours that somebody is wanted for, from and to in ms; null for a window. */
function spanOf({ found, fill }: Wanted): readonly [number, number] | null {
  const { schedule } = found.job;
  const next = schedule?.kind === 'shifts' ? nextHours(expandSchedule(schedule), fill.startedAt) : null;
  if (!next) return null;
  return [next.beginsAt, next.beginsAt + (next.shift.end - next.shift.start) * 60_000];
}

/** A person does not come; nobody holds it against them. @throws DomainError `not_found`, `conflict/wrong_state` */
export async function declineOffer(ctx: Ctx, id: Id): Promise<OfferView> {
  await offerFor(ctx, ctx.stores, id);
  return ctx.tx(async (stores) => {
    const { station, clock } = ctx;
    const declined = await stores.urgent.answerOffer(station.id, id, 'declined', [null], clock.now());
    const offer = await stores.urgent.getOffer(station.id, id);
    if (!offer) throw notFound('offer');
    if (!declined) throw conflict('wrong_state', { status: offer.answer ?? 'expired' });
    await audit(ctx, stores, 'declined', id);
    return viewOfOffer(ctx, stores, offer);
  });
}

/** An offer for the person it was made to, or for staff, who answer for people that have only a telephone. */
async function offerFor(ctx: Ctx, stores: Stores, id: Id): Promise<Offer> {
  requireSignedIn(ctx.actor);
  const offer = await stores.urgent.getOffer(ctx.station.id, id);
  if (!offer) throw notFound('offer');
  await candidateFor(ctx, stores, offer.candidateId).catch((error: unknown) => {
    throw error instanceof DomainError && error.kind === 'not_found' ? notFound('offer') : error;
  });
  return offer;
}

async function viewOfOffer(ctx: Ctx, stores: Stores, offer: Offer): Promise<OfferView> {
  const [found, fill] = await Promise.all([
    stores.jobs.get(ctx.station.id, offer.jobId),
    stores.urgent.latestFill(ctx.station.id, offer.jobId),
  ]);
  if (!found) throw notFound('offer');
  return {
    id: offer.id,
    job: viewOf(found, ctx.clock.now()),
    sentAt: iso(offer.sentAt),
    beginsAt: iso(fill?.beginsAt ?? offer.sentAt),
    answer: offer.answer,
  };
}

function audit(ctx: Ctx, stores: Stores, action: string, entityId: Id): Promise<void> {
  const about = { stationId: ctx.station.id, entity: 'offer', entityId };
  return stores.audit.append([{ ...about, actor: actorKey(ctx.actor), action: `offer.${action}` }]);
}
