import { z } from '@hono/zod-openapi';
import { businessDetailSchema } from '../businesses';
import type { Ctx } from '../context';
import { addressOf } from '../http/address';
import { createRouter, describeRoute, idParam, jsonAnswer, jsonBody } from '../http/openapi';
import { type JobWithBusiness, jobViewSchema, viewOf } from '../jobs';
import { blockJob, decide, decisionsOf } from './decisions';
import { blockBusiness, unblockBusiness } from './employers';
import { employerLabel } from './history';
import { reportedQueue, reviewQueue } from './queue';
import { dismissReports, reportJob, reportsOf } from './reports';
import {
  blockSchema,
  decisionSchema,
  employerSchema,
  jobDecisionSchema,
  reportCountsSchema,
  reportSchema,
  reviewItemSchema,
  warnedSchema,
} from './schema';
import { warnedOf } from './warnings';

const view = (c: { get(key: 'ctx'): Ctx }, found: JobWithBusiness) => viewOf(found, c.get('ctx').clock.now());

/** The queue of staff, reports by anybody, and what follows from both. */
export const reviewRoutes = createRouter()
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/review-queue',
      summary:
        'Postings that wait for staff, the oldest first, with findings and the history of their business',
      request: {
        query: z.object({
          after: z.uuid().optional(),
          limit: z.coerce.number().int().min(1).max(100).default(50),
        }),
      },
      responses: {
        200: jsonAnswer(
          z.object({
            items: z.array(reviewItemSchema),
            reported: z.array(reviewItemSchema).openapi({
              description:
                'Postings that do not wait and have reports nobody has looked at; with the first page',
            }),
          }),
          'What waits',
        ),
      },
    }),
    async (c) => {
      const query = c.req.valid('query');
      const [items, reported] = await Promise.all([
        reviewQueue(c.get('ctx'), query),
        query.after === undefined ? reportedQueue(c.get('ctx')) : [],
      ]);
      return c.json({ items, reported }, 200);
    },
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/jobs/{id}/review',
      summary: 'Approve, return or block a posting that waits, as it was looked at',
      request: { params: idParam, ...jsonBody(decisionSchema) },
      responses: { 200: jsonAnswer(jobViewSchema, 'The job as it is now') },
    }),
    async (c) =>
      c.json(view(c, await decide(c.get('ctx'), c.req.valid('param').id, c.req.valid('json'))), 200),
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/jobs/{id}/block',
      summary: 'Take off a posting that breaks a rule (staff), and tell those concerned',
      request: {
        params: idParam,
        body: { required: false, content: { 'application/json': { schema: blockSchema } } },
      },
      responses: { 200: jsonAnswer(jobViewSchema, 'The job as it is now') },
    }),
    async (c) => {
      // Without a content type the validator leaves the body alone and hands over nothing.
      const why = blockSchema.parse(c.req.valid('json') ?? {});
      return c.json(view(c, await blockJob(c.get('ctx'), c.req.valid('param').id, why)), 200);
    },
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/jobs/{id}/decisions',
      summary: 'What staff decided about a posting and why, for its business and for staff',
      request: { params: idParam },
      responses: { 200: jsonAnswer(z.object({ items: z.array(jobDecisionSchema) }), 'Newest first') },
    }),
    async (c) => c.json({ items: await decisionsOf(c.get('ctx'), c.req.valid('param').id) }, 200),
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/jobs/{id}/report',
      summary: 'Say that something is wrong with a posting; no account, nobody learns who',
      request: { params: idParam, ...jsonBody(reportSchema) },
      responses: {
        202: jsonAnswer(z.object({ received: z.literal(true) }), 'The same whether or not it counted'),
      },
    }),
    async (c) => {
      const { reason } = c.req.valid('json');
      await reportJob(c.get('ctx'), c.req.valid('param').id, reason, addressOf(c));
      return c.json({ received: true as const }, 202);
    },
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/jobs/{id}/reports',
      summary: 'Reports of a posting by code (staff)',
      request: { params: idParam },
      responses: { 200: jsonAnswer(reportCountsSchema, 'Counts') },
    }),
    async (c) => c.json(await reportsOf(c.get('ctx'), c.req.valid('param').id), 200),
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/jobs/{id}/reports/dismiss',
      summary: 'Staff found nothing in the reports; one that they hid still waits to be opened',
      request: { params: idParam },
      responses: { 200: jsonAnswer(reportCountsSchema, 'Counts as they are now') },
    }),
    async (c) => c.json(await dismissReports(c.get('ctx'), c.req.valid('param').id), 200),
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/jobs/{id}/warned',
      summary: 'Who was told that a posting was blocked, and who is left for staff (staff)',
      request: { params: idParam },
      responses: { 200: jsonAnswer(z.object({ items: z.array(warnedSchema) }), 'People') },
    }),
    async (c) => c.json({ items: await warnedOf(c.get('ctx'), c.req.valid('param').id) }, 200),
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/businesses/{id}/history',
      summary:
        'What is known of a business from before: verification, wage cases, facts, reports, decisions (staff)',
      request: { params: idParam },
      responses: { 200: jsonAnswer(employerSchema, 'Counts') },
    }),
    async (c) => c.json(await employerLabel(c.get('ctx'), c.req.valid('param').id), 200),
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/businesses/{id}/block',
      summary:
        'Block a business: its postings are taken off, and nobody comes back under its licence or phones',
      request: { params: idParam, ...jsonBody(blockSchema) },
      responses: { 200: jsonAnswer(businessDetailSchema, 'The business as it is now') },
    }),
    async (c) => c.json(await blockBusiness(c.get('ctx'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/businesses/{id}/unblock',
      summary: 'Take a block back; what was taken off stays so',
      request: { params: idParam },
      responses: { 200: jsonAnswer(businessDetailSchema, 'The business as it is now') },
    }),
    async (c) => c.json(await unblockBusiness(c.get('ctx'), c.req.valid('param').id), 200),
  );
