import { DomainError } from '../kernel/errors';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Methods that anything here answers to; others are refused before anybody is asked who they are. */
export const ANSWERED: ReadonlySet<string> = new Set([...METHODS, 'HEAD', 'OPTIONS']);

/** The refusal of a method; `allow` lists those of the path, '' where there is no such path. */
export function noSuchMethod(routes: readonly { method: string; path: string }[], path: string): DomainError {
  const allow = allowedMethods(routes, path).join(', ');
  return new DomainError('method_not_allowed', 'method_not_allowed', { values: { allow } });
}

/** Paths with a name of their own that nobody reads, though they look like an id of what can be read. */
export function neverRead(routes: readonly { method: string; path: string }[]): ReadonlySet<string> {
  const named = routes.filter(
    ({ method, path }) => !/[:*]/.test(path) && METHODS.some((one) => one === method),
  );
  const read = new Set(named.filter(({ method }) => method === 'GET').map(({ path }) => path));
  return new Set(named.map(({ path }) => path).filter((path) => !read.has(path)));
}

/**
 * Methods that a path answers to, for whoever came with another one (RFC 9110, section 15.5.6).
 * @param routes the application's; middleware for all methods does not count
 */
export function allowedMethods(routes: readonly { method: string; path: string }[], path: string): string[] {
  const segments = path.split('/');
  const fits = (pattern: string) => {
    const parts = pattern.split('/');
    return (
      parts.length === segments.length &&
      parts.every((part, i) => (part.startsWith(':') ? segments[i] !== '' : part === segments[i]))
    );
  };
  const fitting = routes.filter(
    (route) => METHODS.some((method) => method === route.method) && fits(route.path),
  );
  // A path with a name of its own is no id: `/api/jobs/check` is not a posting.
  const named = fitting.filter((route) => route.path === path);
  const own = named.length > 0 ? named : fitting;
  return METHODS.filter((method) => own.some((route) => route.method === method));
}
