import {
  bigint,
  bigserial,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
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
  (t) => [index('audit_entity').on(t.entityId), index('audit_station').on(t.stationId, t.createdAt)],
);

/**
 * The chain over the lines of the audit log, one a station: each link's hash covers the hash before it and the
 * line. Written after the lines, in their own time (docs/adr/0007-audit-chain.md). The serving role may only append.
 */
export const auditChain = pgTable(
  'audit_chain',
  {
    stationId: stationId(),
    /** 1, 2, 3 … within the station. */
    number: bigint('number', { mode: 'number' }).notNull(),
    /** The line of the audit log. No foreign key: a line that was taken away must be missed, not impossible. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** SHA-256, see `linkOf`. */
    hash: bytes('hash').notNull(),
    /** When the line was written, as it stood there. */
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.stationId, t.number] }), unique('audit_chain_seq').on(t.seq)],
);

/** Ends of the chain, signed with the station's key when they were its end. The serving role may only append. */
export const auditSignatures = pgTable(
  'audit_signatures',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    stationId: stationId(),
    number: bigint('number', { mode: 'number' }).notNull(),
    /** Station, number and hash, sealed by the vault. */
    signature: bytes('signature').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('audit_signatures_link').on(t.stationId, t.number)],
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
