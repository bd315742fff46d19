import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessLineView, EmployerView, Erasure } from '../../src/candidates';
import { answer, problem, refusedFields } from '../support/answers';
import { type Cast, openCast, profile, visit } from '../support/cast';
import { type Client, openTestStation, type TestStation } from '../support/station';

/** One business sees a phone by the person's consent for it, and by nothing else. */
let t: TestStation;
let cast: Cast;
let businessId: string;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
  const [own] = await t.open.services.stores.businesses.ofUser(cast.station.id, cast.shop.userId);
  businessId = own?.id ?? '';
});
afterAll(() => t.close());

let counter = 0;
async function seeker(
  changes: Record<string, unknown> = {},
): Promise<Client & { id: string; phone: string }> {
  const phone = `1387777${String(1000 + counter++)}`;
  const client = await t.signIn('seeker', cast.station);
  const { id } = await answer<{ id: string }>(
    client.post('/api/candidates', profile({ phone, ...changes })),
    201,
  );
  return { ...client, id, phone };
}
const employers = async (who: Client, id: string) =>
  (await answer<{ items: EmployerView[] }>(who.get(`/api/candidates/${id}/employers`))).items;
async function interested(who: Client, body?: unknown) {
  const jobId = await cast.openJob();
  const { id } = await answer<{ id: string }>(who.post(`/api/jobs/${jobId}/interest`, body), 201);
  await answer(cast.shop.post(`/api/interests/${id}/accept`));
  return async () => {
    const { items } = await answer<{ items: { phone: string }[] }>(
      cast.shop.get(`/api/jobs/${jobId}/interests`),
    );
    return items[0]?.phone;
  };
}

