import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConductView } from '../../src/conduct';
import type { WageCaseView } from '../../src/placements';
import type { CandidateExport, VisitCopy } from '../../src/rights';
import { answer, problem } from '../support/answers';
import { HOME } from '../support/builders';
import { type Cast, openCast, profile, visit } from '../support/cast';
import { readable, visitor } from '../support/pages';
import { type Client, openTestStation, type TestStation } from '../support/station';

/** The copy that a person gets of everything the station holds about them. Today is Monday 2026-06-01. */
let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
});
afterAll(() => t.close());
const TODAY = '2026-06-01';
const consent = { purpose: ['matching', 'contact'], channel: 'screen' };
const idOf = async (call: Promise<Response>) => (await answer<{ id: string }>(call, 201)).id;
const copyOf = (client: Client, id: string) =>
  answer<CandidateExport>(client.get(`/api/candidates/${id}/export`));
let shops = 0;
const freshJob = (title: string) => cast.openJob({ title, business: { name: `店${shops++}`, kind: 'shop' } });
const visitOf = async (changes: Record<string, unknown>) =>
  (
    await answer<{ walkIn: { id: string } }>(
      cast.staff.post('/api/walk-ins', visit({ consent, ...changes })),
      201,
    )
  ).walkIn.id;

/** Somebody with whom everything has happened that can happen to a person. */
async function everything() {
  const seeker = await t.signIn('seeker', cast.station);
  const name = `王女士${shops}`;
  const id = await idOf(
    seeker.post('/api/candidates', {
      name,
      phone: seeker.phone,
      home: HOME,
      free: 'Mo-Fr 08:00-16:00',
      consent,
    }),
  );
  const jobId = await freshJob('全套的活');
  const referralId = await idOf(cast.staff.post('/api/referrals', { candidateId: id, jobId }));
  const event = (kind: string, note?: string) => {
    t.clock.advance(1_000);
    return answer(
      cast.staff.post(`/api/referrals/${referralId}/events`, { kind, ...(note ? { note } : {}) }),
      201,
    );
  };
  await event('contacted', '电话里说好了周一来');
  await event('hired');
  t.clock.advance(1_000);
  await answer(seeker.post(`/api/placements/${referralId}/hours`, { date: TODAY, minutes: 240 }), 201);
  await answer(seeker.post(`/api/placements/${referralId}/unpaid`, { note: '说好日结没给' }), 201);
  const { items } = await answer<{ items: WageCaseView[] }>(cast.staff.get('/api/wage-cases?state=open'));
  const wageCase = items.find(({ placementId }) => placementId === referralId)?.id;
  t.clock.advance(1_000);
  const close = { kind: 'closed', outcome: 'paid', note: '回访过，钱给了' };
  await answer(cast.staff.post(`/api/wage-cases/${wageCase}/steps`, close), 201);
  const fact = { referralId, kind: 'late_cancel', date: TODAY };
  await answer(seeker.post('/api/conduct', { ...fact, about: 'employer', note: '到了说不用了' }), 201);
  const about = await idOf(cast.staff.post('/api/conduct', { ...fact, about: 'worker', note: '临时说不来' }));
  const appeal = { view: 'disagrees', note: '提前一天说过', appeal: true };
  await answer(seeker.post(`/api/conduct/${about}/answer`, appeal));
  await answer(
    cast.admin.post(`/api/conduct/${about}/decide`, { decision: 'struck', reason: '店里也这么说' }),
  );
  const blocked = await freshJob('要下架的活');
  await answer(seeker.post(`/api/jobs/${blocked}/interest`), 201);
  await answer(cast.staff.post(`/api/jobs/${blocked}/block`, { reason: 'fee' }));
  const walkIn = await visitOf({ name, phone: seeker.phone, text: '顺路来窗口问过', origin: HOME });
  const listed = await freshJob('备选的活');
  await answer(cast.staff.put(`/api/walk-ins/${walkIn}/shortlist`, { jobIds: [listed] }));
  const sent = await idOf(cast.staff.post('/api/referrals', { walkInId: walkIn, jobId: listed }));
  const noted = { kind: 'contacted', note: '窗口打的电话' };
  await answer(cast.staff.post(`/api/referrals/${sent}/events`, noted), 201);
  return { seeker, id, name, walkIn, jobId, listed };
}

