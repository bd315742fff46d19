import type { Ctx, Stores } from '../context';
import { requireSignedIn } from '../kernel/access';
import { actorKey, isStaff } from '../kernel/actor';
import { iso, isoOrNull, shanghaiDate } from '../kernel/clock';
import { conflict, forbidden, notFound, ruleBroken } from '../kernel/errors';
import { isInChina, toWgs84 } from '../kernel/geo';
import type { Id } from '../kernel/ids';
import { requirePossible, timeNoticesOf } from '../matching';
import { openTime, sealTime } from './accepted';
import { isOldEnough } from './age';
import { auditLooks } from './audit';
import { consentRows, standing } from './consent';
import type { CandidateRecord, Consent, Purpose } from './ports';
import { openPoint, readPhone, sealPhone, sealPoint } from './privacy';
import type { CandidateDraft, CandidatePatch, CandidateView } from './schema';

/**
 * Staff of the station, or the person themselves.
 * @param look `lock` inside a transaction that is going to change the person
 * @throws DomainError `not_found` for everybody else
 */
export async function candidateFor(
  ctx: Ctx,
  stores: Stores,
  id: Id,
  look: 'get' | 'lock' = 'get',
): Promise<CandidateRecord> {
  requireSignedIn(ctx.actor);
  const record = await stores.candidates[look](ctx.station.id, id);
  if (!record) throw notFound('candidate');
  const own = ctx.actor.kind === 'user' && record.userId === ctx.actor.userId && ctx.actor.role === 'seeker';
  if (!own && !isStaff(ctx.actor, ctx.station.id)) throw notFound('candidate');
  return record;
}

/**
 * Makes a profile: a seeker their own (once), staff anybody's. Nothing is kept without consent (PIPL 13–14).
 * @throws DomainError `conflict/profile_exists`, `rule_broken` for a person under 16
 */
export async function createCandidate(ctx: Ctx, draft: CandidateDraft): Promise<CandidateView> {
  const userId = ownerOf(ctx);
  const record = await apply(ctx, emptyCandidate(ctx, userId), draft);
  const consents = consentRows(ctx, draft.consent, { candidateId: record.id, walkInId: null });
  return ctx.tx(async (stores) => {
    if (userId !== null && (await stores.candidates.ofUser(ctx.station.id, userId)))
      throw conflict('profile_exists');
    await stores.candidates.insert(record);
    await stores.candidates.giveConsent(consents);
    await audit(ctx, stores, 'create', record.id);
    return candidateView(ctx, record, consents);
  });
}

function ownerOf(ctx: Ctx): Id | null {
  requireSignedIn(ctx.actor);
  if (isStaff(ctx.actor, ctx.station.id)) return null;
  if (ctx.actor.kind === 'user' && ctx.actor.role === 'seeker') return ctx.actor.userId;
  throw forbidden();
}

/** A profile with its consents. Staff reading somebody's profile leaves a line in the person's access log. */
export async function getCandidate(ctx: Ctx, id: Id): Promise<CandidateView> {
  const record = await candidateFor(ctx, ctx.stores, id);
  const consents = await ctx.stores.candidates.consentsOf(ctx.station.id, { candidateId: id });
  if (isStaff(ctx.actor, ctx.station.id)) await audit(ctx, ctx.stores, 'read', id);
  // The person's own visits keep the record from going as one that nobody uses.
  else await auditLooks(ctx, ctx.stores, 'read', [id]);
  return candidateView(ctx, record, consents);
}

/** Changes a profile, gives or withdraws consent. */
export async function patchCandidate(ctx: Ctx, id: Id, patch: CandidatePatch): Promise<CandidateView> {
  return ctx.tx(async (stores) => {
    const record = await apply(ctx, await candidateFor(ctx, stores, id, 'lock'), patch);
    if (!(await stores.candidates.update(record))) throw notFound('candidate');
    if (patch.withdraw) await withdraw(ctx, stores, id, patch.withdraw);
    if (patch.consent) {
      await stores.candidates.giveConsent(
        consentRows(ctx, patch.consent, { candidateId: id, walkInId: null }),
      );
    }
    await audit(ctx, stores, 'edit', id);
    return candidateView(
      ctx,
      record,
      await stores.candidates.consentsOf(ctx.station.id, { candidateId: id }),
    );
  });
}

/** Who takes back that they may be called at all takes it back for every business, too. */
async function withdraw(ctx: Ctx, stores: Stores, candidateId: Id, purpose: Purpose): Promise<void> {
  const purposes = purpose === 'contact' ? (['contact', 'employer'] as const) : [purpose];
  for (const each of purposes) {
    await stores.candidates.withdrawConsent(
      ctx.station.id,
      { candidateId },
      { purpose: each },
      ctx.clock.now(),
    );
  }
}

