import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { haversineMetres, type Point, type Precision } from '../../src/kernel/geo';
import type { Id } from '../../src/kernel/ids';
import type { Board, BoardRow } from '../../src/matching';

/** A posting of a test: where it is, and how exactly that is known. */
export interface Placed extends Point {
  precision?: Precision;
}

/** A board over something that postings can be opened and closed in. */
export interface BoardUnderTest {
  board: Board;
  /** A fresh station without postings. */
  station(): Promise<Id>;
  /** Opens postings; @returns their ids in order. */
  open(stationId: Id, places: readonly Placed[]): Promise<Id[]>;
  /** Moves an open posting. */
  move(stationId: Id, id: Id, to: Placed): Promise<void>;
  /** Takes a posting off by each verb that people have. */
  end(stationId: Id, id: Id, by: 'close' | 'fill' | 'block'): Promise<void>;
  /** The posting as it would be projected now; null when it is not to be on the board. */
  expected(stationId: Id, id: Id): Promise<BoardRow | null>;
  dispose(): Promise<void>;
}

/** Fields by value, wherever the row keeps them. */
function plain(row: BoardRow) {
  const { id, businessId, lat, lng, hourlyFen, publishedAt, validUntil, verifiedUntil, minAge } = row;
  const { occupation, settlement, benefits, engagement, businessKind, schedule } = row;
  const place = { lat: Math.round(lat * 1e7), lng: Math.round(lng * 1e7) };
  const about = { occupation, settlement, benefits: [...benefits], engagement, businessKind };
  return {
    id,
    businessId,
    ...place,
    hourlyFen,
    publishedAt,
    validUntil,
    verifiedUntil,
    minAge,
    ...about,
    schedule,
  };
}

const CENTRE: Point = { lat: 35.19, lng: 113.263 };
/** Places of a city of fifty kilometres, most of them in the middle. */
const spot: fc.Arbitrary<Point> = fc
  .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }))
  .map(([north, east]) => ({ lat: CENTRE.lat + north ** 3 * 0.25, lng: CENTRE.lng + east ** 3 * 0.25 }));
const circle = fc.tuple(
  spot,
  fc.oneof(fc.integer({ min: 20, max: 1500 }), fc.integer({ min: 1000, max: 40_000 })),
);

/** A board may hand out whole cells: what lies this much farther, metres, must not be among it. */
const BESIDE_METRES = 700;

/** What every Board promises; run it over each implementation. */
export function boardContract(name: string, open: () => Promise<BoardUnderTest>): void {
  describe(`Board: ${name}`, () => {
    let given: BoardUnderTest;
    beforeAll(async () => {
      given = await open();
    });
    afterAll(() => given.dispose());

    const around = async (stationId: Id, centre: Point, radiusMetres: number) =>
      [...(await given.board.inCircle(stationId, { ...centre, radiusMetres }))].map((row) => row.id);
    const metres = (a: Point, b: Point) => haversineMetres(a.lat, a.lng, b.lat, b.lng);

    it('never misses a posting inside the circle, and gives little beyond it', async () => {
      const station = await given.station();
      const places = fc.sample(spot, 250);
      const ids = await given.open(station, places);
      for (const [centre, radius] of fc.sample(circle, 60)) {
        const found = new Set(await around(station, centre, radius));
        for (const [i, place] of places.entries()) {
          const distance = metres(centre, place);
          // What is rounded to a centimetre may lie on either side of the very edge.
          if (distance < radius - 0.05) expect(found, `${distance} of ${radius} m`).toContain(ids[i]);
          if (distance > radius * 1.03 + BESIDE_METRES)
            expect(found, `${distance} of ${radius} m`).not.toContain(ids[i]);
        }
      }
    });

    it.each([
      ['in the far north', { lat: 53.4, lng: 122.3 }],
      ['in the far south', { lat: 4, lng: 113 }],
    ])('holds the circle %s as well', async (_, centre) => {
      const station = await given.station();
      const metre = 1 / 111_195;
      const east = metre / Math.cos((centre.lat * Math.PI) / 180);
      const at = (north: number, eastward: number) => ({
        lat: centre.lat + north * metre,
        lng: centre.lng + eastward * east,
      });
      const inside = [at(990, 0), at(-990, 0), at(0, 990), at(0, -990), at(690, 690)];
      const ids = await given.open(station, [...inside, at(2500, 0), at(0, -2500)]);
      expect((await around(station, centre, 1000)).sort()).toEqual(ids.slice(0, inside.length).sort());
    });

    it('shows nothing of another station', async () => {
      const [here, there] = [await given.station(), await given.station()];
      const [own] = await given.open(here, [CENTRE]);
      const [theirs = ''] = await given.open(there, [CENTRE]);
      expect(await around(here, CENTRE, 5000)).toEqual([own]);
      expect(await given.board.row(here, theirs)).toBeNull();
      expect((await given.board.row(there, theirs))?.id).toBe(theirs);
    });

    it.each(['close', 'fill', 'block'] as const)('has let go of a posting when %s returns', async (verb) => {
      const station = await given.station();
      const [gone = '', stays] = await given.open(station, [CENTRE, CENTRE]);
      await given.end(station, gone, verb);
      expect(await around(station, CENTRE, 100)).toEqual([stays]);
      expect(await given.board.row(station, gone)).toBeNull();
    });

    it('has moved a posting when the change returns', async () => {
      const station = await given.station();
      const [id = ''] = await given.open(station, [CENTRE]);
      const away = { lat: CENTRE.lat + 0.1, lng: CENTRE.lng };
      await given.move(station, id, away);
      expect(await around(station, CENTRE, 1000)).toEqual([]);
      expect(await around(station, away, 1000)).toEqual([id]);
    });

    it.each(['street', 'area'] as const)('leaves out what is known only to the %s', async (precision) => {
      const station = await given.station();
      const [id = ''] = await given.open(station, [{ ...CENTRE, precision }]);
      expect(await around(station, CENTRE, 10_000)).toEqual([]);
      expect(await given.board.row(station, id)).toBeNull();
      await given.move(station, id, { ...CENTRE, precision: 'door' });
      expect(await around(station, CENTRE, 10_000)).toEqual([id]);
      await given.move(station, id, { ...CENTRE, precision });
      expect(await around(station, CENTRE, 10_000)).toEqual([]);
    });

    it('gives each posting whole, in the circle as by its id', async () => {
      const station = await given.station();
      const ids = await given.open(station, fc.sample(spot, 5));
      const rows = new Map(
        [...(await given.board.inCircle(station, { ...CENTRE, radiusMetres: 60_000 }))].map((row) => [
          row.id,
          row,
        ]),
      );
      for (const id of ids) {
        const [wanted, byId, inCircle] = [
          await given.expected(station, id),
          await given.board.row(station, id),
          rows.get(id),
        ];
        if (!wanted || !byId || !inCircle) throw new Error(`posting ${id} is missing`);
        expect(plain(byId)).toEqual(plain(wanted));
        expect(plain(inCircle)).toEqual(plain(wanted));
      }
    });

    it('of an empty station, and of an id that is none, there is nothing', async () => {
      const station = await given.station();
      expect(await around(station, CENTRE, 50_000)).toEqual([]);
      expect(await given.board.row(station, '01890000-0000-7000-8000-000000000000')).toBeNull();
    });
  });
}
