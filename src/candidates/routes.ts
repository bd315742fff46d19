import { z } from '@hono/zod-openapi';
import { createRouter, describeRoute, idParam, jsonAnswer, jsonBody } from '../http/openapi';
import { DEFAULT_PAGE, gainsSchema, rankedSchema, timeNoticesSchema, whyAnswerSchema } from '../matching';
import { eraseCandidate } from './erase';
import { interestedIn, showInterest } from './interest';
import { gainsFor, matchesOf, whyFor } from './matches';
import { candidatesFor } from './reverse';
import {
  candidatePatchSchema,
  candidateSchema,
  candidateViewSchema,
  erasureSchema,
  shareSchema,
} from './schema';
import * as candidates from './service';

const interestSchema = z
  .object({ id: z.string(), jobId: z.string(), status: z.string() })
  .openapi('Interest');
const fittingSchema = z
  .object({
    candidateId: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    minutes: z.number(),
    source: z.enum(['estimate', 'street']),
    fit: z.number().nullable(),
    score: z.number(),
  })
  .openapi('FittingPerson');
const personSchema = z
  .object({
    interestId: z.string(),
    status: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    free: z.string().nullable(),
    occupations: z.array(z.string()),
    at: z.string(),
  })
  .openapi('InterestedPerson');

/** Profiles of people looking for work: their own, or staff's. */
export const candidateRoutes = createRouter()
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/candidates',
      summary: 'Make a profile, with consent',
      request: jsonBody(candidateSchema),
      responses: { 201: jsonAnswer(candidateViewSchema, 'The profile') },
    }),
    async (c) => c.json(await candidates.createCandidate(c.get('ctx'), c.req.valid('json')), 201),
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/candidates/{id}',
      summary: 'A profile',
      request: { params: idParam },
      responses: { 200: jsonAnswer(candidateViewSchema, 'The profile; the phone masked without consent') },
    }),
    async (c) => c.json(await candidates.getCandidate(c.get('ctx'), c.req.valid('param').id), 200),
  )
  .openapi(
    describeRoute({
      method: 'patch',
      path: '/api/candidates/{id}',
      summary: 'Change a profile, give or withdraw consent',
      request: { params: idParam, ...jsonBody(candidatePatchSchema) },
      responses: { 200: jsonAnswer(candidateViewSchema, 'The profile') },
    }),
    async (c) =>
      c.json(
        await candidates.patchCandidate(c.get('ctx'), c.req.valid('param').id, c.req.valid('json')),
        200,
      ),
  )
  .openapi(
    describeRoute({
      method: 'delete',
      path: '/api/candidates/{id}',
      summary: 'Erase a person, or lock what the law wants kept',
      request: { params: idParam },
      responses: {
        200: jsonAnswer(erasureSchema, 'Locked: what is kept, by which article, until when'),
        204: { description: 'Erased' },
      },
    }),
    async (c) => {
      const done = await eraseCandidate(c.get('ctx'), c.req.valid('param').id);
      return done.outcome === 'erased' ? c.body(null, 204) : c.json(done, 200);
    },
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/candidates/{id}/matches',
      summary: 'Jobs for a person, by their profile',
      request: {
        params: idParam,
        query: z.object({
          limit: z.coerce.number().int().min(1).max(100).default(DEFAULT_PAGE),
          cursor: z.string().max(600).optional(),
        }),
      },
      responses: {
        200: jsonAnswer(
          z.object({
            items: z.array(rankedSchema),
            total: z.number(),
            next: z.string().nullable(),
            notices: timeNoticesSchema,
          }),
          'One page of the exact order',
        ),
      },
    }),
    async (c) => c.json(await matchesOf(c.get('ctx'), c.req.valid('param').id, c.req.valid('query')), 200),
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/candidates/{id}/gains',
      summary: 'Which single change of a person opens how many jobs',
      request: { params: idParam },
      responses: { 200: jsonAnswer(gainsSchema, 'Most first') },
    }),
    async (c) => c.json(await gainsFor(c.get('ctx'), c.req.valid('param').id), 200),
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/candidates/{id}/jobs/{jobId}/why',
      summary: 'Why a job is, or is not, on the list of a person',
      request: { params: idParam.extend({ jobId: z.uuid() }) },
      responses: { 200: jsonAnswer(whyAnswerSchema, 'Every gate with its numbers') },
    }),
    async (c) => {
      const { id, jobId } = c.req.valid('param');
      return c.json(await whyFor(c.get('ctx'), id, jobId), 200);
    },
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/jobs/{id}/interest',
      summary: 'Tell the business that one is interested, and whether it may see the phone (seeker)',
      request: { params: idParam, body: { ...jsonBody(shareSchema).body, required: false } },
      responses: { 201: jsonAnswer(interestSchema, 'Waiting for an answer') },
    }),
    async (c) => {
      const { id, jobId, status } = await showInterest(
        c.get('ctx'),
        c.req.valid('param').id,
        c.req.valid('json'),
      );
      return c.json({ id, jobId, status }, 201);
    },
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/jobs/{id}/candidates',
      summary: 'Who fits a posting now (its business, staff)',
      request: {
        params: idParam,
        query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(DEFAULT_PAGE) }),
      },
      responses: {
        200: jsonAnswer(
          z.object({ items: z.array(fittingSchema), more: z.boolean(), degraded: z.boolean() }),
          'Best first, phones masked; whether others fit too, and whether a street router did not answer',
        ),
      },
    }),
    async (c) =>
      c.json(await candidatesFor(c.get('ctx'), c.req.valid('param').id, c.req.valid('query').limit), 200),
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/jobs/{id}/interests',
      summary: 'Who is interested in a posting (its business, staff)',
      request: { params: idParam },
      responses: { 200: jsonAnswer(z.object({ items: z.array(personSchema) }), 'In the order they came') },
    }),
    async (c) => c.json({ items: await interestedIn(c.get('ctx'), c.req.valid('param').id) }, 200),
  );
