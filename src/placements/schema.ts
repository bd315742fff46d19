import { z } from '@hono/zod-openapi';
import { epochDay } from '../kernel/clock';
import { PAY_UNITS } from '../kernel/money';
import { SETTLEMENTS } from '../kernel/vocabulary';
import { CASE_OUTCOMES, CASE_REASONS, CASE_STATES, CASE_STEPS } from './ports';
import { SIDES } from './rules';

/** A Shanghai date that there is. */
export const workDateSchema = z
  .string()
  .refine((text) => Number.isFinite(epochDay(text)), 'date')
  .openapi({ format: 'date' });

/** Hours of one work date as one side says them. `side`: for whom staff write; everybody else speaks for themselves. */
export const hoursSchema = z
  .strictObject({
    date: workDateSchema,
    minutes: z.int().min(0).max(1440),
    side: z.enum(SIDES).optional(),
  })
  .openapi('HoursSaid');
export type HoursDraft = z.infer<typeof hoursSchema>;

/** What has been paid for some work dates so far, all together, in yuan; 0 takes an earlier word back. */
export const paidSchema = z
  .strictObject({
    dates: z.array(workDateSchema).min(1).max(62),
    amount: z.number().min(0).max(1_000_000),
    paidOn: workDateSchema,
  })
  .refine(({ dates }) => new Set(dates).size === dates.length, { message: 'duplicate', path: ['dates'] })
  .openapi('PaySaid');
export type PaidDraft = z.infer<typeof paidSchema>;

export const unpaidSchema = z
  .strictObject({ note: z.string().trim().max(500).optional() })
  .openapi('NotPaid');

/** What is done about a case. A hand-over names who looks after it from now on; closing needs the follow-up's note. */
export const caseStepSchema = z
  .strictObject({
    kind: z.enum(['handed_over', 'noted', 'closed']),
    ownerId: z.uuid().optional(),
    note: z.string().trim().min(1).max(500).optional(),
    outcome: z.enum(CASE_OUTCOMES).optional(),
  })
  .openapi('WageCaseStep');
export type CaseStepDraft = z.infer<typeof caseStepSchema>;

const yuan = z.number().nullable();

/** A placement with its ledger. Money in yuan, work in minutes. */
export const placementSchema = z
  .object({
    id: z.string(),
    job: z.object({ id: z.string(), title: z.string() }),
    business: z.object({ id: z.string(), name: z.string() }),
    /** Null: no name was given, or the person has had their data erased. */
    person: z.string().nullable(),
    hiredAt: z.string(),
    endsOn: z.string().nullable(),
    pay: z.object({
      amount: yuan,
      unit: z.enum(PAY_UNITS).nullable(),
      settlement: z.enum(SETTLEMENTS).nullable(),
    }),
    days: z.array(
      z.object({
        date: z.string(),
        /** Minutes by each side's newest word. */
        worker: z.int().nullable(),
        employer: z.int().nullable(),
        agreement: z.enum(['agreed', 'differs', 'one_side']),
        /** What is not in dispute, and what the higher of two words comes to. */
        owed: yuan,
        claimed: yuan,
        paid: z.number(),
        paidOn: z.string().nullable(),
        dueOn: z.string(),
        open: yuan,
        overdue: z.boolean(),
      }),
    ),
    /** Every word, oldest first: nothing is ever overwritten. */
    history: z.array(
      z.object({
        at: z.string(),
        date: z.string(),
        kind: z.enum(['hours', 'paid']),
        side: z.enum(SIDES),
        atDesk: z.boolean(),
        minutes: z.int().nullable(),
        amount: yuan,
        paidOn: z.string().nullable(),
      }),
    ),
    /** The case that is open about it. */
    case: z.object({ id: z.string(), state: z.enum(CASE_STATES), owner: z.string().nullable() }).nullable(),
  })
  .openapi('Placement');
export type PlacementView = z.infer<typeof placementSchema>;

/** A case as staff see it. */
export const wageCaseSchema = z
  .object({
    id: z.string(),
    placementId: z.string(),
    job: z.object({ id: z.string(), title: z.string() }),
    business: z.object({ id: z.string(), name: z.string() }),
    person: z.string().nullable(),
    candidateId: z.string().nullable(),
    walkInId: z.string().nullable(),
    reason: z.enum(CASE_REASONS),
    state: z.enum(CASE_STATES),
    owner: z.object({ id: z.string(), name: z.string() }).nullable(),
    /** Open when it was made, and open now, in yuan. */
    amount: yuan,
    open: yuan,
    dueOn: z.string().nullable(),
    outcome: z.enum(CASE_OUTCOMES).nullable(),
    openedAt: z.string(),
    closedAt: z.string().nullable(),
  })
  .openapi('WageCase');
export type WageCaseView = z.infer<typeof wageCaseSchema>;

/** A case with what was done about it, oldest first. */
export const wageCaseHistorySchema = wageCaseSchema
  .extend({
    steps: z.array(
      z.object({
        kind: z.enum(CASE_STEPS),
        at: z.string(),
        /** Who did it; null: the station itself, or an account that is gone. */
        by: z.string().nullable(),
        owner: z.string().nullable(),
        note: z.string().nullable(),
      }),
    ),
  })
  .openapi('WageCaseHistory');
export type WageCaseHistory = z.infer<typeof wageCaseHistorySchema>;

/** A placement as it stands in the copy of somebody's data: with every case, whatever became of it. */
export const ledgerCopySchema = placementSchema
  .omit({ person: true, case: true })
  .extend({
    cases: z.array(
      wageCaseSchema
        .pick({ reason: true, state: true, amount: true, outcome: true, openedAt: true, closedAt: true })
        .extend({
          steps: z.array(z.object({ kind: z.enum(CASE_STEPS), at: z.string(), note: z.string().nullable() })),
        }),
    ),
  })
  .openapi('LedgerCopy');
export type LedgerCopy = z.infer<typeof ledgerCopySchema>;
