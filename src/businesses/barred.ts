import type { Ctx, Stores } from '../context';
import { conflict } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { normalisePhone } from '../kernel/phone';
import type { Vault } from '../trust';
import type { BarredKey } from './ports';

/** The blind index of a licence number; different in every station, so that two stations cannot compare. */
export function licenceIndex(vault: Vault, stationId: Id, licence: string): Promise<string> {
  return vault.blindIndex('licence', `${stationId}:${licence}`);
}

/** The key of a phone as of somebody who gives work; land lines too, with or without hyphens. */
export async function phoneKey(vault: Vault, stationId: Id, phone: string): Promise<BarredKey> {
  const digits = normalisePhone(phone) ?? phone;
  return { kind: 'phone', keyIndex: await vault.blindIndex('employer_phone', `${stationId}:${digits}`) };
}

/** The key of a licence. */
export function licenceKey(keyIndex: string): BarredKey {
  return { kind: 'licence', keyIndex };
}

/**
 * Nobody who was blocked comes back under the same licence or phone.
 * @throws DomainError `conflict/employer_barred` with `values.by` licence or phone
 */
export async function refuseBarred(
  ctx: Pick<Ctx, 'station'>,
  stores: Stores,
  keys: readonly BarredKey[],
): Promise<void> {
  if (keys.length === 0) return;
  const [found] = await stores.businesses.barred(ctx.station.id, keys);
  if (found) throw conflict('employer_barred', { by: found.kind });
}

/** Keys of whoever asks: the phone that a shopkeeper signs in with. */
export async function ownKeys(ctx: Ctx, stores: Stores): Promise<BarredKey[]> {
  const { actor } = ctx;
  if (actor.kind !== 'user' || actor.role !== 'shop') return [];
  const sealed = await stores.businesses.phoneOfUser(ctx.station.id, actor.userId);
  return sealed === null
    ? []
    : [await phoneKey(ctx.vault, ctx.station.id, await ctx.vault.open('phone', sealed))];
}
