import { z } from '@hono/zod-openapi';
import { createRouter, describeRoute, idParam, jsonAnswer } from '../http/openapi';
import { formatClock } from '../kernel/week-syntax';
import { LEAST_PART_MINUTES, splitOf } from './split';
import type { Split } from './splitting';

const splitSchema = z
  .object({
    shifts: z.array(
      z.object({
        days: z.string().optional(),
        date: z.string().optional(),
        start: z.string(),
        end: z.string(),
        people: z.number(),
      }),
    ),
    people: z.number(),
    coveredMinutes: z.number(),
    neededMinutes: z.number(),
  })
  .openapi('Split');

function viewOf({ shifts, people, coveredMinutes, neededMinutes }: Split): z.infer<typeof splitSchema> {
  return {
    shifts: shifts.map(({ rule: { days, date, startMinute, endMinute }, people: takers }) => ({
      ...(days === null ? {} : { days }),
      ...(date === null ? {} : { date }),
      start: formatClock(startMinute),
      end: formatClock(endMinute),
      people: takers,
    })),
    people,
    coveredMinutes,
    neededMinutes,
  };
}

/** How a posting's hours could be cut: its business and staff. People are counted, none is told. */
export const splitRoutes = createRouter().openapi(
  describeRoute({
    method: 'get',
    path: '/api/jobs/{id}/split',
    summary:
      'Smaller shifts that people nearby could take, when nobody could come to all (its business, staff)',
    request: {
      params: idParam,
      query: z.object({ least: z.coerce.number().int().min(60).max(720).default(LEAST_PART_MINUTES) }),
    },
    responses: {
      200: jsonAnswer(
        z
          .object({
            before: z.number(),
            options: z.array(splitSchema),
            source: z.enum(['estimate', 'street']),
          })
          .openapi('SplitAnswer'),
        'How many could come before, and the best split',
      ),
    },
  }),
  async (c) => {
    const { before, options, source } = await splitOf(
      c.get('ctx'),
      c.req.valid('param').id,
      c.req.valid('query').least,
    );
    return c.json({ before, options: options.map(viewOf), source }, 200);
  },
);
