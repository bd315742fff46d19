import { z } from '@hono/zod-openapi';
import { createRouter, describeRoute, idParam, jsonAnswer, jsonBody } from '../http/openapi';
import { CONDUCT_ABOUT } from './ports';
import { conductAnswerSchema, conductDecisionSchema, conductFactSchema, conductSchema } from './schema';
import { answerConduct, decideConduct, listConduct, tellConduct } from './service';

const listParams = z.object({
  candidateId: z.uuid().optional(),
  walkInId: z.uuid().optional(),
  businessId: z.uuid().optional(),
  about: z.enum(CONDUCT_ABOUT).optional(),
  appealed: z.enum(['1']).optional(),
  before: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
const fact = (description: string) => jsonAnswer(conductFactSchema, description);

/** 守约: plain facts about either side, for a time; what the other says to it, and appeals. Never a star. */
export const conductRoutes = createRouter()
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/conduct',
      summary: "Facts about keeping appointments that still stand: one's own, for staff the station's",
      request: { query: listParams },
      responses: { 200: jsonAnswer(z.object({ items: z.array(conductFactSchema) }), 'Newest first') },
    }),
    async (c) => {
      const { appealed, ...query } = c.req.valid('query');
      const items = await listConduct(c.get('ctx'), { ...query, appealed: appealed !== undefined });
      return c.json({ items }, 200);
    },
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/conduct',
      summary: 'Tell that the other side did not come, or called off late (either side, staff)',
      request: jsonBody(conductSchema),
      responses: { 201: fact('The fact') },
    }),
    async (c) => c.json(await tellConduct(c.get('ctx'), c.req.valid('json')), 201),
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/conduct/{id}/answer',
      summary: 'Say something to a fact about oneself, and appeal (the side it is about, staff for them)',
      request: { params: idParam, ...jsonBody(conductAnswerSchema) },
      responses: { 200: fact('The fact as it is now') },
    }),
    async (c) => c.json(await answerConduct(c.get('ctx'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/conduct/{id}/decide',
      summary: 'Decide whether a fact stands (staff)',
      request: { params: idParam, ...jsonBody(conductDecisionSchema) },
      responses: { 200: fact('The fact as it is now') },
    }),
    async (c) => c.json(await decideConduct(c.get('ctx'), c.req.valid('param').id, c.req.valid('json')), 200),
  );
