import type { Ctx, Services } from '../context';
import { fieldProblems } from '../http/zod-problems';
import { notFound, ruleBroken } from '../kernel/errors';
import type { Station, StationStore } from './ports';
import {
  type NewStation,
  newStationSchema,
  SLUG,
  type StationPlacesInput,
  stationPlacesSchema,
} from './schema';

/**
 * The station that the public means: named by slug, else by host name, else the only or first one.
 * @throws DomainError `not_found/station_not_found`
 */
export async function resolveStation(
  store: Pick<StationStore, 'all' | 'bySlug'>,
  wanted: { slug?: string | undefined; host?: string | undefined },
): Promise<Station> {
  const stations = await store.all();
  // A list that is remembered may lack what was made a moment ago.
  const found = wanted.slug
    ? (stations.find((station) => station.slug === wanted.slug) ?? (await bySlug(store, wanted.slug)))
    : (stations.find((station) => wanted.host && station.settings.hosts?.includes(wanted.host)) ??
      stations[0]);
  if (!found) throw notFound('station');
  return found;
}

/** What is no slug is not asked for: a NUL in it is an error to the database. */
async function bySlug(store: Pick<StationStore, 'bySlug'>, slug: string): Promise<Station | null> {
  return SLUG.test(slug) ? store.bySlug(slug) : null;
}

/**
 * The slug that an address of this station has to name (`?station=slug`), because its host alone would lead to
 * another one.
 * @param host host name of the address, without port
 * @returns undefined when the host is enough
 */
export async function slugNeeded(
  ctx: Pick<Ctx, 'station' | 'stores'>,
  host: string,
): Promise<string | undefined> {
  const meant = await resolveStation(ctx.stores.stations, { host });
  return meant.id === ctx.station.id ? undefined : ctx.station.slug;
}

/**
 * Makes a station; the work of whoever runs the machine, since nobody belongs to it yet.
 * @throws DomainError `rule_broken/invalid`, `conflict/station_exists`
 */
export async function createStation(
  services: Pick<Services, 'ids' | 'tx'>,
  input: NewStation,
): Promise<Station> {
  const parsed = newStationSchema.safeParse(input);
  if (!parsed.success) throw ruleBroken(fieldProblems(parsed.error));
  const station: Station = { id: services.ids.next(), ...parsed.data, settings: {} };
  const entry = { stationId: station.id, entity: 'station', entityId: station.id };
  await services.tx(async (stores) => {
    await stores.stations.insert(station);
    await stores.audit.append([{ ...entry, actor: 'system', action: 'station.create' }]);
  });
  return station;
}

/**
 * Names the places that a station's people start from; the list replaces the one before.
 * @returns how many there are now
 * @throws DomainError `not_found/station_not_found`, `rule_broken`
 */
export async function setPlaces(
  services: Pick<Services, 'tx'>,
  slug: string,
  input: StationPlacesInput,
): Promise<number> {
  const parsed = stationPlacesSchema.safeParse(input);
  if (!parsed.success) throw ruleBroken(fieldProblems(parsed.error));
  await services.tx(async (stores) => {
    const station = await stores.stations.bySlug(slug);
    if (!station) throw notFound('station');
    await stores.stations.setPlaces(station.id, parsed.data);
    const entry = { stationId: station.id, entity: 'station', entityId: station.id };
    await stores.audit.append([{ ...entry, actor: 'system', action: 'station.places' }]);
  });
  return parsed.data.length;
}
