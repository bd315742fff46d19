import { sql } from 'drizzle-orm';
import { foreignKey, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, bytes, createdAt, id } from './columns';
import { stationId } from './stations';
import { users } from './users';

/** 用工方: shops, companies and households. Matched at import by name and kind. */
export const businesses = pgTable(
  'businesses',
  {
    id: id(),
    stationId: stationId(),
    name: text('name').notNull(),
    kind: text('kind').$type<'shop' | 'company' | 'household'>().notNull(),
    /** 统一社会信用代码, where the business has one. */
    licence: text('licence'),
    /** Verification holds until this instant; null when never verified. */
    verifiedUntil: at('verified_until'),
    /** Contact person and phone, sealed together as JSON. */
    contactSealed: bytes('contact_sealed'),
    createdAt: createdAt(),
  },
  (t) => [
    unique('businesses_tenant').on(t.stationId, t.id),
    uniqueIndex('businesses_name').on(t.stationId, t.name, t.kind),
    uniqueIndex('businesses_licence').on(t.stationId, t.licence).where(sql`${t.licence} is not null`),
  ],
);

/** Which accounts act for a business. */
export const businessMembers = pgTable(
  'business_members',
  {
    businessId: uuid('business_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    stationId: stationId(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.userId] }),
    foreignKey({
      columns: [t.stationId, t.businessId],
      foreignColumns: [businesses.stationId, businesses.id],
    }),
  ],
);
