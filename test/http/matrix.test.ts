import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS, type Access } from '../../src/http/access';
import { profile } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';
import { PAGES } from './access-pages';
import { TABLE, type Things } from './access-table';
import { spokenOf } from './access-things';
import { ACTORS, type Actor, openWorld, type World } from './matrix-world';

/**
 * Every route that the application has × everybody who may call it × ids of two stations, held against ACCESS. The exact
 * statuses stand in the tables beside this one; here nothing can be forgotten. Every answer is looked through for what
 * is of another station, for phones and homes, and for the headers that keep it where it belongs.
 */
const MARK = { here: '甲站独有', there: '乙站独有' };
let t: TestStation;
let here: World;
let there: World;
const tokens = new Map<Actor, string>();
const DESK: ReadonlySet<Actor> = new Set(['staff', 'admin', 'service']);
/** The copy of everything, as data and on paper. */
const COPIES: ReadonlySet<string> = new Set([
  'GET /api/candidates/:id/export',
  'GET /desk/candidates/:id/copy',
  'GET /api/walk-ins/:id/export',
  'GET /desk/walk-ins/:id/copy',
]);
/** Every answer that was given. */
const answers: { route: string; actor: Actor; of: 'here' | 'there'; response: Response; text: string }[] = [];

beforeAll(async () => {
  t = await openTestStation();
  [here, there] = [await openWorld(t, MARK.here), await openWorld(t, MARK.there)];
  here.clients.elsewhere = there.cast.staff;
  for (const actor of ACTORS) {
    const page = await here.clients[actor].request('GET', '/', undefined, { accept: 'text/html' });
    tokens.set(actor, /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '');
  }
  await callEverything();
}, 240_000);
afterAll(() => t.close());

const routes = () => [
  ...new Set(t.app.routes.filter(({ method }) => method !== 'ALL').map((r) => `${r.method} ${r.path}`)),
];
const accessOf = (route: string): Access => ACCESS[route] ?? { who: [], bound: 'nothing' };
/** Whether the call names something by its id, in the path or in the body. */
const hasId = (route: string) => {
  const row = TABLE.find((one) => one.route === route);
  return (
    (route.includes('/:') && !route.includes(':name')) || (row !== undefined && spokenOf(row.call).length > 0)
  );
};

/** A sensible call of the route. */
function callOf(route: string, things: Things, actor: Actor): [string, unknown, Record<string, string>] {
  const page = PAGES.find((row) => row.route === route);
  if (page) {
    if (route.startsWith('GET')) return [page.path(things), undefined, {}];
    const form = new URLSearchParams({ ...page.form?.(things), csrf: tokens.get(actor) ?? '' });
    const type = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    return [page.path(things), form.toString(), type];
  }
  const row = TABLE.find((one) => one.route === route);
  if (!row) throw new Error(`no example of ${route}`);
  const [path, body, headers] = row.call(things);
  return [path, body, headers ?? {}];
}

/** Whether somebody may, by the table; `of`: whose ids are named. */
function may(route: string, actor: Actor, of: 'here' | 'there'): boolean {
  const { who, bound } = accessOf(route);
  const role = { otherSeeker: 'seeker', otherShop: 'shop', elsewhere: 'staff' } as const;
  if (!who.includes(actor in role ? role[actor as keyof typeof role] : (actor as never))) return false;
  if (hasId(route) && (of === 'there') !== (actor === 'elsewhere')) return false;
  // What is named by its id is nobody's in the cast.
  if (bound === 'self' && hasId(route)) return false;
  if (bound === 'business') return actor !== 'otherShop';
  if (bound === 'person') return actor !== 'otherSeeker';
  if (bound === 'parties') return actor !== 'otherSeeker' && actor !== 'otherShop';
  return true;
}

/** What changes nothing for others comes first, what ends something last. */
const ORDER = [
  /^GET/,
  // Consent that is given is taken back: what comes after is seen without any.
  /^PUT .*employers/,
  /^DELETE .*employers/,
  /interest$|report$|referrals$|refer$|walk-ins|offers/,
  /^(?!.*(merge|block|delete|sign-out))(POST|PUT|PATCH)/,
  /merge|block|^DELETE .*account/,
  /^POST \/me\/delete/,
  /candidates/,
  /./,
];
const rank = (route: string) => ORDER.findIndex((kind) => kind.test(route));

