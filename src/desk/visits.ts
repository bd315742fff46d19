import { type BusinessView, listBusinesses } from '../businesses';
import {
  type CandidateLine,
  listCandidates,
  openTime,
  phoneIndexes,
  sealPhone,
  sealPoint,
} from '../candidates';
import type { Ctx } from '../context';
import { type JobWithBusiness, listManaged } from '../jobs';
import { requireStaff } from '../kernel/access';
import { DAY_MS } from '../kernel/clock';
import { conflict, ruleBroken } from '../kernel/errors';
import { isInChina, toWgs84 } from '../kernel/geo';
import type { Id } from '../kernel/ids';
import { normalisePhone } from '../kernel/phone';
import type { WalkInRevision } from './schema';
import { audit, indexesOf, startOfToday, timeOf, type WalkInView, walkInFor, walkInView } from './service';

/** How far back the desk's own search looks for visitors, ms. */
const FIND_WINDOW_MS = 90 * DAY_MS;
/** How many of each kind it shows. */
const FIND_LIMIT = 8;

/**
 * Writes anew what a visitor said, whole: what is left out is forgotten, but for the phone, and for places to be at
 * and dates, which stay until they are said anew.
 * @throws DomainError `rule_broken` field by field, `conflict/wrong_state` for a merged visit
 */
export async function reviseWalkIn(ctx: Ctx, id: Id, draft: WalkInRevision): Promise<WalkInView> {
  requireStaff(ctx);
  const origin = draft.origin && toWgs84(draft.origin, draft.origin.datum);
  if (origin && !isInChina(origin)) throw ruleBroken([{ pointer: '/origin/lat', code: 'outside_china' }]);
  const phone = draft.phone === undefined ? null : await sealPhone(ctx.vault, ctx.station.id, draft.phone);
  const place = origin ? await sealPoint(ctx.vault, 'origin', origin) : null;
  const textSealed = draft.text === undefined ? null : await ctx.vault.seal('walk_in_text', draft.text);
  await ctx.tx(async (stores) => {
    await stores.desk.lockWalkIns(ctx.station.id, [id]);
    const record = await walkInFor(ctx, stores, id);
    const known = await openTime(ctx, record.timeSealed);
    const timeSealed = await timeOf(ctx, {
      anchors: draft.anchors ?? known?.anchors ?? [],
      exceptions: draft.exceptions ?? known?.exceptions ?? [],
    });
    const next = {
      ...record,
      name: draft.name ?? null,
      ...(phone === null ? {} : { phoneSealed: phone.sealed, phoneIndex: phone.index }),
      originSealed: place?.sealed ?? null,
      originCell: place?.cell ?? null,
      textSealed,
      timeSealed,
      mode: draft.mode,
      minutes: draft.minutes,
      free: draft.free ?? null,
      hoursMax: draft.hoursMax ?? null,
      occupations: draft.occupations,
    };
    if (!(await stores.desk.updateWalkIn(next))) throw conflict('wrong_state', { status: record.status });
    await audit(ctx, stores, 'walk_in', 'edit', id);
  });
  return walkInView(ctx, await walkInFor(ctx, ctx.stores, id));
}

/** Visits that are likely of the same person, offered for merging. @throws DomainError `not_found` */
export async function similarVisits(ctx: Ctx, id: Id): Promise<WalkInView[]> {
  const record = await walkInFor(ctx, ctx.stores, id);
  const list = await ctx.stores.desk.similarWalkIns(record, startOfToday(ctx), await indexesOf(ctx, record));
  return Promise.all(list.map((other) => walkInView(ctx, other, { one: false })));
}

/**
 * Merges a visit into another of the same person: shortlist, consents and referrals move along.
 * @throws DomainError `conflict/walk_in_changed` when one of them was merged meanwhile
 */
export async function mergeWalkIn(ctx: Ctx, id: Id, into: Id): Promise<WalkInView> {
  requireStaff(ctx);
  if (id === into) throw ruleBroken([{ pointer: '/into', code: 'same' }]);
  await ctx.tx(async (stores) => {
    await stores.desk.lockWalkIns(ctx.station.id, [id, into]);
    await walkInFor(ctx, stores, id);
    await walkInFor(ctx, stores, into);
    if (!(await stores.desk.mergeWalkIn(ctx.station.id, id, into))) throw conflict('walk_in_changed');
    await audit(ctx, stores, 'walk_in', 'merge', id);
  });
  return walkInView(ctx, await walkInFor(ctx, ctx.stores, into));
}

/** What the desk's own search found, a few of each kind. */
export interface FoundAtDesk {
  walkIns: WalkInView[];
  candidates: CandidateLine[];
  jobs: JobWithBusiness[];
  businesses: BusinessView[];
}

/** Finds people by name or phone, postings by title or business, businesses by name. For staff. */
export async function findAtDesk(ctx: Ctx, text: string): Promise<FoundAtDesk> {
  requireStaff(ctx);
  const contains = text.trim();
  const phone = normalisePhone(contains);
  const since = ctx.clock.now() - FIND_WINDOW_MS;
  const walkIns = async () => {
    const by =
      phone === null ? { contains } : { phoneIndexes: await phoneIndexes(ctx.vault, ctx.station.id, phone) };
    const list = await ctx.stores.desk.listWalkIns(ctx.station.id, { since, ...by, limit: FIND_LIMIT });
    return Promise.all(list.map((record) => walkInView(ctx, record, { one: false })));
  };
  const [visitors, candidates, jobs, businesses] = await Promise.all([
    walkIns(),
    listCandidates(ctx, { contains, limit: FIND_LIMIT }),
    listManaged(ctx, { contains, limit: FIND_LIMIT }),
    listBusinesses(ctx, { contains, limit: FIND_LIMIT }),
  ]);
  return { walkIns: visitors, candidates, jobs, businesses };
}
