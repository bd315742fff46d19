import { createRoute, OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import { DomainError } from '../kernel/errors';
import type { AppEnv } from './env';
import { fieldProblems, textProblems } from './zod-problems';

/** Problem details in the description of every route. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string() })),
  })
  .openapi('Problem');

/** A router whose validation failures are problem answers: parameters 400, bodies 422. */
export function createRouter() {
  return new OpenAPIHono<AppEnv>({
    defaultHook(result) {
      const fields = result.success ? textProblems(result.data) : fieldProblems(result.error);
      if (fields.length === 0) return;
      const kind = result.target === 'json' || result.target === 'form' ? 'rule_broken' : 'malformed';
      throw new DomainError(kind, 'invalid', { fields });
    },
  });
}

/** A JSON body of this shape. */
export function jsonBody<T extends z.ZodType>(schema: T) {
  return { body: { required: true, content: { 'application/json': { schema } } } } as const;
}

/** A JSON answer of this shape. */
export function jsonAnswer<T extends z.ZodType>(schema: T, description: string) {
  return { description, content: { 'application/json': { schema } } } as const;
}

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

/** Answers that any route may give. */
export const PROBLEMS = {
  400: problem('Malformed'),
  401: problem('Sign-in needed'),
  403: problem('Not allowed'),
  404: problem('Not found'),
  409: problem('Wrong state'),
  413: problem('Too large'),
  415: problem('Unsupported type'),
  422: problem('Rule broken'),
  429: problem('Too many requests'),
  // Told by the HTTP server itself, before anybody reads the request.
  431: { description: 'Address and headers too long' },
  500: problem('Unforeseen'),
  503: problem('Unavailable'),
} as const;

/** `createRoute` with the problem answers added. */
export function describeRoute<const R extends RouteConfig>(config: R) {
  return createRoute({ ...config, responses: { ...PROBLEMS, ...config.responses } } as R);
}

/** Path parameter `id`. */
export const idParam = z.object({ id: z.uuid('id').openapi({ param: { name: 'id', in: 'path' } }) });

/**
 * A description in which what may be null may be null: for a named shape that may, the generator writes "this shape,
 * and also an object or null", which null is not (JSON Schema 2020-12, allOf).
 */
export function withNulls<T>(description: T): T {
  if (Array.isArray(description)) return description.map(withNulls) as T;
  if (typeof description !== 'object' || description === null) return description;
  const entries = Object.entries(description).map(([key, value]) => [key, withNulls(value)]);
  const { allOf, ...rest } = Object.fromEntries(entries);
  const [shape, orNull, ...more] = Array.isArray(allOf) ? allOf : [];
  const isNullable = shape?.$ref && Array.isArray(orNull?.type) && orNull.type.includes('null');
  if (!isNullable || more.length > 0) return Object.fromEntries(entries) as T;
  const { type: _, ...said } = orNull;
  return { ...rest, ...said, anyOf: [shape, { type: 'null' }] } as T;
}
