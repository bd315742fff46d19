import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobDraft } from '../support/builders';
import { profile } from '../support/cast';
import { readable, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

/** What people read about their data, and the buttons by which they decide. */
let t: TestStation;
beforeAll(async () => {
  t = await openTestStation();
});
afterAll(() => t.close());

describe('for everybody', () => {
  it.each([
    [
      '/privacy',
      [
        '您的信息怎么用',
        '不记身份证号码',
        '人力资源市场暂行条例 第33条',
        '保障农民工工资支付条例 第15条',
        '3 年',
      ],
    ],
    ['/ranking', ['名单是怎么排的', '时间对得上多少', '0.45', '只按距离和时间排']],
  ])('%s says it in plain words', async (path, pieces) => {
    const guest = visitor(t);
    const { status, html } = await guest.get(path);
    expect(status).toBe(200);
    for (const piece of pieces) expect(readable(html)).toContain(piece);
    expect((await guest.get('/')).html).toContain(`href="${path}`);
  });

  it('the list can be put in order by distance and time alone, and back', async () => {
    const guest = visitor(t);
    const { html } = await guest.get('/?q=洗碗');
    expect(html).toMatch(/href="\/\?q=[^"]*plain=1/);
    const plain = await guest.get('/?q=洗碗&plain=1');
    expect(readable(plain.html)).toContain('现在只按距离和时间排');
    expect(plain.html).toContain('name="plain" value="1"');
  });
});

describe('a seeker', () => {
  async function someone() {
    const seeker = await t.signIn('seeker');
    const made = await seeker.post('/api/candidates', profile({ name: '李女士', phone: seeker.phone }));
    const { id } = (await made.json()) as { id: string };
    return { anna: visitor(t, seeker.cookie), id, phone: seeker.phone };
  }

  it('lets one shop see the phone with a tick beside the interest, and takes it back with a button', async () => {
    const { anna, id } = await someone();
    const jobId = await t.openJob({ title: '要人', business: { name: '甲店', kind: 'shop' } });
    const other = await t.openJob({ title: '也要人', business: { name: '乙店', kind: 'shop' } });
    expect((await anna.get(`/jobs/${jobId}`)).html).toContain('name="share"');
    await anna.post(`/jobs/${jobId}/interest`, { share: 'yes' });
    await anna.post(`/jobs/${other}/interest`, {});
    const { html } = await anna.get('/me');
    expect(readable(html)).toMatch(/甲店 看得到/);
    expect(readable(html)).toMatch(/乙店 看不到/);
    const business = (await t.open.services.stores.jobs.get(t.station.id, jobId))?.business.id ?? '';
    expect((await anna.post('/me/employers', { business, change: 'withdraw' })).location).toBe(
      '/me?done=consent',
    );
    expect(readable((await anna.get('/me')).html)).toMatch(/甲店 看不到/);
    await anna.post('/me/employers', { business, change: 'give' });
    const consents = await t.open.services.stores.candidates.consentsOf(t.station.id, { candidateId: id });
    const forShop = consents.filter(({ purpose }) => purpose === 'employer');
    expect(forShop.map(({ withdrawnAt }) => withdrawnAt === null).sort()).toEqual([false, true]);
    expect((await anna.post('/me/employers', { business: 'x', change: 'give' })).status).toBe(404);
  });

  it('prints a copy of everything, and reads beforehand what the law keeps', async () => {
    const { anna, id, phone } = await someone();
    const jobId = await t.openJob({ title: '洗碗的活' });
    await t.service().post('/api/referrals', { candidateId: id, jobId });
    const { html, headers } = await anna.get('/me/copy');
    for (const piece of ['李女士', phone, '洗碗的活', '驿站已经介绍', '文字第 2 版'])
      expect(readable(html)).toContain(piece);
    expect(headers.get('cache-control')).toBe('no-store');
    const before = readable((await anna.get('/me/delete')).html);
    expect(before).toContain('人力资源市场暂行条例 第33条');
    expect(before).toContain('2028年6月1日');
    expect((await anna.post('/me/delete', { sure: 'yes' })).location).toBe('/?done=locked');
    expect(readable((await anna.get('/?done=locked')).html)).toContain('锁了起来');
  });

  it('chooses 只按距离和时间排 for good', async () => {
    const { anna, id } = await someone();
    const fields = { name: '李女士', from: 'station', mode: 'walk', minutes: '15' };
    await anna.post('/me/profile', { ...fields, plain: 'yes' });
    const plain = async () => (await t.open.services.stores.candidates.get(t.station.id, id))?.plain;
    expect(await plain()).toBe(true);
    expect((await anna.get('/me/profile')).html).toMatch(/name="plain"[^>]*checked/);
    await anna.post('/me/profile', fields);
    expect(await plain()).toBe(false);
  });
});

describe('the desk', () => {
  it('takes down consent that is spoken with a referral; whoever sits there is the witness', async () => {
    const { cookie } = await t.signIn('staff');
    const desk = visitor(t, cookie);
    const made = await t.service().post('/api/candidates', profile({ phone: '13844445555' }));
    const { id } = (await made.json()) as { id: string };
    const jobId = await t.openJob(jobDraft({ title: '去这家', business: { name: '丙店', kind: 'shop' } }));
    expect((await desk.get(`/desk/candidates/${id}`)).html).toContain('name="share"');
    await desk.post(`/desk/candidates/${id}/refer`, { refer: jobId, share: jobId });
    const consents = await t.open.services.stores.candidates.consentsOf(t.station.id, { candidateId: id });
    expect(consents.find(({ purpose }) => purpose === 'employer')).toMatchObject({
      channel: 'spoken',
      witness: '工作人员',
    });
    expect(readable((await desk.get(`/desk/candidates/${id}/log`)).html)).toContain('看了资料');
    expect(readable((await desk.get(`/desk/candidates/${id}/copy`)).html)).toContain('丙店：看得到');
    expect(readable((await desk.get('/desk/retention')).html)).toContain('服务台账');
  });
});
