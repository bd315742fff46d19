import { z } from '@hono/zod-openapi';
import { epochDay } from '../kernel/clock';
import { CONDUCT_ABOUT, CONDUCT_DECISIONS, CONDUCT_KINDS, CONDUCT_VIEWS } from './ports';

const dateSchema = z
  .string()
  .refine((text) => Number.isFinite(epochDay(text)), 'date')
  .openapi({ format: 'date' });
const noteSchema = z.string().trim().min(1).max(500);

/** That somebody did not come, or called off late. */
export const conductSchema = z
  .strictObject({
    referralId: z.uuid(),
    about: z.enum(CONDUCT_ABOUT),
    kind: z.enum(CONDUCT_KINDS),
    date: dateSchema,
    note: noteSchema.optional(),
  })
  .openapi('ConductDraft');
export type ConductDraft = z.infer<typeof conductSchema>;

/** What the side that it is about says to it; `appeal` asks staff to decide. */
export const conductAnswerSchema = z
  .strictObject({
    view: z.enum(CONDUCT_VIEWS),
    note: noteSchema.optional(),
    appeal: z.boolean().default(false),
  })
  .openapi('ConductAnswer');
export type ConductAnswer = z.infer<typeof conductAnswerSchema>;

export const conductDecisionSchema = z
  .strictObject({ decision: z.enum(CONDUCT_DECISIONS), reason: noteSchema })
  .openapi('ConductDecision');
export type ConductDecision = z.infer<typeof conductDecisionSchema>;

/** A fact with both sides and what was decided. */
export const conductFactSchema = z
  .object({
    id: z.string(),
    referralId: z.string(),
    title: z.string(),
    business: z.object({ id: z.string(), name: z.string() }),
    person: z.string().nullable(),
    candidateId: z.string().nullable(),
    about: z.enum(CONDUCT_ABOUT),
    kind: z.enum(CONDUCT_KINDS),
    date: z.string(),
    saidBy: z.enum(['worker', 'employer', 'staff']),
    note: z.string().nullable(),
    view: z.enum(CONDUCT_VIEWS).nullable(),
    viewNote: z.string().nullable(),
    appealedAt: z.string().nullable(),
    decision: z.enum(CONDUCT_DECISIONS).nullable(),
    reason: z.string().nullable(),
    /** Whether it has any effect now. */
    counts: z.boolean(),
    expiresAt: z.string(),
    /** Whether whoever asks is the side that it is about. */
    own: z.boolean(),
  })
  .openapi('ConductFact');
export type ConductView = z.infer<typeof conductFactSchema>;
