import { sql } from 'drizzle-orm';
import {
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
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
    /** 统一社会信用代码, sealed: that of a sole trader stands for a person. */
    licenceSealed: bytes('licence_sealed'),
    /** HMAC of the licence number: the same number twice is found without being readable. */
    licenceIndex: text('licence_index'),
    /** Verification holds until this instant; null when never verified. */
    verifiedUntil: at('verified_until'),
    verifiedAt: at('verified_at'),
    /** Null also when the service account did it. */
    verifiedBy: uuid('verified_by').references(() => users.id, { onDelete: 'set null' }),
    /** Whose postings are not public any more, and why (a code). */
    blockedAt: at('blocked_at'),
    blockedBecause: text('blocked_because'),
    /** 未成年人保护法 art. 62: when the employer says that it last looked up the records of those who work with children. */
    childrenCheckedOn: date('children_checked_on', { mode: 'string' }),
    /** Contact person and phone, sealed together as JSON. */
    contactSealed: bytes('contact_sealed'),
    createdAt: createdAt(),
  },
  (t) => [
    unique('businesses_tenant').on(t.stationId, t.id),
    uniqueIndex('businesses_name').on(t.stationId, t.name, t.kind),
    uniqueIndex('businesses_licence')
      .on(t.stationId, t.licenceIndex)
      .where(sql`${t.licenceIndex} is not null`),
    index('businesses_verified').on(t.verifiedUntil),
  ],
);

/** Licences and phones of blocked businesses, as blind indexes: nobody comes back under them. */
export const barredKeys = pgTable(
  'barred_keys',
  {
    businessId: uuid('business_id').notNull(),
    stationId: stationId(),
    kind: text('kind').$type<'licence' | 'phone'>().notNull(),
    keyIndex: text('key_index').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.kind, t.keyIndex] }),
    index('barred_keys_key').on(t.stationId, t.kind, t.keyIndex),
    foreignKey({
      columns: [t.stationId, t.businessId],
      foreignColumns: [businesses.stationId, businesses.id],
    }),
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
