import { z } from '@hono/zod-openapi';
import { consentGivenSchema } from '../candidates';
import { createRouter, describeRoute, idParam, jsonAnswer, jsonBody } from '../http/openapi';
import { jobViewSchema, viewOf } from '../jobs';
import {
  gainsSchema,
  personTimeShape,
  rankedOf,
  rankedSchema,
  timeNoticesSchema,
  understoodOf,
  understoodSchema,
  whyAnswerSchema,
} from '../matching';
import { addEvent } from './referral-events';
import { answerInterest, listReferrals, refer } from './referrals';
import {
  referralEventSchema,
  referralSchema,
  shortlistSchema,
  walkInRevisionSchema,
  walkInSchema,
} from './schema';
import * as desk from './service';
import { gainsOfVisit, saveShortlist, whyForVisit } from './shortlist';
import { shareForVisit, unshareForVisit } from './visit-consent';
import { mergeWalkIn, reviseWalkIn } from './visits';

const employerParams = idParam.extend({ businessId: z.uuid() });

const walkInView = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    phone: z.string().nullable(),
    text: z.string().nullable(),
    origin: z.object({ lat: z.number(), lng: z.number() }).nullable(),
    mode: z.string(),
    minutes: z.number(),
    free: z.string().nullable(),
    ...personTimeShape,
    notices: timeNoticesSchema,
    hoursMax: z.number().nullable(),
    occupations: z.array(z.string()),
    status: z.string(),
    createdAt: z.string(),
  })
  .openapi('WalkIn');

const referralView = z
  .object({
    id: z.string(),
    jobId: z.string(),
    walkInId: z.string().nullable(),
    candidateId: z.string().nullable(),
    title: z.string(),
    business: z.string(),
    person: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
    state: z.string(),
    next: z.array(z.string()),
    createdAt: z.string(),
  })
  .openapi('Referral');

const receivedSchema = z
  .object({
    walkIn: walkInView,
    understood: understoodSchema,
    shortlist: z.array(rankedSchema),
    total: z.number(),
    duplicates: z.array(z.object({ id: z.string(), name: z.string().nullable(), createdAt: z.string() })),
  })
  .openapi('WalkInAnswer');

