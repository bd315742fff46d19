import type { Context } from 'hono';
import type { AppEnv } from '../http/env';

/** Values of a query string; what is null, undefined or '' is left out. */
export type Params = Readonly<Record<string, string | number | null | undefined>>;

/** A path with a query string; parameters that the path has already are replaced, its fragment stays. */
export function withParams(path: string, params: Params): string {
  const [address = '', fragment] = path.split('#');
  const [before = '', query] = address.split('?');
  const all = new URLSearchParams(query);
  for (const [name, value] of Object.entries(params)) {
    if (value === null || value === undefined || value === '') all.delete(name);
    else all.set(name, String(value));
  }
  const text = all.toString();
  return `${before}${text === '' ? '' : `?${text}`}${fragment === undefined ? '' : `#${fragment}`}`;
}

/**
 * Where to go after signing in and the like: a path of this very site, or the fallback. Anything that a browser
 * could read as another host (`//host`, `/\host`, a scheme, control characters) is not followed.
 */
export function safePath(wanted: string | undefined, fallback: string): string {
  if (!wanted?.startsWith('/') || wanted.length > 1000) return fallback;
  const base = 'http://station.invalid';
  if (!URL.canParse(wanted, base)) return fallback;
  const url = new URL(wanted, base);
  const path = `${url.pathname}${url.search}`;
  return url.origin === base && !path.startsWith('//') ? path : fallback;
}

/** The station of the address (`?station=slug`), which every link of the page has to keep; null for none. */
export function stationParam(c: Context<AppEnv>): string | null {
  return c.req.query('station') || null;
}

/** A redirect to a path of the site after a form was taken (303), keeping the station of the address. */
export function goTo(c: Context<AppEnv>, path: string): Response {
  const station = stationParam(c);
  return c.redirect(station === null ? path : withParams(path, { station }), 303);
}
