import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeCursor } from '../../src/kernel/cursor';
import { answer, problem, refusedFields } from '../support/answers';
import { type Client, openTestStation, type TestStation } from '../support/station';

/** Search parameters and ids that make no sense: a problem that names the field, never a fault. */
let t: TestStation;
let anyone: Client;
beforeAll(async () => {
  t = await openTestStation();
  anyone = t.client();
  for (let i = 0; i < 5; i++) await t.openJob({ title: `洗碗工${i}` });
});
afterAll(() => t.close());

interface Page {
  items: { job: { id: string; title: string } }[];
  total: number;
  next: string | null;
}
const search = (query: string) => anyone.get(`/api/jobs?${query}`);
const p = (values: Record<string, string>) => new URLSearchParams(values).toString();

describe('a parameter', () => {
  it.each([
    ['lat=91&lng=113', 400, '/lat too_big'],
    ['lat=-91&lng=113', 400, '/lat too_small'],
    ['lat=35&lng=181', 400, '/lng too_big'],
    ['lat=abc&lng=113', 400, '/lat type'],
    ['lat=Infinity&lng=113', 400, '/lat type'],
    ['lat=35&lat=36&lng=113', 400, '/lat type'],
    ['lat=0&lng=0', 422, '/lat outside_china'],
    ['lat=48.85&lng=2.35', 422, '/lat outside_china'],
    ['lat=35.19', 422, '/lng required'],
    ['lng=113.26', 422, '/lat required'],
    ['datum=utm', 400, '/datum unknown_value'],
    ['mode=fly', 400, '/mode unknown_value'],
    ['minutes=0', 400, '/minutes too_small'],
    ['minutes=121', 400, '/minutes too_big'],
    ['minutes=quarter', 400, '/minutes type'],
    ['hours_max=-1', 400, '/hours_max too_small'],
    ['hours_max=0', 400, '/hours_max too_small'],
    ['hours_max=200', 400, '/hours_max too_big'],
    ['pay_min=lots', 400, '/pay_min type'],
    ['settlement=daily,never', 400, '/settlement unknown_value'],
    ['benefits=meals,', 400, '/benefits unknown_value'],
    ['occupation=', 400, '/occupation required'],
    ['sort=random', 400, '/sort unknown_value'],
    ['limit=0', 400, '/limit too_small'],
    ['limit=101', 400, '/limit too_big'],
    ['limit=2.5', 400, '/limit whole_number'],
    [`q=${'长'.repeat(2001)}`, 400, '/q too_long'],
    [`cursor=${'a'.repeat(601)}`, 400, '/cursor too_long'],
    ['q=%00', 400, '/q bad_character'],
    ['occupation=%E6%B4%97%00', 400, '/occupation bad_character'],
  ] as const)('%s: %i %s', async (query, status, field) => {
    expect(await refusedFields(search(query), status)).toEqual([field]);
  });

  it.each(
    [
      '',
      'abc',
      'Mo',
      '8-12',
      'Mo-Fr 8:00',
      'Mo-Fr 08:00-08:00',
      'Mo-Fr 25:00-26:00',
      '周一 08:00-12:00',
      "Mo 08:00-12:00'; --",
    ].filter((text) => text !== 'Mo'),
  )('free=%j does not parse, and says how it is written', async (free) => {
    const { errors } = await problem(search(p({ free })), 400);
    expect(errors).toMatchObject([{ pointer: '/free', code: 'free_syntax' }]);
    expect(errors[0]?.message).toContain('Mo-Fr 08:20-15:40');
  });

  it('names all that is wrong at once', async () => {
    expect(await refusedFields(search('lat=91&lng=200&mode=fly'), 400)).toEqual([
      '/lat too_big',
      '/lng too_big',
      '/mode unknown_value',
    ]);
  });

  it('is checked by /why and by nothing less', async () => {
    const id = await t.openJob();
    expect(await refusedFields(anyone.get(`/api/jobs/${id}/why?free=x`), 400)).toEqual(['/free free_syntax']);
    expect(await refusedFields(anyone.get(`/api/jobs/${id}/why?lat=0&lng=0`))).toEqual([
      '/lat outside_china',
    ]);
  });

  it('that nobody knows changes nothing', async () => {
    const plain = await answer<Page>(search(''));
    expect(await answer<Page>(search('utm_source=x&status=draft&stationId=other'))).toEqual(plain);
  });
});

describe('a cursor', () => {
  const first = async (query: string) => (await answer<Page>(search(`limit=2&${query}`))).next ?? '';

  it.each(['x', '%%%', 'bm8', 'eyJhIjoxfQ', '...', '"', "'"])('%j is none', async (cursor) => {
    expect(await refusedFields(search(p({ cursor })), 400)).toEqual(['/cursor cursor_invalid']);
  });

  it.each([
    ['another limit of travel', 'minutes=30'],
    ['another sort', 'sort=near'],
    ['other words', 'q=洗碗'],
    ['other hours', 'free=Mo 08:00-20:00'],
    ['another origin', 'lat=35.19&lng=113.26'],
    ['a filter', 'pay_min=1'],
  ])('of one query is refused by a query with %s', async (_, other) => {
    const cursor = await first('');
    expect(
      await refusedFields(search(p({ cursor, ...Object.fromEntries(new URLSearchParams(other)) })), 400),
    ).toEqual(['/cursor cursor_other_query']);
  });

  it('of another station is refused', async () => {
    const other = await t.mintStation();
    const cursor = await first('');
    expect(await refusedFields(t.client({}, other).get(`/api/jobs?cursor=${cursor}`), 400)).toEqual([
      '/cursor cursor_other_query',
    ]);
  });

  it('cut short, lengthened or with its key forged never breaks the answer', async () => {
    const cursor = await first('');
    for (const broken of [cursor.slice(0, -5), `${cursor}AAAA`, cursor.slice(5)]) {
      expect((await search(p({ cursor: broken }))).status).toBe(400);
    }
    const [, print = ''] = JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))) as string[];
    const whole = new Set((await answer<Page>(search(''))).items.map(({ job }) => job.id));
    for (const key of [
      [],
      ['x', 'y'],
      [0, 0, 0, ''],
      [9, 9, 9, 'z'],
      [Number.MAX_VALUE, -1e300, 0, '\u0000'],
    ]) {
      for (const asOf of [0, -1e300, 1e300]) {
        const forged = encodeCursor({ query: print, asOf, key });
        const { items } = await answer<Page>(search(p({ cursor: forged })));
        for (const { job } of items) expect(whole).toContain(job.id);
      }
    }
  });
});

