import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../support/answers';
import { type Cast, openCast, profile } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';
import { type Entry, PAGES } from './access-pages';
import { ROLES, type Things } from './access-table';
import { makeThings, spokenOf } from './access-things';

/** Every page × everybody who may come. A page that is not in the table fails the last test. */
let t: TestStation;
let cast: Cast;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
  await answer(cast.seeker.post('/api/candidates', profile()), 201);
  for (const role of ROLES) {
    const page = await cast[role].request('GET', '/', undefined, { accept: 'text/html' });
    tokens[role] = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  }
});
afterAll(() => t.close());

const methodOf = (route: string) => route.split(' ')[0] ?? '';
const ENTRIES: Record<number, Entry> = { 401: 401, 403: 403, 404: 404 };

/** Calls a page as a browser does: forms with the token of the session, from a page of ours. */
function visit(
  role: (typeof ROLES)[number],
  route: string,
  path: string,
  form: Record<string, string>,
  more: Record<string, string> = {},
) {
  if (methodOf(route) === 'GET') return cast[role].get(path);
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
    ...more,
  };
  return cast[role].request(methodOf(route), path, new URLSearchParams(form).toString(), headers);
}

it('everybody with a session has a token, and nobody else', () => {
  const having = ROLES.filter((role) => tokens[role]);
  expect(having).toEqual(['seeker', 'shop', 'otherShop', 'staff', 'admin', 'elsewhere']);
});

describe('a form without its token does nothing', () => {
  const forms = PAGES.filter(({ route }) => methodOf(route) === 'POST');
  it.each(forms.map((row) => [row.route, row] as const))('%s', async (route, { path, form }) => {
    const thing = await makeThings(
      t,
      cast,
      spokenOf((x) => [path(x) + JSON.stringify(form?.(x))]),
    );
    for (const [role, csrf] of [
      ['shop', ''],
      ['staff', 'A'.repeat(64)],
      ['staff', tokens.admin ?? ''],
    ] as const) {
      const response = await visit(role, route, path(thing), { ...form?.(thing), csrf });
      expect([response.status, (await response.json()).code]).toEqual([403, 'form_expired']);
    }
    const stranger = await visit('public', route, path(thing), form?.(thing) ?? {}, {
      'sec-fetch-site': 'cross-site',
    });
    expect([stranger.status, (await stranger.json()).code]).toEqual([403, 'cross_site']);
  });
});

describe('who is let in', () => {
  it.each(PAGES.map((row) => [row.route, row] as const))('%s', async (route, { path, form, expected }) => {
    const thing = await makeThings(
      t,
      cast,
      spokenOf((x) => [path(x) + JSON.stringify(form?.(x))]),
    );
    const given: Record<string, Entry> = {};
    // Those who are refused come first: they change nothing for the others.
    const order = [...ROLES.keys()].sort(
      (a, b) => Number(expected[a] === 'in') - Number(expected[b] === 'in'),
    );
    for (const i of order) {
      const role = ROLES[i] ?? 'public';
      const response = await visit(role, route, path(thing), { ...form?.(thing), csrf: tokens[role] ?? '' });
      expect(response.status, await response.clone().text()).toBeLessThan(500);
      given[role] = ENTRIES[response.status] ?? 'in';
    }
    expect(given).toEqual(Object.fromEntries(ROLES.map((role, i) => [role, expected[i]])));
  });
});

it('leads the public to the door, and back to the page that was wanted', async () => {
  const thing: Things = await makeThings(t, cast, ['visit']);
  for (const [path, door] of [
    [`/desk/walk-ins/${thing.visit}?x=1`, '/desk/sign-in'],
    ['/shop', '/sign-in'],
    ['/me', '/sign-in'],
  ] as const) {
    const response = await cast.public.request('GET', path, undefined, { accept: 'text/html' });
    expect([302, 303]).toContain(response.status);
    const to = new URL(response.headers.get('location') ?? '', 'http://station.test');
    expect(to.pathname).toBe(door);
    expect(to.searchParams.get('next')).toContain(path);
  }
});

it('lists every page that the application has', () => {
  const routes = t.app.routes
    .filter(({ method, path }) => method !== 'ALL' && !/^\/(api\/|healthz|readyz|metrics|openapi)/.test(path))
    .map(({ method, path }) => `${method} ${path}`);
  const known = new Set(PAGES.map(({ route }) => route));
  expect([...new Set(routes)].filter((route) => !known.has(route))).toEqual([]);
  expect([...known].filter((route) => !routes.includes(route))).toEqual([]);
});
