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
  500: problem('Unforeseen'),
  503: problem('Unavailable'),
} as const;

/** `createRoute` with the problem answers added. */
export function describeRoute<const R extends RouteConfig>(config: R) {
  return createRoute({ ...config, responses: { ...PROBLEMS, ...config.responses } } as R);
}

/** Path parameter `id`. */
export const idParam = z.object({ id: z.uuid('id').openapi({ param: { name: 'id', in: 'path' } }) });
