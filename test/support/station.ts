import { randomBytes } from 'node:crypto';
import { createApp } from '../../src/app';
import type { Ctx } from '../../src/context';
import type { LogLine } from '../../src/http/env';
import type { JobDraftInput } from '../../src/jobs';
import type { Actor, Role } from '../../src/kernel/actor';
import type { Point } from '../../src/kernel/geo';
import type { Notice } from '../../src/notify';
import { parseEnv } from '../../src/runtime/env';
import { appDeps } from '../../src/runtime/node';
import { type OpenStation, openStation } from '../../src/runtime/station';
import type { Station } from '../../src/stations';
import { HOME, jobDraft } from './builders';
import { createTestClock, type TestClock } from './clock';
import { createDatabase, type TestDatabase } from './database';

/** The service account's token in tests. */
export const TOKEN = 'test-token-0123456789';

/** A caller of the API: adds credentials and JSON. */
export interface Client {
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  get(path: string): Promise<Response>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  patch(path: string, body: unknown): Promise<Response>;
  put(path: string, body: unknown): Promise<Response>;
  delete(path: string): Promise<Response>;
}

/** A suite's own application over its own database, with one station in it. */
export interface TestStation {
  open: OpenStation;
  app: ReturnType<typeof createApp>;
  database: TestDatabase;
  clock: TestClock;
  station: Station;
  /** Codes sent so far, by phone. */
  codes: Map<string, string>;
  /** Notices sent so far, oldest first. */
  notices: (Notice & { phone: string })[];
  /** Everything that was logged. */
  logged: (LogLine | string)[];
  /** A context as services take it; the service account unless said otherwise. */
  ctx(actor?: Actor, station?: Station): Ctx;
  /** Another station in the same database. */
  mintStation(at?: Point): Promise<Station>;
  client(headers?: Record<string, string>, station?: Station): Client;
  /** Caller with the service token. */
  service(station?: Station): Client;
  /** Signs a new person in. */
  signIn(role: Role, station?: Station): Promise<Client & { userId: string; phone: string; cookie: string }>;
  /** Makes and opens a posting as the service account; returns its id. */
  openJob(changes?: Partial<JobDraftInput>, station?: Station): Promise<string>;
  close(): Promise<void>;
}

let counter = 0;
const freshPhone = () => `1990000${String(1000 + (counter++ % 9000))}`;

/** Opens everything real: PostgreSQL, migrations, jieba, the application. Close it in afterAll. */
export async function openTestStation(
  options: {
    env?: Record<string, string>;
    clock?: TestClock;
    at?: Point;
    keepDraining?: boolean;
    streetsBudgetMs?: number;
  } = {},
): Promise<TestStation> {
  const database = await createDatabase();
  const clock = options.clock ?? createTestClock();
  const codes = new Map<string, string>();
  const notices: TestStation['notices'] = [];
  const logged: (LogLine | string)[] = [];
  const env = parseEnv({
    NODE_ENV: 'test',
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
    SESSION_SECRET: 'test-secret-0123456789-0123456789-0123456789',
    API_TOKEN: TOKEN,
    RATE_LIMIT: 'off',
    ...options.env,
  });
  const open = await openStation(env, {
    clock,
    keepDraining: options.keepDraining ?? false,
    ...(options.streetsBudgetMs ? { streetsBudgetMs: options.streetsBudgetMs } : {}),
    log: (line) => logged.push(line),
    notifier: {
      async sendCode(phone, code) {
        codes.set(phone, code);
      },
      async sendNotice(phone, notice) {
        notices.push({ phone, ...notice });
      },
    },
  });
  const log = (line: LogLine, message: string) => logged.push({ ...line, message });
  const app = createApp(appDeps(open, { info: log, warn: log, error: log }));

  const mintStation = async (at: Point = HOME): Promise<Station> => {
    const slug = `s-${randomBytes(4).toString('hex')}`;
    const station = {
      id: open.services.ids.next(),
      slug,
      name: '测试驿站',
      ...at,
      areaClass: 1,
      settings: {},
    };
    await open.services.stores.stations.insert(station);
    return station;
  };
  const station = await mintStation(options.at);

  const client = (headers: Record<string, string> = {}, at: Station = station): Client => {
    const request: Client['request'] = async (method, path, body, more = {}) => {
      const url = new URL(path, 'http://station.test');
      if (!url.searchParams.has('station')) url.searchParams.set('station', at.slug);
      return app.request(url.href, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
          ...more,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
    };
    return {
      request,
      get: (path) => request('GET', path),
      post: (path, body, more) => request('POST', path, body, more),
      patch: (path, body) => request('PATCH', path, body),
      put: (path, body) => request('PUT', path, body),
      delete: (path) => request('DELETE', path),
    };
  };
  const service = (at: Station = station) => client({ authorization: `Bearer ${TOKEN}` }, at);

  const signIn: TestStation['signIn'] = async (role, at = station) => {
    const phone = freshPhone();
    const anyone = client({}, at);
    let answer: Response;
    let userId: string;
    if (role === 'staff' || role === 'admin') {
      const username = `u${randomBytes(4).toString('hex')}`;
      const password = randomBytes(9).toString('hex');
      userId = await open.accounts.createStaff({
        stationId: at.id,
        username,
        password,
        name: '工作人员',
        role,
      });
      answer = await anyone.post('/api/session/password', { username, password });
    } else {
      userId = await open.accounts.ensurePhoneAccount({ stationId: at.id, phone, name: '测试人', role });
      await anyone.post('/api/session/code', { phone, role });
      answer = await anyone.post('/api/session/phone', { phone, code: codes.get(phone) });
    }
    if (answer.status !== 200) throw new Error(`sign-in failed: ${answer.status} ${await answer.text()}`);
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    return { ...client({ cookie }, at), userId, phone, cookie };
  };

  return {
    open,
    app,
    database,
    clock,
    station,
    codes,
    notices,
    logged,
    mintStation,
    client,
    service,
    signIn,
    ctx: (actor, at = station) => ({
      ...open.services,
      station: at,
      actor: actor ?? { kind: 'service', stationId: at.id },
      requestId: 'test',
    }),
    async openJob(changes, at = station) {
      const created = await service(at).post('/api/jobs', jobDraft(changes));
      const { id, ...rest } = (await created.json()) as { id: string };
      if (created.status !== 201) throw new Error(JSON.stringify(rest));
      const opened = await service(at).post(`/api/jobs/${id}/publish`);
      if (opened.status !== 200) throw new Error(await opened.text());
      return id;
    },
    async close() {
      await open.close();
      await database.drop();
      refusePhones(logged);
    },
  };
}

/**
 * Of every suite's whole log: no line holds a phone number. Ids are looked past, whose digits mean nothing.
 * @throws Error with the first such line
 */
function refusePhones(logged: readonly (LogLine | string)[]): void {
  for (const line of logged) {
    const text = JSON.stringify(line).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, '');
    if (/(?<!\d)1[3-9]\d{9}(?!\d)/.test(text)) throw new Error(`a phone number was logged: ${text}`);
  }
}
