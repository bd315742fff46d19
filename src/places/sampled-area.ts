import { EARTH_RADIUS_METRES, type Point } from '../kernel/geo';
import type { Area, Position, Ring } from './area';
import { rounded } from './estimate';
import { type Corner, outlinesOf } from './outline';

/** Squares along each side of the first, coarse look. */
const COARSE = 16;
const DEGREES = 180 / Math.PI;

/** A square of the bitmap: its lower left corner and its width, in the finest squares. */
interface Square {
  x: number;
  y: number;
  width: number;
}

/**
 * The area in which something holds, found by asking about the middles of squares: coarse ones first, then only those
 * along the edge, halved at every look. 16 squares and 4 looks make 128 × 128 and ask about a fifth of them.
 * @param metres half the side of the map; nothing beyond this distance is asked about
 * @param holds asked once for each look
 */
export async function sampledArea(
  centre: Point,
  metres: number,
  looks: number,
  holds: (points: Point[]) => Promise<boolean[]>,
): Promise<Area> {
  const size = COARSE << (looks - 1);
  const bits = new Uint8Array(size * size);
  const north = (metres * DEGREES) / EARTH_RADIUS_METRES;
  const east = north / Math.cos(centre.lat / DEGREES);
  const positionOf = ([x, y]: Corner): Position => [
    rounded(centre.lng + ((2 * x) / size - 1) * east),
    rounded(centre.lat + ((2 * y) / size - 1) * north),
  ];
  let width = size / COARSE;
  let squares = squaresOf(size, width);
  while (true) {
    const asked = squares.filter((square) => isNear(square, size));
    const middles = asked.map(({ x, y }) => positionOf([x + width / 2, y + width / 2]));
    const answers = await holds(middles.map(([lng, lat]) => ({ lng, lat })));
    for (const square of squares) fill(bits, size, square, 0);
    for (const [i, square] of asked.entries()) fill(bits, size, square, answers[i] ? 1 : 0);
    if (width === 1) break;
    const edge = squaresOf(size, width).filter((square) => isAtEdge(bits, size, square));
    width /= 2;
    squares = edge.flatMap(({ x, y }) =>
      [0, width].flatMap((up) => [0, width].map((right) => ({ x: x + right, y: y + up, width }))),
    );
  }
  const closed = (ring: Corner[]): Ring => [...ring, ring[0] as Corner].map(positionOf);
  return {
    type: 'MultiPolygon',
    coordinates: outlinesOf(bits, size).map((polygon) => polygon.map(closed)),
  };
}

function squaresOf(size: number, width: number): Square[] {
  const squares: Square[] = [];
  for (let y = 0; y < size; y += width) {
    for (let x = 0; x < size; x += width) squares.push({ x, y, width });
  }
  return squares;
}

/** Whether the middle lies within the circle that the map holds. */
function isNear({ x, y, width }: Square, size: number): boolean {
  return Math.hypot(x + width / 2 - size / 2, y + width / 2 - size / 2) <= size / 2;
}

/** Whether a square and what lies around it are not all alike. */
function isAtEdge(bits: Uint8Array, size: number, { x, y, width }: Square): boolean {
  const own = bits[y * size + x];
  for (const b of [y - 1, y, y + width - 1, y + width]) {
    for (const a of [x - 1, x, x + width - 1, x + width]) {
      if (a >= 0 && b >= 0 && a < size && b < size && bits[b * size + a] !== own) return true;
    }
  }
  return false;
}

function fill(bits: Uint8Array, size: number, { x, y, width }: Square, value: number): void {
  for (let row = y; row < y + width; row++) bits.fill(value, row * size + x, row * size + x + width);
}
