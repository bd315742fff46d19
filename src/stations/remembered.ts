import type { Station, StationStore } from './ports';

/** How long stations are taken to be as they were, ms. Another process may have changed their settings. */
const REMEMBERED_MS = 1_000;

/**
 * Stations as they were read a moment ago: every request asks which one is meant, and they change a few times a year. What
 * is changed through this store is seen at once, what another process changes within a second.
 * @param now monotonic, ms
 */
export function rememberStations(
  store: StationStore,
  now: () => number = () => performance.now(),
): StationStore {
  let known: { stations: Promise<Station[]>; until: number } | null = null;
  const forgetAfter = async <T>(change: Promise<T>): Promise<T> => {
    try {
      return await change;
    } finally {
      known = null;
    }
  };
  return {
    ...store,
    all() {
      if (known && now() < known.until) return known.stations;
      const stations = store.all();
      const reading = { stations, until: now() + REMEMBERED_MS };
      known = reading;
      stations.catch(() => {
        if (known === reading) known = null;
      });
      return stations;
    },
    insert: (station) => forgetAfter(store.insert(station)),
    setPlaces: (id, places) => forgetAfter(store.setPlaces(id, places)),
    setRequireVerified: (id, demanded) => forgetAfter(store.setRequireVerified(id, demanded)),
  };
}
