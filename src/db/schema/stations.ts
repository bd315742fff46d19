import { doublePrecision, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id } from './columns';

/** What a station may set for itself; weights are public (matching.md). */
export interface StationSettings {
  /** Weights of the score by part; absent parts keep the default. */
  weights?: Partial<
    Record<'time' | 'timeUnknown' | 'travel' | 'text' | 'pay' | 'skills' | 'freshness', number>
  >;
  /** Show only postings of businesses whose verification is current. */
  requireVerified?: boolean;
  /** Host names under which the public reaches this station. */
  hosts?: string[];
  /** Places that people start from, WGS-84 degrees. */
  places?: { name: string; lat: number; lng: number }[];
  /** Staff and admins must sign in with a second step. */
  requireSecondFactor?: boolean;
}

/** 零工驿站: the tenant. Every other row belongs to one. */
export const stations = pgTable('stations', {
  id: id(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  lat: doublePrecision('lat').notNull(),
  lng: doublePrecision('lng').notNull(),
  /** Area class 1–3 of the provincial hourly floor. */
  areaClass: smallint('area_class').notNull().default(1),
  settings: jsonb('settings').$type<StationSettings>().notNull().default({}),
  createdAt: createdAt(),
});

/** Foreign key to the station a row belongs to. */
export const stationId = () =>
  uuid('station_id')
    .notNull()
    .references(() => stations.id);
