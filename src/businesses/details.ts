import type { Ctx, Stores } from '../context';
import { isStaff } from '../kernel/actor';
import { shanghaiDate } from '../kernel/clock';
import { ruleBroken } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { audit, businessFor, heldBusiness, requireKeeper } from './access';
import { licenceIndex, licenceKey, phoneKey, refuseBarred } from './barred';
import type { BarredKey, Business } from './ports';
import { mayHaveChecked } from './rules';
import type { BusinessDetail, BusinessPatch } from './schema';
import { detailOf } from './view';

/**
 * One business with its licence and contact, for staff and its own people.
 * @throws DomainError `unauthenticated`, `forbidden`, `not_found/business_not_found`
 */
export async function getBusiness(ctx: Ctx, id: Id): Promise<BusinessDetail> {
  await requireKeeper(ctx, id);
  return detailOf(ctx, await businessFor(ctx, ctx.stores, id));
}

/** Licence and contact, sealed and with their keys: made before a transaction begins. */
export interface SealedPatch {
  licence?: { sealed: Uint8Array; index: string } | null;
  contact?: Uint8Array | null;
  childrenCheckedOn?: string | null;
  keys: BarredKey[];
}

/** Seals what a patch brings. */
export async function sealPatch(
  ctx: Ctx,
  { licence, contact, childrenCheckedOn: on }: BusinessPatch,
): Promise<SealedPatch> {
  const patch: SealedPatch = { keys: [] };
  if (on !== undefined) {
    if (on !== null && !mayHaveChecked(on, shanghaiDate(ctx.clock.now()))) {
      throw ruleBroken([{ pointer: '/childrenCheckedOn', code: 'children_check_date' }]);
    }
    patch.childrenCheckedOn = on;
  }
  if (licence) {
    const index = await licenceIndex(ctx.vault, ctx.station.id, licence);
    patch.licence = { sealed: await ctx.vault.seal('licence', licence), index };
    patch.keys.push(licenceKey(index));
  } else if (licence === null) patch.licence = null;
  if (contact) {
    patch.contact = await ctx.vault.seal('contact', JSON.stringify(contact));
    patch.keys.push(await phoneKey(ctx.vault, ctx.station.id, contact.phone));
  } else if (contact === null) patch.contact = null;
  return patch;
}

/**
 * Writes licence and contact in the caller's transaction. Another licence is another business for all that is known:
 * the verification ends with the old one.
 * @returns whether the verification ended
 * @throws DomainError `conflict/employer_barred`, `conflict/licence_taken`, `rule_broken` with `licence_household`
 * (and from `sealPatch` with `children_check_date`)
 */
export async function writePatch(
  ctx: Ctx,
  stores: Stores,
  business: Business,
  { licence, contact, childrenCheckedOn, keys }: SealedPatch,
): Promise<boolean> {
  if (licence && business.kind === 'household') {
    throw ruleBroken([{ pointer: '/licence', code: 'licence_household' }]);
  }
  await refuseBarred(ctx, stores, keys);
  if (contact !== undefined) await stores.businesses.setContact(ctx.station.id, business.id, contact);
  if (childrenCheckedOn !== undefined) {
    await stores.businesses.setChildrenChecked(ctx.station.id, business.id, childrenCheckedOn);
  }
  const another = licence !== undefined && (licence?.index ?? null) !== business.licenceIndex;
  if (!another) return false;
  await stores.businesses.setLicence(ctx.station.id, business.id, licence);
  return business.verifiedUntil > ctx.clock.now();
}

/**
 * Changes licence and contact of a business, by staff or its own people.
 * @param reproject brings the open postings in line after the verification has ended
 * @throws as {@link writePatch}, `unauthenticated`, `forbidden`, `not_found/business_not_found`
 */
export async function patchBusiness(
  ctx: Ctx,
  id: Id,
  patch: BusinessPatch,
  reproject: (stores: Stores) => Promise<void>,
): Promise<BusinessDetail> {
  await requireKeeper(ctx, id);
  const sealed = await sealPatch(ctx, patch);
  const changed = await ctx.tx(async (stores) => {
    await stores.businesses.lockBarred(ctx.station.id);
    const business = await heldBusiness(ctx, stores, id);
    if (await writePatch(ctx, stores, business, sealed)) {
      await stores.businesses.setVerified(ctx.station.id, id, 0);
      await reproject(stores);
    }
    await audit(ctx, stores, isStaff(ctx.actor, ctx.station.id) ? 'update' : 'update_own', id);
    if (sealed.childrenCheckedOn) await audit(ctx, stores, 'attest_children_check', id);
    return businessFor(ctx, stores, id);
  });
  ctx.wake();
  return detailOf(ctx, changed);
}
