import { z } from '@hono/zod-openapi';
import { accessLineSchema, CHANNELS, candidateViewSchema, employerViewSchema, PURPOSES } from '../candidates';
import { conductFactSchema } from '../conduct';
import { REFERRAL_EVENTS } from '../desk';
import { MODES } from '../kernel/vocabulary';
import { personTimeShape } from '../matching';
import { ledgerCopySchema } from '../placements';
import { WARNING_STATES } from '../review';
import { OFFER_ANSWERS } from '../urgent';

/** A posting by its id; `title` and `business` null when it is gone. */
const posting = { jobId: z.string(), title: z.string().nullable(), business: z.string().nullable() };

/** What came of what the station did for somebody, with a profile or without. */
const doings = {
  referrals: z.array(
    z.object({
      ...posting,
      state: z.enum(['referred', ...REFERRAL_EVENTS]),
      at: z.string(),
      events: z.array(
        z.object({ kind: z.enum(REFERRAL_EVENTS), at: z.string(), note: z.string().nullable() }),
      ),
    }),
  ),
  placements: z.array(ledgerCopySchema),
  conduct: z.array(conductFactSchema),
  warnings: z
    .array(z.object({ ...posting, state: z.enum(WARNING_STATES), at: z.string() }))
    .openapi({ description: 'Messages that a posting of theirs was blocked' }),
  access: z.array(accessLineSchema.extend({ action: z.string() })),
};

/** Everything the station holds about a visit: for a visitor without a profile everything there is. */
export const visitCopySchema = z
  .object({
    id: z.string(),
    at: z.string(),
    name: z.string().nullable(),
    phone: z.string().nullable(),
    text: z.string().nullable(),
    origin: z.object({ lat: z.number(), lng: z.number() }).nullable(),
    mode: z.enum(MODES),
    minutes: z.number(),
    free: z.string().nullable(),
    ...personTimeShape,
    hoursMax: z.number().nullable(),
    occupations: z.array(z.string()),
    mergedInto: z.string().nullable(),
    consents: z.array(
      z.object({
        purpose: z.enum([...PURPOSES, 'employer']),
        business: z.string().nullable(),
        channel: z.enum(CHANNELS),
        witness: z.string().nullable(),
        textVersion: z.string(),
        givenAt: z.string(),
        withdrawnAt: z.string().nullable(),
      }),
    ),
    shortlist: z.array(z.object(posting)),
    ...doings,
  })
  .openapi('VisitCopy');
export type VisitCopy = z.infer<typeof visitCopySchema>;

/** Everything the station holds about a person with a profile. docs/privacy.md says of every table where it is. */
export const exportSchema = z
  .object({
    account: z
      .object({
        name: z.string(),
        phone: z.string().nullable(),
        since: z.string(),
        sessions: z.array(z.object({ device: z.string().nullable(), since: z.string(), until: z.string() })),
      })
      .nullable()
      .openapi({ description: 'With which they sign in; null for a profile that the desk keeps' }),
    profile: candidateViewSchema.extend({ since: z.string() }),
    interests: z.array(z.object({ ...posting, status: z.string(), at: z.string() })),
    offers: z.array(
      z.object({
        ...posting,
        answer: z.enum(OFFER_ANSWERS).nullable(),
        at: z.string(),
        answeredAt: z.string().nullable(),
      }),
    ),
    employers: z.array(employerViewSchema),
    ...doings,
    visits: z.array(visitCopySchema),
  })
  .openapi('CandidateExport');
export type CandidateExport = z.infer<typeof exportSchema>;
