import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { businesses } from './businesses';
import { at, bytes, createdAt } from './columns';
import { jobs } from './jobs';
import { stationId } from './stations';
import { users } from './users';

/**
 * 上岗: a person hired through the station, with the pay as it was agreed then. The id is that of the referral; no
 * foreign key, for the ledger of wages outlives the tie to a person who has had their data erased.
 */
export const placements = pgTable(
  'placements',
  {
    id: uuid('id').primaryKey(),
    stationId: stationId(),
    jobId: uuid('job_id').notNull(),
    businessId: uuid('business_id').notNull(),
    payAmountFen: integer('pay_amount_fen'),
    payUnit: text('pay_unit').$type<'hour' | 'day' | 'shift' | 'month' | 'piece'>(),
    expectedHours: doublePrecision('expected_hours'),
    settlement: text('settlement').$type<'daily' | 'weekly' | 'biweekly' | 'monthly' | 'on_completion'>(),
    engagement: text('engagement').$type<'part_time' | 'full_time' | 'task'>().notNull(),
    hiredAt: at('hired_at').notNull(),
    /** Last date of the work, once it is known. */
    endsOn: date('ends_on', { mode: 'string' }),
    /** The first date on which unpaid work of this placement falls due; null while nothing is open. */
    nextDueOn: date('next_due_on', { mode: 'string' }),
    /** What fell due before this date was dealt with in a case that is closed. */
    dealtWithBefore: date('dealt_with_before', { mode: 'string' }),
    createdAt: createdAt(),
  },
  (t) => [
    unique('placements_tenant').on(t.stationId, t.id),
    index('placements_business').on(t.stationId, t.businessId, t.id),
    index('placements_due').on(t.nextDueOn).where(sql`${t.nextDueOn} is not null`),
    foreignKey({ columns: [t.stationId, t.jobId], foreignColumns: [jobs.stationId, jobs.id] }),
    foreignKey({
      columns: [t.stationId, t.businessId],
      foreignColumns: [businesses.stationId, businesses.id],
    }),
  ],
);

/**
 * 工时工钱台账: what one side says of one work date. The newest entry of a side about a date stands, the older ones
 * stay; the serving role may only append.
 */
export const workEntries = pgTable(
  'work_entries',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    stationId: stationId(),
    placementId: uuid('placement_id').notNull(),
    workDate: date('work_date', { mode: 'string' }).notNull(),
    kind: text('kind').$type<'hours' | 'paid'>().notNull(),
    /** Whose word it is. */
    side: text('side').$type<'worker' | 'employer'>().notNull(),
    /** Whether staff wrote it down for them. */
    atDesk: boolean('at_desk').notNull().default(false),
    minutes: integer('minutes'),
    amountFen: integer('amount_fen'),
    paidOn: date('paid_on', { mode: 'string' }),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [
    index('work_entries_placement').on(t.placementId, t.seq),
    foreignKey({
      columns: [t.stationId, t.placementId],
      foreignColumns: [placements.stationId, placements.id],
    }),
  ],
);

/** 欠薪诉求: pay that has not come, looked after by one member of staff. At most one is open for a placement. */
export const wageCases = pgTable(
  'wage_cases',
  {
    id: uuid('id').primaryKey(),
    stationId: stationId(),
    placementId: uuid('placement_id').notNull(),
    businessId: uuid('business_id').notNull(),
    reason: text('reason').$type<'overdue' | 'not_paid'>().notNull(),
    state: text('state').$type<'open' | 'handed_over' | 'closed'>().notNull().default('open'),
    ownerId: uuid('owner_id').references(() => users.id, { onDelete: 'set null' }),
    /** What was open when the case was made, fen; null when nobody has said any hours. */
    amountFen: integer('amount_fen'),
    outcome: text('outcome').$type<'paid' | 'agreed' | 'unfounded' | 'authority'>(),
    openedAt: at('opened_at').notNull(),
    closedAt: at('closed_at'),
  },
  (t) => [
    unique('wage_cases_tenant').on(t.stationId, t.id),
    uniqueIndex('wage_cases_open').on(t.placementId).where(sql`${t.state} <> 'closed'`),
    index('wage_cases_business').on(t.stationId, t.businessId, t.state),
    index('wage_cases_owner').on(t.ownerId, t.state),
    foreignKey({
      columns: [t.stationId, t.placementId],
      foreignColumns: [placements.stationId, placements.id],
    }),
  ],
);

/** 接访—交办—回访: what was done about a case, in order. Notes are sealed; the serving role may only append. */
export const wageCaseSteps = pgTable(
  'wage_case_steps',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    stationId: stationId(),
    caseId: uuid('case_id').notNull(),
    kind: text('kind').$type<'opened' | 'handed_over' | 'noted' | 'closed'>().notNull(),
    ownerId: uuid('owner_id').references(() => users.id, { onDelete: 'set null' }),
    noteSealed: bytes('note_sealed'),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [
    index('wage_case_steps_case').on(t.caseId, t.seq),
    foreignKey({ columns: [t.stationId, t.caseId], foreignColumns: [wageCases.stationId, wageCases.id] }),
  ],
);
