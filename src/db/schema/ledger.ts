import { bigserial, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { businesses } from './businesses';
import { at, bytes, createdAt, id } from './columns';
import { stationId } from './stations';

/** Who did what to which row: ids and codes only, no personal text. The serving role may only append. */
export const audit = pgTable(
  'audit',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    stationId: stationId(),
    /** User id, or the word `public`, `service`, `system`. */
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    entity: text('entity').notNull(),
    entityId: uuid('entity_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('audit_entity').on(t.entityId), index('audit_station').on(t.stationId, t.seq)],
);

/** Changes that the search index has yet to hear of, written in the transaction that made them. */
export const outbox = pgTable(
  'outbox',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    stationId: stationId(),
    entityId: uuid('entity_id').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Not tried again before this instant: back-off after a failure. */
    availableAt: at('available_at').notNull().defaultNow(),
    lastError: text('last_error'),
    createdAt: createdAt(),
  },
  (t) => [index('outbox_available').on(t.availableAt, t.seq)],
);

/** Answers kept for 24 hours so that a repeated unsafe call does its work once. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** Station and actor under which the key was used. */
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    /** SHA-256 of method, path and body. */
    request: text('request').notNull(),
    /** Null while the first call is still under way. */
    status: integer('status'),
    contentType: text('content_type'),
    /** The answer's body, sealed: it may hold personal data. */
    bodySealed: bytes('body_sealed'),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.key] }), index('idempotency_age').on(t.createdAt)],
);

/** Messages for a business inside the station: a posting about to expire, a new interest. */
export const notices = pgTable(
  'notices',
  {
    id: id(),
    stationId: stationId(),
    businessId: uuid('business_id')
      .notNull()
      .references(() => businesses.id),
    code: text('code').notNull(),
    entityId: uuid('entity_id').notNull(),
    values: jsonb('values').$type<Record<string, string | number>>().notNull().default({}),
    readAt: at('read_at'),
    createdAt: createdAt(),
  },
  (t) => [
    index('notices_business').on(t.businessId, t.createdAt),
    index('notices_entity').on(t.entityId, t.code),
  ],
);
