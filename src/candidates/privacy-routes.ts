import { z } from '@hono/zod-openapi';
import { createRouter, describeRoute, idParam, jsonAnswer, jsonBody } from '../http/openapi';
import { accessOf } from './access-log';
import { employersOf, shareContact, unshareContact } from './employers';
import { erasureOf } from './erase';
import { accessLineSchema, consentGivenSchema, employerViewSchema, erasureSchema } from './schema';

const employersSchema = z.object({ items: z.array(employerViewSchema) });
const employerParams = idParam.extend({ businessId: z.uuid() });

/** What people can ask about, and decide on, their data. */
export const privacyRoutes = createRouter()
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/candidates/{id}/erasure',
      summary: 'What an erasure would do: nothing is done',
      request: { params: idParam },
      responses: { 200: jsonAnswer(erasureSchema, 'What would be kept, by which article, until when') },
    }),
    async (c) => c.json(await erasureOf(c.get('ctx'), c.req.valid('param').id), 200),
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/candidates/{id}/access-log',
      summary: "Who has read or changed a person's data, when and why",
      request: {
        params: idParam,
        query: z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
      },
      responses: { 200: jsonAnswer(z.object({ items: z.array(accessLineSchema) }), 'Newest first') },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      return c.json({ items: await accessOf(c.get('ctx'), id, c.req.valid('query').limit) }, 200);
    },
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/candidates/{id}/employers',
      summary: 'Which businesses a person has to do with, and which of them may see the phone',
      request: { params: idParam },
      responses: { 200: jsonAnswer(employersSchema, 'By name, each with the ledger of consent') },
    }),
    async (c) => c.json({ items: await employersOf(c.get('ctx'), c.req.valid('param').id) }, 200),
  )
  .openapi(
    describeRoute({
      method: 'put',
      path: '/api/candidates/{id}/employers/{businessId}',
      summary: 'Consent to this business seeing the phone (the person, or the desk with how it was given)',
      request: { params: employerParams, ...jsonBody(consentGivenSchema) },
      responses: { 200: jsonAnswer(employersSchema, 'The list as it stands now') },
    }),
    async (c) => {
      const { id, businessId } = c.req.valid('param');
      return c.json({ items: await shareContact(c.get('ctx'), id, businessId, c.req.valid('json')) }, 200);
    },
  )
  .openapi(
    describeRoute({
      method: 'delete',
      path: '/api/candidates/{id}/employers/{businessId}',
      summary: 'Take that consent back: the phone is masked at once',
      request: { params: employerParams },
      responses: { 200: jsonAnswer(employersSchema, 'The list as it stands now') },
    }),
    async (c) => {
      const { id, businessId } = c.req.valid('param');
      return c.json({ items: await unshareContact(c.get('ctx'), id, businessId) }, 200);
    },
  );