describe('the phone of an interested person', () => {
  it('is masked without a consent for this business, also when contact was consented to', async () => {
    const who = await seeker();
    const seen = await interested(who);
    expect(await seen()).toMatch(/\*{6}/);
    expect(await employers(who, who.id)).toMatchObject([{ businessId, seesPhone: false, history: [] }]);
  });

  it('is shown by one tap with the interest, and masked the moment it is taken back', async () => {
    const who = await seeker();
    const seen = await interested(who, { shareContact: true });
    expect(await seen()).toBe(who.phone);
    const path = `/api/candidates/${who.id}/employers/${businessId}`;
    await answer(who.delete(path));
    expect(await seen()).toMatch(/\*{6}/);
    await answer(who.put(path, { channel: 'screen' }));
    expect(await seen()).toBe(who.phone);
    // Nobody may call me: then no business may see the phone, either.
    await answer(who.patch(`/api/candidates/${who.id}`, { withdraw: 'contact' }));
    expect(await seen()).toMatch(/\*{6}/);
    const [line] = await employers(who, who.id);
    expect(line?.history.map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([true, true]);
    expect(line?.history[0]).toMatchObject({ channel: 'screen', textVersion: '2' });
  });

  it('a consent for another business opens nothing', async () => {
    const who = await seeker();
    const seen = await interested(who);
    const other = (
      await answer<{ business: { id: string } }>(
        cast.service.post('/api/jobs', { title: '别家', business: { name: '别家店', kind: 'shop' } }),
        201,
      )
    ).business;
    const id =
      other.id ??
      (await t.open.services.stores.businesses.list(cast.station.id, { contains: '别家店', limit: 1 }))[0]
        ?.id;
    await answer(who.put(`/api/candidates/${who.id}/employers/${id}`, { channel: 'screen' }));
    expect(await seen()).toMatch(/\*{6}/);
  });
});

describe('at the desk', () => {
  it('consent is spoken before a witness, or not at all', async () => {
    const { id } = await answer<{ id: string }>(
      cast.staff.post('/api/candidates', profile({ phone: '13877779999' })),
      201,
    );
    const path = `/api/candidates/${id}/employers/${businessId}`;
    expect(await refusedFields(cast.staff.put(path, { channel: 'spoken' }))).toEqual([
      '/witness witness_needed',
    ]);
    const { items } = await answer<{ items: EmployerView[] }>(
      cast.staff.put(path, { channel: 'spoken', witness: '窗口小李' }),
    );
    expect(items).toMatchObject([{ seesPhone: true, history: [{ channel: 'spoken', witness: '窗口小李' }] }]);
    await problem(cast.elsewhere.put(path, { channel: 'paper' }), 404);
    await problem(cast.staff.put(`/api/candidates/${id}/employers/${id}`, { channel: 'paper' }), 404);
  });

  it('a person does not witness for themselves', async () => {
    const who = await seeker();
    const spoken = { channel: 'spoken', witness: '我' };
    const path = `/api/candidates/${who.id}/employers/${businessId}`;
    expect(await refusedFields(who.put(path, spoken))).toEqual(['/channel own_screen']);
  });

  it('goes along with a referral, for a visitor too', async () => {
    const jobId = await cast.openJob();
    const consent = { purpose: ['matching', 'contact'], channel: 'paper' };
    const phone = '13877778888';
    const { walkIn } = await answer<{ walkIn: { id: string } }>(
      cast.staff.post('/api/walk-ins', visit({ phone, consent })),
      201,
    );
    const share = { channel: 'spoken', witness: '窗口小李' };
    const referral = await answer<{ id: string }>(
      cast.staff.post('/api/referrals', { walkInId: walkIn.id, jobId, share }),
      201,
    );
    const seen = async () =>
      (
        await answer<{ person: { phone: string } }>(
          cast.shop.post(`/api/referrals/${referral.id}/events`, { kind: 'contacted' }),
          201,
        )
      ).person.phone;
    expect(await seen()).toBe(phone);
    await answer(cast.staff.delete(`/api/walk-ins/${walkIn.id}/employers/${businessId}`), 204);
    const after = await answer<{ person: { phone: string } }>(
      cast.shop.post(`/api/referrals/${referral.id}/events`, { kind: 'interview' }),
      201,
    );
    expect(after.person.phone).toMatch(/\*{6}/);
  });
});

describe('the ledger', () => {
  it('cannot be rewritten by the serving role: only withdrawn, and only once', async () => {
    const who = await seeker();
    const app = postgres(t.database.appUrl, { max: 1, onnotice: () => {} });
    for (const statement of [
      `update consents set purpose = 'contact' where candidate_id = '${who.id}'`,
      `update consents set given_at = now() where candidate_id = '${who.id}'`,
      `delete from consents where candidate_id = '${who.id}'`,
      'truncate consents',
    ]) {
      await expect(app.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
    }
    await app.unsafe(`update consents set withdrawn_at = now() where candidate_id = '${who.id}'`);
    for (const value of ['null', "now() + interval '1 day'"]) {
      await expect(
        app.unsafe(`update consents set withdrawn_at = ${value} where candidate_id = '${who.id}'`),
      ).rejects.toMatchObject({ code: '23514' });
    }
    await app.end();
  });
});

describe('the access log', () => {
  it('says who looked, as what, and why; in words, to the person', async () => {
    const who = await seeker();
    const seen = await interested(who, { shareContact: true });
    await seen();
    await answer(cast.staff.get(`/api/candidates/${who.id}`));
    const { items } = await answer<{ items: AccessLineView[] }>(
      who.get(`/api/candidates/${who.id}/access-log`),
    );
    const told = items.map(({ who: by, what }) => `${by} ${what}`);
    expect(told.slice(0, 2)).toEqual(['staff candidate.read', 'employer candidate.phone']);
    expect(told).toContain('self candidate.share');
    const [, phone] = items;
    expect(phone).toMatchObject({ business: cast.shopName, why: '您同意过把电话给这一家' });
    for (const line of items) expect(line.text).toMatch(/\p{Script=Han}/u);
    await problem(cast.shop.get(`/api/candidates/${who.id}/access-log`), 404);
  });

  it('names a look that is repeated within the hour once', async () => {
    const who = await seeker();
    const seen = await interested(who, { shareContact: true });
    for (let i = 0; i < 3; i++) await seen();
    const { items } = await answer<{ items: AccessLineView[] }>(
      who.get(`/api/candidates/${who.id}/access-log`),
    );
    expect(items.filter(({ what }) => what === 'candidate.phone')).toHaveLength(1);
  });
});

describe('erase or lock', () => {
  const erasure = (who: Client, id: string) => answer<Erasure>(who.get(`/api/candidates/${id}/erasure`));

  it('a person who was sent nowhere goes whole', async () => {
    const who = await seeker();
    expect(await erasure(who, who.id)).toEqual({ outcome: 'erased', kept: [] });
    await answer(who.delete(`/api/candidates/${who.id}`), 204);
  });

  it('what the law wants kept is locked, with the article and the day on which it goes', async () => {
    const who = await seeker({ home: { lat: 35.19, lng: 113.26 } });
    const hired = await cast.openJob({ headcount: 3 });
    const referral = await answer<{ id: string }>(
      cast.staff.post('/api/referrals', { candidateId: who.id, jobId: hired }),
      201,
    );
    expect((await erasure(who, who.id)).kept).toEqual([
      { class: 'service_ledger', count: 1, article: '人力资源市场暂行条例 第33条', until: '2028-06-01' },
    ]);
    await answer(cast.staff.post(`/api/referrals/${referral.id}/events`, { kind: 'hired' }), 201);
    const kept = [
      { class: 'wage_ledger', count: 1, article: '保障农民工工资支付条例 第15条', until: '2029-06-01' },
    ];
    expect(await answer(who.delete(`/api/candidates/${who.id}`))).toEqual({ outcome: 'locked', kept });
    await problem(cast.staff.get(`/api/candidates/${who.id}`), 404);
    const sql = postgres(t.database.superUrl, { max: 1, onnotice: () => {} });
    const [row] = await sql`select * from candidates where id = ${who.id}`;
    expect(row).toMatchObject({
      name: '',
      phone_sealed: null,
      phone_index: null,
      home_sealed: null,
      home_cell: null,
    });
    expect(row?.locked_sealed[0]).toBe(1);
    const standing =
      await sql`select 1 from consents where candidate_id = ${who.id} and withdrawn_at is null`;
    expect(standing).toHaveLength(0);
    expect(
      await sql`select text from (select t::text as text from candidates t) x where text like '%测试求职者%' and text like ${`%${who.id}%`}`,
    ).toHaveLength(0);
    await sql.end();
    const { items } = await answer<{ items: { name: string | null }[] }>(
      cast.staff.get(`/api/referrals?candidateId=${who.id}`),
    );
    expect(JSON.stringify(items)).not.toContain(who.phone);
  });
});