/** The seeker's own profile, if there is one yet. */
export async function ownCandidate(ctx: Ctx): Promise<CandidateRecord | null> {
  if (ctx.actor.kind !== 'user' || ctx.actor.role !== 'seeker') return null;
  return ctx.stores.candidates.ofUser(ctx.station.id, ctx.actor.userId);
}

function emptyCandidate(ctx: Ctx, userId: Id | null): CandidateRecord {
  return {
    id: ctx.ids.next(),
    stationId: ctx.station.id,
    userId,
    name: '',
    birthDate: null,
    phoneSealed: null,
    phoneIndex: null,
    homeSealed: null,
    homeCell: null,
    mode: 'walk',
    minutes: 15,
    free: null,
    timeSealed: null,
    hoursMax: null,
    occupations: [],
    certificates: [],
    plain: false,
    createdAt: ctx.clock.now(),
  };
}

async function apply(
  ctx: Ctx,
  record: CandidateRecord,
  change: CandidateDraft | CandidatePatch,
): Promise<CandidateRecord> {
  const next = { ...record };
  if (change.name !== undefined) next.name = change.name;
  if (change.birthDate !== undefined) next.birthDate = checkedBirth(ctx, change.birthDate);
  if (change.mode !== undefined) next.mode = change.mode;
  if (change.minutes !== undefined) next.minutes = change.minutes;
  if (change.free !== undefined) next.free = change.free;
  if (change.anchors !== undefined || change.exceptions !== undefined) {
    const known = await openTime(ctx, record.timeSealed);
    const time = {
      anchors: change.anchors ?? known?.anchors ?? [],
      exceptions: change.exceptions ?? known?.exceptions ?? [],
    };
    requirePossible(time);
    next.timeSealed = await sealTime(ctx, time);
  }
  if (change.hoursMax !== undefined) next.hoursMax = change.hoursMax;
  if (change.occupations !== undefined) next.occupations = change.occupations;
  if (change.certificates !== undefined) next.certificates = change.certificates;
  if (change.plain !== undefined) next.plain = change.plain;
  if (change.phone !== undefined) {
    const phone = change.phone === null ? null : await sealPhone(ctx.vault, ctx.station.id, change.phone);
    next.phoneSealed = phone?.sealed ?? null;
    next.phoneIndex = phone?.index ?? null;
  }
  if (change.home !== undefined) {
    const home = change.home === null ? null : await sealPoint(ctx.vault, 'home', checkedPoint(change.home));
    next.homeSealed = home?.sealed ?? null;
    next.homeCell = home?.cell ?? null;
  }
  return next;
}

function checkedPoint(point: NonNullable<CandidateDraft['home']>) {
  const wgs84 = toWgs84(point, point.datum);
  if (!isInChina(wgs84)) throw ruleBroken([{ pointer: '/home/lat', code: 'outside_china' }]);
  return wgs84;
}

function checkedBirth(ctx: Ctx, birthDate: string | null): string | null {
  if (birthDate !== null && !isOldEnough(birthDate, shanghaiDate(ctx.clock.now()))) {
    throw ruleBroken([{ pointer: '/birthDate', code: 'under_16' }]);
  }
  return birthDate;
}

/** The profile for reading; the phone in clear for the person, and for staff by consent. */
export async function candidateView(
  ctx: Ctx,
  record: CandidateRecord,
  consents: readonly Consent[],
): Promise<CandidateView> {
  const own = ctx.actor.kind === 'user' && ctx.actor.userId === record.userId;
  const time = await openTime(ctx, record.timeSealed);
  return {
    id: record.id,
    name: record.name,
    phone: await readPhone(ctx.vault, record.phoneSealed, own || standing(consents, 'contact')),
    birthDate: record.birthDate,
    home: await openPoint(ctx.vault, 'home', record.homeSealed),
    mode: record.mode,
    minutes: record.minutes,
    free: record.free,
    anchors: time?.anchors ?? [],
    exceptions: time?.exceptions ?? [],
    notices: timeNoticesOf(ctx, time),
    hoursMax: record.hoursMax,
    occupations: record.occupations,
    certificates: record.certificates,
    plain: record.plain,
    // What was agreed to for single businesses stands in a list of its own.
    consents: consents
      .flatMap(({ purpose, ...consent }) => (purpose === 'employer' ? [] : [{ purpose, ...consent }]))
      .map((consent) => ({
        purpose: consent.purpose,
        channel: consent.channel,
        witness: consent.witness,
        textVersion: consent.textVersion,
        givenAt: iso(consent.givenAt),
        withdrawnAt: isoOrNull(consent.withdrawnAt),
      })),
  };
}

function audit(ctx: Ctx, stores: Stores, action: string, entityId: Id): Promise<void> {
  const actor = actorKey(ctx.actor);
  return stores.audit.append([
    { stationId: ctx.station.id, actor, action: `candidate.${action}`, entity: 'candidate', entityId },
  ]);
}
