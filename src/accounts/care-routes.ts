import { z } from '@hono/zod-openapi';
import { createRouter, describeRoute, idParam, jsonAnswer, jsonBody } from '../http/openapi';
import { iso } from '../kernel/clock';
import { DEVICES } from './care';
import { changePasswordSchema, stepCodeSchema } from './schema';
import {
  careFor,
  demandSecondFactor,
  listStaff,
  ownAccount,
  ownSession,
  ownStaffAccount,
  STAFF_VERBS,
} from './service';

const sessionsSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        device: z.enum(DEVICES),
        createdAt: z.string(),
        expiresAt: z.string(),
        current: z.boolean(),
      }),
    ),
  })
  .openapi('Sessions');

const staffListSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        username: z.string(),
        name: z.string(),
        role: z.enum(['staff', 'admin']),
        disabled: z.boolean(),
        secondFactor: z.boolean(),
        sessions: z.int(),
      }),
    ),
  })
  .openapi('StaffAccounts');

const done = { 204: { description: 'Done' } };

/** What people do with their own accounts, and the admin with those of the station's staff. */
export const careRoutes = createRouter()
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/account/sessions',
      summary: 'Where one is signed in',
      responses: { 200: jsonAnswer(sessionsSchema, 'Sessions that stand, newest first') },
    }),
    async (c) => {
      const { userId } = ownAccount(c.get('ctx'));
      const sessions = await c.get('provided').accounts.sessionsOf(userId);
      const items = sessions.map(({ id, device, createdAt, expiresAt }) => ({
        id,
        device,
        createdAt: iso(createdAt),
        expiresAt: iso(expiresAt),
        current: id === c.get('session')?.id,
      }));
      return c.json({ items }, 200);
    },
  )
  .openapi(
    describeRoute({
      method: 'delete',
      path: '/api/account/sessions',
      summary: 'End every own session but this one',
      responses: done,
    }),
    async (c) => {
      await c
        .get('provided')
        .accounts.endOtherSessions(ownAccount(c.get('ctx')), ownSession(c.get('session')));
      return c.body(null, 204);
    },
  )
  .openapi(
    describeRoute({
      method: 'delete',
      path: '/api/account/sessions/{id}',
      summary: 'End one own session',
      request: { params: idParam },
      responses: done,
    }),
    async (c) => {
      await c.get('provided').accounts.endSession(ownAccount(c.get('ctx')), c.req.valid('param').id);
      return c.body(null, 204);
    },
  )
  .openapi(
    describeRoute({
      method: 'put',
      path: '/api/account/password',
      summary: 'A new password (staff, admins); ends every other session',
      request: jsonBody(changePasswordSchema),
      responses: done,
    }),
    async (c) => {
      const of = ownStaffAccount(c.get('ctx'));
      const change = { keep: ownSession(c.get('session')), ...c.req.valid('json') };
      await c.get('provided').accounts.changePassword(of, change);
      return c.body(null, 204);
    },
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/account/second-factor',
      summary: 'Begin the second step of signing in (TOTP; staff, admins)',
      responses: {
        200: jsonAnswer(
          z.object({ secret: z.string(), uri: z.string() }).openapi('SecondFactor'),
          'What the authenticator app needs; until it is confirmed nothing is asked',
        ),
      },
    }),
    async (c) => {
      const of = ownStaffAccount(c.get('ctx'));
      return c.json(await c.get('provided').accounts.beginSecondFactor(of), 200);
    },
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/account/second-factor/confirm',
      summary: 'Confirm the second step with a code of the app',
      request: jsonBody(stepCodeSchema),
      responses: {
        200: jsonAnswer(
          z.object({ backupCodes: z.array(z.string()) }).openapi('BackupCodes'),
          'Each good for one sign-in; shown this once',
        ),
      },
    }),
    async (c) => {
      const of = ownStaffAccount(c.get('ctx'));
      const { code } = c.req.valid('json');
      return c.json({ backupCodes: await c.get('provided').accounts.confirmSecondFactor(of, code) }, 200);
    },
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/account/second-factor/remove',
      summary: 'End the second step, with a code of the app or a backup code',
      request: jsonBody(stepCodeSchema),
      responses: done,
    }),
    async (c) => {
      const of = ownStaffAccount(c.get('ctx'));
      await c.get('provided').accounts.removeSecondFactor(of, c.req.valid('json').code);
      return c.body(null, 204);
    },
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/users',
      summary: 'Staff and admins of the station (admins)',
      responses: { 200: jsonAnswer(staffListSchema, 'By user name') },
    }),
    async (c) => c.json({ items: await listStaff(c.get('ctx'), c.get('provided').accounts) }, 200),
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/users/{id}/{verb}',
      summary: 'Disable or enable an account, end its sessions, take its second step away (admins)',
      request: {
        params: idParam.extend({
          verb: z.enum(STAFF_VERBS).openapi({ param: { name: 'verb', in: 'path' } }),
        }),
      },
      responses: done,
    }),
    async (c) => {
      const { id, verb } = c.req.valid('param');
      await careFor(c.get('ctx'), c.get('provided').accounts, id, verb);
      return c.body(null, 204);
    },
  )
  .openapi(
    describeRoute({
      method: 'put',
      path: '/api/station/second-factor',
      summary: 'Whether staff must sign in with a second step (admins)',
      request: jsonBody(z.strictObject({ demanded: z.boolean() }).openapi('SecondFactorDemand')),
      responses: done,
    }),
    async (c) => {
      await demandSecondFactor(c.get('ctx'), c.get('provided').accounts, c.req.valid('json').demanded);
      return c.body(null, 204);
    },
  );