describe('the copy of a person', () => {
  it('holds what the ledger, both sides and the desk say of them, in clear', async () => {
    const { seeker, id, jobId } = await everything();
    const copy = await copyOf(seeker, id);
    expect(copy.account).toMatchObject({ phone: seeker.phone, sessions: [{ device: 'other' }] });
    expect(copy.referrals).toMatchObject([
      {
        jobId,
        title: '全套的活',
        state: 'hired',
        events: [
          { kind: 'contacted', note: '电话里说好了周一来' },
          { kind: 'hired', note: null },
        ],
      },
    ]);
    const [placement] = copy.placements;
    expect(placement).toMatchObject({
      job: { title: '全套的活' },
      days: [{ date: TODAY, worker: 240, employer: null, owed: 100, paid: 0 }],
      history: [{ kind: 'hours', side: 'worker', minutes: 240 }],
      cases: [
        {
          reason: 'not_paid',
          state: 'closed',
          outcome: 'paid',
          steps: [
            { kind: 'opened', note: '说好日结没给' },
            { kind: 'closed', note: '回访过，钱给了' },
          ],
        },
      ],
    });
    const facts = [...copy.conduct].sort((a, b) => (a.about < b.about ? -1 : 1));
    expect(facts).toMatchObject([
      { about: 'employer', note: '到了说不用了', own: false },
      {
        about: 'worker',
        note: '临时说不来',
        view: 'disagrees',
        viewNote: '提前一天说过',
        decision: 'struck',
        reason: '店里也这么说',
        counts: false,
        own: true,
      },
    ]);
    expect(copy.warnings).toMatchObject([{ title: '要下架的活', state: 'sent' }]);
  });

  it('holds their visits at the desk, with what came of those', async () => {
    const { seeker, id, walkIn, listed } = await everything();
    const { visits } = await copyOf(seeker, id);
    expect(visits).toMatchObject([
      {
        id: walkIn,
        phone: seeker.phone,
        text: '顺路来窗口问过',
        origin: HOME,
        shortlist: [{ jobId: listed, title: '备选的活' }],
        referrals: [{ jobId: listed, events: [{ note: '窗口打的电话' }] }],
      },
    ]);
    expect(visits[0]?.consents.map(({ purpose }) => purpose)).toEqual(
      expect.arrayContaining(['matching', 'contact']),
    );
    expect(visits[0]?.access.map(({ what }) => what)).toContain('walk_in.create');
  });

  it('holds no visit of somebody else: under another name, or under a phone that was only written down', async () => {
    const seeker = await t.signIn('seeker', cast.station);
    const others = '18600001111';
    await visitOf({ name: '别人', phone: others, text: '别人说的话' });
    await visitOf({ name: '她丈夫', phone: seeker.phone, text: '丈夫说的话' });
    // Anybody can write any number into a profile.
    const id = await idOf(seeker.post('/api/candidates', profile({ name: '别人', phone: others })));
    const text = JSON.stringify(await copyOf(seeker, id));
    expect(text).not.toContain('别人说的话');
    expect(text).not.toContain('丈夫说的话');
    // The desk keeps a profile by the number that it wrote down itself.
    const kept = await idOf(cast.staff.post('/api/candidates', profile({ name: '别人', phone: others })));
    expect((await copyOf(cast.staff, kept)).visits).toMatchObject([{ text: '别人说的话' }]);
  });

  it('shows every row of the database that has their key', async () => {
    const { seeker, id, walkIn } = await everything();
    const copy = JSON.stringify(await copyOf(seeker, id));
    const sql = postgres(t.database.superUrl, { max: 1, onnotice: () => {} });
    const shown = async (query: string) =>
      (await sql.unsafe(query, [id, walkIn].slice(0, query.includes('$2') ? 2 : 1))).map((row) =>
        String(row.shown),
      );
    const theirs = 'select id from referrals where candidate_id = $1 or walk_in_id = $2';
    const cases = `select id from wage_cases where placement_id in (${theirs})`;
    // Of each table something that stands in the copy for each of its rows.
    const queries: Record<string, string> = {
      interests: 'select job_id as shown from interests where candidate_id = $1',
      consents: `select to_char(given_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') as shown from consents
        where candidate_id = $1 or walk_in_id = $2`,
      referrals: 'select job_id as shown from referrals where candidate_id = $1 or walk_in_id = $2',
      referral_events: `select '"kind":"' || kind || '"' as shown from referral_events where referral_id in (${theirs})`,
      placements: `select id as shown from placements where id in (${theirs})`,
      work_entries: `select '"minutes":' || minutes as shown from work_entries where placement_id in (${theirs})`,
      wage_cases: `select '"reason":"' || reason || '"' as shown from wage_cases where id in (${cases})`,
      wage_case_steps: `select '"kind":"' || kind || '"' as shown from wage_case_steps where case_id in (${cases})`,
      conduct_facts: `select id as shown from conduct_facts where referral_id in (${theirs})`,
      warnings: 'select job_id as shown from warnings where candidate_id = $1 or walk_in_id = $2',
      shortlists:
        'select job_id as shown from shortlists where walk_in_id = (select $2::uuid where $1::uuid is not null)',
      walk_ins: 'select id as shown from walk_ins where id = (select $2::uuid where $1::uuid is not null)',
      audit: "select action as shown from audit where entity_id in ($1, $2) and action <> 'candidate.export'",
    };
    for (const [table, query] of Object.entries(queries)) {
      const rows = await shown(query);
      expect(rows.length, table).toBeGreaterThan(0);
      for (const piece of rows) expect(copy.includes(piece), `${piece} of ${table}`).toBe(true);
    }
    // Whatever other table points at a person must be spoken of in docs/privacy.md.
    const columns = await sql<{ name: string }[]>`select distinct table_name as name
      from information_schema.columns where table_schema = 'public'
      and column_name in ('candidate_id', 'walk_in_id', 'referral_id', 'placement_id')`;
    await sql.end();
    const known = new Set([...Object.keys(queries), 'offers']);
    expect(columns.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  });

  it('is printed with all of it', async () => {
    const { seeker, id } = await everything();
    const staff = await t.signIn('staff', cast.station);
    for (const [cookie, path] of [
      [seeker.cookie, '/me/copy'],
      [staff.cookie, `/desk/candidates/${id}/copy`],
    ] as const) {
      const text = readable((await visitor(t, cookie, cast.station).get(path)).html);
      for (const piece of [
        '全套的活',
        '电话里说好了周一来',
        '您记 4 小时',
        '应给 100 元',
        '说好日结没给',
        '钱已经给了',
        '临时说不来',
        '提前一天说过',
        '驿站看过，已划掉',
        '店里也这么说',
        '要下架的活',
        '已发到您的手机',
        '顺路来窗口问过',
        '备选的活',
        '窗口打的电话',
        '登记了这次来访',
        seeker.phone,
      ])
        expect(text, path).toContain(piece);
    }
  });
});

describe('a visitor without a profile', () => {
  const at = (id: string, path = '') => `/api/walk-ins/${id}${path}`;
  const full = { name: '赵师傅', phone: '18600002222', text: '想找看门的活', origin: HOME };
  const exported = (id: string) => answer<VisitCopy>(cast.staff.get(at(id, '/export')));

  it('gets the same copy at the desk', async () => {
    const id = await visitOf(full);
    expect(await exported(id)).toMatchObject({ name: '赵师傅', phone: '18600002222', text: '想找看门的活' });
    const staff = await t.signIn('staff', cast.station);
    const text = readable(
      (await visitor(t, staff.cookie, cast.station).get(`/desk/walk-ins/${id}/copy`)).html,
    );
    for (const piece of ['赵师傅', '18600002222', '想找看门的活', '介绍活']) expect(text).toContain(piece);
    await problem(cast.elsewhere.get(at(id, '/export')), 404);
    await problem(cast.seeker.get(at(id, '/export')), 403);
  });

  it('takes a consent back, and with being called every business', async () => {
    const id = await visitOf(full);
    const jobId = await freshJob('看门');
    const business = (await t.open.services.stores.jobs.get(cast.station.id, jobId))?.business.id;
    await answer(cast.staff.put(at(id, `/employers/${business}`), { channel: 'paper' }), 204);
    await answer(cast.staff.delete(at(id, '/consents/contact')), 204);
    const { consents } = await exported(id);
    const standing = consents.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ purpose }) => purpose);
    expect(standing).toEqual(['matching']);
    const staff = await t.signIn('staff', cast.station);
    const desk = visitor(t, staff.cookie, cast.station);
    const { html } = await desk.get(`/desk/walk-ins/${id}`);
    expect(readable(html)).toContain('撤回“介绍活”');
    expect(readable(html)).not.toContain('撤回“驿站打电话联系”');
    await desk.post(`/desk/walk-ins/${id}/withdraw`, { purpose: 'matching' });
    expect((await exported(id)).consents.every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
    const refer = { walkInId: id, jobId };
    expect((await problem(cast.staff.post('/api/referrals', refer), 422)).errors[0]?.code).toBe(
      'consent_needed',
    );
  });

  it('is forgotten with what was merged into the visit; the ledger stays without a name', async () => {
    const first = await visitOf({ ...full, text: '第一次说的' });
    const id = await visitOf(full);
    await answer(cast.staff.post(at(first, '/merge'), { into: id }));
    const jobId = await freshJob('看仓库');
    await answer(cast.staff.post('/api/referrals', { walkInId: id, jobId }), 201);
    await answer(cast.staff.put(at(id, '/shortlist'), { jobIds: [jobId] }));
    const kept = await answer<{ outcome: string; kept: unknown[] }>(cast.staff.delete(at(id)));
    expect(kept).toMatchObject({
      outcome: 'locked',
      kept: [{ class: 'service_ledger', until: '2028-06-01' }],
    });
    const copies = [await exported(id), await exported(first)];
    for (const copy of copies) {
      expect(copy).toMatchObject({ name: null, phone: null, text: null, origin: null, shortlist: [] });
      expect(copy.consents.every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
    }
    expect(copies[0]?.referrals).toMatchObject([{ jobId, state: 'referred' }]);
    const list = await answer<{ items: { id: string; name: string | null }[] }>(
      cast.staff.get('/api/walk-ins'),
    );
    expect(list.items.find((one) => one.id === id)?.name).toBeNull();
    expect(await answer<{ outcome: string }>(cast.staff.delete(at(await visitOf(full))))).toEqual({
      outcome: 'erased',
      kept: [],
    });
  });
});