describe('words that look like something else', () => {
  it.each([
    `' or 1=1 --`,
    `"; drop table jobs; --`,
    `stationId = "other" OR true`,
    `洗碗" AND stationId != "x`,
    `\\'`,
    `' | 'x':*`,
    `洗碗 & !保洁 <-> *`,
    `%_%`,
    `$\{jndi:ldap://x}`,
    `{{7*7}}`,
    `<script>alert(1)</script>`,
    `\u202e\ufeff\u200b`,
    '💩'.repeat(50),
    '\ud83d',
    '('.repeat(500),
    '洗'.repeat(2000),
    'a'.repeat(2000),
    ' '.repeat(100),
  ])('q=%j is answered, and nothing more is found than there is', async (q) => {
    const own = new Set((await answer<Page>(search('limit=100'))).items.map(({ job }) => job.id));
    const { items } = await answer<Page>(search(p({ q, limit: '100' })));
    for (const { job } of items) expect(own).toContain(job.id);
    expect(await answer<Page>(search(p({ q: '洗碗工' })))).toMatchObject({ total: 5 });
  });

  it('in a filter are values', async () => {
    expect(await answer<Page>(search(p({ occupation: `x' or true --` })))).toMatchObject({ total: 0 });
    const list = await answer<{ items: unknown[] }>(
      t.service().get(`/api/managed-jobs?${p({ contains: `%' or true --` })}`),
    );
    expect(list.items).toEqual([]);
    const percent = await answer<{ items: unknown[] }>(
      t.service().get(`/api/managed-jobs?${p({ contains: '%' })}`),
    );
    expect(percent.items).toEqual([]);
  });
});

describe('an id', () => {
  it.each([
    'x',
    '1',
    '-1',
    'null',
    '01890000-0000-7000-8000-00000000000',
    "01890000-0000-7000-8000-000000000000'--",
    '%00',
    '..%2f..%2fetc',
  ])('%s is none: 400 wherever one is asked for', async (id) => {
    const service = t.service();
    for (const call of [
      anyone.get(`/api/jobs/${id}`),
      anyone.get(`/api/jobs/${id}/why`),
      service.post(`/api/jobs/${id}/publish`),
      service.get(`/api/candidates/${id}`),
      service.put(`/api/walk-ins/${id}/shortlist`, { jobIds: [] }),
      service.post(`/api/referrals/${id}/events`, { kind: 'hired' }),
      service.post(`/api/interests/${id}/accept`),
    ]) {
      expect(await refusedFields(call, 400)).toEqual(['/id id']);
    }
  });

  it('in capitals is the same id', async () => {
    const id = await t.openJob();
    expect((await answer<{ id: string }>(anyone.get(`/api/jobs/${id.toUpperCase()}`))).id).toBe(id);
  });

  it('of nothing is 404, whatever the kind', async () => {
    const nothing = '01890000-0000-7000-8000-000000000000';
    for (const [path, code] of [
      [`/api/jobs/${nothing}`, 'job_not_found'],
      [`/api/candidates/${nothing}`, 'candidate_not_found'],
    ] as const) {
      expect((await problem(t.service().get(path), 404)).code).toBe(code);
    }
  });
});

describe('a place that is none', () => {
  it('is 404 as a problem, for programs', async () => {
    for (const path of ['/api/nothing', '/nothing', '/api', '/api/jobs/']) {
      expect((await problem(anyone.get(path), 404)).code).toBe('page_not_found');
    }
  });

  it('for this method is 405, and says which it takes', async () => {
    const id = '01890000-0000-7000-8000-000000000000';
    for (const [method, path, allow] of [
      ['DELETE', '/api/jobs', 'GET, POST'],
      ['PUT', `/api/jobs/${id}`, 'GET, PATCH'],
      ['PROPFIND', '/healthz', 'GET'],
      ['PUT', '/desk/plan/refer', 'POST'],
      ['PATCH', '/api/jobs/check', 'POST'],
      ['GET', '/api/jobs/check', 'POST'],
    ] as const) {
      const response = await anyone.request(method, path);
      expect(response.headers.get('allow')).toBe(allow);
      expect((await problem(response, 405)).code).toBe('method_not_allowed');
    }
  });

  it('a station that is none is 404 and says so', async () => {
    const response = t.app.request('http://station.test/api/jobs?station=nowhere');
    expect((await problem(response, 404)).code).toBe('station_not_found');
    const strange = t.app.request(`http://station.test/api/jobs?${p({ station: `' or 1=1` })}`);
    expect((await problem(strange, 404)).code).toBe('station_not_found');
    for (const path of ['/api/jobs', '/api/circle', '/api/suggest']) {
      const withNul = t.app.request(`http://station.test${path}?station=a%00b`);
      expect((await problem(withNul, 404)).code).toBe('station_not_found');
    }
  });
});
