import { z } from '@hono/zod-openapi';
import { erasureSchema, PURPOSES } from '../candidates';
import { createRouter, describeRoute, idParam, jsonAnswer } from '../http/openapi';
import { exportCandidate, exportVisit } from './copy';
import { exportSchema, visitCopySchema } from './schema';
import { eraseVisit, withdrawForVisit } from './visits';

/** Copies of everything that is held about somebody, and what visitors without a profile can ask for at the desk. */
export const rightsRoutes = createRouter()
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/candidates/{id}/export',
      summary: 'Everything the station holds about a person',
      request: { params: idParam },
      responses: { 200: jsonAnswer(exportSchema, 'The copy') },
    }),
    async (c) => c.json(await exportCandidate(c.get('ctx'), c.req.valid('param').id), 200),
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/walk-ins/{id}/export',
      summary: 'Everything the station holds about a visitor (staff, who print it for them)',
      request: { params: idParam },
      responses: { 200: jsonAnswer(visitCopySchema, 'The copy') },
    }),
    async (c) => c.json(await exportVisit(c.get('ctx'), c.req.valid('param').id), 200),
  )
  .openapi(
    describeRoute({
      method: 'delete',
      path: '/api/walk-ins/{id}',
      summary:
        'Forget a visitor (staff, when they ask for it); referrals that the law wants stay without a name',
      request: { params: idParam },
      responses: { 200: jsonAnswer(erasureSchema, 'What stays, by which article, until when') },
    }),
    async (c) => c.json(await eraseVisit(c.get('ctx'), c.req.valid('param').id), 200),
  )
  .openapi(
    describeRoute({
      method: 'delete',
      path: '/api/walk-ins/{id}/consents/{purpose}',
      summary: 'A visitor takes a consent back (staff write it down)',
      request: { params: idParam.extend({ purpose: z.enum(PURPOSES) }) },
      responses: { 204: { description: 'Withdrawn, or there was none' } },
    }),
    async (c) => {
      const { id, purpose } = c.req.valid('param');
      await withdrawForVisit(c.get('ctx'), id, purpose);
      return c.body(null, 204);
    },
  );
