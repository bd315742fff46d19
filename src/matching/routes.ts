import { z } from '@hono/zod-openapi';
import { createRouter, describeRoute, idParam, jsonAnswer } from '../http/openapi';
import { gateOf, matchOf, matchSchema, searchAnswer, searchAnswerSchema } from './answer';
import { DEFAULT_PAGE } from './page';
import { readQuery } from './query';
import { searchParamsSchema } from './schema';
import { search } from './service';
import { why } from './why';

const whyAnswer = z
  .object({
    shown: z.boolean(),
    gates: z.array(
      z.looseObject({ code: z.string(), ok: z.boolean(), text: z.string(), fix: z.string().optional() }),
    ),
    match: matchSchema.nullable(),
  })
  .openapi('WhyAnswer');

/** Search and its explanations: open to everyone. */
export const matchingRoutes = createRouter()
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/jobs',
      summary: 'Jobs near a place, ranked by travel and by how well the hours fit',
      request: { query: searchParamsSchema },
      responses: { 200: jsonAnswer(searchAnswerSchema, 'One page of the exact order') },
    }),
    async (c) => {
      const ctx = c.get('ctx');
      const params = c.req.valid('query');
      const query = readQuery(ctx, params);
      const result = await search(ctx, query, { limit: params.limit ?? DEFAULT_PAGE, cursor: params.cursor });
      return c.json(searchAnswer(result, query, { now: ctx.clock.now(), engine: ctx.text.engine }), 200);
    },
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/jobs/{id}/why',
      summary: 'Why a job is, or is not, on the list of this search',
      request: { params: idParam, query: searchParamsSchema },
      responses: { 200: jsonAnswer(whyAnswer, 'Every gate with its numbers') },
    }),
    async (c) => {
      const ctx = c.get('ctx');
      const query = readQuery(ctx, c.req.valid('query'));
      const answer = await why(ctx, query, c.req.valid('param').id);
      return c.json(
        {
          shown: answer.shown,
          gates: answer.gates.map(gateOf),
          match: answer.match && matchOf(answer.match, query),
        },
        200,
      );
    },
  );
