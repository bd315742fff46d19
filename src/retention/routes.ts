import { z } from '@hono/zod-openapi';
import { createRouter, describeRoute, jsonAnswer } from '../http/openapi';
import { isoOrNull } from '../kernel/clock';
import { RETENTION_CLASSES } from '../trust';
import { retentionDue } from './service';

const dueSchema = z
  .object({
    class: z.enum(RETENTION_CLASSES),
    months: z.number(),
    keep: z.boolean(),
    article: z.string(),
    count: z.number(),
    oldest: z.string().nullable(),
  })
  .openapi('RetentionDue');

/** What is past its period and will be cleared by the upkeep. */
export const retentionRoutes = createRouter().openapi(
  describeRoute({
    method: 'get',
    path: '/api/desk/retention',
    summary: 'What the retention will clear, by class; nothing is done',
    responses: { 200: jsonAnswer(z.object({ items: z.array(dueSchema) }), 'Every class with its rule') },
  }),
  async (c) => {
    const due = await retentionDue(c.get('ctx'));
    const items = due.map(({ class: name, months, keep, article, count, oldest }) => ({
      class: name,
      months,
      keep,
      article,
      count,
      oldest: isoOrNull(oldest),
    }));
    return c.json({ items }, 200);
  },
);
