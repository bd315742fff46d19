import { z } from '@hono/zod-openapi';
import { addressOf } from '../http/address';
import { createRouter, describeRoute, jsonAnswer, jsonBody } from '../http/openapi';
import { ROLES } from '../kernel/actor';
import type { SignedIn } from './ports';
import { codeSignInSchema, passwordSignInSchema, requestCodeSchema } from './schema';

const sessionSchema = z
  .object({ signedIn: z.boolean(), role: z.enum(ROLES).nullable(), name: z.string().nullable() })
  .openapi('Session');

/** Said of the routes whose answer is a cookie. */
const NO_KEY = 'An `Idempotency-Key` is not looked at: the answer is a cookie, and is not kept.';

const signedInAnswer = { 200: jsonAnswer(sessionSchema, 'Signed in; the session cookie is set') };

function answer(signedIn: SignedIn) {
  return { signedIn: true, role: signedIn.role, name: signedIn.name };
}

/** Signing in and out. */
export const accountRoutes = createRouter()
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/session/code',
      summary: 'Send a one-time code to a phone',
      request: jsonBody(requestCodeSchema),
      responses: { 202: { description: 'Sent, whether or not the phone is known' } },
    }),
    async (c) => {
      const { station } = c.get('ctx');
      const body = c.req.valid('json');
      await c.get('provided').accounts.requestCode({ stationId: station.id, address: addressOf(c), ...body });
      return c.body(null, 202);
    },
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/session/phone',
      summary: 'Sign in with a one-time code (seekers, shops)',
      description: NO_KEY,
      request: jsonBody(codeSignInSchema),
      responses: signedInAnswer,
    }),
    async (c) => {
      const { station } = c.get('ctx');
      const signedIn = await c.get('provided').accounts.signInWithCode({
        stationId: station.id,
        address: addressOf(c),
        agent: c.req.header('user-agent'),
        ...c.req.valid('json'),
      });
      for (const cookie of signedIn.cookies) c.header('set-cookie', cookie, { append: true });
      return c.json(answer(signedIn), 200);
    },
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/session/password',
      summary: 'Sign in with name and password (staff, admins)',
      description: NO_KEY,
      request: jsonBody(passwordSignInSchema),
      responses: signedInAnswer,
    }),
    async (c) => {
      const { station } = c.get('ctx');
      const signedIn = await c.get('provided').accounts.signInWithPassword({
        stationId: station.id,
        address: addressOf(c),
        agent: c.req.header('user-agent'),
        ...c.req.valid('json'),
      });
      for (const cookie of signedIn.cookies) c.header('set-cookie', cookie, { append: true });
      return c.json(answer(signedIn), 200);
    },
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/session',
      summary: 'Who is signed in',
      responses: { 200: jsonAnswer(sessionSchema, 'The session') },
    }),
    (c) => {
      const { actor } = c.get('ctx');
      const session = c.get('session');
      return c.json(
        {
          signedIn: session !== null,
          role: actor.kind === 'user' ? actor.role : null,
          name: session?.name ?? null,
        },
        200,
      );
    },
  )
  .openapi(
    describeRoute({
      method: 'delete',
      path: '/api/session',
      summary: 'Sign out',
      description: NO_KEY,
      responses: { 204: { description: 'Signed out' } },
    }),
    async (c) => {
      const cookies = await c.get('provided').accounts.signOut(c.req.raw.headers);
      for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
      return c.body(null, 204);
    },
  );
