import { z } from '@hono/zod-openapi';
import { jobViewSchema } from '../jobs';
import { END_REASONS, OFFER_ANSWERS } from './ports';

/** How the urgent fill of a posting stands; `none` when there never was one. */
export const urgentStateSchema = z
  .object({
    state: z.enum(['none', 'running', 'ended']),
    endedBecause: z.enum(END_REASONS).nullable(),
    startedAt: z.string().nullable(),
    /** The hours that somebody is wanted for begin. */
    beginsAt: z.string().nullable(),
    /** Places that are free now. */
    places: z.int(),
    wave: z.int(),
    asked: z.int(),
    accepted: z.int(),
    declined: z.int(),
    /** Asked and not answered yet. */
    waiting: z.int(),
    nextWaveAt: z.string().nullable(),
    /** Why none can be started now; null when one can. */
    obstacle: z.string().nullable(),
  })
  .openapi('UrgentFill');
export type UrgentState = z.infer<typeof urgentStateSchema>;

/** An offer as the person sees it. */
export const offerSchema = z
  .object({
    id: z.string(),
    job: jobViewSchema,
    sentAt: z.string(),
    beginsAt: z.string(),
    answer: z.enum(OFFER_ANSWERS).nullable(),
  })
  .openapi('Offer');
export type OfferView = z.infer<typeof offerSchema>;
