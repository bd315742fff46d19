import { z } from '@hono/zod-openapi';
import { normalisePhone } from '../kernel/phone';
import { MODES } from '../kernel/vocabulary';
import { personFreeSchema, personTimeShape, timeNoticesSchema } from '../matching';
import { pointSchema } from '../places';
import { RETENTION_CLASSES } from '../trust';
import { CHANNELS, PURPOSES } from './ports';

/** A phone number as people write it; kept as digits. */
export const phoneSchema = z
  .string()
  .max(30)
  .refine((text) => normalisePhone(text) !== null, 'phone_invalid')
  .transform((text) => normalisePhone(text) ?? text)
  .openapi({ example: '13800000000' });

/** Consent as it is given: for what, how, and before whom when it was only spoken. */
export const consentSchema = z
  .strictObject({
    purpose: z.union([z.enum(PURPOSES), z.array(z.enum(PURPOSES)).min(1).max(3)]),
    channel: z.enum(CHANNELS),
    witness: z.string().trim().min(1).max(40).optional(),
  })
  // PIPL art. 14: consent must be explicit; a spoken one can be shown only by who heard it.
  .refine((c) => c.channel !== 'spoken' || c.witness !== undefined, {
    message: 'witness_needed',
    path: ['witness'],
  })
  .openapi('Consent');

/** How a consent was given, where it is plain what for. */
export const consentGivenSchema = z
  .strictObject({ channel: z.enum(CHANNELS), witness: z.string().trim().min(1).max(40).optional() })
  .refine((c) => c.channel !== 'spoken' || c.witness !== undefined, {
    message: 'witness_needed',
    path: ['witness'],
  })
  .openapi('ConsentGiven');
export type ConsentGiven = z.infer<typeof consentGivenSchema>;

/** With an interest, or a yes to an offer: whether this business may see the phone. Nothing said is no. */
export const shareSchema = z
  .strictObject({ shareContact: z.boolean().default(false) })
  .openapi('ShareContact');

/** A business that a person has to do with, and the ledger of their consent for it. */
export const employerViewSchema = z
  .object({
    businessId: z.string(),
    business: z.string(),
    seesPhone: z.boolean(),
    history: z.array(
      z.object({
        channel: z.enum(CHANNELS),
        witness: z.string().nullable(),
        textVersion: z.string(),
        givenAt: z.string(),
        withdrawnAt: z.string().nullable(),
      }),
    ),
  })
  .openapi('EmployerConsent');
export type EmployerView = z.infer<typeof employerViewSchema>;
export type ConsentInput = z.infer<typeof consentSchema>;

const fields = {
  name: z.string().trim().min(1).max(40),
  phone: phoneSchema.nullable(),
  birthDate: z.iso
    .date('date')
    .refine((date) => date >= '1900-01-01', 'date')
    .nullable(),
  home: pointSchema.nullable(),
  mode: z.enum(MODES),
  minutes: z.int().min(1).max(120),
  free: personFreeSchema.nullable(),
  hoursMax: z.int().min(1).max(112).nullable(),
  occupations: z.array(z.string().trim().min(1).max(30)).max(10),
  certificates: z.array(z.string().trim().min(1).max(40)).max(10),
  /** 只按距离和时间排. */
  plain: z.boolean(),
  ...personTimeShape,
};

/** Who looked at a person's data, what they saw and why, in codes and in words. */
export const accessLineSchema = z
  .object({
    at: z.string(),
    who: z.enum(['self', 'staff', 'admin', 'employer', 'service', 'system', 'gone']),
    business: z.string().nullable(),
    what: z.string(),
    text: z.string(),
    why: z.string().nullable(),
  })
  .openapi('AccessLine');
export type AccessLineView = z.infer<typeof accessLineSchema>;

/** What becomes of a person who asks for erasure: what must be kept, by which article, until when. */
export const erasureSchema = z
  .object({
    outcome: z.enum(['erased', 'locked']),
    kept: z.array(
      z.object({
        class: z.enum(RETENTION_CLASSES),
        count: z.number(),
        article: z.string(),
        until: z.string(),
      }),
    ),
  })
  .openapi('Erasure');
export type Erasure = z.infer<typeof erasureSchema>;

/** A new profile. */
export const candidateSchema = z
  .strictObject({
    ...z.strictObject(fields).partial().shape,
    name: fields.name,
    consent: consentSchema,
  })
  .openapi('CandidateDraft');
export type CandidateDraft = z.infer<typeof candidateSchema>;

/** Changes to a profile; null clears a field. `withdraw` ends a consent. */
export const candidatePatchSchema = z
  .strictObject({
    ...z.strictObject(fields).partial().shape,
    consent: consentSchema.optional(),
    withdraw: z.enum(PURPOSES).optional(),
  })
  .openapi('CandidatePatch');
export type CandidatePatch = z.infer<typeof candidatePatchSchema>;

/** A profile as its owner and staff see it; the phone is masked unless contact was consented to. */
export const candidateViewSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    birthDate: z.string().nullable(),
    home: z.object({ lat: z.number(), lng: z.number() }).nullable(),
    mode: z.enum(MODES),
    minutes: z.number(),
    free: z.string().nullable(),
    ...personTimeShape,
    notices: timeNoticesSchema,
    hoursMax: z.number().nullable(),
    occupations: z.array(z.string()),
    certificates: z.array(z.string()),
    plain: z.boolean(),
    consents: z.array(
      z.object({
        purpose: z.enum(PURPOSES),
        channel: z.enum(CHANNELS),
        witness: z.string().nullable(),
        textVersion: z.string(),
        givenAt: z.string(),
        withdrawnAt: z.string().nullable(),
      }),
    ),
  })
  .openapi('Candidate');
export type CandidateView = z.infer<typeof candidateViewSchema>;
