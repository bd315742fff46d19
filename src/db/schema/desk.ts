import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { candidates, walkIns } from './candidates';
import { at, bytes, createdAt, id } from './columns';
import { jobs } from './jobs';
import { stationId } from './stations';
import { users } from './users';

/** 备选名单: what a walk-in takes home, in the order staff chose. */
export const shortlists = pgTable(
  'shortlists',
  {
    walkInId: uuid('walk_in_id').notNull(),
    jobId: uuid('job_id').notNull(),
    stationId: stationId(),
    position: smallint('position').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.walkInId, t.jobId] }),
    foreignKey({
      columns: [t.stationId, t.walkInId],
      foreignColumns: [walkIns.stationId, walkIns.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.stationId, t.jobId], foreignColumns: [jobs.stationId, jobs.id] }),
  ],
);

/** 推荐: the station sends a person to a job. One person goes to one job once. */
export const referrals = pgTable(
  'referrals',
  {
    id: id(),
    stationId: stationId(),
    jobId: uuid('job_id').notNull(),
    candidateId: uuid('candidate_id'),
    walkInId: uuid('walk_in_id'),
    /** Kind of the latest event, or 'referred' before there is one. */
    state: text('state')
      .$type<
        'referred' | 'contacted' | 'interview' | 'hired' | 'declined' | 'no_show' | 'finished' | 'revisited'
      >()
      .notNull()
      .default('referred'),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    unique('referrals_tenant').on(t.stationId, t.id),
    index('referrals_job').on(t.jobId, t.state),
    index('referrals_candidate').on(t.candidateId).where(sql`${t.candidateId} is not null`),
    index('referrals_walk_in').on(t.walkInId).where(sql`${t.walkInId} is not null`),
    uniqueIndex('referrals_candidate_once')
      .on(t.jobId, t.candidateId)
      .where(sql`${t.candidateId} is not null`),
    uniqueIndex('referrals_walk_in_once').on(t.jobId, t.walkInId).where(sql`${t.walkInId} is not null`),
    foreignKey({ columns: [t.stationId, t.jobId], foreignColumns: [jobs.stationId, jobs.id] }),
    foreignKey({
      columns: [t.stationId, t.candidateId],
      foreignColumns: [candidates.stationId, candidates.id],
    }),
    foreignKey({ columns: [t.stationId, t.walkInId], foreignColumns: [walkIns.stationId, walkIns.id] }),
    check('referrals_of_someone', sql`(${t.candidateId} is null) <> (${t.walkInId} is null)`),
  ],
);

/** What happened to a referral, in order. Notes are sealed: they are about people. */
export const referralEvents = pgTable(
  'referral_events',
  {
    id: id(),
    stationId: stationId(),
    referralId: uuid('referral_id').notNull(),
    kind: text('kind').notNull(),
    noteSealed: bytes('note_sealed'),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [
    index('referral_events_referral').on(t.referralId, t.createdAt),
    foreignKey({ columns: [t.stationId, t.referralId], foreignColumns: [referrals.stationId, referrals.id] }),
  ],
);