describe('erasing a person', () => {
  it('takes their visits along, and locks where the desk sent them with the rest', async () => {
    const { seeker, id, walkIn } = await everything();
    const plan = await answer<{ kept: { class: string; count: number }[] }>(
      seeker.get(`/api/candidates/${id}/erasure`),
    );
    expect(plan.kept).toMatchObject([
      { class: 'wage_ledger', count: 1 },
      { class: 'service_ledger', count: 1 },
    ]);
    const done = await answer<{ outcome: string }>(seeker.delete(`/api/candidates/${id}`));
    expect(done).toMatchObject({ outcome: 'locked', kept: plan.kept });
    const copy = await answer<VisitCopy>(cast.staff.get(`/api/walk-ins/${walkIn}/export`));
    expect(copy).toMatchObject({ name: null, phone: null, text: null, origin: null, referrals: [] });
    const locked = await t.open.services.stores.desk.listReferrals(cast.station.id, {
      candidateId: id,
      limit: 9,
    });
    expect(locked).toHaveLength(2);
  });

  it('leaves the visits of others who share the phone', async () => {
    const seeker = await t.signIn('seeker', cast.station);
    const husband = await visitOf({ name: '她丈夫', phone: seeker.phone, text: '丈夫说的话' });
    const id = await idOf(seeker.post('/api/candidates', profile({ name: '她' })));
    await answer(seeker.delete(`/api/candidates/${id}`), 204);
    const copy = await answer<VisitCopy>(cast.staff.get(`/api/walk-ins/${husband}/export`));
    expect(copy).toMatchObject({ name: '她丈夫', text: '丈夫说的话' });
  });

  it('leaves no fact about them', async () => {
    const { seeker, id } = await everything();
    const facts = async () =>
      (await answer<{ items: ConductView[] }>(cast.staff.get('/api/conduct?limit=100'))).items.filter(
        ({ candidateId, about }) => candidateId === id && about === 'worker',
      );
    expect(await facts()).toHaveLength(1);
    await answer(seeker.delete(`/api/candidates/${id}`));
    expect(await facts()).toEqual([]);
  });
});
