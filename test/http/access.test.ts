import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, problem } from '../support/answers';
import { type Cast, openCast, profile } from '../support/cast';
import { type Client, openTestStation, type TestStation } from '../support/station';
import { ROLES, TABLE, type Things } from './access-table';
import { makeThings, spokenOf } from './access-things';

/**
 * Every route of the API × everybody who may call it. A route that is not in the table fails the last test.
 * Pages have a table of their own beside this one.
 */
let t: TestStation;
let cast: Cast;
let things: Things;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
  await answer(cast.seeker.post('/api/candidates', profile()), 201);
  things = await makeThings(t, cast);
});
afterAll(() => t.close());

const methodOf = (route: string) => route.split(' ')[0] ?? '';

describe("another station's ids look like ids that never were", () => {
  const withIds = TABLE.filter(({ call }) => spokenOf(call).length > 0);

  it.each(withIds.map((row, i) => [row.route, i, row.call] as const))('%s (%i)', async (route, _, call) => {
    const ask = async (client: Client, x: Things) => {
      const [path, body, headers] = call(x);
      const response = await client.request(methodOf(route), path, body, headers);
      return { ...(await problem(response, response.status)), instance: '', requestId: '' };
    };
    const never = Object.fromEntries(
      Object.keys(things).map((key, i) => [key, `01890000-0000-7000-8000-${String(i).padStart(12, '0')}`]),
    ) as unknown as Things;
    const theirs = await ask(cast.elsewhere, things);
    expect(theirs).toEqual(await ask(cast.elsewhere, never));
    expect(theirs.status).toBe(/\/interest$|\/users\//.test(route) ? 403 : 404);
    // The public of another station, by its own address.
    const guest = t.client({}, cast.otherStation);
    expect(await ask(guest, things)).toEqual(await ask(guest, never));
  });
});

describe('who may call what', () => {
  it.each(TABLE.map((row, i) => [row.route, i, row] as const))(
    '%s (%i)',
    async (route, _, { call, expected }) => {
      const given: Record<string, number> = {};
      for (const [i, role] of ROLES.entries()) {
        // Whoever may changes something: what comes after needs its own.
        const fresh = (expected[i] ?? 0) < 300 && methodOf(route) !== 'GET';
        const [path, body, headers] = call(fresh ? await makeThings(t, cast, spokenOf(call)) : things);
        const response = await cast[role].request(methodOf(route), path, body, headers);
        given[role] = response.status;
        if (response.status >= 400) await problem(response, response.status);
      }
      expect(given).toEqual(Object.fromEntries(ROLES.map((role, i) => [role, expected[i]])));
    },
  );
});

it('lists every route of the API that the application has', () => {
  const routes = t.app.routes.filter(
    ({ method, path }) => method !== 'ALL' && /^\/(api\/|healthz|readyz|metrics|openapi)/.test(path),
  );
  const known = new Set(TABLE.map(({ route }) => route));
  expect(
    [...new Set(routes.map(({ method, path }) => `${method} ${path}`))].filter((route) => !known.has(route)),
  ).toEqual([]);
  expect(
    [...known].filter((route) => !routes.some(({ method, path }) => `${method} ${path}` === route)),
  ).toEqual([]);
});
