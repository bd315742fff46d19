import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expireJobs, JOB_STATUSES, type JobStatus, type JobView } from '../../src/jobs';
import { DAY_MS } from '../../src/kernel/clock';
import { answer, atOnce, problem } from '../support/answers';
import { jobDraft } from '../support/builders';
import { type Cast, openCast } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';

/** Every verb on a posting in every state, and two of them at the same moment. */
let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
});
afterAll(() => t.close());

/** A posting brought into the state by the verbs that people use. */
async function jobIn(status: JobStatus): Promise<string> {
  const { service, shop } = cast;
  const business = { name: cast.shopName, kind: 'shop' as const };
  if (status === 'review') {
    const { id } = await answer<JobView>(shop.post('/api/jobs', jobDraft({ business })), 201);
    await answer(shop.post(`/api/jobs/${id}/publish`));
    return id;
  }
  if (status === 'expired') {
    const today = new Date(t.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const id = await cast.openJob({ validThrough: today });
    t.clock.advance(DAY_MS);
    await expireJobs(t.open.services);
    return id;
  }
  if (status === 'draft') return cast.draftJob({ validThrough: undefined });
  const id = await cast.openJob({ validThrough: undefined });
  const verb = { open: null, filled: 'fill', closed: 'close', blocked: 'block' }[status];
  if (verb) await answer(service.post(`/api/jobs/${id}/${verb}`));
  return id;
}

const statusOf = async (id: string) => (await answer<JobView>(cast.service.get(`/api/jobs/${id}`))).status;

/** What each verb makes of each state; null where it is refused. */
const OUTCOME: Record<string, Record<JobStatus, JobStatus | null>> = {
  publish: {
    draft: 'open',
    review: 'open',
    open: null,
    filled: null,
    closed: null,
    expired: null,
    blocked: null,
  },
  close: {
    draft: 'closed',
    review: 'closed',
    open: 'closed',
    filled: null,
    closed: null,
    expired: null,
    blocked: null,
  },
  fill: {
    draft: null,
    review: null,
    open: 'filled',
    filled: null,
    closed: null,
    expired: null,
    blocked: null,
  },
  renew: {
    draft: null,
    review: null,
    open: 'open',
    filled: null,
    closed: 'open',
    expired: 'open',
    blocked: null,
  },
  block: {
    draft: 'blocked',
    review: 'blocked',
    open: 'blocked',
    filled: null,
    closed: null,
    expired: null,
    blocked: null,
  },
  patch: {
    draft: 'draft',
    review: 'review',
    open: 'open',
    filled: null,
    closed: 'closed',
    expired: 'expired',
    blocked: null,
  },
};
const use = (verb: string, id: string) =>
  verb === 'patch'
    ? cast.service.patch(`/api/jobs/${id}`, { headcount: 2 })
    : cast.service.post(`/api/jobs/${id}/${verb}`);

describe.each(Object.entries(OUTCOME))('%s', (verb, outcome) => {
  it.each(JOB_STATUSES.map((from) => [from, outcome[from]] as const))('%s → %s', async (from, to) => {
    const id = await jobIn(from);
    expect(await statusOf(id)).toBe(from);
    if (to === null) {
      expect((await problem(use(verb, id), 409)).code).toBe('wrong_state');
      expect(await statusOf(id)).toBe(from);
    } else {
      expect(await answer<JobView>(use(verb, id))).toMatchObject({ id, status: to });
      expect(await statusOf(id)).toBe(to);
    }
  });
});

describe('two at the same moment', () => {
  it.each([
    ['publish', 'draft'],
    ['close', 'open'],
    ['fill', 'open'],
    ['block', 'open'],
  ] as const)('%s: exactly one wins', async (verb, from) => {
    for (let round = 0; round < 5; round++) {
      const id = await jobIn(from);
      expect(
        await atOnce(
          () => use(verb, id),
          () => use(verb, id),
        ),
      ).toEqual([200, 409]);
    }
  });

  it('renew: one wins, or both one after the other, for an open posting may be renewed; each success is one change', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await jobIn('expired');
      const versionOf = async () =>
        (await t.open.services.stores.jobs.get(cast.station.id, id))?.job.version ?? 0;
      const before = await versionOf();
      const statuses = await atOnce(
        () => use('renew', id),
        () => use('renew', id),
      );
      expect([
        [200, 200],
        [200, 409],
      ]).toContainEqual(statuses);
      expect((await versionOf()) - before).toBe(statuses.filter((status) => status === 200).length);
      expect(await statusOf(id)).toBe('open');
    }
  });

  it.each([
    ['close', 'fill'],
    ['fill', 'block'],
    ['close', 'block'],
  ])('%s against %s: exactly one wins, and its state stands', async (one, other) => {
    const id = await jobIn('open');
    const [a, b] = await Promise.all([use(one, id), use(other, id)]);
    expect([a.status, b.status].sort()).toEqual([200, 409]);
    const winner = a.status === 200 ? one : other;
    expect(await statusOf(id)).toBe({ close: 'closed', fill: 'filled', block: 'blocked' }[winner]);
  });

  it('a change and a closing: never half of both', async () => {
    const id = await jobIn('open');
    await Promise.all([use('close', id), cast.service.patch(`/api/jobs/${id}`, { title: '新名称' })]);
    const rows = await t.open.services.stores.jobs.get(cast.station.id, id);
    const onBoard = await t.open.services.board.row(cast.station.id, id);
    expect(onBoard !== null).toBe(rows?.job.status === 'open');
  });

  it('two changes of one posting: the second is told, nothing is lost', async () => {
    const id = await jobIn('open');
    const statuses = await atOnce(
      () => cast.service.patch(`/api/jobs/${id}`, { headcount: 5 }),
      () => cast.service.patch(`/api/jobs/${id}`, { title: '同时改名' }),
    );
    const job = await answer<JobView>(cast.service.get(`/api/jobs/${id}`));
    const changes = Number(job.headcount === 5) + Number(job.title === '同时改名');
    expect(changes).toBe(statuses.filter((status) => status === 200).length);
    expect(changes).toBeGreaterThan(0);
  });
});

it('leaves one audit line for every change, in the transaction of the change', async () => {
  const id = await jobIn('open');
  await use('close', id);
  await use('close', id);
  await use('renew', id);
  const lines = await t.open.services.stores.audit.ofEntity(cast.station.id, id, 100);
  expect(lines.map((line) => `${line.actor} ${line.action}`).reverse()).toEqual([
    'service job.create',
    'service job.publish',
    'service job.close',
    'service job.renew',
  ]);
});
