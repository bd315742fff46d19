import {
  auditCandidate,
  auditVisit,
  type CandidateRecord,
  candidateFor,
  candidateView,
  employersOf,
  readPhone,
  visitsOf,
} from '../candidates';
import type { Ctx } from '../context';
import { openWalkIn, type WalkInRecord, walkInFor } from '../desk';
import { iso, isoOrNull } from '../kernel/clock';
import type { Id } from '../kernel/ids';
import { doingsOf, postingOf, titlesOf } from './doings';
import type { CandidateExport, VisitCopy } from './schema';

/**
 * Everything the station holds about a person, in clear, for the person (PIPL art. 45): what they said, what was done for
 * them and what came of it, what others say of them, who looked.
 * @throws DomainError `not_found` for others' profiles
 */
export async function exportCandidate(ctx: Ctx, id: Id): Promise<CandidateExport> {
  const record = await candidateFor(ctx, ctx.stores, id);
  const station = ctx.station.id;
  const { candidates, rights } = ctx.stores;
  const own = record.userId;
  const [account, consents, interests, offers, employers, doings, visits] = await Promise.all([
    accountOf(ctx, record),
    candidates.consentsOf(station, { candidateId: id }),
    candidates.interestsOfCandidate(station, id),
    rights.offersOf(station, id),
    employersOf(ctx, id),
    doingsOf(ctx, { candidateId: id }, own),
    visitsOf(ctx, ctx.stores, record),
  ]);
  await auditCandidate(ctx, ctx.stores, 'export', id);
  const titles = await titlesOf(
    ctx,
    [...interests, ...offers].map(({ jobId }) => jobId),
  );
  return {
    account,
    profile: {
      ...(await candidateView(ctx, record, consents)),
      phone: await readPhone(ctx.vault, record.phoneSealed, true),
      since: iso(record.createdAt),
    },
    interests: interests.map(({ jobId, status, createdAt }) => ({
      ...postingOf(titles, jobId),
      status,
      at: iso(createdAt),
    })),
    offers: offers.map(({ jobId, answer, sentAt, answeredAt }) => ({
      ...postingOf(titles, jobId),
      answer,
      at: iso(sentAt),
      answeredAt: isoOrNull(answeredAt),
    })),
    employers,
    ...doings,
    visits: await Promise.all(visits.map((visit) => copyOf(ctx, visit, own))),
  };
}

async function accountOf(ctx: Ctx, { userId }: CandidateRecord): Promise<CandidateExport['account']> {
  const account = userId === null ? null : await ctx.stores.rights.accountOf(ctx.station.id, userId);
  if (!account) return null;
  return {
    name: account.name,
    phone: await readPhone(ctx.vault, account.phoneSealed, true),
    since: iso(account.since),
    sessions: account.sessions.map(({ device, since, until }) => ({
      device,
      since: iso(since),
      until: iso(until),
    })),
  };
}

/**
 * Everything the station holds about somebody who came to the desk and has no profile; for staff, who print it.
 * @throws DomainError `unauthenticated`, `forbidden`, `not_found/walk_in_not_found`
 */
export async function exportVisit(ctx: Ctx, id: Id): Promise<VisitCopy> {
  const copy = await copyOf(ctx, await walkInFor(ctx, ctx.stores, id), null);
  await auditVisit(ctx, ctx.stores, 'export', id);
  return copy;
}

async function copyOf(ctx: Ctx, record: WalkInRecord, own: Id | null): Promise<VisitCopy> {
  const station = ctx.station.id;
  const of = { walkInId: record.id };
  const [{ phone, text, origin, time }, consents, shortlist, doings] = await Promise.all([
    openWalkIn(ctx, record),
    consentsOf(ctx, record.id),
    ctx.stores.desk.shortlist(station, record.id),
    doingsOf(ctx, of, own),
  ]);
  const titles = await titlesOf(ctx, shortlist);
  const { id, name, mode, minutes, free, hoursMax, occupations, mergedInto } = record;
  return {
    id,
    at: iso(record.createdAt),
    name,
    phone,
    text,
    origin,
    mode,
    minutes,
    free,
    anchors: time?.anchors ?? [],
    exceptions: time?.exceptions ?? [],
    hoursMax,
    occupations,
    mergedInto,
    consents,
    shortlist: shortlist.map((jobId) => postingOf(titles, jobId)),
    ...doings,
  };
}

async function consentsOf(ctx: Ctx, walkInId: Id): Promise<VisitCopy['consents']> {
  const station = ctx.station.id;
  const list = await ctx.stores.candidates.consentsOf(station, { walkInId });
  return Promise.all(
    list.map(async ({ purpose, businessId, channel, witness, textVersion, givenAt, withdrawnAt }) => ({
      purpose,
      business:
        businessId === null ? null : ((await ctx.stores.businesses.get(station, businessId))?.name ?? null),
      channel,
      witness,
      textVersion,
      givenAt: iso(givenAt),
      withdrawnAt: isoOrNull(withdrawnAt),
    })),
  );
}
