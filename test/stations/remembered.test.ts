import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rememberStations, resolveStation } from '../../src/stations';
import { openTestStation, type TestStation } from '../support/station';

describe('stations that are remembered', () => {
  let t: TestStation;
  beforeAll(async () => {
    t = await openTestStation();
  });
  afterAll(() => t.close());

  it('are read again after a second, or when they are changed here', async () => {
    let now = 0;
    const direct = t.open.services.stores.stations;
    const store = rememberStations(direct, () => now);
    const [station] = await store.all();
    if (!station) throw new Error('no station');
    const names = async () => (await store.all()).find(({ id }) => id === station.id)?.settings.places;

    await direct.setPlaces(station.id, [{ name: '北苑', lat: 35.19, lng: 113.26 }]);
    expect(await names()).toEqual(station.settings.places);
    now = 1_000;
    expect(await names()).toMatchObject([{ name: '北苑' }]);
    await store.setPlaces(station.id, [{ name: '南苑', lat: 35.18, lng: 113.26 }]);
    expect(await names()).toMatchObject([{ name: '南苑' }]);
  });

  it('do not hide one that another process has just made', async () => {
    const store = rememberStations(t.open.services.stores.stations, () => 0);
    await store.all();
    const made = await t.mintStation();
    expect((await resolveStation(store, { slug: made.slug })).id).toBe(made.id);
    await expect(resolveStation(store, { slug: 'nowhere' })).rejects.toThrow();
  });
});
