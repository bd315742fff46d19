import {
  consentRows,
  phoneIndexes,
  readPhone,
  sealPhone,
  sealPoint,
  sealTime,
  standing,
} from '../candidates';
import type { Ctx, Stores } from '../context';
import { requireStaff } from '../kernel/access';
import { actorKey } from '../kernel/actor';
import { DAY_MS, iso, shanghaiDate, startOfShanghaiDay } from '../kernel/clock';
import { notFound, ruleBroken } from '../kernel/errors';
import { isInChina, toWgs84 } from '../kernel/geo';
import type { Id } from '../kernel/ids';
import { maskPhone } from '../kernel/phone';
import { type PersonTime, requirePossible, search, timeNoticesOf } from '../matching';
import type { WalkInRecord } from './ports';
import type { WalkInDraft } from './schema';
import { openWalkIn, queryOf, type Told } from './walk-in-query';

/** How many postings a walk-in is first shown. */
export const SHORTLIST_LENGTH = 10;

/** A walk-in for reading: the phone masked unless contact was consented to. */
export interface WalkInView {
  id: Id;
  name: string | null;
  phone: string | null;
  text: string | null;
  origin: { lat: number; lng: number } | null;
  mode: WalkInRecord['mode'];
  minutes: number;
  free: string | null;
  anchors: PersonTime['anchors'];
  exceptions: PersonTime['exceptions'];
  /** What the visitor should be told about their own time. */
  notices: ReturnType<typeof timeNoticesOf>;
  hoursMax: number | null;
  occupations: string[];
  status: WalkInRecord['status'];
  createdAt: string;
}

/**
 * Takes down a visitor and answers with a ranked list: the product's heart, in one call.
 * @throws DomainError `rule_broken` field by field
 */
export async function receiveWalkIn(ctx: Ctx, draft: WalkInDraft) {
  requireStaff(ctx);
  const origin = draft.origin && toWgs84(draft.origin, draft.origin.datum);
  if (origin && !isInChina(origin)) throw ruleBroken([{ pointer: '/origin/lat', code: 'outside_china' }]);
  const { anchors, exceptions } = draft;
  // What was just said need not be opened again to be searched by.
  const told: Told = {
    phone: draft.phone ?? null,
    text: draft.text ?? null,
    origin: origin ? { lat: origin.lat, lng: origin.lng } : null,
    time: anchors.length + exceptions.length === 0 ? null : { anchors, exceptions },
  };
  const [phone, place, textSealed, timeSealed] = await Promise.all([
    told.phone === null ? null : sealPhone(ctx.vault, ctx.station.id, told.phone),
    told.origin && sealPoint(ctx.vault, 'origin', told.origin),
    told.text === null ? null : ctx.vault.seal('walk_in_text', told.text),
    timeOf(ctx, draft),
  ]);
  const record: WalkInRecord = {
    id: ctx.ids.next(),
    stationId: ctx.station.id,
    candidateId: null,
    name: draft.name ?? null,
    phoneSealed: phone?.sealed ?? null,
    phoneIndex: phone?.index ?? null,
    originSealed: place?.sealed ?? null,
    originCell: place?.cell ?? null,
    textSealed,
    mode: draft.mode,
    minutes: draft.minutes,
    free: draft.free ?? null,
    timeSealed,
    hoursMax: draft.hoursMax ?? null,
    occupations: draft.occupations,
    status: 'waiting',
    mergedInto: null,
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: ctx.clock.now(),
  };
  const consents = consentRows(ctx, draft.consent, { candidateId: null, walkInId: record.id });
  await ctx.tx(async (stores) => {
    await stores.desk.insertWalkIn(record);
    await stores.candidates.giveConsent(consents);
    await audit(ctx, stores, 'walk_in', 'create', record.id);
  });
  const query = await queryOf(ctx, record, told);
  const [shortlist, duplicates] = await Promise.all([
    search(ctx, query, { limit: SHORTLIST_LENGTH }),
    ctx.stores.desk.similarWalkIns(record, startOfToday(ctx), phone?.indexes ?? []),
  ]);
  return {
    walkIn: await walkInView(ctx, record, { told }),
    query,
    shortlist,
    duplicates: duplicates.map((other) => ({
      id: other.id,
      name: other.name,
      createdAt: iso(other.createdAt),
    })),
  };
}

