import { createRouter, describeRoute, idParam, jsonAnswer } from '../http/openapi';
import { searchAnswer, searchAnswerSchema, whyAnswer, whyAnswerSchema } from './answer';
import { DEFAULT_PAGE } from './page';
import { readQuery } from './query';
import { searchParamsSchema } from './schema';
import { search } from './service';
import { why } from './why';

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
      responses: { 200: jsonAnswer(whyAnswerSchema, 'Every gate with its numbers') },
    }),
    async (c) => {
      const ctx = c.get('ctx');
      const query = readQuery(ctx, c.req.valid('query'));
      const found = await why(ctx, query, c.req.valid('param').id);
      return c.json(whyAnswer(found, query), 200);
    },
  );
