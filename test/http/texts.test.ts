import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CandidateView } from '../../src/candidates';
import type { WalkInView } from '../../src/desk';
import type { JobView } from '../../src/jobs';
import { answer, refusedFields } from '../support/answers';
import { jobDraft } from '../support/builders';
import { type Cast, openCast, profile, visit } from '../support/cast';
import { visitor as browserOf } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

/** Every text field of every body: kept letter by letter and never executed, or refused with its name. */
let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
});
afterAll(() => t.close());

/** A text field: how it is sent, and where it is read again; fields that nobody reads back say so. */
interface Field {
  pointer: string;
  send(text: string): Promise<Response>;
  read?(body: unknown): unknown;
}
const job = (
  pointer: string,
  changes: (text: string) => object,
  read?: (view: JobView) => unknown,
): Field => ({
  pointer,
  send: (text) => cast.service.post('/api/jobs', { ...jobDraft(), ...changes(text) }),
  ...(read ? { read: (body) => read(body as JobView) } : {}),
});
const person = (
  pointer: string,
  changes: (text: string) => object,
  read: (view: CandidateView) => unknown,
): Field => ({
  pointer,
  send: (text) => cast.service.post('/api/candidates', profile(changes(text) as Record<string, unknown>)),
  read: (body) => read(body as CandidateView),
});
const visitor = (
  pointer: string,
  changes: (text: string) => object,
  read: (view: WalkInView) => unknown,
): Field => ({
  pointer,
  send: (text) => cast.service.post('/api/walk-ins', visit(changes(text) as Record<string, unknown>)),
  read: (body) => read((body as { walkIn: WalkInView }).walkIn),
});

let serial = 0;
const FIELDS: Field[] = [
  job(
    '/title',
    (title) => ({ title }),
    (view) => view.title,
  ),
  job(
    '/description',
    (description) => ({ description }),
    (view) => view.description,
  ),
  job(
    '/business/name',
    (name) => ({ business: { name, kind: 'shop' } }),
    (view) => view.business.name,
  ),
  job(
    '/place/address',
    (address) => ({ place: { address, lat: 35.19, lng: 113.26 } }),
    (view) => view.place?.address,
  ),
  job(
    '/requirements/note',
    (note) => ({ requirements: { note } }),
    (view) => view.requirements.note,
  ),
  job(
    '/requirements/certificates/0',
    (text) => ({ requirements: { certificates: [text] } }),
    (view) => view.requirements.certificates?.[0],
  ),
  job('/externalId', (text) => ({ externalId: `${text}${serial++}` })),
  job('/contact/name', (name) => ({ contact: { name, phone: '13900000001' } })),
  person(
    '/name',
    (name) => ({ name }),
    (view) => view.name,
  ),
  person(
    '/occupations/0',
    (text) => ({ occupations: [text] }),
    (view) => view.occupations[0],
  ),
  person(
    '/certificates/0',
    (text) => ({ certificates: [text] }),
    (view) => view.certificates[0],
  ),
  person(
    '/consent/witness',
    (witness) => ({ consent: { purpose: 'matching', channel: 'spoken', witness } }),
    (view) => view.consents[0]?.witness,
  ),
  visitor(
    '/name',
    (name) => ({ name }),
    (view) => view.name,
  ),
  visitor(
    '/text',
    (text) => ({ text }),
    (view) => view.text,
  ),
  visitor(
    '/occupations/0',
    (text) => ({ occupations: [text] }),
    (view) => view.occupations[0],
  ),
];

const ODD = [
  `'); drop table jobs;--`,
  `<img src=x onerror=alert(1)>`,
  `</script><script>x()</script>`,
  '{{7*7}}<%=7*7%>',
  `\\'";\\\\%_$1`,
  '洗碗工👩‍🍳\u200b\u202e',
];

describe.each(FIELDS.map((field, i) => [field.pointer, i, field] as const))('%s (%i)', (_, i, field) => {
  it('keeps whatever it is given, letter by letter', async () => {
    for (const odd of ODD) {
      const body = await answer<unknown>(field.send(odd), 201);
      if (field.read) expect(field.read(body)).toBe(odd);
    }
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['half of a surrogate pair', 'a\ud800b'],
    ['the other half', '\udc00'],
  ])('refuses %s by name', async (_name, text) => {
    expect(await refusedFields(field.send(text))).toEqual([`${field.pointer} bad_character`]);
  });

  it(`lets nothing of it reach the database as a command (${i})`, async () => {
    await field.send(`'; delete from jobs; select '`);
    expect((await t.open.services.stores.jobs.countByStatus(cast.station.id)).draft).toBeGreaterThan(0);
  });
});

it('the same holds for a change, a note and a line of an import', async () => {
  const id = await cast.openJob();
  expect(await refusedFields(cast.service.patch(`/api/jobs/${id}`, { description: '\u0000' }))).toEqual([
    '/description bad_character',
  ]);
  const { walkIn } = await answer<{ walkIn: WalkInView }>(cast.service.post('/api/walk-ins', visit()), 201);
  const referral = await answer<{ id: string }>(
    cast.service.post('/api/referrals', { jobId: id, walkInId: walkIn.id }),
    201,
  );
  const note = { kind: 'contacted', note: 'x\u0000' };
  expect(await refusedFields(cast.service.post(`/api/referrals/${referral.id}/events`, note))).toEqual([
    '/note bad_character',
  ]);
  const line = `${JSON.stringify({ ...jobDraft(), title: 'x\u0000' })}\n${JSON.stringify(jobDraft({ title: '好的一行' }))}\n`;
  const imported = await cast.service.post('/api/import/jobs', line, {
    'content-type': 'application/x-ndjson',
  });
  const results = (await imported.text())
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text));
  expect(results).toMatchObject([
    { line: 1, result: 'refused', errors: [{ pointer: '/title', code: 'bad_character' }] },
    { line: 2, result: 'created' },
  ]);
});

it('the same holds for pages: their forms and the parameters of their addresses', async () => {
  const staff = await t.signIn('staff', cast.station);
  const desk = browserOf(t, staff.cookie, cast.station);
  for (const path of ['/desk/jobs', '/desk/candidates', '/desk/walk-ins']) {
    const { status, html } = await desk.post(path, { name: 'a\u0000', title: '\u0000', text: 'b' });
    expect(status, path).toBe(400);
    expect(html).toContain('含有不能保存的字符');
  }
  for (const path of [
    '/?q=%00',
    '/desk?find=%00',
    '/desk/jobs?contains=%00',
    '/desk/candidates?contains=%00',
  ]) {
    expect((await desk.get(path)).status, path).toBe(400);
  }
});

it('answers are JSON that no browser takes for a page', async () => {
  const id = await cast.openJob({ title: '<script>alert(1)</script>' });
  const response = await cast.public.get(`/api/jobs/${id}`);
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

it('an odd title is found by its words and breaks no list', async () => {
  await cast.openJob({ title: `洗碗工'; drop table job_words; --` });
  const found = await answer<{ items: { job: JobView }[] }>(
    cast.public.get('/api/jobs?q=%E6%B4%97%E7%A2%97%E5%B7%A5'),
  );
  expect(found.items.map(({ job }) => job.title)).toContain(`洗碗工'; drop table job_words; --`);
});
