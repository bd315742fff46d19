import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromWgs84 } from '../../src/kernel/geo';
import { jobDraft, streetMetresNorth } from '../support/builders';
import { linksOf, readable, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

/** One posting's page, and what a seeker can do there. */
let t: TestStation;
beforeAll(async () => {
  t = await openTestStation();
});
afterAll(() => t.close());

const profile = { name: '李女士', consent: { purpose: ['matching' as const], channel: 'screen' as const } };

describe('the page of an open posting', () => {
  it('says everything a person asks, and no phone number', async () => {
    const id = await t.openJob(
      jobDraft({
        title: '晚市洗碗',
        business: { name: '巷口面馆', kind: 'shop' },
        pay: { amount: 200, unit: 'day', settlement: 'daily', expectedHours: 8 },
        schedule: {
          kind: 'shifts',
          commitment: { atLeast: 2 },
          shifts: [{ days: 'Fr-Su', start: '18:00', end: '02:00' }],
        },
        headcount: 3,
        benefits: ['meals'],
        requirements: { certificates: ['health'], minAge: 18, note: '手脚利索' },
        contact: { name: '老杨', phone: '13900001111' },
      }),
    );
    const { html, status } = await visitor(t).get(`/jobs/${id}`);
    const text = readable(html);
    expect(status).toBe(200);
    for (const said of [
      '晚市洗碗',
      '巷口面馆',
      '步行 6.5 分钟',
      '下面的班任选 2 个：',
      '周五到周日 18:00–次日 02:00',
      '每天 200 元',
      '按 8 小时算，约合每小时 25 元',
      '日结',
      '管饭',
      '一号楼底商',
      '3 人',
      '健康证',
      '年满 18 周岁',
      '手脚利索',
      '到 2026年6月20日（周六）',
      '联系用工方请通过驿站',
    ]) {
      expect(text).toContain(said);
    }
    expect(html).not.toContain('13900001111');
    expect(html).not.toContain('老杨');
  });

  it('leads into map apps by their own coordinates', async () => {
    const at = streetMetresNorth(520);
    const id = await t.openJob(jobDraft({ business: { name: '面馆;分号:冒号', kind: 'shop' } }));
    const { html } = await visitor(t).get(`/jobs/${id}`);
    const gcj = fromWgs84(at, 'gcj02');
    const [amap = ''] = [...html.matchAll(/href="(https:\/\/uri\.amap\.com[^"]*)"/g)].map((m) => m[1]);
    const position = new URL(amap.replaceAll('&amp;', '&')).searchParams
      .get('position')
      ?.split(',')
      .map(Number);
    expect(position?.[0]).toBeCloseTo(gcj.lng, 5);
    expect(position?.[1]).toBeCloseTo(gcj.lat, 5);
    const [tencent = ''] = [...html.matchAll(/href="(https:\/\/apis\.map\.qq\.com[^"]*)"/g)].map((m) => m[1]);
    const marker = new URL(tencent.replaceAll('&amp;', '&')).searchParams.get('marker');
    expect(marker).toBe(
      `coord:${gcj.lat.toFixed(6)},${gcj.lng.toFixed(6)};title:面馆 分号 冒号;addr:一号楼底商`,
    );
  });

  it('explains itself for the search that led there', async () => {
    const id = await t.openJob(jobDraft({ place: streetMetresNorth(1590) }));
    const text = readable((await visitor(t).get(`/jobs/${id}?free=Mo-Fr%2008:00-12:00`)).html);
    expect(text).toContain('不合适');
    expect(text).toContain('路上 19.9 分钟，超过 15 分钟');
    expect(text).toContain('放宽到 20 分钟');
    expect(text).toContain('会迟到');
  });

  it("explains itself by a seeker's own profile when nothing else was asked", async () => {
    const id = await t.openJob(jobDraft({ place: streetMetresNorth(520) }));
    const signedIn = await t.signIn('seeker');
    await signedIn.post('/api/candidates', { ...profile, mode: 'bike', minutes: 10, free: 'Sa 08:00-12:00' });
    const seeker = visitor(t, signedIn.cookie);
    const own = readable((await seeker.get(`/jobs/${id}`)).html);
    expect(own).toContain('按骑自行车 10 分钟以内、周六 08:00–12:00 有空来看');
    expect(own).toContain('骑自行车 2.6 分钟');
    const asked = readable((await seeker.get(`/jobs/${id}?minutes=20`)).html);
    expect(asked).toContain('按步行 20 分钟以内看');
  });

  it('is not there for ids that are none, unknown or of another station', async () => {
    const other = await t.mintStation();
    const elsewhere = await t.openJob(jobDraft(), other);
    for (const id of ['nonsense', '01890000-0000-7000-8000-000000000000', elsewhere]) {
      const { status, html } = await visitor(t).get(`/jobs/${id}`);
      expect(status, id).toBe(404);
      expect(readable(html)).toContain('没有找到这个岗位');
    }
  });

  it('is not there while it is a draft', async () => {
    const draft = (await (await t.service().post('/api/jobs', jobDraft())).json()) as { id: string };
    expect((await visitor(t).get(`/jobs/${draft.id}`)).status).toBe(404);
  });
});

describe('a posting that is over', () => {
  it.each([
    ['fill', '已经招满了'],
    ['close', '已经不招了'],
  ])('says so after %s, and offers no interest', async (verb, said) => {
    const id = await t.openJob();
    await t.service().post(`/api/jobs/${id}/${verb}`);
    const { html, status } = await visitor(t).get(`/jobs/${id}`);
    expect(status).toBe(200);
    expect(readable(html)).toContain(said);
    expect(linksOf(html, '看看附近别的活')).toEqual(['/']);
    expect(readable(html)).not.toContain('我感兴趣 ');
  });

  it('says so from the first minute after its last day', async () => {
    const id = await t.openJob(jobDraft({ validThrough: '2026-06-02' }));
    t.clock.advance(2 * 86_400_000);
    try {
      expect(readable((await visitor(t).get(`/jobs/${id}`)).html)).toContain('已经过了有效期');
    } finally {
      t.clock.advance(-2 * 86_400_000);
    }
  });
});

describe('我感兴趣', () => {
  it('leads the public to sign in and back', async () => {
    const id = await t.openJob();
    const { html } = await visitor(t).get(`/jobs/${id}?minutes=30`);
    const [href = ''] = linksOf(html, '我感兴趣');
    expect(href).toBe(`/sign-in?next=${encodeURIComponent(`/jobs/${id}?minutes=30`)}`);
    const sent = await visitor(t).post(`/jobs/${id}/interest`, {}, { csrf: null });
    expect(sent.location).toBe(`/sign-in?next=${encodeURIComponent(`/jobs/${id}`)}`);
  });

  it('leads a seeker without a profile to it', async () => {
    const id = await t.openJob();
    const seeker = visitor(t, (await t.signIn('seeker')).cookie);
    const path = `/me/profile?next=${encodeURIComponent(`/jobs/${id}`)}`;
    expect(linksOf((await seeker.get(`/jobs/${id}`)).html, '我感兴趣')).toEqual([path]);
    expect((await seeker.post(`/jobs/${id}/interest`, {})).location).toBe(path);
  });

  it('is taken once, and shown from then on', async () => {
    const id = await t.openJob();
    const signedIn = await t.signIn('seeker');
    await signedIn.post('/api/candidates', profile);
    const seeker = visitor(t, signedIn.cookie);
    expect((await seeker.get(`/jobs/${id}`)).html).toContain(`action="/jobs/${id}/interest`);
    for (const _time of [1, 2]) {
      const sent = await seeker.post(`/jobs/${id}/interest`, {});
      expect([sent.status, sent.location]).toEqual([303, `/jobs/${id}?done=interest`]);
    }
    const after = await seeker.get(`/jobs/${id}?done=interest`);
    expect(readable(after.html)).toContain('报名成功');
    expect(readable(after.html)).toContain('等用工方回话');
    expect(after.html).not.toContain(`action="/jobs/${id}/interest`);
    expect(after.headers.get('cache-control')).toBe('no-store');
    const list = (await (await t.service().get(`/api/jobs/${id}/interests`)).json()) as { items: unknown[] };
    expect(list.items).toHaveLength(1);
    expect(readable((await seeker.get('/me')).html)).toContain('等用工方回话');
  });

  it('is refused when the posting has closed meanwhile', async () => {
    const id = await t.openJob();
    const signedIn = await t.signIn('seeker');
    await signedIn.post('/api/candidates', profile);
    await t.service().post(`/api/jobs/${id}/close`);
    const sent = await visitor(t, signedIn.cookie).post(`/jobs/${id}/interest`, {});
    expect(sent.status).toBe(409);
    expect(readable(sent.html)).toContain('当前状态下不能这样做');
  });

  it('is not for shops', async () => {
    const id = await t.openJob();
    const sent = await visitor(t, (await t.signIn('shop')).cookie).post(`/jobs/${id}/interest`, {});
    expect(sent.status).toBe(403);
  });
});
