import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/kernel/clock';
import { retain } from '../../src/retention';
import { goesOn, overSince, RETENTION, ruleOf } from '../../src/trust';
import { answer, problem } from '../support/answers';
import { type Cast, openCast, profile } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';

/**
 * What is past its period goes, class by class, and not a day before. The database stamps some rows by its own clock,
 * which a test cannot turn: those are set back instead.
 */
let t: TestStation;
let cast: Cast;
let sql: postgres.Sql;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
  sql = postgres(t.database.superUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await t.close();
});

const home = { lat: 35.19, lng: 113.26 };
const consent = { purpose: ['matching', 'contact'], channel: 'paper' };
interface Due {
  class: string;
  count: number;
  article: string;
  oldest: string | null;
}
const due = async () => {
  const { items } = await answer<{ items: Due[] }>(cast.staff.get('/api/desk/retention'));
  return Object.fromEntries(items.map((one) => [one.class, one.count]));
};
/** The instant of the test's clock so many months ago. */
const monthsAgo = (months: number, days = 0) => new Date(t.clock.now() - (months * 30.5 + days) * DAY_MS);

describe('the rules', () => {
  it('each have a period and an article', () => {
    for (const { article, months, class: name } of RETENTION) {
      expect(article, name).toMatch(/第[\d、]+条/);
      expect(months, name).toBeGreaterThanOrEqual(name === 'locked' ? 0 : 1);
    }
    // 条例 art. 33: service ledger two years, recruitment information three; 支付条例 art. 15: wage ledger three.
    expect(ruleOf('service_ledger').months).toBeGreaterThanOrEqual(24);
    expect(ruleOf('posting_contact').months).toBeGreaterThanOrEqual(36);
    expect(ruleOf('wage_ledger').months).toBeGreaterThanOrEqual(36);
  });

  it('count in calendar months, to the last day of a shorter one', () => {
    const rule = ruleOf('service_ledger');
    expect(goesOn(rule, Date.UTC(2024, 1, 29, 4))).toBe('2026-02-28');
    expect(overSince(ruleOf('visit_words'), '2026-05-31')).toBe('2026-02-28');
  });
});

describe('visits', () => {
  it('lose what was said after three months, and who came after two years', async () => {
    const { walkIn } = await answer<{ walkIn: { id: string } }>(
      cast.staff.post('/api/walk-ins', {
        name: '来人',
        phone: '13800001234',
        text: '找活',
        origin: home,
        consent,
      }),
      201,
    );
    const row = async () => (await sql`select * from walk_ins where id = ${walkIn.id}`)[0];
    const was = (ago: Date) => sql`update walk_ins set created_at = ${ago} where id = ${walkIn.id}`;
    await was(monthsAgo(2, 25));
    expect(await due()).toMatchObject({ visit_words: 0, visit: 0 });
    await retain(t.open.services);
    expect((await row())?.text_sealed).not.toBeNull();
    await was(monthsAgo(3, 5));
    expect(await due()).toMatchObject({ visit_words: 1, visit: 0 });
    await retain(t.open.services);
    expect(await row()).toMatchObject({
      name: '来人',
      text_sealed: null,
      origin_sealed: null,
      origin_cell: null,
    });
    expect((await row())?.phone_sealed).not.toBeNull();
    await was(monthsAgo(24, 5));
    expect(await due()).toMatchObject({ visit_words: 0, visit: 1 });
    expect(await retain(t.open.services)).toMatchObject({ visit: 1 });
    expect(await row()).toMatchObject({ name: null, phone_sealed: null, phone_index: null });
    const lines =
      await sql`select actor, action from audit where entity_id = ${walkIn.id} order by seq desc limit 2`;
    expect(lines.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      'system walk_in.retention_visit',
      'system walk_in.retention_visit_words',
    ]);
  });
});

async function person(): Promise<string> {
  const draft = profile({ phone: '13800004321', home });
  return (await answer<{ id: string }>(cast.service.post('/api/candidates', draft), 201)).id;
}

