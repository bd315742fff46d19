import { careRoutes } from './accounts/care-routes';
import { accountRoutes } from './accounts/routes';
import { businessRoutes } from './businesses/routes';
import { privacyRoutes } from './candidates/privacy-routes';
import { candidateRoutes } from './candidates/routes';
import { splitRoutes } from './candidates/split-routes';
import { conductRoutes } from './conduct/routes';
import { planRoutes } from './desk/plan-routes';
import { deskRoutes } from './desk/routes';
import { addressOf } from './http/address';
import { authenticate } from './http/auth';
import { limitBody, requireJson } from './http/body';
import type { AppDeps } from './http/env';
import { idempotency } from './http/idempotency';
import { ANSWERED, neverRead, noSuchMethod } from './http/methods';
import { noStore } from './http/no-store';
import { createRouter, withNulls } from './http/openapi';
import { OPS_PATHS, opsRoutes, provide } from './http/ops-routes';
import { asDomainError } from './http/problem';
import { rateLimit, rateLimitActor } from './http/rate-limit';
import { requestLog } from './http/request-log';
import { securityHeaders } from './http/security-headers';
import { readToken } from './http/token';
import { checkRoutes } from './jobs/check-routes';
import { importRoutes } from './jobs/import/routes';
import { jobRoutes } from './jobs/routes';
import { DomainError } from './kernel/errors';
import { matchingRoutes } from './matching/routes';
import { placementRoutes } from './placements/routes';
import { placeRoutes } from './places/routes';
import { retentionRoutes } from './retention/routes';
import { reviewRoutes } from './review/routes';
import { rightsRoutes } from './rights/routes';
import { searchRoutes } from './search/routes';
import { urgentRoutes } from './urgent/routes';
import type { ApiDocument } from './web/docs/document';
import { docsPages } from './web/docs/pages';
import { errorAnswer } from './web/error-page';
import { pages } from './web/pages';
import { STATION_TITLE } from './web/text/zh-CN';

/** Paths whose bodies are streamed and have a limit of their own. */
const STREAMED = '/api/import/jobs';

/** Reading a path that only takes forms is found out about by not being found. */
const READING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What openapi.json says of the whole. @param version of the software */
export function apiInfo(version: string) {
  const description =
    'Unsafe calls under /api may carry `Idempotency-Key`: the same key and body give the same answer for 24 hours, ' +
    'another body 409. Not so signing in and out: their answer is a cookie, which is not kept; the key is not looked at.';
  const title = `${STATION_TITLE} odd-job station`;
  return { openapi: '3.1.0', info: { title, version, description } } as const;
}

/** The description of the API, as /openapi.json and docs/openapi.json hold it. */
export function apiDocument(
  app: Pick<ReturnType<typeof createRouter>, 'getOpenAPI31Document'>,
  version: string,
) {
  return withNulls(app.getOpenAPI31Document(apiInfo(version)));
}

/**
 * The whole application over what a composition root provides: middleware from the outside in, then the
 * slices, then the pages. The same in Node and at the edge.
 */
export function createApp(deps: AppDeps) {
  const app = createRouter();
  app.onError((error, c) => errorAnswer(c, asDomainError(error)));
  app.notFound((c) => {
    const other = noSuchMethod(app.routes, c.req.path);
    const known = other.values.allow !== '';
    return errorAnswer(c, known ? other : new DomainError('not_found', 'page_not_found'));
  });

  app.use(async (c, next) => {
    c.set('deps', deps);
    await next();
  });
  app.use(requestLog);
  app.use(securityHeaders);
  app.use(noStore);
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.use((c, next) => (c.req.path === STREAMED ? next() : limitBody(c, next)));
  let unread: ReadonlySet<string> | null = null;
  app.use((c, next) => {
    if (READING.has(c.req.method)) {
      unread ??= neverRead(app.routes);
      if (unread.has(c.req.path)) throw noSuchMethod(app.routes, c.req.path);
      return next();
    }
    const refusal = noSuchMethod(app.routes, c.req.path);
    const allowed = String(refusal.values.allow).split(', ');
    if (allowed.includes(c.req.method) || (allowed[0] === '' && ANSWERED.has(c.req.method))) return next();
    throw refusal;
  });
  const token = readToken(addressOf);
  app.use((c, next) => (OPS_PATHS.has(c.req.path) ? next() : token(c, next)));
  app.use(rateLimit(addressOf));
  app.use((c, next) => (OPS_PATHS.has(c.req.path) ? provide(c, next) : authenticate(c, next)));
  const perActor = rateLimitActor();
  app.use((c, next) => (OPS_PATHS.has(c.req.path) ? next() : perActor(c, next)));
  app.use('/api/*', (c, next) => (c.req.path === STREAMED ? next() : requireJson(c, next)));
  app.use('/api/*', (c, next) => (c.req.path === STREAMED ? next() : idempotency(c, next)));

  const routes = app
    .route('/', opsRoutes)
    .route('/', matchingRoutes)
    .route('/', placeRoutes)
    .route('/', searchRoutes)
    .route('/', checkRoutes)
    .route('/', jobRoutes)
    .route('/', importRoutes)
    .route('/', businessRoutes)
    .route('/', candidateRoutes)
    .route('/', privacyRoutes)
    .route('/', splitRoutes)
    .route('/', deskRoutes)
    .route('/', planRoutes)
    .route('/', urgentRoutes)
    .route('/', reviewRoutes)
    .route('/', placementRoutes)
    .route('/', conductRoutes)
    .route('/', retentionRoutes)
    .route('/', rightsRoutes)
    .route('/', accountRoutes)
    .route('/', careRoutes);

  const describe = () => apiDocument(app, deps.config.version);
  app.get('/openapi.json', (c) => c.json(describe()));
  app.route(
    '/',
    docsPages(() => describe() as ApiDocument),
  );
  app.route('/', pages);
  return routes;
}

/** Type of the API for typed clients. */
export type AppType = ReturnType<typeof createApp>;
