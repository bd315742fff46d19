import { notFound } from '../kernel/errors';
import type { Station, StationStore } from './ports';

/**
 * The station that the public means: named by slug, else by host name, else the only or first one.
 * @throws DomainError `not_found/station_not_found`
 */
export async function resolveStation(
  store: Pick<StationStore, 'all'>,
  wanted: { slug?: string | undefined; host?: string | undefined },
): Promise<Station> {
  const stations = await store.all();
  const found = wanted.slug
    ? stations.find((station) => station.slug === wanted.slug)
    : (stations.find((station) => wanted.host && station.settings.hosts?.includes(wanted.host)) ??
      stations[0]);
  if (!found) throw notFound('station');
  return found;
}
