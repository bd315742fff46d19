/** A corner of the lattice. */
export type Corner = readonly [x: number, y: number];

/** Polygons of a bitmap, on the corners of its squares: each an outer outline and its holes, not closed. */
export type Outline = Corner[][];

/** Steps along the lattice, each a quarter turn to the left of the one before: east, north, west, south. */
const STEPS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;
/** By heading: the squares ahead of a corner, on the left and on the right of the way. */
const LEFT_AHEAD = [
  [0, 0],
  [-1, 0],
  [-1, -1],
  [0, -1],
] as const;
const RIGHT_AHEAD = [LEFT_AHEAD[3], LEFT_AHEAD[0], LEFT_AHEAD[1], LEFT_AHEAD[2]] as const;

/**
 * Outlines of the set squares of a bitmap. Squares that touch at a corner only belong to different polygons; outer
 * outlines run counter-clockwise (y upwards), holes clockwise; corners on a straight line are left out.
 * @param bits row by row, `size` × `size`; not 0: set
 */
export function outlinesOf(bits: Uint8Array, size: number): Outline[] {
  const isSet = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < size && y < size && bits[y * size + x] !== 0;
  const seen = new Uint8Array(size * size);
  const rings: { ring: Corner[]; area: number; within: Corner }[] = [];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      // Every ring has an edge eastwards below a set square, which is looked at once.
      if (!isSet(x, y) || isSet(x, y - 1) || seen[y * size + x]) continue;
      const ring = follow(x, y, isSet, (at) => {
        seen[at[1] * size + at[0]] = 1;
      });
      rings.push({ ring, area: areaOf(ring), within: [x, y] });
    }
  }
  const outers = rings.filter(({ area }) => area > 0).sort((a, b) => a.area - b.area);
  const polygons = new Map(outers.map((outer) => [outer, [outer.ring]]));
  for (const hole of rings) {
    if (hole.area > 0) continue;
    const outer = outers.find(({ ring }) => encloses(ring, hole.within));
    if (outer) polygons.get(outer)?.push(hole.ring);
  }
  return [...polygons.values()];
}

/** Walks along the edge below a square, set squares on the left hand, until it closes. */
function follow(
  x: number,
  y: number,
  isSet: (x: number, y: number) => boolean,
  passed: (square: Corner) => void,
): Corner[] {
  const ring: Corner[] = [];
  let [atX, atY, heading] = [x, y, 0];
  do {
    if (heading === 0) passed([atX, atY]);
    const [dx, dy] = STEPS[heading] as Corner;
    atX += dx;
    atY += dy;
    const [leftX, leftY] = LEFT_AHEAD[heading] as Corner;
    const [rightX, rightY] = RIGHT_AHEAD[heading] as Corner;
    const left = isSet(atX + leftX, atY + leftY);
    const right = isSet(atX + rightX, atY + rightY);
    const turn = !left ? 1 : right ? 3 : 0;
    if (turn !== 0) ring.push([atX, atY]);
    heading = (heading + turn) % 4;
  } while (atX !== x || atY !== y || heading !== 0);
  return ring;
}

/** Twice the area; positive when counter-clockwise. */
function areaOf(ring: readonly Corner[]): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i] as Corner;
    const [bx, by] = ring[(i + 1) % ring.length] as Corner;
    sum += ax * by - bx * ay;
  }
  return sum;
}

/** Whether the middle of a square lies inside a ring: vertical edges on its right are counted. */
function encloses(ring: readonly Corner[], [x, y]: Corner): boolean {
  let inside = false;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i] as Corner;
    const [bx, by] = ring[(i + 1) % ring.length] as Corner;
    if (ax === bx && ax > x && Math.min(ay, by) <= y && Math.max(ay, by) > y) inside = !inside;
  }
  return inside;
}