async function call(route: string, actor: Actor, of: 'here' | 'there'): Promise<void> {
  const things = await thingsFor(route, actor, of);
  const [path, body, headers] = callOf(route, things, actor);
  const [method = ''] = route.split(' ');
  const response = await here.clients[actor].request(method, path, body, headers);
  answers.push({ route, actor, of, response, text: await response.text() });
}

/** The desk deletes somebody of its own: the seeker's profile can go only once. */
async function thingsFor(route: string, actor: Actor, of: 'here' | 'there'): Promise<Things> {
  const { things, cast } = of === 'here' ? here : there;
  if (route !== 'DELETE /api/candidates/:id' || !may(route, actor, of) || actor === 'seeker') return things;
  const made = await (await cast.service.post('/api/candidates', profile())).json();
  return { ...things, candidate: made.id };
}

async function callEverything(): Promise<void> {
  const known = routes()
    .filter((route) => route in ACCESS)
    .sort((a, b) => rank(a) - rank(b));
  for (const allowed of [false, true]) {
    for (const route of known) {
      const calls = (hasId(route) ? (['here', 'there'] as const) : (['here'] as const)).flatMap((of) =>
        ACTORS.filter((actor) => may(route, actor, of) === allowed).map((actor) => ({ actor, of })),
      );
      // What is refused or only read leaves everything as it is: nobody waits for the other.
      if (!allowed || route.startsWith('GET'))
        await Promise.all(calls.map(({ actor, of }) => call(route, actor, of)));
      else for (const { actor, of } of calls) await call(route, actor, of);
    }
  }
}

/** Whether the answer refuses the caller, rather than what they sent. */
function isRefusal({ response, text }: (typeof answers)[number]): boolean {
  if (response.status === 401) return text.includes('"sign_in_needed"');
  if (response.status === 303) return /\/sign-in\?.*next=/.test(response.headers.get('location') ?? '');
  return response.status === 403 || response.status === 404;
}
const told = ({ route, actor, of, response, text }: (typeof answers)[number]) =>
  `${route} as ${actor}, ids of ${of}: ${response.status} ${text.slice(0, 120)}`;

it('has an entry for every route of the application, and no other', () => {
  expect(routes().filter((route) => !(route in ACCESS))).toEqual([]);
  expect(Object.keys(ACCESS).filter((route) => !routes().includes(route))).toEqual([]);
});

describe('of every route × everybody × ids of two stations', () => {
  it('nobody is refused who may', () => {
    const wrong = answers.filter((one) => may(one.route, one.actor, one.of) && isRefusal(one));
    expect(wrong.map(told)).toEqual([]);
  });

  it('everybody is refused who may not', () => {
    const wrong = answers.filter((one) => !may(one.route, one.actor, one.of) && !isRefusal(one));
    expect(wrong.map(told)).toEqual([]);
    expect(answers.length).toBeGreaterThan(1_000);
  });

  it('nothing fails', () => {
    expect(answers.filter(({ response }) => response.status >= 500).map(told)).toEqual([]);
  });
});

describe('no answer', () => {
  it("holds a row of another station's", () => {
    const ids = Object.values(there.things);
    const leaks = answers.filter(({ actor, of, text }) => {
      if (actor === 'elsewhere') return text.includes(MARK.here);
      // Whoever names an id may find it in the address that the answer repeats.
      return text.includes(MARK.there) || (of === 'here' && ids.some((id) => text.includes(id)));
    });
    expect(leaks.map(told)).toEqual([]);
    // The marks are there to be found.
    for (const mark of [MARK.here, MARK.there]) {
      expect(answers.some(({ text }) => text.includes(mark))).toBe(true);
    }
  });

  it('holds a phone or a home that is not for the one who asks', () => {
    const leaks = answers.flatMap((one) =>
      [
        ...here.secrets.map((secret) => ({ ...secret, of: 'here' })),
        ...there.secrets.map((secret) => ({ ...secret, of: 'there' })),
      ]
        .filter(({ text, mayBeSeenBy, of }) => {
          const isOfTheirs = one.actor === 'elsewhere' ? of === 'there' : of === 'here';
          const asked = one.actor === 'elsewhere' ? 'staff' : one.actor;
          // The copy that a person asks for at the window holds what is kept of them, whole.
          const copy = COPIES.has(one.route) && DESK.has(asked);
          return one.text.includes(text) && !(isOfTheirs && (copy || mayBeSeenBy.includes(asked)));
        })
        .map(({ text }) => `${text} in ${told(one)}`),
    );
    expect(leaks).toEqual([]);
    // A person is shown their own.
    const [phone] = here.secrets;
    expect(answers.some(({ actor, text }) => actor === 'seeker' && text.includes(phone?.text ?? '-'))).toBe(
      true,
    );
  });
});

