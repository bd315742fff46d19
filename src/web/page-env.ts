import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '../http/env';

/** What a form sent: every value of every field, in order. Files are left out: no page takes any. */
export type FormInput = Readonly<Record<string, readonly string[]>>;

declare module 'hono' {
  interface ContextVariableMap {
    /** What {@link formGuard} has read; empty for requests without a form. */
    form: FormInput;
  }
}

export type PageContext = Context<AppEnv>;
export type PageMiddleware = MiddlewareHandler<AppEnv>;

/** A router of pages; they stand outside of the API's description. */
export function createPageRouter() {
  return new OpenAPIHono<AppEnv>();
}

/** The value of a field, trimmed; '' when it was not sent. */
export function one(form: FormInput, name: string): string {
  return form[name]?.at(-1)?.trim() ?? '';
}

/** The value of a field, trimmed; undefined when it was not sent or left empty. */
export function given(form: FormInput, name: string): string | undefined {
  return one(form, name) || undefined;
}

/** All values of a group of checkboxes that are not empty. */
export function many(form: FormInput, name: string): string[] {
  return (form[name] ?? []).map((value) => value.trim()).filter((value) => value !== '');
}

/** The number in a field; undefined when empty, NaN (which no schema takes) when it is no number. */
export function numberOf(form: FormInput, name: string): number | undefined {
  const text = given(form, name)?.normalize('NFKC');
  return text === undefined ? undefined : Number(text);
}
