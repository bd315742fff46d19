import { latLngToCell } from 'h3-js';
import type { Point } from '../kernel/geo';
import { maskPhone } from '../kernel/phone';
import type { Vault } from '../trust';

/**
 * H3 resolution of the coarse cell kept in clear: about 0.74 km² with edges near 530 m. Hundreds of homes
 * share one, and a walking circle needs only a handful.
 */
export const CELL_RESOLUTION = 8;
/** No point of such a cell is farther from its centre, metres (H3's largest edge at this resolution is 0.56 km). */
export const CELL_REACH_METRES = 700;

/** A point sealed, with the coarse cell that retrieval may see. */
export interface SealedPoint {
  sealed: Uint8Array;
  cell: string;
}

/** Seals an exact point. @param purpose `home` or `origin` */
export async function sealPoint(
  vault: Vault,
  purpose: 'home' | 'origin',
  point: Point,
): Promise<SealedPoint> {
  return {
    sealed: await vault.seal(purpose, JSON.stringify([point.lat, point.lng])),
    cell: latLngToCell(point.lat, point.lng, CELL_RESOLUTION),
  };
}

/** Opens a point sealed by {@link sealPoint}. */
export async function openPoint(
  vault: Vault,
  purpose: 'home' | 'origin',
  sealed: Uint8Array | null,
): Promise<Point | null> {
  if (sealed === null) return null;
  const [lat, lng] = JSON.parse(await vault.open(purpose, sealed)) as [number, number];
  return { lat, lng };
}

/**
 * A phone sealed, with the blind index by which it is found again inside its station, and those under which it may stand
 * in other rows.
 */
export async function sealPhone(
  vault: Vault,
  stationId: string,
  phone: string,
): Promise<{ sealed: Uint8Array; index: string; indexes: string[] }> {
  const [sealed, indexes] = await Promise.all([
    vault.seal('phone', phone),
    phoneIndexes(vault, stationId, phone),
  ]);
  const [index] = indexes;
  if (index === undefined) throw new Error('a vault without a key');
  return { sealed, index, indexes };
}

/** The blind index of a phone; different in every station, so that two stations cannot compare. */
export function phoneIndex(vault: Vault, stationId: string, phone: string): Promise<string> {
  return vault.blindIndex('phone', phoneText(stationId, phone));
}

/** {@link phoneIndex} by every key in use: while keys are changed a row may stand under either. */
export function phoneIndexes(vault: Vault, stationId: string, phone: string): Promise<string[]> {
  return vault.blindIndexes('phone', phoneText(stationId, phone));
}

/** What a blind index of a phone is made of. */
export const phoneText = (stationId: string, phone: string) => `${stationId}:${phone}`;

/** A sealed phone for reading: whole when `clear`, else masked; null when there is none. */
export async function readPhone(
  vault: Vault,
  sealed: Uint8Array | null,
  clear: boolean,
): Promise<string | null> {
  if (sealed === null) return null;
  const phone = await vault.open('phone', sealed);
  return clear ? phone : maskPhone(phone);
}
