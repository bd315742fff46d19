import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Point } from '../../src/kernel/geo';
import { HOME } from './builders';
import { testRouter } from './valhalla';

/** A street router for a suite, and a place on its map. */
export interface StreetServer {
  url: string;
  at: Point;
  /** Whether it is a real Valhalla. */
  isReal: boolean;
  stop(): Promise<void>;
}

/** The server at VALHALLA_URL; where that is not set, a small one that speaks its protocol over a made-up town. */
export async function openStreets(): Promise<StreetServer> {
  const real = testRouter();
  if (real) return { ...real, isReal: true, stop: async () => {} };
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk) => chunks.push(chunk));
    incoming.on('end', () => {
      const { status, body } = townAnswer(JSON.parse(Buffer.concat(chunks).toString()));
      outgoing.writeHead(status, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    at: HOME,
    isReal: false,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Place {
  lat: number;
  lon: number;
}
interface Question {
  sources: Place[];
  targets: Place[];
  costing: string;
  costing_options: Record<string, Record<string, number>>;
}

const METRES_PER_DEGREE = 111_195;
/** North of here lies a river without a bridge; beyond the map there is no street. */
const RIVER_METRES = 900;
const MAP_METRES = 4_000;

/**
 * A town of streets that run north and east, some of them one-way for vehicles: eastwards takes a quarter longer. Whole
 * seconds, as Valhalla has them; of more places than targets it reckons backwards, and comes to other seconds.
 */
function townAnswer({ sources, targets, costing, costing_options }: Question) {
  const all = [...sources, ...targets];
  if (all.some((place) => Math.max(...offsets(place).map(Math.abs)) > MAP_METRES)) {
    return { status: 400, body: { error_code: 171, error: 'No suitable edges near location' } };
  }
  const option = costing_options[costing] ?? {};
  const kmh = option.walking_speed ?? option.cycling_speed ?? option.top_speed ?? 5;
  const isBackwards = sources.length > targets.length;
  const rows = sources.map((from, from_index) =>
    targets.map((to, to_index) => {
      const [[fromEast, fromNorth], [toEast, toNorth]] = [offsets(from), offsets(to)];
      if (fromNorth > RIVER_METRES !== toNorth > RIVER_METRES) {
        return { from_index, to_index, time: null, distance: null };
      }
      const east = toEast - fromEast;
      const metres = Math.abs(toNorth - fromNorth) + Math.abs(east);
      const slower = costing !== 'pedestrian' && east > 0 ? 1.25 : 1;
      const time = Math.round((metres * slower * 3.6) / kmh) + (isBackwards ? 7 : 0);
      return { from_index, to_index, time, distance: metres / 1000 };
    }),
  );
  return { status: 200, body: { sources_to_targets: rows, sources, targets, units: 'kilometers' } };
}

/** Metres east and north of the middle of the town. */
function offsets({ lat, lon }: Place): [east: number, north: number] {
  const east = Math.cos((HOME.lat * Math.PI) / 180);
  return [(lon - HOME.lng) * METRES_PER_DEGREE * east, (lat - HOME.lat) * METRES_PER_DEGREE];
}