/**
 * Where a visitor has to be and when, sealed.
 * @throws DomainError `rule_broken` for two places at once
 */
export function timeOf(ctx: Ctx, { anchors, exceptions }: PersonTime): Promise<Uint8Array | null> {
  requirePossible({ anchors, exceptions });
  return sealTime(ctx, { anchors, exceptions });
}

/** Under what the visitor's phone may stand in other rows; none without a phone. */
export async function indexesOf(ctx: Ctx, record: WalkInRecord): Promise<string[]> {
  const phone = await readPhone(ctx.vault, record.phoneSealed, true);
  return phone === null ? [] : phoneIndexes(ctx.vault, ctx.station.id, phone);
}

/** Today's visitors, newest first. */
export async function listWalkIns(ctx: Ctx): Promise<WalkInView[]> {
  requireStaff(ctx);
  const list = await ctx.stores.desk.listWalkIns(ctx.station.id, { since: startOfToday(ctx), limit: 100 });
  return Promise.all(list.map((record) => walkInView(ctx, record, { one: false })));
}

/** @throws DomainError `not_found` for unknown ids and other stations' */
export async function walkInFor(ctx: Ctx, stores: Stores, id: Id): Promise<WalkInRecord> {
  requireStaff(ctx);
  const record = await stores.desk.getWalkIn(ctx.station.id, id);
  if (!record) throw notFound('walk_in');
  return record;
}

/** What a visitor said, for staff who are about to change it. @throws DomainError `not_found` */
export async function readWalkIn(ctx: Ctx, id: Id): Promise<WalkInView> {
  return walkInView(ctx, await walkInFor(ctx, ctx.stores, id));
}

/** The instant (ms) from which visitors count as today's; an hour back shortly after midnight. */
export function startOfToday(ctx: Ctx): number {
  const today = startOfShanghaiDay(shanghaiDate(ctx.clock.now()));
  return Math.min(today, ctx.clock.now() - DAY_MS / 24);
}

/**
 * A walk-in for reading: what is sealed is opened, the phone as far as consent allows.
 * @param look one: whether this one visitor is looked at; in a list the phone is always masked; told: what is sealed,
 * where the caller has opened it already
 */
export async function walkInView(
  ctx: Ctx,
  record: WalkInRecord,
  { one = true, told }: { one?: boolean; told?: Told } = {},
): Promise<WalkInView> {
  const [consents, { phone, text, origin, time }] = await Promise.all([
    ctx.stores.candidates.consentsOf(ctx.station.id, { walkInId: record.id }),
    told ?? openWalkIn(ctx, record),
  ]);
  const clear = one && standing(consents, 'contact');
  return {
    id: record.id,
    name: record.name,
    phone: phone === null || clear ? phone : maskPhone(phone),
    text,
    origin,
    mode: record.mode,
    minutes: record.minutes,
    free: record.free,
    anchors: time?.anchors ?? [],
    exceptions: time?.exceptions ?? [],
    notices: timeNoticesOf(ctx, time),
    hoursMax: record.hoursMax,
    occupations: record.occupations,
    status: record.status,
    createdAt: iso(record.createdAt),
  };
}

/** Audit line of the desk. */
export function audit(ctx: Ctx, stores: Stores, entity: string, action: string, entityId: Id): Promise<void> {
  const actor = actorKey(ctx.actor);
  return stores.audit.append([
    { stationId: ctx.station.id, actor, action: `${entity}.${action}`, entity, entityId },
  ]);
}
