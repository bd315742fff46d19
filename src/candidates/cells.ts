import { cellToBoundary, cellToLatLng, latLngToCell } from 'h3-js';
import { EARTH_RADIUS_METRES, haversineMetres, type Point } from '../kernel/geo';
import { CELL_REACH_METRES, CELL_RESOLUTION } from './privacy';

/** Within this distance the edges of a cell are looked at, metres; farther away its centre says enough. */
const NEAR_METRES = 5_000;
/** What drawing a few kilometres on a plane may cost, with a wide margin: a share, and metres. */
const PLANE_SHARE = 0.997;
const PLANE_METRES = 2;
const RADIANS = Math.PI / 180;

/**
 * The distance that no home of a coarse cell can be below, crow-fly metres; 0 in the point's own cell.
 * @param cell H3 index of {@link CELL_RESOLUTION}
 */
export function leastMetres(cell: string, point: Point): number {
  const [lat, lng] = cellToLatLng(cell);
  const toCentre = haversineMetres(lat, lng, point.lat, point.lng);
  if (toCentre > NEAR_METRES) return toCentre - CELL_REACH_METRES;
  if (latLngToCell(point.lat, point.lng, CELL_RESOLUTION) === cell) return 0;
  const corners = cellToBoundary(cell).map(([cornerLat, cornerLng]) => onPlane(point, cornerLat, cornerLng));
  const edges = corners.map((corner, i) => toEdge(corner, corners[(i + 1) % corners.length] ?? corner));
  return Math.max(0, Math.min(...edges) * PLANE_SHARE - PLANE_METRES);
}

/** Metres east and north of `origin`. */
function onPlane(origin: Point, lat: number, lng: number): readonly [number, number] {
  const metres = EARTH_RADIUS_METRES * RADIANS;
  return [(lng - origin.lng) * metres * Math.cos(origin.lat * RADIANS), (lat - origin.lat) * metres];
}

/** Distance of the origin from a piece of a line. */
function toEdge([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(ax + t * dx, ay + t * dy);
}
