import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { candidates, walkIns } from './candidates';
import { at, id } from './columns';
import { jobs } from './jobs';
import { stationId } from './stations';
import { users } from './users';

/**
 * 举报: somebody says that something is wrong with a posting. Who it was is not known: keyed hashes tell for two weeks
 * whether two reports of one posting came from one place, then they are forgotten.
 */
export const reports = pgTable(
  'reports',
  {
    id: id(),
    stationId: stationId(),
    jobId: uuid('job_id').notNull(),
    code: text('code').notNull(),
    /** HMAC of posting and address. */
    addressHash: text('address_hash'),
    /** HMAC of posting and account, of those who are signed in. */
    accountHash: text('account_hash'),
    createdAt: at('created_at').notNull(),
    /** When staff had looked at it. */
    handledAt: at('handled_at'),
  },
  (t) => [
    index('reports_job').on(t.jobId, t.handledAt),
    unique('reports_address_once').on(t.jobId, t.addressHash),
    unique('reports_account_once').on(t.jobId, t.accountHash),
    index('reports_known').on(t.createdAt).where(sql`${t.addressHash} is not null`),
    foreignKey({ columns: [t.stationId, t.jobId], foreignColumns: [jobs.stationId, jobs.id] }),
  ],
);

/** What was decided about a posting, and what its shop was told. */
export const jobDecisions = pgTable(
  'job_decisions',
  {
    id: id(),
    stationId: stationId(),
    jobId: uuid('job_id').notNull(),
    decision: text('decision')
      .$type<'approved' | 'returned' | 'blocked' | 'hidden' | 'dismissed'>()
      .notNull(),
    reason: text('reason'),
    /** Words of staff to the shop. */
    note: text('note'),
    /** Null for the station itself and the service account. */
    decidedBy: uuid('decided_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    index('job_decisions_job').on(t.jobId, t.createdAt),
    foreignKey({ columns: [t.stationId, t.jobId], foreignColumns: [jobs.stationId, jobs.id] }),
  ],
);

/** Who has to hear that a posting was blocked, and whether they have. */
export const warnings = pgTable(
  'warnings',
  {
    id: id(),
    stationId: stationId(),
    jobId: uuid('job_id').notNull(),
    candidateId: uuid('candidate_id'),
    walkInId: uuid('walk_in_id'),
    /** `unreachable`: no phone or no consent; `failed`: the gateway refused again and again. */
    state: text('state').$type<'waiting' | 'sent' | 'unreachable' | 'failed'>().notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    /** Not tried before this instant. */
    dueAt: at('due_at').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('warnings_candidate_once')
      .on(t.jobId, t.candidateId)
      .where(sql`${t.candidateId} is not null`),
    uniqueIndex('warnings_walk_in_once').on(t.jobId, t.walkInId).where(sql`${t.walkInId} is not null`),
    index('warnings_due').on(t.dueAt).where(sql`${t.state} = 'waiting'`),
    index('warnings_candidate').on(t.candidateId, t.createdAt),
    foreignKey({ columns: [t.stationId, t.jobId], foreignColumns: [jobs.stationId, jobs.id] }),
    foreignKey({
      columns: [t.stationId, t.candidateId],
      foreignColumns: [candidates.stationId, candidates.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.stationId, t.walkInId],
      foreignColumns: [walkIns.stationId, walkIns.id],
    }).onDelete('cascade'),
    check('warnings_of_someone', sql`(${t.candidateId} is null) <> (${t.walkInId} is null)`),
  ],
);
