import { sql } from 'drizzle-orm';
import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A primary key: UUID version 7, made by the application so that it is known before the row is written. */
export const id = () => uuid('id').primaryKey();

/** An instant; read and written as `Date`. */
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** When the row was made, by the database's clock. */
export const createdAt = () => at('created_at').notNull().default(sql`now()`);

/** Raw bytes: sealed personal data, packed board rows. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => new Uint8Array(value),
  toDriver: (value) => Buffer.from(value),
});

/** A point in Web-Mercator metres (EPSG:3857); see board.ts for why. */
export const mercatorPoint = customType<{ data: string }>({ dataType: () => 'point' });

/** Lexemes with weights for the Postgres text engine. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** A transaction id that never wraps around, as text. */
export const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });
