import { encode } from 'uqr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { businessKey } from '../../src/businesses';
import type { JobDraftInput } from '../../src/jobs';
import type { Station } from '../../src/stations';
import { jobDraft, LICENCE, streetMetresNorth } from '../support/builders';
import { linksOf, readable, type Visitor, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

/** The desk's pages over the whole application and a real database. */
let t: TestStation;
let desk: Visitor;
beforeAll(async () => {
  t = await openTestStation();
  desk = visitor(t, (await t.signIn('staff')).cookie);
});
afterAll(() => t.close());

/** A desk in a station of its own, for what counts or lists. */
async function ownDesk(): Promise<{ station: Station; desk: Visitor }> {
  const station = await t.mintStation();
  return { station, desk: visitor(t, (await t.signIn('staff', station)).cookie, station) };
}

const PHONE = '13812345678';
const visit = (changes: Record<string, string | string[]> = {}) => ({
  name: '李桂兰',
  phone: PHONE,
  text: '想找洗碗的活',
  from: '',
  mode: 'walk',
  minutes: '15',
  'h.Mo-Fr.from1': '08:20',
  'h.Mo-Fr.to1': '15:40',
  hoursMax: '',
  occupations: '洗碗、保洁',
  purpose: ['matching'],
  channel: 'spoken',
  witness: '窗口小夏',
  ...changes,
});

const idIn = (location: string | null) => /([0-9a-f]{8}-[0-9a-f-]{27})/.exec(location ?? '')?.[1] ?? '';
const stored = async (id: string, station = t.station) =>
  (await t.open.services.stores.jobs.get(station.id, id))?.job;
/** What a person reads in the list of a visit. */
const rankedText = (html: string) =>
  readable(/<form [^>]*class="card ranked"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '');

describe('who may come in', () => {
  const paths = ['', '/referrals', '/jobs', '/jobs/new', '/candidates', '/candidates/new', '/businesses'];

  it('leads the public to the door of staff, and back again', async () => {
    const { status, location } = await visitor(t).get('/desk/jobs?lacks=place');
    expect(status).toBe(303);
    expect(location).toMatch(/^\/desk\/sign-in\?next=%2Fdesk%2Fjobs/);
  });

  it.each(['seeker', 'shop'] as const)('is closed to a %s', async (role) => {
    const { cookie } = await t.signIn(role);
    const anna = visitor(t, cookie);
    for (const path of paths) expect((await anna.get(`/desk${path}`)).status).toBe(403);
    for (const path of ['/walk-ins', '/candidates', '/jobs']) {
      expect((await anna.post(`/desk${path}`, visit())).status).toBe(403);
    }
  });

  it('is open to staff and admins', async () => {
    const admin = visitor(t, (await t.signIn('admin')).cookie);
    for (const path of paths) {
      expect((await desk.get(`/desk${path}`)).status).toBe(200);
      expect((await admin.get(`/desk${path}`)).status).toBe(200);
    }
  });

  it("does not know another station's people and postings", async () => {
    const { station, desk: other } = await ownDesk();
    const walkIn = idIn((await other.post('/desk/walk-ins', visit())).location);
    const job = await t.openJob({}, station);
    for (const path of [`walk-ins/${walkIn}`, `walk-ins/${walkIn}/slip`, `jobs/${job}`]) {
      expect((await desk.get(`/desk/${path}`)).status).toBe(404);
      expect((await other.get(`/desk/${path}`)).status).toBe(200);
    }
    expect((await desk.post(`/desk/walk-ins/${walkIn}/shortlist`, { job: [job] })).status).toBe(404);
  });
});

describe('from the desk to a hire', () => {
  it('says which change of their hours opens more', async () => {
    const { station, desk: own } = await ownDesk();
    await t.openJob(
      jobDraft({
        title: '早班',
        place: streetMetresNorth(300),
        schedule: {
          kind: 'shifts',
          commitment: 'all',
          shifts: [{ days: 'Mo-Fr', start: '08:50', end: '10:00' }],
        },
      }),
      station,
    );
    const made = await t.service(station).post('/api/walk-ins', {
      free: 'Mo-Fr 08:50-10:30',
      consent: { purpose: 'matching', channel: 'paper' },
    });
    const { walkIn } = (await made.json()) as { walkIn: { id: string } };
    expect(readable((await own.get(`/desk/walk-ins/${walkIn.id}`)).html)).toMatch(
      /差什么： 早 20 分钟有空，多 1 个/,
    );
  });

  it('takes down, lists, saves, prints, refers, and fills the posting', async () => {
    const { station, desk: own } = await ownDesk();
    const job = (title: string, metres: number, changes: Partial<JobDraftInput> = {}) =>
      t.openJob(
        jobDraft({ title, place: { address: `${title}的地址`, ...streetMetresNorth(metres) }, ...changes }),
        station,
      );
    const near = await job('食堂洗碗', 300, { headcount: 1 });
    const far = await job('面馆洗碗', 900);
    await job('夜班洗碗', 400, {
      schedule: {
        kind: 'shifts',
        commitment: 'all',
        shifts: [{ days: 'Mo-Fr', start: '22:00', end: '23:00' }],
      },
    });

    const taken = await own.post('/desk/walk-ins', visit());
    const id = idIn(taken.location);
    expect([taken.status, taken.location]).toEqual([303, `/desk/walk-ins/${id}`]);
    const shown = await own.get(`/desk/walk-ins/${id}`);
    expect(readable(shown.html)).toMatch(/听懂的 洗碗工/);
    const list = rankedText(shown.html);
    expect(list.indexOf('食堂洗碗')).toBeGreaterThan(0);
    expect(list.indexOf('面馆洗碗')).toBeGreaterThan(list.indexOf('食堂洗碗'));
    expect(list).not.toContain('夜班洗碗');
    expect(list).toContain('步行 3.8 分钟');
    expect(list).toContain('时间全合适');
    expect(linksOf(shown.html, '不限时间多 1 个')).toEqual([`/desk/walk-ins/${id}?time=any`]);

    const saved = await own.post(`/desk/walk-ins/${id}/shortlist`, { job: [far, near] });
    expect(saved.location).toBe(`/desk/walk-ins/${id}/slip`);
    const slip = await own.get(`/desk/walk-ins/${id}/slip`);
    const text = readable(slip.html);
    expect(text).toContain('测试驿站');
    expect(text).toContain('李＊＊');
    expect(text).not.toContain('桂兰');
    expect(text.indexOf('面馆洗碗')).toBeLessThan(text.indexOf('食堂洗碗'));
    expect(text).toContain('步行约 12 分钟');
    expect(text).toContain('周一到周五 09:00–13:00');
    expect(text).toContain('每小时 25 元');
    expect(text).toContain('找活不花钱');
    for (const jobId of [near, far]) {
      const link = `http://station.test/jobs/${jobId}?station=${station.slug}`;
      expect(slip.html).toContain(`data-link="${link}"`);
      expect(slip.html).toContain(qrPath(link));
      expect((await visitor(t, '', station).get(`/jobs/${jobId}`)).status).toBe(200);
    }

    const sent = await own.post(`/desk/walk-ins/${id}/refer`, { refer: near });
    expect(sent.location).toBe(`/desk/walk-ins/${id}?done=referred`);
    const referrals = await own.get('/desk/referrals');
    expect(readable(referrals.html)).toMatch(/李桂兰 .* 食堂洗碗 .* 已推荐 联系了 面试 上岗 不合适 没去/);
    const events = eventsPath(referrals.html);
    for (const kind of ['contacted', 'interview', 'hired']) {
      expect((await own.post(events, { kind, back: 'list' })).location).toBe('/desk/referrals?done=event');
    }
    expect((await stored(near, station))?.status).toBe('filled');
    expect(readable((await own.get('/desk/referrals')).html)).toMatch(/上岗 没去 做完了 回访/);
    expect(readable((await own.get(`/desk/walk-ins/${id}/slip`)).html)).toContain('现在不招了');
    expect(rankedText((await own.get(`/desk/walk-ins/${id}`)).html)).toMatch(
      /合适的活（0 个）.*名单里的其他岗位 面馆洗碗 .*食堂洗碗 .*已招满/,
    );
  });

  it('tells the business that its posting is filled', async () => {
    const { station, desk: own } = await ownDesk();
    const job = await t.openJob({ title: '只招一个', headcount: 1 }, station);
    const id = idIn((await own.post('/desk/walk-ins', visit())).location);
    await own.post(`/desk/walk-ins/${id}/refer`, { refer: job });
    await own.post(eventsPath((await own.get('/desk/referrals')).html), { kind: 'hired' });
    const { businessId } = (await stored(job, station)) ?? { businessId: '' };
    const notices = await t.open.services.stores.businesses.notices(station.id, [businessId], 10);
    expect(notices).toMatchObject([{ code: 'filled', entityId: job, values: { title: '只招一个' } }]);
  });

  it('refers nobody twice to the same posting, and offers it no more', async () => {
    const { station, desk: own } = await ownDesk();
    const job = await t.openJob({}, station);
    const id = idIn((await own.post('/desk/walk-ins', visit())).location);
    await own.post(`/desk/walk-ins/${id}/refer`, { refer: job });
    expect((await own.get(`/desk/walk-ins/${id}`)).html).not.toContain('name="refer"');
    expect((await own.post(`/desk/walk-ins/${id}/refer`, { refer: job })).status).toBe(409);
  });

  it('refuses an event that cannot follow', async () => {
    const { station, desk: own } = await ownDesk();
    await t.openJob({}, station);
    const job = await t.openJob({}, station);
    const id = idIn((await own.post('/desk/walk-ins', visit())).location);
    await own.post(`/desk/walk-ins/${id}/refer`, { refer: job });
    const events = eventsPath((await own.get('/desk/referrals')).html);
    expect((await own.post(events, { kind: 'finished' })).status).toBe(409);
    expect((await own.post(events, { kind: 'fired' })).status).toBe(422);
  });

  it('asks to tick something before it saves', async () => {
    const id = idIn((await desk.post('/desk/walk-ins', visit())).location);
    const { location } = await desk.post(`/desk/walk-ins/${id}/shortlist`, {});
    expect(location).toBe(`/desk/walk-ins/${id}?done=none`);
    expect(readable((await desk.get(location ?? '')).html)).toContain('一个也没勾');
  });
});

describe('the intake', () => {
  it('comes back with what was typed and every mistake beside its field', async () => {
    const { status, html } = await desk.post('/desk/walk-ins', {
      ...visit({
        phone: '123',
        occupations: '洗碗、降龙十八掌',
        'h.Sa.from1': '09:00',
        lat: '10',
        lng: '10',
        witness: '',
      }),
      purpose: [],
    });
    expect(status).toBe(422);
    for (const name of ['phone', 'occupations', 'witness']) {
      expect(html).toMatch(new RegExp(`id="f-${name}"[^>]*aria-invalid="true"`));
    }
    const text = readable(html);
    expect(text).toContain('没有“降龙十八掌”这个工种');
    expect(text).toContain('需要本人同意后才能办理');
    expect(text).toContain('口头同意需要写明见证人');
    for (const value of ['李桂兰', '123', '洗碗、降龙十八掌', '08:20', '15:40', '09:00']) {
      expect(html).toContain(`value="${value}"`);
    }
    expect(html).toContain('想找洗碗的活</textarea>');
  });

  it('refuses a start abroad beside its field', async () => {
    const { status, html } = await desk.post('/desk/walk-ins', visit({ lat: '10', lng: '10' }));
    expect(status).toBe(422);
    expect(html).toContain('id="f-lat-error"');
  });

  it('starts at a place of the gazetteer', async () => {
    const place = t.open.services.lexicon.places.find(({ kind }) => kind === 'landmark');
    const { location } = await desk.post('/desk/walk-ins', visit({ from: place?.name ?? '' }));
    expect(readable((await desk.get(location ?? '')).html)).toContain(`从哪儿出发 ${place?.name}`);
    const slip = await t.service().get(`/api/walk-ins`);
    const { items } = (await slip.json()) as { items: { id: string; origin: unknown }[] };
    expect(items.find(({ id }) => id === idIn(location))?.origin).toEqual({
      lat: place?.lat,
      lng: place?.lng,
    });
  });

  it('is written anew without losing phone or consent', async () => {
    const id = idIn((await desk.post('/desk/walk-ins', visit())).location);
    const form = await desk.get(`/desk/walk-ins/${id}?edit=1`);
    expect(form.html).toContain('value="08:20"');
    expect(form.html).not.toContain(PHONE);
    const sent = await desk.post(
      `/desk/walk-ins/${id}`,
      visit({ phone: '', minutes: '30', 'h.Sa.from1': '09:00', 'h.Sa.to1': '12:00' }),
    );
    expect(sent.location).toBe(`/desk/walk-ins/${id}?done=revised`);
    const text = readable((await desk.get(`/desk/walk-ins/${id}`)).html);
    expect(text).toContain('步行，最多 30 分钟');
    expect(text).toContain('周六 09:00–12:00');
    expect(text).toContain('138******78');
  });

  it('offers an earlier visit of the same phone for merging, with its list', async () => {
    const { station, desk: own } = await ownDesk();
    const job = await t.openJob({ title: '先前看好的' }, station);
    const first = idIn((await own.post('/desk/walk-ins', visit({ name: '小李' }))).location);
    await own.post(`/desk/walk-ins/${first}/shortlist`, { job: [job] });
    const second = idIn((await own.post('/desk/walk-ins', visit())).location);
    const { html } = await own.get(`/desk/walk-ins/${second}`);
    expect(html).toContain(`name="from" value="${first}"`);
    expect((await own.post(`/desk/walk-ins/${second}/merge`, { from: first })).location).toBe(
      `/desk/walk-ins/${second}?done=merged_visit`,
    );
    expect(readable((await own.get(`/desk/walk-ins/${second}/slip`)).html)).toContain('先前看好的');
    expect(readable((await own.get('/desk')).html)).not.toContain('小李');
  });
});

describe('the first page', () => {
  it('shows who waits before who is served, and only of today', async () => {
    const { station, desk: own } = await ownDesk();
    const job = await t.openJob({}, station);
    const served = idIn((await own.post('/desk/walk-ins', visit({ name: '先来的', phone: '' }))).location);
    await own.post(`/desk/walk-ins/${served}/shortlist`, { job: [job] });
    await own.post('/desk/walk-ins', visit({ name: '后来的', phone: '' }));
    expect(readable((await own.get('/desk')).html)).toMatch(/后来的 .*等着 .*先来的 .*办好了/);
    const tomorrow = await openTestStation();
    try {
      const later = visitor(tomorrow, (await tomorrow.signIn('staff')).cookie);
      await later.post('/desk/walk-ins', visit({ name: '昨天的' }));
      tomorrow.clock.advance(30 * 3_600_000);
      const again = visitor(tomorrow, (await tomorrow.signIn('staff')).cookie);
      expect(readable((await again.get('/desk')).html)).not.toContain('昨天的');
    } finally {
      await tomorrow.close();
    }
  });

  it('finds people by name or phone, postings and businesses', async () => {
    const { station, desk: own } = await ownDesk();
    const job = await t.openJob({ title: '糖葫芦串签', business: { name: '糖人张', kind: 'shop' } }, station);
    const walkIn = idIn((await own.post('/desk/walk-ins', visit({ name: '糖阿姨' }))).location);
    const person = idIn((await own.post('/desk/candidates', visit({ name: '糖大爷' }))).location);
    const { html } = await own.get(`/desk?q=${encodeURIComponent('糖')}`);
    expect(linksOf(html, '糖阿姨')).toContain(`/desk/walk-ins/${walkIn}`);
    expect(linksOf(html, '糖大爷')).toEqual([`/desk/candidates/${person}`]);
    expect(linksOf(html, '糖葫芦串签')).toEqual([`/desk/jobs/${job}`]);
    expect(linksOf(html, '糖人张')).toHaveLength(1);
    const byPhone = await own.get(`/desk?q=138-1234-5678`);
    expect(linksOf(byPhone.html, '糖阿姨')).toContain(`/desk/walk-ins/${walkIn}`);
    expect(linksOf(byPhone.html, '糖大爷')).toEqual([`/desk/candidates/${person}`]);
    expect(readable((await own.get('/desk?q=%25')).html)).toContain('什么也没查到');
  });

  it('says how many postings wait for review', async () => {
    const { station, desk: own } = await ownDesk();
    const shop = await t.signIn('shop', station);
    const made = (await (
      await shop.post('/api/jobs', jobDraft({ title: '等审核的', business: { name: '新店', kind: 'shop' } }))
    ).json()) as { id: string };
    await shop.post(`/api/jobs/${made.id}/publish`);
    expect(linksOf((await own.get('/desk')).html, '待审核 1')).toEqual(['/desk/review']);
    const queue = await own.get('/desk/review');
    expect(linksOf(queue.html, '等审核的')).toEqual([`/desk/jobs/${made.id}`]);
    expect((await own.post(`/desk/jobs/${made.id}/publish`, {})).location).toMatch(/done=published$/);
    expect((await stored(made.id, station))?.status).toBe('open');
  });
});

describe('imported drafts', () => {
  it('are found by what they lack, completed, opened, and found by the search', async () => {
    const { station, desk: own } = await ownDesk();
    const line = {
      externalId: 'x-1',
      title: '仓库打包',
      business: { name: '某仓库', kind: 'company' },
      pay: { amount: 25, unit: 'hour', settlement: 'weekly' },
      place: { address: '文苑路' },
    };
    const report = await t.service(station).request('POST', '/api/import/jobs', `${JSON.stringify(line)}\n`, {
      'content-type': 'application/x-ndjson',
    });
    expect(await report.text()).toContain('"result":"created"');
    const list = await own.get('/desk/jobs?status=draft&lacks=place');
    const [path = ''] = linksOf(list.html, '仓库打包');
    const id = idIn(path);
    expect(readable(list.html)).toContain('缺：地点 缺：时间');
    expect(linksOf((await own.get('/desk/jobs?lacks=schedule')).html, '仓库打包')).toEqual([path]);

    expect((await own.post(`${path}/publish`, {})).location).toBe(`${path}/edit?open=1`);
    const form = await own.get(`${path}/edit?open=1`);
    expect(form.html).toMatch(/id="f-address"[^>]*aria-invalid="true"/);
    const done = await own.post(path, {
      title: '仓库打包',
      address: '文苑路8号',
      lat: '35.1905',
      lng: '113.263',
      datum: 'wgs84',
      precision: 'door',
      'pay.amount': '25',
      'pay.unit': 'hour',
      'pay.settlement': 'weekly',
      kind: 'all',
      days0: ['Sa', 'Su'],
      from0: '08:00',
      to0: '12:00',
      rows: '2',
      headcount: '3',
      engagement: 'part_time',
      validDays: '30',
      action: 'publish',
    });
    expect(done.location).toBe(`${path}?done=published`);
    expect(await stored(id, station)).toMatchObject({ status: 'open', externalId: 'x-1', headcount: 3 });
    const answer = await t.client({}, station).get('/api/jobs');
    expect(
      ((await answer.json()) as { items: { job: { id: string } }[] }).items.map(({ job }) => job.id),
    ).toEqual([id]);
  });

  it('stay without a place until somebody places the pin', async () => {
    const { station, desk: own } = await ownDesk();
    const made = await t.service(station).post('/api/jobs', { title: '没地点', business: { name: '某店' } });
    const { id } = (await made.json()) as { id: string };
    await own.post(`/desk/jobs/${id}`, {
      title: '没地点',
      address: '某条街',
      rows: '2',
      headcount: '1',
      validDays: '30',
      action: 'save',
    });
    expect(await stored(id, station)).toMatchObject({ address: '某条街', place: null, status: 'draft' });
  });

  it('can be blocked by staff', async () => {
    const id = await t.openJob({ title: '不该有的' });
    const { html } = await desk.get(`/desk/jobs/${id}`);
    expect(html).toContain(`/desk/jobs/${id}/block`);
    await desk.post(`/desk/jobs/${id}/block`, {});
    expect((await stored(id))?.status).toBe('blocked');
  });

  it('are listed page by page without loss', async () => {
    const { station, desk: own } = await ownDesk();
    for (let i = 0; i < 52; i++) {
      await t.service(station).post('/api/jobs', { title: `第${i}条`, business: { name: '某店' } });
    }
    const first = await own.get('/desk/jobs');
    const [next = ''] = linksOf(first.html, '更早的');
    const second = await own.get(next);
    const titles = [first, second].flatMap(({ html }) => [...html.matchAll(/>(第\d+条)</g)].map((m) => m[1]));
    expect(new Set(titles).size).toBe(52);
    expect(linksOf(second.html, '更早的')).toEqual([]);
  });
});

describe('profiles kept by staff', () => {
  it('are made with consent, changed, matched and referred', async () => {
    const { station, desk: own } = await ownDesk();
    const job = await t.openJob({ title: '早市理货' }, station);
    const made = await own.post('/desk/candidates', {
      ...visit({ birthDate: '1965-03-02', certificates: ['health'] }),
      otherCertificates: '面点证',
    });
    const path = (made.location ?? '').split('?')[0] ?? '';
    expect(made.location).toBe(`${path}?done=created`);
    const shown = await own.get(path);
    const text = readable(shown.html);
    expect(text).toContain('健康证、面点证');
    expect(text).toMatch(/介绍活 · 口头说的 · .*见证：窗口小夏/);
    expect(shown.html).not.toContain(PHONE);
    expect(linksOf(shown.html, '早市理货')).toEqual([`/desk/jobs/${job}`]);

    const edit = await own.get(`${path}/edit`);
    expect(edit.html).not.toContain(PHONE);
    await own.post(path, {
      ...visit({ phone: '', minutes: '20', purpose: ['contact'] }),
      certificates: ['health'],
    });
    const changed = await own.get(path);
    expect(readable(changed.html)).toContain('步行，最多 20 分钟');
    expect(changed.html).toContain(PHONE);

    expect((await own.post(`${path}/refer`, { refer: job })).location).toBe(`${path}?done=referred`);
    expect(readable((await own.get(path)).html)).toMatch(/推荐过的 李桂兰 .* 早市理货/);
  });

  it('are refused without consent and under sixteen, with what was typed', async () => {
    const { status, html } = await desk.post('/desk/candidates', {
      ...visit({ birthDate: '2015-01-01' }),
      purpose: [],
    });
    expect(status).toBe(422);
    expect(readable(html)).toContain('需要本人同意后才能办理');
    expect(html).toContain('value="2015-01-01"');
    const young = await desk.post('/desk/candidates', visit({ birthDate: '2015-01-01' }));
    expect(readable(young.html)).toContain('未满 16 周岁');
  });
});

describe('businesses', () => {
  it('are verified for six months, which their open postings show at once', async () => {
    const { station, desk: own } = await ownDesk();
    const job = await t.openJob({ business: { name: '待核验的店', kind: 'shop' } }, station);
    expect(readable((await own.get('/desk/businesses')).html)).toContain('没有核验过');
    const id = /businesses\/([0-9a-f-]+)\/verify/.exec((await own.get('/desk/businesses')).html)?.[1];
    const done = await own.post(`/desk/businesses/${id}/verify`, { licence: LICENCE });
    expect(done.location).toContain('done=verified');
    expect(readable((await own.get('/desk/businesses')).html)).toContain('已核验，到 2026年11月30日');
    const answer = await t.client({}, station).get(`/api/jobs/${job}`);
    expect(await answer.json()).toMatchObject({ business: { verified: true } });
  });

  it('are linked to the phone of a shopkeeper, who then sees their postings', async () => {
    const { businesses } = t.open.services.stores;
    const made = await businesses.ensure(t.station.id, [
      { id: t.open.services.ids.next(), name: '要连的店', kind: 'shop' },
    ]);
    const id = made.get(businessKey('要连的店', 'shop'))?.id;
    const wrong = await desk.post(`/desk/businesses/${id}/members?q=${encodeURIComponent('要连')}`, {
      phone: '12',
      name: '',
    });
    expect(wrong.status).toBe(422);
    expect(readable(wrong.html)).toContain('手机号码不对');
    const { cookie, phone } = await t.signIn('shop');
    expect((await desk.post(`/desk/businesses/${id}/members`, { phone, name: '老板' })).status).toBe(303);
    expect(readable((await visitor(t, cookie).get('/shop')).html)).toContain('要连的店');
  });
});

describe('what no page may do', () => {
  it('show a phone without consent to contact, or run what was typed', async () => {
    const { station, desk: own } = await ownDesk();
    const evil = '<img src=x onerror=alert(1)>"\'';
    const job = await t.openJob(
      { title: evil, description: evil, business: { name: evil, kind: 'shop' } },
      station,
    );
    const id = idIn(
      (await own.post('/desk/walk-ins', visit({ name: evil, text: evil, witness: evil }))).location,
    );
    await own.post(`/desk/walk-ins/${id}/refer`, { refer: job });
    await own.post(`/desk/walk-ins/${id}/shortlist`, { job: [job] });
    const person = idIn((await own.post('/desk/candidates', visit({ name: evil, witness: evil }))).location);
    const refused = await own.post('/desk/walk-ins', {
      ...visit({ name: evil, text: evil, occupations: evil }),
      purpose: [],
    });
    expect(refused.status).toBe(422);
    const paths = [
      '',
      `?q=${encodeURIComponent(evil)}`,
      '/referrals',
      '/jobs',
      `/jobs/${job}`,
      `/jobs/${job}/edit`,
      '/candidates',
      `/candidates/${person}`,
      `/candidates/${person}/edit`,
      '/businesses',
      `/walk-ins/${id}`,
      `/walk-ins/${id}?edit=1`,
      `/walk-ins/${id}/slip`,
    ];
    const pages = await Promise.all(paths.map(async (path) => (await own.get(`/desk${path}`)).html));
    for (const [i, html] of [...pages, refused.html].entries()) {
      expect(html, paths[i]).not.toContain('<img');
      expect(html, paths[i]).not.toMatch(/ style="| onclick=|<script>/);
      if (i < pages.length) expect(html, paths[i]).not.toContain(PHONE);
    }
  });

  it('take a form without the token of the session', async () => {
    const id = idIn((await desk.post('/desk/walk-ins', visit())).location);
    for (const path of [
      '/walk-ins',
      `/walk-ins/${id}`,
      `/walk-ins/${id}/shortlist`,
      `/walk-ins/${id}/refer`,
      '/candidates',
    ]) {
      expect((await desk.post(`/desk${path}`, visit(), { csrf: null })).status).toBe(403);
    }
  });

  it('break on ids that are none', async () => {
    for (const path of ['walk-ins/x', 'walk-ins/x/slip', 'candidates/x', 'jobs/x', 'candidates/x/edit']) {
      expect((await desk.get(`/desk/${path}`)).status).toBe(404);
    }
    const id = idIn((await desk.post('/desk/walk-ins', visit())).location);
    expect((await desk.post(`/desk/walk-ins/${id}/refer`, { refer: "' or 1=1" })).status).toBe(404);
    expect((await desk.post('/desk/referrals/x/events', { kind: 'hired' })).status).toBe(404);
  });
});

/** Where the first row of a list of referrals sends its events. */
function eventsPath(html: string): string {
  return /action="(\/desk\/referrals\/[^"?]+\/events)/.exec(html)?.[1] ?? '';
}

/** The drawing of a QR code that holds this text, module by module. */
function qrPath(text: string): string {
  const { data } = encode(text, { ecc: 'M', border: 4 });
  return data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
}
