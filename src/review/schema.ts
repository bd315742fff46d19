import { z } from '@hono/zod-openapi';
import { BLOCK_REASONS } from '../businesses';
import { findingSchema, jobViewSchema } from '../jobs';
import { BUSINESS_KINDS } from '../kernel/vocabulary';
import { DECISIONS, REPORT_CODES, RETURN_REASONS, WARNING_STATES } from './ports';

/** Words of staff to the shop. */
const note = z.string().trim().max(300).optional();

/** One tap: what is wrong with the posting. */
export const reportSchema = z.strictObject({ reason: z.enum(REPORT_CODES) }).openapi('JobReport');

const version = z
  .int()
  .openapi({ description: 'Version that was looked at: what was changed since is a 409' });

/** What staff decide about a posting that waits for them. */
export const decisionSchema = z
  .discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('approve'), version }),
    z.strictObject({ decision: z.literal('return'), version, reason: z.enum(RETURN_REASONS), note }),
    z.strictObject({ decision: z.literal('block'), version, reason: z.enum(BLOCK_REASONS), note }),
  ])
  .openapi('ReviewDecision');
export type DecisionDraft = z.infer<typeof decisionSchema>;

/** Why something is blocked. */
export const blockSchema = z
  .strictObject({ reason: z.enum(BLOCK_REASONS).default('other'), note })
  .openapi('BlockReason');
export type BlockDraft = z.infer<typeof blockSchema>;

const counts = z.partialRecord(z.enum(REPORT_CODES), z.int());

/** Reports of a posting by code; nobody knows by whom. */
export const reportCountsSchema = z
  .object({
    open: counts,
    handled: counts,
    independent: z
      .int()
      .openapi({ description: 'Of the open ones: how many different people, as far as known' }),
  })
  .openapi('ReportCounts');

/** What was decided about a posting, for its business and for staff. */
export const jobDecisionSchema = z
  .object({
    decision: z.enum(DECISIONS),
    reason: z.string().nullable(),
    note: z.string().nullable(),
    at: z.string(),
  })
  .openapi('JobDecision');
export type DecisionView = z.infer<typeof jobDecisionSchema>;

/** The business of a posting that waits, and what is known of it from before. */
export const employerSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(BUSINESS_KINDS),
    verified: z.boolean(),
    verifiedUntil: z
      .string()
      .nullable()
      .openapi({ description: 'Until when the verification holds, or held; null when never verified' }),
    childrenChecked: z.boolean().openapi({ description: 'Whether that holds now' }),
    childrenCheckedUntil: z.string().nullable().openapi({
      description:
        'Until when the employer has said that the records of those who work with children are looked up',
    }),
    postings: z.int(),
    open: z.int(),
    blocked: z.int(),
    returned: z.int(),
    hidden: z.int(),
    reports: z.int(),
    unhandled: z.int(),
    openCases: z.int().openapi({ description: 'Wage cases that are not closed: they stop new postings' }),
    pastCases: z.int().openapi({ description: 'Closed ones, but for those in which nothing was owed' }),
    facts: z.int().openapi({ description: 'Facts about keeping appointments that count now' }),
  })
  .openapi('Employer');
export type EmployerLabel = z.infer<typeof employerSchema>;

/** One posting that waits for staff. */
export const reviewItemSchema = z
  .object({
    job: jobViewSchema,
    version: z.int(),
    held: z.enum(['reports', 'returned']).nullable(),
    findings: z.array(findingSchema),
    problems: z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string() })),
    reports: reportCountsSchema,
    employer: employerSchema,
    last: jobDecisionSchema.nullable(),
  })
  .openapi('ReviewItem');
export type ReviewItem = z.infer<typeof reviewItemSchema>;

/** Who was told that a posting was blocked. */
export const warnedSchema = z
  .object({
    candidateId: z.string().nullable(),
    walkInId: z.string().nullable(),
    state: z.enum(WARNING_STATES),
  })
  .openapi('Warned');
export type WarnedView = z.infer<typeof warnedSchema>;