describe('every answer', () => {
  it('lets nothing run that is not a file of ours, and stands in no frame', () => {
    const policies = new Set(answers.map(({ response }) => response.headers.get('content-security-policy')));
    expect(policies.size).toBe(1);
    const [policy = ''] = policies;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    for (const { response } of answers) {
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('x-frame-options')).toBe('DENY');
    }
  });

  it('over https says never to come by another way, and over http does not', async () => {
    const header = 'strict-transport-security';
    expect(answers.filter(({ response }) => response.headers.has(header))).toEqual([]);
    const secure = await openTestStation({ env: { BASE_URL: 'https://station.example' } });
    for (const path of ['/', '/healthz', '/api/jobs', '/api/candidates', '/nothing', '/assets/icon.svg']) {
      expect((await secure.client().get(path)).headers.get(header), path).toBe('max-age=15552000');
    }
    await secure.close();
  });

  it('of a page needs nothing else: no script, style or handler stands in it', () => {
    const pages = answers.filter(({ response }) =>
      response.headers.get('content-type')?.startsWith('text/html'),
    );
    expect(pages.length).toBeGreaterThan(100);
    const inline = /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:/i;
    expect(pages.filter(({ text }) => inline.test(text)).map(told)).toEqual([]);
  });

  it('that a session or a machine gets is kept by nobody', () => {
    const kept = answers.filter(({ route, actor, response }) => {
      if (actor === 'public' || /assets|openapi|healthz|readyz|metrics|\/docs/.test(route)) return false;
      return response.headers.get('cache-control') !== 'no-store';
    });
    expect(kept.map((one) => `${one.response.headers.get('cache-control')} ${told(one)}`)).toEqual([]);
  });
});

describe('what is written beside the answers', () => {
  const phones = () => [...here.secrets, ...there.secrets].map(({ text }) => text);

  it('of log lines holds no phone and no home', () => {
    const lines = JSON.stringify(t.logged);
    expect(t.logged.length).toBeGreaterThan(1_000);
    expect(phones().filter((text) => lines.includes(text))).toEqual([]);
  });

  it('of rows neither: a stolen dump without the key shows none, in clear or as bytes', async () => {
    const sql = postgres(t.database.superUrl, { max: 1, onnotice: () => {} });
    const tables = await sql<
      { name: string }[]
    >`select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
      from information_schema.tables where table_type = 'BASE TABLE' and table_schema in ('public', 'drizzle')`;
    const found: string[] = [];
    let rows = 0;
    for (const { name } of tables) {
      for (const { text } of await sql.unsafe<{ text: string }[]>(`select t::text as text from ${name} t`)) {
        rows += 1;
        for (const secret of phones()) {
          if (
            [secret, Buffer.from(secret).toString('hex'), btoa(secret).replaceAll('=', '')].some((s) =>
              text.includes(s),
            )
          ) {
            found.push(`${secret} in ${name}`);
          }
        }
      }
    }
    await sql.end();
    expect(tables.length).toBeGreaterThan(25);
    expect(rows).toBeGreaterThan(200);
    expect(found).toEqual([]);
  });

  it('of metrics neither', async () => {
    const metrics = await (await here.cast.service.get('/metrics')).text();
    expect(metrics).toContain('station_request_seconds');
    expect(phones().filter((text) => metrics.includes(text))).toEqual([]);
  });
});
