import type { Ctx, Services } from '../context';
import { DomainError } from '../kernel/errors';
import { type Station, setPlaces } from '../stations';
import { STATION_TITLE } from '../web/text/zh-CN';
import { demoStation, seedDemo } from './demo';
import type { OpenStation } from './station';

/** A context for work that nobody signed in for: seeding, commands. It acts as the station's service account. */
export function systemCtx(services: Services, station: Station): Ctx {
  return { ...services, station, actor: { kind: 'service', stationId: station.id }, requestId: 'system' };
}

/**
 * Makes sure that there is a station: the demo station in an empty database when DEMO is on, else an empty one
 * at STATION_LAT/STATION_LNG. A demo that was cut off while it was being made is completed.
 * @returns the stations, and whether the demo was just seeded
 */
export async function ensureFirstStation(
  open: OpenStation,
): Promise<{ stations: Station[]; seeded: boolean }> {
  const { services, env } = open;
  const { stations } = services.stores;
  const found = await stations.all();
  if (env.DEMO === 'on' && (found.length === 0 || found.some(isDemo))) {
    const seeded = await ensureDemo(open);
    return { stations: await stations.all(), seeded };
  }
  if (found.length > 0) return { stations: found, seeded: false };
  const { STATION_LAT: lat, STATION_LNG: lng } = env;
  await insertOnce(services, { slug: 'station', name: STATION_TITLE, lat, lng, areaClass: 1 });
  return { stations: await stations.all(), seeded: false };
}

/** What the end of seeding leaves in the audit log of the station. */
const SEEDED = 'demo.seeded';

/** Whether a station is the demo, whose staff have public passwords. */
export const isDemo = (station: Station) => station.slug === demoStation().slug;

/**
 * Makes the demo station and fills it, unless that was done before. Two servers that start at once do it once.
 * @param again fills in what is missing although it was done before
 * @returns whether anything was done
 */
export async function ensureDemo({ services, accounts }: OpenStation, again = false): Promise<boolean> {
  const { slug, name, lat, lng, areaClass, estates } = demoStation();
  await insertOnce(services, { slug, name, lat, lng, areaClass });
  return services.tx(async (stores) => {
    await stores.jobs.lockImports('demo');
    const station = await stores.stations.bySlug(slug);
    if (!station) return false;
    // A demo that was made before stations had places of their own gets them, too; a list made since stays.
    if (station.settings.places === undefined) await setPlaces(services, slug, estates);
    const past = await stores.audit.ofEntity(station.id, station.id, 100);
    if (!again && past.some(({ action }) => action === SEEDED)) return false;
    await seedDemo(systemCtx(services, station), accounts);
    const entry = { stationId: station.id, entity: 'station', entityId: station.id };
    await stores.audit.append([{ ...entry, actor: 'system', action: SEEDED }]);
    return true;
  });
}

/** Inserts a station; one that is there already stays as it is. */
async function insertOnce(services: Services, station: Omit<Station, 'id' | 'settings'>): Promise<void> {
  try {
    await services.stores.stations.insert({ id: services.ids.next(), ...station, settings: {} });
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'station_exists')) throw error;
  }
}
