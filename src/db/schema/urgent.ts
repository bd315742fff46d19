import { sql } from 'drizzle-orm';
import { foreignKey, index, pgTable, smallint, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { candidates } from './candidates';
import { at, id } from './columns';
import { jobs } from './jobs';
import { stationId } from './stations';
import { users } from './users';

/** 即时快招: a posting whose hours are near is offered to people, wave after wave. One at a time for a posting. */
export const urgentFills = pgTable(
  'urgent_fills',
  {
    id: id(),
    stationId: stationId(),
    jobId: uuid('job_id').notNull(),
    startedBy: uuid('started_by').references(() => users.id, { onDelete: 'set null' }),
    startedAt: at('started_at').notNull(),
    /** From then on nobody can come in time. */
    beginsAt: at('begins_at').notNull(),
    /** Free places when it was started. */
    places: smallint('places').notNull(),
    /** Waves sent so far. */
    wave: smallint('wave').notNull().default(0),
    endedAt: at('ended_at'),
    endedBecause: text('ended_because').$type<'filled' | 'closed' | 'nobody' | 'begun'>(),
  },
  (t) => [
    unique('urgent_fills_tenant').on(t.stationId, t.id),
    uniqueIndex('urgent_fills_running').on(t.jobId).where(sql`${t.endedAt} is null`),
    index('urgent_fills_job').on(t.jobId, t.startedAt),
    foreignKey({ columns: [t.stationId, t.jobId], foreignColumns: [jobs.stationId, jobs.id] }),
  ],
);

/** One person asked whether they come; `late`: said yes when the place was gone. */
export const offers = pgTable(
  'offers',
  {
    id: id(),
    stationId: stationId(),
    fillId: uuid('fill_id').notNull(),
    jobId: uuid('job_id').notNull(),
    candidateId: uuid('candidate_id').notNull(),
    wave: smallint('wave').notNull(),
    sentAt: at('sent_at').notNull(),
    answeredAt: at('answered_at'),
    answer: text('answer').$type<'accepted' | 'declined' | 'expired' | 'late'>(),
  },
  (t) => [
    uniqueIndex('offers_once').on(t.fillId, t.candidateId),
    index('offers_candidate').on(t.candidateId, t.sentAt),
    foreignKey({ columns: [t.stationId, t.fillId], foreignColumns: [urgentFills.stationId, urgentFills.id] }),
    foreignKey({ columns: [t.stationId, t.jobId], foreignColumns: [jobs.stationId, jobs.id] }),
    foreignKey({
      columns: [t.stationId, t.candidateId],
      foreignColumns: [candidates.stationId, candidates.id],
    }).onDelete('cascade'),
  ],
);
