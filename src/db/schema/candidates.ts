import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { businesses } from './businesses';
import { at, bytes, createdAt, id } from './columns';
import { jobs } from './jobs';
import { stationId } from './stations';
import { users } from './users';

/** 求职者. Phone and exact home are sealed; `homeCell` (H3, about 0.1 km²) is what retrieval may see. */
export const candidates = pgTable(
  'candidates',
  {
    id: id(),
    stationId: stationId(),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    name: text('name').notNull(),
    birthDate: date('birth_date', { mode: 'string' }),
    phoneSealed: bytes('phone_sealed'),
    /** HMAC of the phone number: equal phones are found without being readable. */
    phoneIndex: text('phone_index'),
    /** Exact home `{lat,lng}` as sealed JSON. */
    homeSealed: bytes('home_sealed'),
    homeCell: text('home_cell'),
    mode: text('mode').$type<'walk' | 'slow' | 'bike' | 'ebike' | 'car'>().notNull().default('walk'),
    /** Longest journey to work they accept, minutes one way. */
    minutes: smallint('minutes').notNull().default(15),
    /** Weekly availability in the syntax of the contract's `free`; null when not said. */
    free: text('free'),
    /** Anchors and exceptions as sealed JSON. */
    timeSealed: bytes('time_sealed'),
    hoursMax: smallint('hours_max'),
    occupations: text('occupations').array().notNull().default(sql`'{}'`),
    certificates: text('certificates').array().notNull().default(sql`'{}'`),
    /** 只按距离和时间排: lists of this person go by travel and hours alone (PIPL art. 24). */
    plain: boolean('plain').notNull().default(false),
    /** Since when nobody may use the record but those whom the law obliges to keep it; null: in use. */
    lockedAt: at('locked_at'),
    /** Shanghai date on which a locked record goes. */
    lockedUntil: date('locked_until', { mode: 'string' }),
    /** What a locked record must still say: name and date of birth, sealed. */
    lockedSealed: bytes('locked_sealed'),
    createdAt: createdAt(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    unique('candidates_tenant').on(t.stationId, t.id),
    uniqueIndex('candidates_user').on(t.userId),
    index('candidates_phone').on(t.stationId, t.phoneIndex),
    // Whom a posting's circle may hold is one range of this for each cell and mode.
    index('candidates_cell').on(t.stationId, t.homeCell, t.mode, t.minutes),
    index('candidates_locked').on(t.lockedUntil).where(sql`${t.lockedAt} is not null`),
  ],
);

/** 来访登记: a person in front of the desk. May stand for itself or for a known candidate. */
export const walkIns = pgTable(
  'walk_ins',
  {
    id: id(),
    stationId: stationId(),
    candidateId: uuid('candidate_id'),
    name: text('name'),
    phoneSealed: bytes('phone_sealed'),
    phoneIndex: text('phone_index'),
    originSealed: bytes('origin_sealed'),
    originCell: text('origin_cell'),
    /** What the person said, sealed: spoken words can hold anything. */
    textSealed: bytes('text_sealed'),
    /** Anchors and exceptions as sealed JSON. */
    timeSealed: bytes('time_sealed'),
    mode: text('mode').$type<'walk' | 'slow' | 'bike' | 'ebike' | 'car'>().notNull().default('walk'),
    minutes: smallint('minutes').notNull().default(15),
    free: text('free'),
    hoursMax: smallint('hours_max'),
    occupations: text('occupations').array().notNull().default(sql`'{}'`),
    status: text('status').$type<'waiting' | 'served' | 'merged'>().notNull().default('waiting'),
    mergedInto: uuid('merged_into'),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    unique('walk_ins_tenant').on(t.stationId, t.id),
    index('walk_ins_candidate').on(t.candidateId).where(sql`${t.candidateId} is not null`),
    index('walk_ins_day').on(t.stationId, t.createdAt),
    index('walk_ins_phone').on(t.stationId, t.phoneIndex),
    foreignKey({
      columns: [t.stationId, t.candidateId],
      foreignColumns: [candidates.stationId, candidates.id],
    }),
    foreignKey({ columns: [t.stationId, t.mergedInto], foreignColumns: [t.stationId, t.id] }),
  ],
);

/**
 * Consent, as a ledger: given for one purpose, to one wording, through one channel, and withdrawn by a later instant.
 * The serving role may add, and withdraw once; rows go only with the person they are of (migration 0010).
 */
export const consents = pgTable(
  'consents',
  {
    id: id(),
    stationId: stationId(),
    candidateId: uuid('candidate_id'),
    walkInId: uuid('walk_in_id'),
    purpose: text('purpose').$type<'matching' | 'contact' | 'follow_up' | 'employer'>().notNull(),
    /** Of purpose `employer`: which one may see the phone. */
    businessId: uuid('business_id'),
    /** Version of the wording that was agreed to. */
    textVersion: text('text_version').notNull().default('1'),
    channel: text('channel').$type<'screen' | 'spoken' | 'paper'>().notNull(),
    /** Staff member who witnessed a spoken consent. */
    witness: text('witness'),
    givenAt: at('given_at').notNull(),
    withdrawnAt: at('withdrawn_at'),
  },
  (t) => [
    index('consents_candidate').on(t.candidateId),
    index('consents_standing').on(t.candidateId, t.purpose).where(sql`${t.withdrawnAt} is null`),
    index('consents_walk_in').on(t.walkInId),
    index('consents_business').on(t.businessId),
    foreignKey({
      columns: [t.stationId, t.businessId],
      foreignColumns: [businesses.stationId, businesses.id],
    }),
    foreignKey({
      columns: [t.stationId, t.candidateId],
      foreignColumns: [candidates.stationId, candidates.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.stationId, t.walkInId],
      foreignColumns: [walkIns.stationId, walkIns.id],
    }).onDelete('cascade'),
    check('consents_of_someone', sql`(${t.candidateId} is null) <> (${t.walkInId} is null)`),
    check('consents_employer', sql`(${t.purpose} = 'employer') = (${t.businessId} is not null)`),
  ],
);

/** A seeker's "I am interested", answered by staff or the shop. */
export const interests = pgTable(
  'interests',
  {
    id: id(),
    stationId: stationId(),
    jobId: uuid('job_id').notNull(),
    candidateId: uuid('candidate_id').notNull(),
    status: text('status').$type<'waiting' | 'accepted' | 'declined'>().notNull().default('waiting'),
    answeredAt: at('answered_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('interests_once').on(t.jobId, t.candidateId),
    foreignKey({ columns: [t.stationId, t.jobId], foreignColumns: [jobs.stationId, jobs.id] }),
    foreignKey({
      columns: [t.stationId, t.candidateId],
      foreignColumns: [candidates.stationId, candidates.id],
    }).onDelete('cascade'),
  ],
);
