import { expect } from 'vitest';
import type { Problem } from '../../src/http/problem';
import { hasProblemText } from '../../src/web/text/problems';

/** The JSON of an answer that must have this status; a failure shows what was answered instead. */
export async function answer<T>(response: Response | Promise<Response>, status = 200): Promise<T> {
  const given = await response;
  const text = await given.text();
  expect(given.status, text).toBe(status);
  return (text === '' ? null : JSON.parse(text)) as T;
}

/** The problem of an answer that must have this status, as RFC 9457 lays it out. */
export async function problem(response: Response | Promise<Response>, status: number): Promise<Problem> {
  const given = await response;
  const body = await answer<Problem>(given.clone(), status);
  expect(given.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(body).toMatchObject({ type: 'about:blank', status, requestId: given.headers.get('x-request-id') });
  // Where a person reads it, it is Chinese, and no code is without a sentence of its own.
  for (const { code } of [body, ...body.errors]) expect(hasProblemText(code), code).toBe(true);
  for (const text of [body.title, body.detail, ...body.errors.map((error) => error.message)]) {
    expect(text).toMatch(/\p{Script=Han}/u);
  }
  return body;
}

/** `pointer code` of every field that a refusal names, sorted. */
export async function refusedFields(response: Response | Promise<Response>, status = 422): Promise<string[]> {
  const { errors } = await problem(response, status);
  return errors.map(({ pointer, code }) => `${pointer} ${code}`).sort();
}

/** Statuses of calls made at the same moment, sorted. */
export async function atOnce(...calls: (() => Promise<Response>)[]): Promise<number[]> {
  const answers = await Promise.all(calls.map((call) => call()));
  return answers.map(({ status }) => status).sort((a, b) => a - b);
}