describe('what is not a profile', () => {
  it('goes by its own period: referrals by what became of them, contacts of postings after three years', async () => {
    const [id, jobId] = [
      await person(),
      await cast.openJob({ contact: { name: '联系人', phone: '13800005678' }, headcount: 5 }),
    ];
    const sent = await answer<{ id: string }>(
      cast.service.post('/api/referrals', { candidateId: id, jobId }),
      201,
    );
    const other = await person();
    const hired = await answer<{ id: string }>(
      cast.service.post('/api/referrals', { candidateId: other, jobId }),
      201,
    );
    await answer(cast.service.post(`/api/referrals/${hired.id}/events`, { kind: 'hired' }), 201);
    await answer(cast.service.post(`/api/jobs/${jobId}/close`));
    const set = async (months: number) => {
      const ago = monthsAgo(months, 5);
      await sql`update referrals set created_at = ${ago}, updated_at = ${ago} where id in (${sent.id}, ${hired.id})`;
      await sql`update referral_events set created_at = ${ago} where referral_id = ${hired.id}`;
      await sql`update jobs set updated_at = ${ago} where id = ${jobId}`;
    };
    const left = async () =>
      (await sql`select id from referrals where id in (${sent.id}, ${hired.id})`).map(({ id: one }) => one);
    const contact = async () =>
      (await sql`select contact_sealed from jobs where id = ${jobId}`)[0]?.contact_sealed;
    await set(25);
    await retain(t.open.services);
    expect(await left()).toEqual([hired.id]);
    expect(await contact()).not.toBeNull();
    await set(37);
    await retain(t.open.services);
    expect(await left()).toEqual([]);
    expect(await contact()).toBeNull();
  });
});

describe('profiles', () => {
  it('that nobody uses go as if their person had asked, one that was looked at stays', async () => {
    const [idle, used] = [await person(), await person()];
    const ago = monthsAgo(25);
    await sql`update candidates set created_at = ${ago}, updated_at = ${ago} where id in (${idle}, ${used})`;
    await sql`update audit set created_at = ${ago} where entity_id in (${idle}, ${used})`;
    await answer(cast.staff.get(`/api/candidates/${used}`));
    expect((await due()).idle_profile).toBe(1);
    expect(await retain(t.open.services)).toMatchObject({ idle_profile: 1 });
    await problem(cast.staff.get(`/api/candidates/${idle}`), 404);
    expect(await sql`select 1 from candidates where id = ${idle}`).toHaveLength(0);
    await answer(cast.staff.get(`/api/candidates/${used}`));
  });

  it('that are locked go on their day, with the ledger that kept them', async () => {
    const id = await person();
    const jobId = await cast.openJob();
    await answer(cast.staff.post('/api/referrals', { candidateId: id, jobId }), 201);
    const { kept } = await answer<{ kept: { until: string }[] }>(cast.staff.delete(`/api/candidates/${id}`));
    const until = kept[0]?.until ?? '';
    const days = (Date.parse(until) - Date.parse('2026-06-01')) / DAY_MS;
    t.clock.advance((days - 1) * DAY_MS);
    await retain(t.open.services);
    expect(await sql`select 1 from candidates where id = ${id}`).toHaveLength(1);
    t.clock.advance(DAY_MS);
    // The sessions of the cast have ended in the meantime; the station's own account has none.
    const { items } = await answer<{ items: Due[] }>(cast.service.get('/api/desk/retention'));
    expect(items.find((one) => one.class === 'locked')?.count).toBe(1);
    await retain(t.open.services);
    expect(await sql`select 1 from candidates where id = ${id}`).toHaveLength(0);
    expect(await sql`select 1 from referrals where candidate_id = ${id}`).toHaveLength(0);
    expect(await sql`select 1 from consents where candidate_id = ${id}`).toHaveLength(0);
  });
});
