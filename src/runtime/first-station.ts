import type { Ctx, Services } from '../context';
import type { Station } from '../stations';
import { STATION_TITLE } from '../web/text/zh-CN';
import { demoStation, seedDemo } from './demo';
import type { OpenStation } from './station';

/** A context for work that nobody signed in for: seeding, commands. It acts as the station's service account. */
export function systemCtx(services: Services, station: Station): Ctx {
  return { ...services, station, actor: { kind: 'service', stationId: station.id }, requestId: 'system' };
}

/**
 * Makes sure that there is a station: the demo station in an empty database when DEMO is on, else an empty one
 * at STATION_LAT/STATION_LNG.
 * @returns the stations, and whether the demo was just seeded
 */
export async function ensureFirstStation(
  open: OpenStation,
): Promise<{ stations: Station[]; seeded: boolean }> {
  const { services, env, accounts } = open;
  const stations = await services.stores.stations.all();
  if (stations.length > 0) return { stations, seeded: false };
  const demo = env.DEMO === 'on' ? demoStation() : null;
  const station: Station = {
    id: services.ids.next(),
    slug: demo?.slug ?? 'station',
    name: demo?.name ?? STATION_TITLE,
    lat: demo?.lat ?? env.STATION_LAT,
    lng: demo?.lng ?? env.STATION_LNG,
    areaClass: demo?.areaClass ?? 1,
    settings: {},
  };
  await services.stores.stations.insert(station);
  if (demo) await seedDemo(systemCtx(services, station), accounts);
  return { stations: [station], seeded: demo !== null };
}
