import { EARTH_RADIUS_METRES, type Point } from '../kernel/geo';

/** A position of GeoJSON (RFC 7946): longitude, latitude, WGS-84 degrees. */
export type Position = [lng: number, lat: number];
/** A closed ring: the last position is the first. Outer rings run counter-clockwise, holes clockwise. */
export type Ring = Position[];

/** An area of the map as a GeoJSON geometry. */
export interface Area {
  type: 'MultiPolygon';
  /** Polygons, each an outer ring and its holes. */
  coordinates: Ring[][];
}

/** Whether a place lies in an area, by the even–odd rule. */
export function contains(area: Area, { lat, lng }: Point): boolean {
  let inside = false;
  for (const polygon of area.coordinates) {
    for (const ring of polygon) if (crossings(ring, lat, lng) % 2 === 1) inside = !inside;
  }
  return inside;
}

/** How often a ray eastwards from the point crosses the ring; a vertex on the ray counts as above it. */
function crossings(ring: Ring, lat: number, lng: number): number {
  let count = 0;
  for (let i = 1; i < ring.length; i++) {
    const [aLng, aLat] = ring[i - 1] as Position;
    const [bLng, bLat] = ring[i] as Position;
    if (aLat > lat === bLat > lat) continue;
    if (lng < aLng + ((lat - aLat) / (bLat - aLat)) * (bLng - aLng)) count++;
  }
  return count;
}

const RADIANS = Math.PI / 180;

/** Square kilometres of an area: its rings on the cylinder of equal area (x = R·λ, y = R·sin φ), by the shoelace. */
export function areaKm2(area: Area): number {
  let sum = 0;
  for (const ring of area.coordinates.flat()) sum += signedArea(ring);
  return (Math.abs(sum) * EARTH_RADIUS_METRES ** 2) / 1e6;
}

/** Area of a ring on the unit sphere; positive when it runs counter-clockwise. */
export function signedArea(ring: Ring): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [aLng, aLat] = ring[i - 1] as Position;
    const [bLng, bLat] = ring[i] as Position;
    sum += (bLng - aLng) * RADIANS * (Math.sin(aLat * RADIANS) + Math.sin(bLat * RADIANS));
  }
  return -sum / 2;
}
