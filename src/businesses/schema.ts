import { z } from '@hono/zod-openapi';
import { normalisePhone } from '../kernel/phone';
import { BUSINESS_KINDS } from '../kernel/vocabulary';
import { licenceFault, normaliseLicence } from '../trust';
import { BLOCK_REASONS } from './ports';

/** A business as staff and its own people see it in a list. No contact: that stands with the business alone. */
export const businessViewSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(BUSINESS_KINDS),
    licence: z.string().nullable().openapi({
      description:
        'First two and last four characters of the number (GB 32100-2015); null when none is known',
      example: '92************1234',
    }),
    /** Whether the verification holds now. */
    verified: z.boolean(),
    /** Until when it holds, or held; null when never verified. */
    verifiedUntil: z.string().nullable(),
    childrenCheckedUntil: z.string().nullable().openapi({
      description:
        'Until when the employer has said that the records of those who work with children are looked up',
    }),
    /** Whether it may post no more. */
    blocked: z.boolean(),
  })
  .openapi('Business');
export type BusinessView = z.infer<typeof businessViewSchema>;

/** A phone, mobile or land line, as digits. */
const phone = z
  .string()
  .max(30, 'phone_invalid')
  .refine((text) => normalisePhone(text) !== null, 'phone_invalid')
  .overwrite((text) => normalisePhone(text) ?? text)
  .openapi({ example: '13800000000' });

/** Whom the station asks for at a business. */
export const businessContactSchema = z
  .strictObject({ name: z.string().trim().max(40).default(''), phone })
  .openapi('BusinessContact');

/** A business with everything that its own people and the desk may see. */
export const businessDetailSchema = businessViewSchema
  .extend({
    /** Whole here. */
    licence: z.string().nullable(),
    contact: z.object({ name: z.string(), phone: z.string() }).nullable(),
    verifiedAt: z.string().nullable(),
    /** Account that verified it; null for the service account, or when that account is gone. */
    verifiedBy: z.string().nullable(),
    blockedAt: z.string().nullable(),
    blockedBecause: z.enum(BLOCK_REASONS).nullable(),
  })
  .openapi('BusinessDetail');
export type BusinessDetail = z.infer<typeof businessDetailSchema>;

/** 统一社会信用代码 in any spelling; refused with what is wrong with it. */
export const licenceSchema = z
  .string()
  .max(60, 'licence_length')
  .overwrite(normaliseLicence)
  .superRefine((licence, context) => {
    const fault = licenceFault(licence);
    if (fault !== null) context.addIssue({ code: 'custom', message: fault });
  })
  .openapi({ example: '91350100M000100Y43' });

/** What is known of a business beside its name; null takes it away. */
export const businessPatchSchema = z
  .strictObject({
    licence: licenceSchema.nullable(),
    contact: businessContactSchema.nullable(),
    childrenCheckedOn: z.iso.date('date').nullable().openapi({
      description:
        'The employer says that on this date it looked up the records of those who work with children',
    }),
  })
  .partial()
  .openapi('BusinessPatch');
export type BusinessPatch = z.infer<typeof businessPatchSchema>;

/** Links the account of a phone to a business; the account is made when the phone has none yet. */
export const memberSchema = z
  .strictObject({ phone, name: z.string().trim().min(1, 'required').max(40) })
  .openapi('BusinessMember');
export type MemberDraft = z.infer<typeof memberSchema>;
