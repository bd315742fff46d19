import { z } from '@hono/zod-openapi';
import { DomainError } from '../kernel/errors';
import type { Middleware } from './env';
import { createRouter, describeRoute, jsonAnswer } from './openapi';

const readySchema = z
  .object({
    ready: z.boolean(),
    database: z.boolean(),
    /** Null when Postgres is the engine. */
    index: z.boolean().nullable(),
    /** The board in memory: postings, and how long ago it heard of the database; null where there is none. */
    board: z.object({ postings: z.number(), heardMs: z.number().nullable() }).nullable(),
    engine: z.string(),
    degraded: z.boolean(),
    /** What the index has yet to hear of; null when Postgres is the engine. */
    outbox: z.object({ waiting: z.number(), oldestMs: z.number() }).nullable(),
  })
  .openapi('Ready');

/** Asked by monitors, above all while something is down: answered without a session or a station. */
export const OPS_PATHS: ReadonlySet<string> = new Set(['/readyz', '/metrics']);

/** What the operations routes need, and no more. */
export const provide: Middleware = async (c, next) => {
  c.set('provided', await c.get('deps').provide(c));
  await next();
};

/** For those who run the station. */
export const opsRoutes = createRouter()
  .openapi(
    describeRoute({
      method: 'get',
      path: '/healthz',
      summary: 'Whether the process is alive',
      responses: { 200: jsonAnswer(z.object({ ok: z.boolean() }), 'Alive') },
    }),
    (c) => c.json({ ok: true }, 200),
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/readyz',
      summary: 'Whether searches can be answered',
      responses: {
        200: jsonAnswer(readySchema, 'Searches are answered, perhaps by the fallback'),
        503: jsonAnswer(readySchema, 'No database, no answers'),
      },
    }),
    async (c) => {
      const { health, services } = c.get('provided');
      const [database, index] = await Promise.all([health.database(), health.index()]);
      const body = {
        ready: database,
        database,
        index,
        board: health.board(),
        engine: services.text.engine,
        degraded: index === false,
        outbox: database && index !== null ? await services.stores.outbox.lag().catch(() => null) : null,
      };
      return database ? c.json(body, 200) : c.json(body, 503);
    },
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/metrics',
      summary: 'Prometheus metrics',
      responses: { 200: { description: 'Text format', content: { 'text/plain': { schema: z.string() } } } },
    }),
    async (c) => {
      const { metrics } = c.get('deps');
      if (!metrics) throw new DomainError('not_found', 'page_not_found');
      return c.text(await metrics.text(), 200, {
        'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      });
    },
  );
