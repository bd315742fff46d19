import { z } from '@hono/zod-openapi';
import type { Ctx } from '../context';
import { createRouter, describeRoute, idParam, jsonAnswer, jsonBody } from '../http/openapi';
import { readText } from '../search';
import { draftQuestionText } from '../web/text/draft';
import { today } from './change';
import { createJob } from './create';
import { viewOf } from './draft';
import { mergeJob, similarJobs } from './duplicates';
import { getJob, listManaged } from './read';
import type { JobWithBusiness } from './record';
import {
  JOB_STATUSES,
  jobDraftSchema,
  jobPatchSchema,
  jobViewSchema,
  spokenDraftSchema,
  spokenSchema,
} from './schema';
import { closeJob, fillJob, patchJob, publishJob, renewJob } from './service';
import { draftFromText } from './spoken/from-text';

const job = (description: string) => jsonAnswer(jobViewSchema, description);
const view = (ctx: Ctx, found: JobWithBusiness) => viewOf(found, ctx.clock.now());

const listParams = z.object({
  status: z.enum(JOB_STATUSES).optional(),
  contains: z.string().max(60).optional(),
  before: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

const action = (verb: string, summary: string) =>
  describeRoute({
    method: 'post',
    path: `/api/jobs/{id}/${verb}`,
    summary,
    request: { params: idParam },
    responses: { 200: job('The job as it is now') },
  });

/** The life of a posting: shops their own, staff every one of the station. */
export const jobRoutes = createRouter()
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/jobs/draft-from-text',
      summary: 'A sentence of somebody who needs people, as a draft; what is missing is named and asked',
      request: jsonBody(spokenSchema),
      responses: { 200: jsonAnswer(spokenDraftSchema, 'The draft as far as it was said; nothing is stored') },
    }),
    (c) => {
      const ctx = c.get('ctx');
      const { text } = c.req.valid('json');
      const { questions, understood, ...read } = draftFromText(text, {
        lexicon: ctx.lexicon,
        today: today(ctx),
      });
      const asked = questions.map((one) => ({ ...one, text: draftQuestionText(one.about) }));
      return c.json({ ...read, questions: asked, understood: readText(understood) }, 200);
    },
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/jobs',
      summary: 'Write a posting as a draft',
      request: jsonBody(jobDraftSchema),
      responses: { 201: job('The draft') },
    }),
    async (c) => c.json(view(c.get('ctx'), await createJob(c.get('ctx'), c.req.valid('json'))), 201),
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/managed-jobs',
      summary: 'The postings that the caller manages, newest first',
      request: { query: listParams },
      responses: { 200: jsonAnswer(z.object({ items: z.array(jobViewSchema) }), 'Postings in any state') },
    }),
    async (c) => {
      const { status, ...query } = c.req.valid('query');
      const list = await listManaged(c.get('ctx'), { ...query, statuses: status && [status] });
      return c.json({ items: list.map((found) => view(c.get('ctx'), found)) }, 200);
    },
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/jobs/{id}',
      summary: 'One posting',
      request: { params: idParam },
      responses: { 200: job('The posting; no phone number') },
    }),
    async (c) => c.json(view(c.get('ctx'), await getJob(c.get('ctx'), c.req.valid('param').id)), 200),
  )
  .openapi(
    describeRoute({
      method: 'patch',
      path: '/api/jobs/{id}',
      summary: 'Change a posting; an open one of an unverified business goes back to review',
      request: { params: idParam, ...jsonBody(jobPatchSchema) },
      responses: { 200: job('The job as it is now') },
    }),
    async (c) => {
      const found = await patchJob(c.get('ctx'), c.req.valid('param').id, c.req.valid('json'));
      return c.json(view(c.get('ctx'), found), 200);
    },
  )
  .openapi(action('publish', 'Open a posting, or hand it to staff for review'), async (c) =>
    c.json(view(c.get('ctx'), await publishJob(c.get('ctx'), c.req.valid('param').id)), 200),
  )
  .openapi(action('close', 'Close a posting'), async (c) =>
    c.json(view(c.get('ctx'), await closeJob(c.get('ctx'), c.req.valid('param').id)), 200),
  )
  .openapi(action('fill', 'Mark a posting as filled'), async (c) =>
    c.json(view(c.get('ctx'), await fillJob(c.get('ctx'), c.req.valid('param').id)), 200),
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/jobs/{id}/renew',
      summary: 'Bring a posting back, or give it more days; of an unverified business after a review',
      request: {
        params: idParam,
        body: {
          required: false,
          content: {
            'application/json': { schema: z.strictObject({ validThrough: z.iso.date('date').optional() }) },
          },
        },
      },
      responses: { 200: job('The job as it is now') },
    }),
    async (c) => {
      // Without a content type the validator leaves the body alone and hands over nothing.
      const body = c.req.valid('json') as { validThrough?: string } | undefined;
      const found = await renewJob(c.get('ctx'), c.req.valid('param').id, body?.validThrough);
      return c.json(view(c.get('ctx'), found), 200);
    },
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/jobs/{id}/similar',
      summary: 'Postings that look like the same one written twice',
      request: { params: idParam },
      responses: {
        200: jsonAnswer(
          z.object({
            items: z.array(z.object({ id: z.string(), title: z.string(), status: z.enum(JOB_STATUSES) })),
          }),
          'Likely duplicates',
        ),
      },
    }),
    async (c) => {
      const list = await similarJobs(c.get('ctx'), c.req.valid('param').id);
      return c.json({ items: list.map(({ id, title, status }) => ({ id, title, status })) }, 200);
    },
  )
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/jobs/{id}/merge',
      summary: 'Close a posting as a duplicate of another',
      request: { params: idParam, ...jsonBody(z.strictObject({ into: z.uuid() })) },
      responses: { 200: job('The closed duplicate') },
    }),
    async (c) => {
      const found = await mergeJob(c.get('ctx'), c.req.valid('param').id, c.req.valid('json').into);
      return c.json(view(c.get('ctx'), found), 200);
    },
  );
