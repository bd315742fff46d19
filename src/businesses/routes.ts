import { z } from '@hono/zod-openapi';
import { createRouter, describeRoute, idParam, jsonAnswer, jsonBody } from '../http/openapi';
import { demandVerification } from './demand';
import { getBusiness } from './details';
import { BUSINESS_STATES } from './ports';
import {
  type BusinessPatch,
  businessDetailSchema,
  businessPatchSchema,
  businessViewSchema,
  memberSchema,
} from './schema';
import { addMember, listBusinesses, updateBusiness, verifyBusiness } from './service';

/** Businesses, for staff and the service account of the station; one's own for its people. */
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
          state: z.enum(BUSINESS_STATES).optional(),
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
      summary: 'Mark a business as verified for six months; shops and companies need a licence number',
      request: {
        params: idParam,
        body: { required: false, content: { 'application/json': { schema: businessPatchSchema } } },
      },
      responses: { 200: jsonAnswer(businessViewSchema, 'The business as it is now') },
    }),
    async (c) => {
      // Without a content type the validator leaves the body alone and hands over nothing.
      const seen = c.req.valid('json') as BusinessPatch | undefined;
      return c.json(await verifyBusiness(c.get('ctx'), c.req.valid('param').id, seen), 200);
    },
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/businesses/{id}',
      summary: 'One business with licence and contact, for its people and staff',
      request: { params: idParam },
      responses: { 200: jsonAnswer(businessDetailSchema, 'The business') },
    }),
    async (c) => c.json(await getBusiness(c.get('ctx'), c.req.valid('param').id), 200),
  )
  .openapi(
    describeRoute({
      method: 'patch',
      path: '/api/businesses/{id}',
      summary: 'Change licence and contact; another licence ends the verification',
      request: { params: idParam, ...jsonBody(businessPatchSchema) },
      responses: { 200: jsonAnswer(businessDetailSchema, 'The business as it is now') },
    }),
    async (c) =>
      c.json(await updateBusiness(c.get('ctx'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(
    describeRoute({
      method: 'put',
      path: '/api/station/verification',
      summary: 'Whether only verified businesses stand on the lists (admin)',
      request: jsonBody(z.strictObject({ demanded: z.boolean() })),
      responses: { 204: { description: 'Set' } },
    }),
    async (c) => {
      await demandVerification(c.get('ctx'), c.req.valid('json').demanded);
      return c.body(null, 204);
    },
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
