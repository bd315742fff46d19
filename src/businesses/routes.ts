import { z } from '@hono/zod-openapi';
import { createRouter, describeRoute, idParam, jsonAnswer, jsonBody } from '../http/openapi';
import { businessViewSchema, memberSchema } from './schema';
import { addMember, listBusinesses, verifyBusiness } from './service';

/** Businesses, for staff and the service account of the station. */
export const businessRoutes = createRouter()
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/businesses',
      summary: 'The businesses of the station by name',
      request: {
        query: z.object({
          contains: z.string().max(60).optional(),
          after: z.uuid().optional(),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
      },
      responses: { 200: jsonAnswer(z.object({ items: z.array(businessViewSchema) }), 'Businesses') },
    }),
    async (c) => c.json({ items: await listBusinesses(c.get('ctx'), c.req.valid('query')) }, 200),
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/businesses/{id}/verify',
      summary: 'Mark a business as verified for six months',
      request: { params: idParam },
      responses: { 200: jsonAnswer(businessViewSchema, 'The business as it is now') },
    }),
    async (c) => c.json(await verifyBusiness(c.get('ctx'), c.req.valid('param').id), 200),
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/businesses/{id}/members',
      summary: 'Let the account of a phone act for a business',
      request: { params: idParam, ...jsonBody(memberSchema) },
      responses: { 204: { description: 'Linked' } },
    }),
    async (c) => {
      const { accounts } = c.get('provided');
      await addMember(c.get('ctx'), accounts, c.req.valid('param').id, c.req.valid('json'));
      return c.body(null, 204);
    },
  );
