import { z } from '@hono/zod-openapi';
import { normalisePhone } from '../kernel/phone';
import { BUSINESS_KINDS } from '../kernel/vocabulary';

/** A business as staff and its own people see it. No contact: that is shown by consent only. */
export const businessViewSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(BUSINESS_KINDS),
    licence: z.string().nullable(),
    /** Whether the verification holds now. */
    verified: z.boolean(),
    /** Until when it holds, or held; null when never verified. */
    verifiedUntil: z.string().nullable(),
  })
  .openapi('Business');
export type BusinessView = z.infer<typeof businessViewSchema>;

/** Links the account of a phone to a business; the account is made when the phone has none yet. */
export const memberSchema = z
  .strictObject({
    phone: z
      .string()
      .max(30, 'phone_invalid')
      .refine((text) => normalisePhone(text) !== null, 'phone_invalid')
      .overwrite((text) => normalisePhone(text) ?? text)
      .openapi({ example: '13800000000' }),
    name: z.string().trim().min(1, 'required').max(40),
  })
  .openapi('BusinessMember');
export type MemberDraft = z.infer<typeof memberSchema>;
