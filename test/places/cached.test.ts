import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/kernel/geo';
import { createCachedTravelTime, estimate, type TravelTime } from '../../src/places';
import { HOME, streetMetresNorth } from '../support/builders';

/** The estimate, which notes what it is asked. */
function noting() {
  const asked: { from: Point; points: number }[] = [];
  const circles: number[] = [];
  const inner: TravelTime = {
    ...estimate,
    journeys(from, mode, to) {
      asked.push({ from, points: to.length });
      return estimate.journeys(from, mode, to);
    },
    journeysTo(from, mode, to) {
      asked.push({ from: to, points: from.length });
      return estimate.journeysTo(from, mode, to);
    },
    circle(from, mode, minutes) {
      circles.push(minutes);
      return estimate.circle(from, mode, minutes);
    },
  };
  return { asked, circles, inner };
}
const doors = [300, 600, 900].map((metres) => streetMetresNorth(metres));

describe('a travel time that remembers', () => {
  it('asks once for each pair of places and mode', async () => {
    const { asked, inner } = noting();
    const cached = createCachedTravelTime(inner, () => 0);
    const first = await cached.journeys(HOME, 'walk', doors.slice(0, 2));
    const second = await cached.journeys(HOME, 'walk', doors);
    expect(second.to.slice(0, 2)).toEqual(first.to);
    await cached.journeys(HOME, 'walk', [...doors].reverse());
    expect(asked.map(({ points }) => points)).toEqual([2, 1]);
    await cached.journeys(HOME, 'bike', doors);
    expect(asked.map(({ points }) => points)).toEqual([2, 1, 3]);
  });

  it('asks once for a place that is named twice, and answers in order', async () => {
    const { asked, inner } = noting();
    const { to } = await createCachedTravelTime(inner, () => 0).journeys(HOME, 'walk', [
      ...doors,
      ...[...doors].reverse(),
    ]);
    expect(asked).toMatchObject([{ points: 3 }]);
    expect(to.slice(3)).toEqual(to.slice(0, 3).reverse());
    // Places are rounded to a decimetre.
    expect(Math.abs((to[0]?.metres ?? 0) - 300)).toBeLessThan(0.2);
  });

  it('takes places within centimetres for one, and answers alike whoever asked first', async () => {
    const near = { lat: HOME.lat + 3e-7, lng: HOME.lng - 3e-7 };
    const there = createCachedTravelTime(noting().inner, () => 0);
    const back = createCachedTravelTime(noting().inner, () => 0);
    await there.journeys(HOME, 'walk', doors);
    await back.journeys(near, 'walk', doors);
    expect(await there.journeys(near, 'walk', doors)).toEqual(await back.journeys(HOME, 'walk', doors));
  });

  it('knows from the one side what it was told on the other', async () => {
    const { asked, inner } = noting();
    const cached = createCachedTravelTime(inner, () => 0);
    const [door = HOME] = doors;
    const arrivals = await cached.journeysTo([HOME, ...doors, HOME], 'walk', door);
    expect(asked.map(({ points }) => points)).toEqual([4]);
    const own = await cached.journeys(HOME, 'walk', [door]);
    expect(arrivals[0]).toEqual({ journey: own.to[0], offsetMetres: own.offsetMetres });
    expect(arrivals[4]).toEqual(arrivals[0]);
    await cached.journeys(HOME, 'walk', doors);
    await cached.journeysTo([HOME, ...doors], 'walk', doors[1] ?? HOME);
    expect(asked.map(({ points }) => points)).toEqual([4, 2, 3]);
  });

  it('asks again where no street was near', async () => {
    let asked = 0;
    const cached = createCachedTravelTime({
      ...estimate,
      journeysTo: async (from) => {
        asked++;
        return from.map(() => null);
      },
    });
    expect(await cached.journeysTo([HOME], 'walk', HOME)).toEqual([null]);
    expect(await cached.journeysTo([HOME], 'walk', HOME)).toEqual([null]);
    expect(asked).toBe(2);
  });

  it('forgets after its time, and the longest unused first when there is too much', async () => {
    let now = 0;
    const { asked, inner } = noting();
    const cached = createCachedTravelTime(inner, () => now, { journeys: 6, ms: 100 });
    const [a, b, c] = [0, 1, 2].map((i) => streetMetresNorth(50 * i)) as [Point, Point, Point];
    await cached.journeys(a, 'walk', doors);
    await cached.journeys(b, 'walk', doors);
    await cached.journeys(a, 'walk', doors);
    await cached.journeys(c, 'walk', doors);
    expect(asked).toHaveLength(3);
    await cached.journeys(a, 'walk', doors);
    expect(asked).toHaveLength(3);
    await cached.journeys(b, 'walk', doors);
    expect(asked).toHaveLength(4);
    now = 100;
    await cached.journeys(a, 'walk', doors);
    expect(asked).toHaveLength(5);
  });

  it('remembers circles for as long', async () => {
    let now = 0;
    const { circles, inner } = noting();
    const cached = createCachedTravelTime(inner, () => now, { ms: 100 });
    await cached.circle(HOME, 'walk', 15);
    await cached.circle(HOME, 'walk', 15);
    await cached.circle(HOME, 'walk', 20);
    now = 100;
    await cached.circle(HOME, 'walk', 15);
    expect(circles).toEqual([15, 20, 15]);
  });

  it('keeps nothing of a question that failed', async () => {
    let fails = true;
    const cached = createCachedTravelTime({
      ...estimate,
      journeys: (from, mode, to) =>
        fails ? Promise.reject(new Error('down')) : estimate.journeys(from, mode, to),
    });
    await expect(cached.journeys(HOME, 'walk', doors)).rejects.toThrow('down');
    fails = false;
    expect((await cached.journeys(HOME, 'walk', doors)).to).toHaveLength(3);
  });
});
