import { z } from '@hono/zod-openapi';
import { createRouter, describeRoute, idParam, jsonAnswer, jsonBody } from '../http/openapi';
import { getCase, listCases } from './case-list';
import { addCaseStep, notPaid } from './cases';
import { CASE_STATES } from './ports';
import {
  caseStepSchema,
  hoursSchema,
  paidSchema,
  placementSchema,
  unpaidSchema,
  wageCaseHistorySchema,
  wageCaseSchema,
} from './schema';
import { getPlacement, listPlacements, sayHours, sayPaid } from './service';

const page = {
  before: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};
const ledger = jsonAnswer(placementSchema, 'The placement with its ledger as it is now');

/** 工时工钱台账: what both sides say of hours, what is due and paid; and the cases of what was not. */
export const placementRoutes = createRouter()
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/placements',
      summary: "Placements with hours and pay: the seeker's own, the shop's businesses', for staff all",
      request: { query: z.object(page) },
      responses: { 200: jsonAnswer(z.object({ items: z.array(placementSchema) }), 'Newest first') },
    }),
    async (c) => c.json({ items: await listPlacements(c.get('ctx'), c.req.valid('query')) }, 200),
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/placements/{id}',
      summary: 'One placement with its ledger (its worker, its business, staff)',
      request: { params: idParam },
      responses: { 200: ledger },
    }),
    async (c) => c.json(await getPlacement(c.get('ctx'), c.req.valid('param').id), 200),
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/placements/{id}/hours',
      summary: 'Say how long was worked on a date (its worker, its business, staff for one of them)',
      request: { params: idParam, ...jsonBody(hoursSchema) },
      responses: { 201: ledger },
    }),
    async (c) => c.json(await sayHours(c.get('ctx'), c.req.valid('param').id, c.req.valid('json')), 201),
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/placements/{id}/paid',
      summary: 'Say what has been paid for some dates so far (its worker, staff for them)',
      request: { params: idParam, ...jsonBody(paidSchema) },
      responses: { 201: ledger },
    }),
    async (c) => c.json(await sayPaid(c.get('ctx'), c.req.valid('param').id, c.req.valid('json')), 201),
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/placements/{id}/unpaid',
      summary: 'Say that the pay has not come: a case at once (its worker, staff for them)',
      request: { params: idParam, ...jsonBody(unpaidSchema) },
      responses: { 201: ledger },
    }),
    async (c) => c.json(await notPaid(c.get('ctx'), c.req.valid('param').id, c.req.valid('json').note), 201),
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/wage-cases',
      summary: 'Cases of pay that has not come (staff)',
      request: {
        query: z.object({ ...page, state: z.enum(CASE_STATES).optional(), businessId: z.uuid().optional() }),
      },
      responses: { 200: jsonAnswer(z.object({ items: z.array(wageCaseSchema) }), 'Newest first') },
    }),
    async (c) => {
      const { state, ...query } = c.req.valid('query');
      return c.json({ items: await listCases(c.get('ctx'), { ...query, states: state && [state] }) }, 200);
    },
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/wage-cases/{id}',
      summary: 'A case with what was done about it (staff)',
      request: { params: idParam },
      responses: { 200: jsonAnswer(wageCaseHistorySchema, 'The case') },
    }),
    async (c) => c.json(await getCase(c.get('ctx'), c.req.valid('param').id), 200),
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/wage-cases/{id}/steps',
      summary: 'Hand a case over, add a note, or close it after the follow-up (staff)',
      request: { params: idParam, ...jsonBody(caseStepSchema) },
      responses: { 201: jsonAnswer(wageCaseHistorySchema, 'The case as it is now') },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      await addCaseStep(c.get('ctx'), id, c.req.valid('json'));
      return c.json(await getCase(c.get('ctx'), id), 201);
    },
  );
