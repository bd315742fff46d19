import { accountRoutes } from './accounts/routes';
import { businessRoutes } from './businesses/routes';
import { candidateRoutes } from './candidates/routes';
import { splitRoutes } from './candidates/split-routes';
import { planRoutes } from './desk/plan-routes';
import { deskRoutes } from './desk/routes';
import { addressOf } from './http/address';
import { authenticate } from './http/auth';
import { limitBody, requireJson } from './http/body';
import type { AppDeps } from './http/env';
import { idempotency } from './http/idempotency';
import { createRouter } from './http/openapi';
import { OPS_PATHS, opsRoutes, provide } from './http/ops-routes';
import { asDomainError } from './http/problem';
import { rateLimit } from './http/rate-limit';
import { requestLog } from './http/request-log';
import { securityHeaders } from './http/security-headers';
import { readToken } from './http/token';
import { importRoutes } from './jobs/import-routes';
import { jobRoutes } from './jobs/routes';
import { DomainError } from './kernel/errors';
import { matchingRoutes } from './matching/routes';
import { placeRoutes } from './places/routes';
import { searchRoutes } from './search/routes';
import { urgentRoutes } from './urgent/routes';
import type { ApiDocument } from './web/docs/document';
import { docsPages } from './web/docs/pages';
import { errorAnswer } from './web/error-page';
import { pages } from './web/pages';
import { STATION_TITLE } from './web/text/zh-CN';

/** Paths whose bodies are streamed and have a limit of their own. */
const STREAMED = '/api/import/jobs';

/** What openapi.json says of the whole. @param version of the software */
export function apiInfo(version: string) {
  const description =
    'Unsafe calls under /api may carry `Idempotency-Key`: the same key and body give the same answer for 24 hours, ' +
    'another body 409. Not so signing in and out: their answer is a cookie, which is not kept; the key is not looked at.';
  const title = `${STATION_TITLE} odd-job station`;
  return { openapi: '3.1.0', info: { title, version, description } } as const;
}

/**
 * The whole application over what a composition root provides: middleware from the outside in, then the
 * slices, then the pages. The same in Node and at the edge.
 */
export function createApp(deps: AppDeps) {
  const app = createRouter();
  app.onError((error, c) => errorAnswer(c, asDomainError(error)));
  app.notFound((c) => errorAnswer(c, new DomainError('not_found', 'page_not_found')));

  app.use(async (c, next) => {
    c.set('deps', deps);
    await next();
  });
  app.use(requestLog);
  app.use(securityHeaders);
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.use((c, next) => (c.req.path === STREAMED ? next() : limitBody(c, next)));
  const token = readToken(addressOf);
  app.use((c, next) => (OPS_PATHS.has(c.req.path) ? next() : token(c, next)));
  app.use(rateLimit(addressOf));
  app.use((c, next) => (OPS_PATHS.has(c.req.path) ? provide(c, next) : authenticate(c, next)));
  app.use('/api/*', (c, next) => (c.req.path === STREAMED ? next() : requireJson(c, next)));
  app.use('/api/*', (c, next) => (c.req.path === STREAMED ? next() : idempotency(c, next)));
  app.use('/api/*', async (c, next) => {
    await next();
    // What a session sees must not be kept by anybody between.
    if (c.get('ctx').actor.kind !== 'public') c.header('cache-control', 'no-store');
  });

  const routes = app
    .route('/', opsRoutes)
    .route('/', matchingRoutes)
    .route('/', placeRoutes)
    .route('/', searchRoutes)
    .route('/', jobRoutes)
    .route('/', importRoutes)
    .route('/', businessRoutes)
    .route('/', candidateRoutes)
    .route('/', splitRoutes)
    .route('/', deskRoutes)
    .route('/', planRoutes)
    .route('/', urgentRoutes)
    .route('/', accountRoutes);

  const about = apiInfo(deps.config.version);
  app.doc31('/openapi.json', about);
  app.route(
    '/',
    docsPages(() => app.getOpenAPI31Document(about) as ApiDocument),
  );
  app.route('/', pages);
  return routes;
}

/** Type of the API for typed clients. */
export type AppType = ReturnType<typeof createApp>;
