import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobDraft, streetMetresNorth } from '../support/builders';
import { readable, type Visitor, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

/** A seeker's own pages: profile, consent, data. */
let t: TestStation;
beforeAll(async () => {
  t = await openTestStation();
});
afterAll(() => t.close());

const filled = {
  name: '李女士',
  'birth.year': '1988',
  'birth.month': '6',
  'birth.day': '5',
  from: 'station',
  mode: 'walk',
  minutes: '20',
  'h.Mo-Fr.from1': '08:20',
  'h.Mo-Fr.to1': '15:40',
  hoursMax: '20',
  occupations: ['洗碗工', '理货员'],
  certificates: ['health'],
  consent: ['matching', 'contact'],
};

async function newSeeker(): Promise<{ anna: Visitor; userId: string; phone: string }> {
  const { cookie, userId, phone } = await t.signIn('seeker');
  return { anna: visitor(t, cookie), userId, phone };
}

const stored = async (userId: string) => t.open.services.stores.candidates.ofUser(t.station.id, userId);

describe('making a profile', () => {
  it('starts at the form, and ends where the person came from', async () => {
    const { anna } = await newSeeker();
    expect((await anna.get('/me')).location).toBe('/me/profile');
    const sent = await anna.post('/me/profile?next=%2Fjobs%2Fx', filled);
    expect([sent.status, sent.location]).toEqual([303, '/jobs/x']);
  });

  it('keeps what was entered, with the phone of the account and the consent', async () => {
    const { anna, userId, phone } = await newSeeker();
    const sent = await anna.post('/me/profile', filled);
    expect(sent.location).toBe('/me?done=saved');
    const record = await stored(userId);
    expect(record).toMatchObject({
      name: '李女士',
      birthDate: '1988-06-05',
      mode: 'walk',
      minutes: 20,
      free: 'Mo-Fr 08:20-15:40',
      hoursMax: 20,
      occupations: ['洗碗工', '理货员'],
      certificates: ['health'],
      homeSealed: null,
    });
    expect(await t.open.services.vault.open('phone', record?.phoneSealed ?? new Uint8Array())).toBe(phone);
    const text = readable((await anna.get('/me')).html);
    expect(text).toContain('周一到周五 08:20–15:40');
    expect(text).toContain('让驿站用我的资料给我找活');
  });

  it('says what is wrong beside the fields and keeps everything', async () => {
    const { anna, userId } = await newSeeker();
    const { status, html } = await anna.post('/me/profile', {
      ...filled,
      name: '',
      hoursMax: '0',
      consent: [],
      minutes: '30',
    });
    expect(status).toBe(422);
    expect(html).toMatch(/value="洗碗工"[^>]*checked/);
    expect(html).toMatch(/<option value="30" selected/);
    expect(html).toMatch(/value="08:20"/);
    expect(readable(html)).toContain('需要本人同意后才能办理');
    expect(await stored(userId)).toBeNull();
    const again = await anna.post('/me/profile', { ...filled, name: ' ', hoursMax: '0' });
    expect(again.html).toMatch(/id="f-name"[^>]*aria-invalid="true"/);
    expect(again.html).toMatch(/id="f-hoursMax"[^>]*aria-invalid="true"/);
    expect(await stored(userId)).toBeNull();
  });

  it.each([
    [{ 'birth.year': '2015' }, '未满 16 周岁'],
    [{ 'birth.month': '13' }, '日期要写成'],
    [{ 'birth.day': '' }, '日期要写成'],
    [{ 'h.Mo-Fr.to1': '' }, '开始和结束的时间都要填'],
    [{ from: 'here', lat: '0', lng: '0' }, '坐标不在中国境内'],
    [{ minutes: '500' }, '不能超过 120'],
  ])('refuses %o', async (change, said) => {
    const { anna, userId } = await newSeeker();
    const { status, html } = await anna.post('/me/profile', { ...filled, ...change });
    expect(status).toBe(422);
    expect(readable(html)).toContain(said);
    expect(await stored(userId)).toBeNull();
  });

  it('keeps the present position as home, sealed, and gives it away to no page', async () => {
    const { anna, userId } = await newSeeker();
    await anna.post('/me/profile', { ...filled, from: 'here', lat: '35.19123', lng: '113.26123' });
    expect((await stored(userId))?.homeSealed).not.toBeNull();
    for (const path of ['/me', '/me/profile']) expect((await anna.get(path)).html).not.toContain('35.19123');
    await anna.post('/me/profile', { ...filled, from: 'home', name: '小李' });
    const record = await stored(userId);
    expect(record?.name).toBe('小李');
    expect(record?.homeSealed).not.toBeNull();
    await anna.post('/me/profile', filled);
    expect((await stored(userId))?.homeSealed).toBeNull();
  });
});

describe('my page', () => {
  it('shows jobs by the profile and none beyond it', async () => {
    const near = await t.openJob(jobDraft({ title: '合适的活', place: streetMetresNorth(400) }));
    await t.openJob(jobDraft({ title: '太远的活', place: streetMetresNorth(1900) }));
    const { anna } = await newSeeker();
    await anna.post('/me/profile', filled);
    for (const path of ['/me', '/me/matches']) {
      const { html } = await anna.get(path);
      expect(html).toContain(`/jobs/${near}`);
      expect(html).not.toContain('太远的活');
    }
  });

  it('is for seekers', async () => {
    expect((await visitor(t).get('/me')).location).toBe('/sign-in?next=%2Fme');
    for (const role of ['shop', 'staff'] as const) {
      const other = await visitor(t, (await t.signIn(role)).cookie).get('/me');
      expect(other.status).toBe(403);
      expect(readable(other.html)).toContain('这一页是给找活的人用的');
    }
  });
});

describe('consent', () => {
  it('is withdrawn and given again with one button each', async () => {
    const { anna, userId } = await newSeeker();
    await anna.post('/me/profile', filled);
    const id = (await stored(userId))?.id ?? '';
    const standing = async () => {
      const rows = await t.open.services.stores.candidates.consentsOf(t.station.id, { candidateId: id });
      return rows.filter((row) => row.withdrawnAt === null).map((row) => row.purpose);
    };
    await anna.post('/me/consent', { purpose: 'contact', change: 'withdraw' });
    expect(await standing()).toEqual(['matching']);
    await anna.post('/me/consent', { purpose: 'follow_up', change: 'give' });
    expect((await standing()).sort()).toEqual(['follow_up', 'matching']);
    expect((await anna.post('/me/consent', { purpose: 'everything', change: 'give' })).status).toBe(422);
  });
});

describe('my data', () => {
  it('can be taken along, in clear', async () => {
    const { anna, phone } = await newSeeker();
    await anna.post('/me/profile', filled);
    const { html, headers } = await anna.get('/me/export');
    expect(headers.get('content-disposition')).toContain('attachment');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(JSON.parse(html).profile).toMatchObject({ name: '李女士', phone });
  });

  it('tells who has read it', async () => {
    const { anna, userId } = await newSeeker();
    await anna.post('/me/profile', filled);
    await (await t.signIn('staff')).get(`/api/candidates/${(await stored(userId))?.id}`);
    const text = readable((await anna.get('/me/log')).html);
    expect(text).toContain('驿站工作人员：看了资料');
    expect(text).toContain('您自己：建立了资料');
  });

  it('is erased with the account, after a tick', async () => {
    const { anna, userId } = await newSeeker();
    await anna.post('/me/profile', filled);
    const unsure = await anna.post('/me/delete', {});
    expect(unsure.status).toBe(422);
    expect(readable(unsure.html)).toContain('请先在这里打勾');
    expect(await stored(userId)).not.toBeNull();
    const done = await anna.post('/me/delete', { sure: 'yes' });
    expect([done.status, done.location]).toEqual([303, '/?done=deleted']);
    expect(await stored(userId)).toBeNull();
    expect(await t.open.accounts.phoneOf(userId)).toBeNull();
    expect(readable((await anna.get('/?done=deleted')).html)).toContain('您的资料已经全部删除');
    expect((await anna.get('/me')).location).toBe('/sign-in?next=%2Fme');
  });
});