/** The desk: staff and the service account of the station. */
export const deskRoutes = createRouter()
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/walk-ins',
      summary: 'From the desk to a ranked list in one call',
      request: jsonBody(walkInSchema),
      responses: { 201: jsonAnswer(receivedSchema, 'The visitor and a ranked list') },
    }),
    async (c) => {
      const ctx = c.get('ctx');
      const { walkIn, query, shortlist, duplicates } = await desk.receiveWalkIn(ctx, c.req.valid('json'));
      return c.json(
        {
          walkIn,
          understood: understoodOf(query),
          shortlist: shortlist.items.map((match) => rankedOf(match, query, ctx.clock.now())),
          total: shortlist.total,
          duplicates,
        },
        201,
      );
    },
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/walk-ins',
      summary: "Today's visitors, newest first",
      responses: { 200: jsonAnswer(z.object({ items: z.array(walkInView) }), 'Visitors') },
    }),
    async (c) => c.json({ items: await desk.listWalkIns(c.get('ctx')) }, 200),
  )
  .openapi(
    describeRoute({
      method: 'put',
      path: '/api/walk-ins/{id}',
      summary: 'Write anew what a visitor said; consent and a phone that is left out stay',
      request: { params: idParam, ...jsonBody(walkInRevisionSchema) },
      responses: { 200: jsonAnswer(walkInView, 'The visitor as they stand now') },
    }),
    async (c) => c.json(await reviseWalkIn(c.get('ctx'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(
    describeRoute({
      method: 'put',
      path: '/api/walk-ins/{id}/shortlist',
      summary: 'Put postings aside for a visitor',
      request: { params: idParam, ...jsonBody(shortlistSchema) },
      responses: { 200: jsonAnswer(z.object({ items: z.array(jobViewSchema) }), 'In the order given') },
    }),
    async (c) => {
      const ctx = c.get('ctx');
      const saved = await saveShortlist(ctx, c.req.valid('param').id, c.req.valid('json').jobIds);
      return c.json({ items: saved.map((found) => viewOf(found, ctx.clock.now())) }, 200);
    },
  )
  .openapi(
    describeRoute({
      method: 'put',
      path: '/api/walk-ins/{id}/employers/{businessId}',
      summary: "Take down a visitor's consent to this business seeing their phone",
      request: { params: employerParams, ...jsonBody(consentGivenSchema) },
      responses: { 204: { description: 'It stands in the ledger' } },
    }),
    async (c) => {
      const { id, businessId } = c.req.valid('param');
      await shareForVisit(c.get('ctx'), id, businessId, c.req.valid('json'));
      return c.body(null, 204);
    },
  )
  .openapi(
    describeRoute({
      method: 'delete',
      path: '/api/walk-ins/{id}/employers/{businessId}',
      summary: 'Take that consent back: the phone is masked at once',
      request: { params: employerParams },
      responses: { 204: { description: 'Withdrawn, or there was none' } },
    }),
    async (c) => {
      const { id, businessId } = c.req.valid('param');
      await unshareForVisit(c.get('ctx'), id, businessId);
      return c.body(null, 204);
    },
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/walk-ins/{id}/gains',
      summary: 'Which single change of a person opens how many jobs',
      request: { params: idParam },
      responses: { 200: jsonAnswer(gainsSchema, 'Most first') },
    }),
    async (c) => c.json(await gainsOfVisit(c.get('ctx'), c.req.valid('param').id), 200),
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/walk-ins/{id}/jobs/{jobId}/why',
      summary: 'Why a job is, or is not, on the list of a person',
      request: { params: idParam.extend({ jobId: z.uuid() }) },
      responses: { 200: jsonAnswer(whyAnswerSchema, 'Every gate with its numbers') },
    }),
    async (c) => {
      const { id, jobId } = c.req.valid('param');
      return c.json(await whyForVisit(c.get('ctx'), id, jobId), 200);
    },
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/walk-ins/{id}/merge',
      summary: 'Merge a visit into another of the same person',
      request: { params: idParam, ...jsonBody(z.strictObject({ into: z.uuid() })) },
      responses: { 200: jsonAnswer(walkInView, 'The visit that is kept') },
    }),
    async (c) =>
      c.json(await mergeWalkIn(c.get('ctx'), c.req.valid('param').id, c.req.valid('json').into), 200),
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/referrals',
      summary: 'Send a person to a job',
      request: jsonBody(referralSchema),
      responses: { 201: jsonAnswer(referralView, 'The referral') },
    }),
    async (c) => c.json(await refer(c.get('ctx'), c.req.valid('json')), 201),
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/referrals',
      summary: 'The referrals of the station, newest first',
      request: {
        query: z.object({
          before: z.uuid().optional(),
          limit: z.coerce.number().int().min(1).max(100).default(100),
        }),
      },
      responses: { 200: jsonAnswer(z.object({ items: z.array(referralView) }), 'Referrals') },
    }),
    async (c) => c.json({ items: await listReferrals(c.get('ctx'), c.req.valid('query')) }, 200),
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/referrals/{id}/events',
      summary: 'Write what happened to a referral',
      request: { params: idParam, ...jsonBody(referralEventSchema) },
      responses: { 201: jsonAnswer(referralView, 'The referral as it is now') },
    }),
    async (c) => c.json(await addEvent(c.get('ctx'), c.req.valid('param').id, c.req.valid('json')), 201),
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/interests/{id}/{answer}',
      summary: 'Accept or decline an interest (its business, staff); a yes becomes a referral',
      request: {
        params: z.object({
          id: z.uuid('id').openapi({ param: { name: 'id', in: 'path' } }),
          answer: z.enum(['accept', 'decline']).openapi({ param: { name: 'answer', in: 'path' } }),
        }),
      },
      responses: {
        200: jsonAnswer(z.object({ id: z.string(), status: z.string() }), 'The answered interest'),
      },
    }),
    async (c) => {
      const { id, answer } = c.req.valid('param');
      const { status } = await answerInterest(
        c.get('ctx'),
        id,
        answer === 'accept' ? 'accepted' : 'declined',
      );
      return c.json({ id, status }, 200);
    },
  );
