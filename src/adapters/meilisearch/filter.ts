import { EARTH_RADIUS_METRES } from '../../kernel/geo';
import type { Circle } from '../../search';

/** Degrees of latitude per metre. */
const DEGREES = 180 / Math.PI / EARTH_RADIUS_METRES;

/** A string value of a Meilisearch filter: in quotes, backslashes and quotes escaped. */
export function quoted(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** One of these canonical occupations. */
export function isOneOf(occupations: readonly string[]): string {
  return `occupation IN [${occupations.map(quoted).join(', ')}]`;
}

/** None of these, or no occupation at all. */
export function isNoneOf(occupations: readonly string[]): string {
  return `occupation NOT IN [${occupations.map(quoted).join(', ')}]`;
}

/**
 * The filter for one station and, when given, for the box around a circle (WGS-84 degrees, crow-fly metres). A box
 * of numbers, because Meilisearch writes the tree behind `_geoRadius` anew with every document: 0.4 s at 50,000.
 * @throws RangeError for a circle that is not made of finite numbers, which would otherwise become filter text
 */
export function filterOf(stationId: string, circle: Circle | null): string[] {
  const station = `stationId = ${quoted(stationId)}`;
  if (!circle) return [station];
  const { lat, lng, radiusMetres } = circle;
  if (![lat, lng, radiusMetres].every(Number.isFinite)) throw new RangeError('circle is not finite');
  const high = Math.max(0, radiusMetres) * DEGREES;
  const wide = high / Math.cos((Math.min(89, Math.abs(lat) + high) * Math.PI) / 180);
  return [station, within('lat', lat, high), within('lng', lng, wide)];
}

function within(field: string, middle: number, half: number): string {
  return `${field} ${(middle - half).toFixed(7)} TO ${(middle + half).toFixed(7)}`;
}
