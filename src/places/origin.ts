import { ruleBroken } from '../kernel/errors';
import { type Datum, isInChina, type Point, toWgs84 } from '../kernel/geo';

/**
 * Where a search begins: the point that was given, else the station.
 * @returns WGS-84
 * @throws DomainError `rule_broken` for a point abroad or half a point
 */
export function originOf(
  station: Point,
  given: { lat?: number | undefined; lng?: number | undefined; datum?: Datum | undefined },
): Point {
  if (given.lat === undefined && given.lng === undefined) return { lat: station.lat, lng: station.lng };
  if (given.lat === undefined) throw ruleBroken([{ pointer: '/lat', code: 'required' }]);
  if (given.lng === undefined) throw ruleBroken([{ pointer: '/lng', code: 'required' }]);
  const point = toWgs84({ lat: given.lat, lng: given.lng }, given.datum ?? 'wgs84');
  if (!isInChina(point)) throw ruleBroken([{ pointer: '/lat', code: 'outside_china' }]);
  return point;
}
