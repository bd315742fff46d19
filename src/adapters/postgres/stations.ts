import { asc, eq, sql } from 'drizzle-orm';
import { stations } from '../../db/schema';
import { type Db, sqlState, UNIQUE_VIOLATION } from '../../db/tx';
import { conflict } from '../../kernel/errors';
import type { Station, StationStore } from '../../stations';

/** StationStore over PostgreSQL. */
export function createStationStore(db: Db): StationStore {
  const stationOf = (row: typeof stations.$inferSelect): Station => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    lat: row.lat,
    lng: row.lng,
    areaClass: row.areaClass,
    settings: row.settings,
  });
  const set = async (id: string, setting: object) => {
    await db
      .update(stations)
      .set({ settings: sql`${stations.settings} || ${JSON.stringify(setting)}::jsonb` })
      .where(eq(stations.id, id));
  };
  return {
    async all() {
      return (await db.select().from(stations).orderBy(asc(stations.createdAt), asc(stations.id))).map(
        stationOf,
      );
    },
    async bySlug(slug) {
      const [row] = await db.select().from(stations).where(eq(stations.slug, slug));
      return row ? stationOf(row) : null;
    },
    async byId(id) {
      const [row] = await db.select().from(stations).where(eq(stations.id, id));
      return row ? stationOf(row) : null;
    },
    async insert(station) {
      try {
        await db.insert(stations).values(station);
      } catch (error) {
        if (sqlState(error) === UNIQUE_VIOLATION) throw conflict('station_exists');
        throw error;
      }
    },
    setPlaces: (id, places) => set(id, { places }),
    setRequireVerified: (id, demanded) => set(id, { requireVerified: demanded }),
  };
}
