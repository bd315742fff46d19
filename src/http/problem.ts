import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { DomainError, type ErrorKind, type FieldProblem } from '../kernel/errors';
import { problemText, problemTitle } from '../web/text/problems';
import type { AppEnv } from './env';
import { isOutage } from './outage';

const STATUS: Record<ErrorKind, ContentfulStatusCode> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  too_large: 413,
  unsupported_type: 415,
  rule_broken: 422,
  too_many: 429,
  unavailable: 503,
};

/** Problem details as RFC 9457 lays them out, with the station's additions. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: string;
  requestId: string;
  errors: { pointer: string; code: string; message: string }[];
}

/** Whatever was thrown, as a domain error; a lost database is `unavailable`; null for what nobody foresaw. */
export function asDomainError(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  if (isOutage(error)) return new DomainError('unavailable', 'unavailable', { values: { retryAfter: 2 } });
  if (!(error instanceof HTTPException)) return null;
  const kind = (Object.keys(STATUS) as ErrorKind[]).find((key) => STATUS[key] === error.status);
  if (!kind) return null;
  return new DomainError(kind, error.status === 400 ? 'malformed_json' : kind);
}

/** The HTTP status of an error; 500 for what nobody foresaw. */
export function statusOf(error: DomainError | null): ContentfulStatusCode {
  return error ? STATUS[error.kind] : 500;
}

/** A problem answer. Unforeseen errors say nothing about themselves: they are in the log under the request id. */
export function problemResponse(c: Context<AppEnv>, error: DomainError | null): Response {
  const status = statusOf(error);
  const code = error?.code ?? 'internal';
  const problem: Problem = {
    type: 'about:blank',
    title: problemTitle(status),
    status,
    detail: problemText(code, error?.values),
    instance: c.req.path,
    code,
    requestId: c.get('requestId') ?? '',
    errors: (error?.fields ?? []).map(fieldError),
  };
  const headers: Record<string, string> = { 'content-type': 'application/problem+json; charset=utf-8' };
  const retryAfter = error?.values.retryAfter;
  if (retryAfter !== undefined) headers['retry-after'] = String(retryAfter);
  const allow = error?.values.allow;
  if (allow !== undefined) headers.allow = String(allow);
  if (status === 401) headers['www-authenticate'] = 'Bearer';
  return c.body(JSON.stringify(problem), status, headers);
}

/** A field problem with its Chinese sentence. */
export function fieldError(field: FieldProblem): { pointer: string; code: string; message: string } {
  return { pointer: field.pointer, code: field.code, message: problemText(field.code, field.values) };
}
