import { date, foreignKey, index, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { businesses } from './businesses';
import { at, bytes, createdAt, id } from './columns';
import { referrals } from './desk';
import { stationId } from './stations';
import { users } from './users';

/**
 * 守约: that somebody did not come or called off late, once, on a date. Of either side; with what the other side says,
 * and what staff decided. Goes after its time, and with the person.
 */
export const conductFacts = pgTable(
  'conduct_facts',
  {
    id: id(),
    stationId: stationId(),
    referralId: uuid('referral_id').notNull(),
    businessId: uuid('business_id').notNull(),
    about: text('about').$type<'worker' | 'employer'>().notNull(),
    kind: text('kind').$type<'no_show' | 'late_cancel'>().notNull(),
    onDate: date('on_date', { mode: 'string' }).notNull(),
    saidBy: text('said_by').$type<'worker' | 'employer' | 'staff'>().notNull(),
    noteSealed: bytes('note_sealed'),
    /** What the side it is about says to it; null: nothing yet. */
    view: text('view').$type<'agrees' | 'disagrees'>(),
    viewNoteSealed: bytes('view_note_sealed'),
    viewedAt: at('viewed_at'),
    appealedAt: at('appealed_at'),
    decision: text('decision').$type<'upheld' | 'struck'>(),
    reasonSealed: bytes('reason_sealed'),
    decidedBy: uuid('decided_by').references(() => users.id, { onDelete: 'set null' }),
    decidedAt: at('decided_at'),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    /** From then on it has no effect, and is erased. */
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [
    unique('conduct_facts_tenant').on(t.stationId, t.id),
    uniqueIndex('conduct_facts_once').on(t.referralId, t.about, t.kind, t.onDate),
    index('conduct_facts_business').on(t.stationId, t.businessId, t.about),
    index('conduct_facts_expiry').on(t.expiresAt),
    foreignKey({
      columns: [t.stationId, t.referralId],
      foreignColumns: [referrals.stationId, referrals.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.stationId, t.businessId],
      foreignColumns: [businesses.stationId, businesses.id],
    }),
  ],
);
