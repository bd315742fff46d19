import { z } from '@hono/zod-openapi';
import { mobilePhone, PASSWORD_LENGTH, usernameKey } from './rules';

/** Bodies of the sign-in calls. The message of every own check is a code; web/text/zh-CN.ts holds the sentence. */
const phone = z
  .string()
  .max(30, 'phone_invalid')
  .refine((text) => mobilePhone(text) !== null, 'phone_invalid')
  .overwrite((text) => mobilePhone(text) ?? text)
  .openapi({ example: '13800000000' });

const username = z
  .string()
  .max(64, 'username_invalid')
  .refine((text) => usernameKey('', text) !== null, 'username_invalid')
  .openapi({ example: 'desk-1' });

/** Six digits of an app, or a backup code of eight characters and a hyphen, as people type them. */
const stepCode = z.string().trim().min(1, 'required').max(20, 'too_long').openapi({ example: '012345' });

/** Asks for a one-time code; `role` says which account of the phone is meant, see `Accounts.requestCode`. */
export const requestCodeSchema = z
  .strictObject({ phone, role: z.enum(['seeker', 'shop']).default('seeker') })
  .openapi('RequestCode');

/** Signs in with the code that came by message. */
export const codeSignInSchema = z
  .strictObject({
    phone,
    code: z
      .string()
      .normalize('NFKC')
      .trim()
      .regex(/^\d{6}$/, 'code_format')
      .openapi({ example: '012345' }),
  })
  .openapi('CodeSignIn');

/** Signs in staff and admins. */
export const passwordSignInSchema = z
  .strictObject({
    username: z.string().min(1, 'required').max(64, 'too_long').openapi({ example: 'desk-1' }),
    password: z.string().min(1, 'required').max(PASSWORD_LENGTH.most, 'too_long'),
    /** Where the account has a second step: the app's code, or a backup code. */
    code: stepCode.optional(),
  })
  .openapi('PasswordSignIn');

/** The code that confirms or ends the second step. */
export const stepCodeSchema = z.strictObject({ code: stepCode }).openapi('StepCode');

/** A new password. */
export const changePasswordSchema = z
  .strictObject({
    current: z.string().min(1, 'required').max(PASSWORD_LENGTH.most, 'too_long'),
    next: z.string().min(PASSWORD_LENGTH.least, 'password_weak').max(PASSWORD_LENGTH.most, 'password_weak'),
  })
  .openapi('ChangePassword');

/** A new staff or admin account. */
export const staffSchema = z
  .strictObject({
    username,
    password: z
      .string()
      .min(PASSWORD_LENGTH.least, 'password_weak')
      .max(PASSWORD_LENGTH.most, 'password_weak'),
    name: z.string().trim().min(1, 'required').max(40, 'too_long'),
    role: z.enum(['staff', 'admin']),
  })
  .openapi('NewStaff');
