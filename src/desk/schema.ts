import { z } from '@hono/zod-openapi';
import { consentGivenSchema, consentSchema, phoneSchema } from '../candidates';
import { MODES } from '../kernel/vocabulary';
import { personFreeSchema, personTimeShape } from '../matching';
import { pointSchema } from '../places';
import { REFERRAL_EVENTS } from './ports';

/** 来访登记: one call from the desk to a ranked list. Everything but consent may be left out. */
export const walkInSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(40).optional(),
    phone: phoneSchema.optional(),
    text: z.string().max(2000).optional(),
    origin: pointSchema.optional(),
    mode: z.enum(MODES).default('walk'),
    free: personFreeSchema.optional(),
    occupations: z.array(z.string().trim().min(1).max(30)).max(10).default([]),
    hoursMax: z.int().min(1).max(112).optional(),
    minutes: z.int().min(1).max(120).default(15),
    anchors: personTimeShape.anchors.default([]),
    exceptions: personTimeShape.exceptions.default([]),
    consent: consentSchema,
  })
  .openapi('WalkInDraft');
export type WalkInDraft = z.infer<typeof walkInSchema>;

/** What a visitor says, taken down anew; consent stands as it was given, and so do places and dates left out. */
export const walkInRevisionSchema = walkInSchema
  .omit({ consent: true })
  .extend(z.strictObject(personTimeShape).partial().shape)
  .openapi('WalkInRevision');
export type WalkInRevision = z.infer<typeof walkInRevisionSchema>;

export const shortlistSchema = z
  .strictObject({ jobIds: z.array(z.uuid()).max(20) })
  .refine(({ jobIds }) => new Set(jobIds).size === jobIds.length, { message: 'duplicate', path: ['jobIds'] })
  .openapi('Shortlist');

export const referralSchema = z
  .strictObject({
    walkInId: z.uuid().optional(),
    candidateId: z.uuid().optional(),
    jobId: z.uuid(),
    /** How the person consented, just now, to this business seeing their phone; left out: they did not. */
    share: consentGivenSchema.optional(),
  })
  .refine((r) => (r.walkInId === undefined) !== (r.candidateId === undefined), {
    message: 'walk_in_or_candidate',
    path: ['walkInId'],
  })
  .openapi('ReferralDraft');
export type ReferralDraft = z.infer<typeof referralSchema>;

export const referralEventSchema = z
  .strictObject({ kind: z.enum(REFERRAL_EVENTS), note: z.string().max(500).optional() })
  .openapi('ReferralEvent');
export type ReferralEventDraft = z.infer<typeof referralEventSchema>;
