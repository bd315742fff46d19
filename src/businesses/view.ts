import type { Ctx } from '../context';
import { isoOrNull } from '../kernel/clock';
import { maskLicence } from '../trust';
import type { Business } from './ports';
import { childrenCheckedUntil } from './rules';
import type { BusinessDetail, BusinessView } from './schema';

/** 0 stands for never. */
const since = (ms: number | null) => isoOrNull(ms || null);

/** A business in a list. */
export async function viewOf(ctx: Pick<Ctx, 'vault' | 'clock'>, business: Business): Promise<BusinessView> {
  const licence = await licenceOf(ctx, business);
  return {
    id: business.id,
    name: business.name,
    kind: business.kind,
    licence: licence === null ? null : maskLicence(licence),
    verified: business.verifiedUntil > ctx.clock.now(),
    verifiedUntil: since(business.verifiedUntil),
    childrenCheckedUntil: childrenCheckedUntil(business.childrenCheckedOn),
    blocked: business.blockedAt !== null,
  };
}

/** A business with all that its own people and the desk may see. */
export async function detailOf(
  ctx: Pick<Ctx, 'vault' | 'clock'>,
  business: Business,
): Promise<BusinessDetail> {
  return {
    ...(await viewOf(ctx, business)),
    licence: await licenceOf(ctx, business),
    contact: await contactOf(ctx, business.contactSealed),
    verifiedAt: since(business.verifiedAt),
    verifiedBy: business.verifiedBy,
    blockedAt: since(business.blockedAt),
    blockedBecause: business.blockedBecause,
  };
}

function licenceOf({ vault }: Pick<Ctx, 'vault'>, { licenceSealed }: Business): Promise<string | null> {
  return licenceSealed === null ? Promise.resolve(null) : vault.open('licence', licenceSealed);
}

/** A sealed contact of a business or a posting for reading. */
export async function contactOf(
  { vault }: Pick<Ctx, 'vault'>,
  sealed: Uint8Array | null,
): Promise<{ name: string; phone: string } | null> {
  if (sealed === null) return null;
  const { name = '', phone } = JSON.parse(await vault.open('contact', sealed)) as {
    name?: string;
    phone: string;
  };
  return { name, phone };
}
