import gcoord from 'gcoord';

/** A point in WGS-84 degrees; everything inside the station is WGS-84. */
export interface Point {
  lat: number;
  lng: number;
}

/** Chinese map services shift coordinates; `gcj02` is AMap and Tencent, `bd09` is Baidu. */
export const DATUMS = ['wgs84', 'gcj02', 'bd09'] as const;
export type Datum = (typeof DATUMS)[number];

const CRS = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** Converts a point of the given datum to WGS-84. At Jiaozuo the GCJ-02 shift is about 580 m. */
export function toWgs84(point: Point, datum: Datum): Point {
  if (datum === 'wgs84') return point;
  const [lng, lat] = gcoord.transform([point.lng, point.lat], CRS[datum], gcoord.WGS84);
  return { lat, lng };
}

/** Converts a WGS-84 point to the given datum, for links into Chinese map apps. */
export function fromWgs84(point: Point, datum: Datum): Point {
  if (datum === 'wgs84') return point;
  const [lng, lat] = gcoord.transform([point.lng, point.lat], gcoord.WGS84, CRS[datum]);
  return { lat, lng };
}

/** Mean radius of the earth in metres (IUGG R1). */
export const EARTH_RADIUS_METRES = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** Great-circle distance in metres by the haversine formula on the mean sphere. */
export function haversineMetres(aLat: number, aLng: number, bLat: number, bLng: number): number {
  const sinLat = Math.sin(((bLat - aLat) * RADIANS) / 2);
  const sinLng = Math.sin(((bLng - aLng) * RADIANS) / 2);
  const h = sinLat * sinLat + Math.cos(aLat * RADIANS) * Math.cos(bLat * RADIANS) * sinLng * sinLng;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Up to so many metres, and up to this latitude (degrees), {@link Plane} is as exact as {@link PLANE_SHARE}. */
export const PLANE = { metres: 100_000, latitude: 60 } as const;
/** How far, as a share of it, a distance on a {@link Plane} is off the haversine at most. */
export const PLANE_SHARE = 1e-4;

/**
 * Distances from one point as if the ground around it were flat, without a sine or cosine for each: for putting aside
 * what is far too near or too far to be measured. d² = Δφ² + cos φ₁ · cos φ₂ · Δλ², where cos φ₂ is the Taylor polynomial
 * around φ₁ of degree 3.
 */
export class Plane {
  readonly #lat: number;
  readonly #lng: number;
  readonly #cos: number;
  readonly #sin: number;

  constructor({ lat, lng }: Point) {
    this.#lat = lat;
    this.#lng = lng;
    this.#cos = Math.cos(lat * RADIANS);
    this.#sin = Math.sin(lat * RADIANS);
  }

  /** Metres to a point. */
  metresTo(lat: number, lng: number): number {
    const north = (lat - this.#lat) * RADIANS;
    const east = (lng - this.#lng) * RADIANS;
    const square = north * north;
    const cos = this.#cos * (1 - square / 2) - this.#sin * north * (1 - square / 6);
    return EARTH_RADIUS_METRES * Math.sqrt(square + this.#cos * cos * east * east);
  }
}

/**
 * Whether a point lies in the bounding box of China. Refuses 0/0 and points abroad at the door; a box is
 * enough for that, borders are not its business.
 */
export function isInChina({ lat, lng }: Point): boolean {
  return lat >= 3.5 && lat <= 53.6 && lng >= 73.4 && lng <= 135.1;
}

/** How exactly a posting's place is known: the door, only the street, only an area. */
export const PRECISIONS = ['door', 'street', 'area'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Equatorial radius of WGS-84 in metres, on which Web Mercator (EPSG:3857) is drawn. */
const MERCATOR_RADIUS_METRES = 6_378_137;

/** A point in Web-Mercator metres (EPSG:3857): x = R·λ, y = R·ln tan(π/4 + φ/2). */
export function mercator({ lat, lng }: Point): { x: number; y: number } {
  return {
    x: MERCATOR_RADIUS_METRES * lng * RADIANS,
    y: MERCATOR_RADIUS_METRES * Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2)),
  };
}

/**
 * Radius in Web-Mercator metres that surely holds a ground circle: the scale is 1/cos φ and is taken at the
 * edge of the circle farthest from the equator, with half a percent for the ellipsoid and rounding.
 */
export function mercatorRadius(lat: number, metres: number): number {
  const edge = Math.min(89, Math.abs(lat) + metres / EARTH_RADIUS_METRES / RADIANS);
  return (1.005 * metres * MERCATOR_RADIUS_METRES) / EARTH_RADIUS_METRES / Math.cos(edge * RADIANS);
}

/** A point rounded to 10⁻⁷ degrees, about a centimetre: what the board keeps of a place. */
export function roundPoint({ lat, lng }: Point): Point {
  return { lat: Math.round(lat * 1e7) / 1e7, lng: Math.round(lng * 1e7) / 1e7 };
}
