import { sql } from 'drizzle-orm';
import {
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { businesses } from './businesses';
import { at, bytes, createdAt, id } from './columns';
import { stationId } from './stations';
import { users } from './users';

/** 岗位: postings. Columns follow the JobDraft of the contract; money in fen, times in minutes. */
export const jobs = pgTable(
  'jobs',
  {
    id: id(),
    stationId: stationId(),
    businessId: uuid('business_id').notNull(),
    externalId: text('external_id'),
    title: text('title').notNull(),
    /** Canonical occupation of the lexicon, null when the title could not be classified. */
    occupation: text('occupation'),
    description: text('description').notNull().default(''),
    engagement: text('engagement').$type<'part_time' | 'full_time' | 'task'>().notNull().default('part_time'),
    status: text('status')
      .$type<'draft' | 'review' | 'open' | 'filled' | 'closed' | 'expired' | 'blocked'>()
      .notNull()
      .default('draft'),
    address: text('address'),
    lat: doublePrecision('lat'),
    lng: doublePrecision('lng'),
    precision: text('precision').$type<'door' | 'street' | 'area'>(),
    payAmountFen: integer('pay_amount_fen'),
    payMaxFen: integer('pay_max_fen'),
    payUnit: text('pay_unit').$type<'hour' | 'day' | 'shift' | 'month' | 'piece'>(),
    expectedHours: doublePrecision('expected_hours'),
    settlement: text('settlement').$type<'daily' | 'weekly' | 'biweekly' | 'monthly' | 'on_completion'>(),
    /** Fen per hour, computed from the pay; null while it cannot be known. */
    hourlyFen: integer('hourly_fen'),
    scheduleKind: text('schedule_kind').$type<'shifts' | 'window'>(),
    /** k of "any k of the listed shifts"; null means all of them. */
    atLeast: smallint('at_least'),
    hoursPerWeek: doublePrecision('hours_per_week'),
    minBlockMinutes: smallint('min_block_minutes'),
    headcount: smallint('headcount').notNull().default(1),
    benefits: text('benefits').array().notNull().default(sql`'{}'`),
    requirements: jsonb('requirements').$type<Record<string, unknown>>().notNull().default({}),
    /** Contact name and phone as sealed JSON: shown by consent only. */
    contactSealed: bytes('contact_sealed'),
    /** Keyed digest of the import line that was last taken: the same line again changes nothing. */
    importDigest: text('import_digest'),
    /** Last day on which the posting is valid, a Shanghai date. */
    validThrough: date('valid_through', { mode: 'string' }),
    publishedAt: at('published_at'),
    /** Who closed it: 'person' keeps an import from opening it again. */
    closedBy: text('closed_by').$type<'person' | 'system' | null>(),
    /** Why only staff may open it: reported by several people, or returned by staff. */
    held: text('held').$type<'reports' | 'returned' | null>(),
    /** Rises with every change; the index and the board carry it, so that equality can be proved. */
    version: integer('version').notNull().default(1),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    unique('jobs_tenant').on(t.stationId, t.id),
    uniqueIndex('jobs_external').on(t.stationId, t.externalId).where(sql`${t.externalId} is not null`),
    index('jobs_status').on(t.stationId, t.status, t.createdAt),
    index('jobs_business').on(t.businessId),
    index('jobs_expiry').on(t.validThrough).where(sql`${t.status} = 'open'`),
    foreignKey({
      columns: [t.stationId, t.businessId],
      foreignColumns: [businesses.stationId, businesses.id],
    }),
    check(
      'jobs_open_is_complete',
      sql`${t.status} <> 'open' or (${t.lat} is not null and ${t.lng} is not null
      and ${t.scheduleKind} is not null and ${t.hourlyFen} is not null and ${t.validThrough} is not null)`,
    ),
  ],
);

/** 班次: the rules of a posting's schedule, as given: `days` or `date`, minutes of the day. */
export const shifts = pgTable(
  'shifts',
  {
    jobId: uuid('job_id')
      .notNull()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    ordinal: smallint('ordinal').notNull(),
    /** Day codes such as `Mo-Fr`. */
    days: text('days'),
    date: date('date', { mode: 'string' }),
    startMinute: smallint('start_minute').notNull(),
    /** Over 1440 when the shift ends on the following day. */
    endMinute: smallint('end_minute').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.jobId, t.ordinal] }),
    check('shifts_day_or_date', sql`(${t.days} is null) <> (${t.date} is null)`),
    check('shifts_has_length', sql`${t.endMinute} > ${t.startMinute}`),
  ],
);
