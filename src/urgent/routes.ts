import { z } from '@hono/zod-openapi';
import { shareSchema } from '../candidates';
import { createRouter, describeRoute, idParam, jsonAnswer, jsonBody } from '../http/openapi';
import { acceptOffer, declineOffer, ownOffers } from './offers';
import { offerSchema, urgentStateSchema } from './schema';
import { startUrgent, urgentState } from './service';

/** 即时快招: a posting of today or tomorrow is offered to people in waves. */
export const urgentRoutes = createRouter()
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/jobs/{id}/urgent',
      summary:
        'Offer a posting of today or tomorrow to people who are free, wave after wave (its business, staff)',
      request: { params: idParam },
      responses: { 201: jsonAnswer(urgentStateSchema, 'The first wave has been asked') },
    }),
    async (c) => c.json(await startUrgent(c.get('ctx'), c.req.valid('param').id), 201),
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/jobs/{id}/urgent',
      summary: 'How the urgent fill of a posting stands (its business, staff)',
      request: { params: idParam },
      responses: { 200: jsonAnswer(urgentStateSchema, 'In numbers') },
    }),
    async (c) => c.json(await urgentState(c.get('ctx'), c.req.valid('param').id), 200),
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/offers',
      summary: 'Offers to the seeker that can still be answered',
      responses: { 200: jsonAnswer(z.object({ items: z.array(offerSchema) }), 'Newest first') },
    }),
    async (c) => c.json({ items: await ownOffers(c.get('ctx')) }, 200),
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/offers/{id}/accept',
      summary: 'Take what is offered (the seeker it belongs to, staff for them); the first has it',
      request: { params: idParam, body: { ...jsonBody(shareSchema).body, required: false } },
      responses: { 200: jsonAnswer(offerSchema, 'Hired') },
    }),
    async (c) => c.json(await acceptOffer(c.get('ctx'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/offers/{id}/decline',
      summary: 'Do not take what is offered (the seeker it belongs to, staff for them)',
      request: { params: idParam },
      responses: { 200: jsonAnswer(offerSchema, 'The declined offer') },
    }),
    async (c) => c.json(await declineOffer(c.get('ctx'), c.req.valid('param').id), 200),
  );
