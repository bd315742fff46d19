import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { businessKey } from '../../src/businesses';
import { jobDraft } from '../support/builders';
import { fieldsIn, linksOf, readable, type Visitor, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

/** The shopkeeper's pages over the whole application and a real database. */
let t: TestStation;
beforeAll(async () => {
  t = await openTestStation();
});
afterAll(() => t.close());

/** One address is sent twenty codes an hour at most. */
let sent = 0;
function signIn(role: 'shop' | 'seeker') {
  if (++sent % 19 === 0) t.clock.advance(61 * 60_000);
  return t.signIn(role);
}

let shopNumber = 0;
/** A shopkeeper whose business is verified, so that what they publish is public at once. */
async function shopkeeper(verified = true) {
  const { cookie, userId } = await signIn('shop');
  const name = `试营业小店${shopNumber++}`;
  const { businesses } = t.open.services.stores;
  const made = await businesses.ensure(t.station.id, [
    { id: t.open.services.ids.next(), name, kind: 'shop' },
  ]);
  const id = made.get(businessKey(name, 'shop'))?.id ?? '';
  await businesses.addMember(t.station.id, id, userId);
  if (verified) await businesses.setVerified(t.station.id, id, t.clock.now() + 86_400_000);
  return { anna: visitor(t, cookie), businessId: id, business: name };
}

const filled = (businessId: string, changes: Record<string, string | string[]> = {}) => ({
  title: '晚市洗碗',
  businessId,
  'pay.amount': '25',
  'pay.unit': 'hour',
  'pay.settlement': 'daily',
  kind: 'all',
  rows: '2',
  days0: ['Mo', 'Tu', 'We', 'Th', 'Fr'],
  from0: '18:00',
  to0: '21:00',
  address: '滨溪路12号',
  lat: '35.1905',
  lng: '113.263',
  datum: 'wgs84',
  precision: 'door',
  headcount: '2',
  validDays: '14',
  benefits: ['meals'],
  engagement: 'part_time',
  minBlockMinutes: '60',
  description: '',
  ...changes,
});

const jobOf = (location: string | null) => /\/jobs\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? '';
const stored = async (id: string) => (await t.open.services.stores.jobs.get(t.station.id, id))?.job;
const found = async (id: string) => {
  const answer = await t.client().get('/api/jobs?minutes=60&limit=100');
  const { items } = (await answer.json()) as { items: { job: { id: string } }[] };
  return items.some(({ job }) => job.id === id);
};

describe('who may come in', () => {
  it('leads the public to the door, and back again', async () => {
    const { status, location } = await visitor(t).get('/shop');
    expect([status, location]).toEqual([303, '/sign-in?next=%2Fshop']);
  });

  it.each(['seeker', 'staff'] as const)('tells a %s that this is not their place', async (role) => {
    const { cookie } = await t.signIn(role);
    for (const path of ['/shop', '/shop/jobs/new']) {
      expect((await visitor(t, cookie).get(path)).status).toBe(403);
    }
  });
});

describe('from writing to closing', () => {
  it('posts, is found, is edited, renewed and closed, and is gone', async () => {
    const { anna, businessId } = await shopkeeper();
    const sent = await anna.post('/shop/jobs', { ...filled(businessId), action: 'publish' });
    const id = jobOf(sent.location);
    expect([sent.status, sent.location]).toEqual([303, `/shop/jobs/${id}?done=published`]);
    expect(await stored(id)).toMatchObject({
      title: '晚市洗碗',
      status: 'open',
      address: '滨溪路12号',
      place: { lat: 35.1905, lng: 113.263, precision: 'door' },
      pay: { amountFen: 2500, unit: 'hour', settlement: 'daily' },
      schedule: {
        kind: 'shifts',
        atLeast: null,
        rules: [{ days: 'Mo-Fr', startMinute: 1080, endMinute: 1260 }],
      },
      headcount: 2,
      benefits: ['meals'],
      validThrough: '2026-06-15',
    });
    expect(await found(id)).toBe(true);

    const edited = await anna.post(`/shop/jobs/${id}`, {
      ...filled(businessId, { 'pay.amount': '26', validDays: '' }),
      action: 'save',
    });
    expect(edited.location).toBe(`/shop/jobs/${id}?done=saved`);
    expect(await stored(id)).toMatchObject({ pay: { amountFen: 2600 }, validThrough: '2026-06-15' });

    await anna.post(`/shop/jobs/${id}/renew`, { days: '30' });
    expect((await stored(id))?.validThrough).toBe('2026-07-01');

    const closed = await anna.post(`/shop/jobs/${id}/close`, {});
    expect(closed.location).toBe(`/shop/jobs/${id}?done=closed`);
    expect((await stored(id))?.status).toBe('closed');
    expect(await found(id)).toBe(false);
  });

  it('tells an unverified shop before and after that its change is looked at first', async () => {
    const { anna, businessId } = await shopkeeper(false);
    const clerk = visitor(t, (await t.signIn('staff')).cookie);
    const sent = await anna.post('/shop/jobs', { ...filled(businessId), action: 'publish' });
    const id = jobOf(sent.location);
    expect(sent.location).toContain('done=submitted');
    const before = readable((await anna.get(`/shop/jobs/${id}/edit`)).html);
    expect(before).not.toContain('改过的岗位存好以后先由驿站看一眼');
    await clerk.post(`/desk/jobs/${id}/publish`, {});
    expect(await found(id)).toBe(true);

    expect(readable((await anna.get(`/shop/jobs/${id}/edit`)).html)).toContain(
      '改过的岗位存好以后先由驿站看一眼，看过再公开，这之前别人看不见',
    );
    // Staff change what is open without any such word.
    expect(readable((await clerk.get(`/desk/jobs/${id}/edit`)).html)).not.toContain('先由驿站看一眼');
    const fields = filled(businessId, { validDays: '' });
    const same = await anna.post(`/shop/jobs/${id}`, { ...fields, action: 'save' });
    expect([same.location, await found(id)]).toEqual([`/shop/jobs/${id}?done=saved`, true]);

    const edited = await anna.post(`/shop/jobs/${id}`, { ...fields, 'pay.amount': '27', action: 'save' });
    expect(edited.location).toBe(`/shop/jobs/${id}?done=reviewed_again`);
    const after = readable((await anna.get(edited.location ?? '')).html);
    expect(after).toContain('改好了，已交给驿站，看过就公开；这之前别人看不见');
    expect(after).not.toContain('可以发布');
    const looked = (await clerk.get(`/desk/jobs/${id}`)).html;
    expect(readable(looked)).toContain('可以发布');
    // What the shop changes while staff read is not opened unread.
    const version = /name="version" value="(\d+)"/.exec(looked)?.[1] ?? '';
    await anna.post(`/shop/jobs/${id}`, { ...fields, 'pay.amount': '28', action: 'save' });
    const late = await clerk.post(`/desk/jobs/${id}/publish`, { version });
    expect(late.location).toBe(`/desk/jobs/${id}?done=changed_meanwhile`);
    expect(readable((await clerk.get(late.location ?? '')).html)).toContain('请再看一遍');
    expect((await stored(id))?.status).toBe('review');
    expect(await found(id)).toBe(false);
    expect((await visitor(t).get(`/jobs/${id}`)).status).toBe(404);
    expect(readable((await clerk.get('/desk/jobs?status=review')).html)).toContain('晚市洗碗');

    await clerk.post(`/desk/jobs/${id}/publish`, {});
    expect(readable((await anna.get(`/shop/jobs/${id}`)).html)).toContain('续期以后先由驿站看一眼');
    const renewed = await anna.post(`/shop/jobs/${id}/renew`, { days: '30' });
    expect(renewed.location).toBe(`/shop/jobs/${id}?done=renewal_reviewed`);
    expect(readable((await anna.get(renewed.location ?? '')).html)).toContain('看过就续上');
    expect(await stored(id)).toMatchObject({ status: 'review', validThrough: '2026-07-01' });
  });

  it('shows in the form of editing exactly what was stored', async () => {
    const { anna, businessId } = await shopkeeper();
    const sent = await anna.post('/shop/jobs', {
      ...filled(businessId, { days1: ['Sa'], from1: '22:00', to1: '06:00', certificates: ['health'] }),
      otherCertificates: '面点证',
      note: '能搬二十斤',
      action: 'save',
    });
    const id = jobOf(sent.location);
    const before = await stored(id);
    const { html } = await anna.get(`/shop/jobs/${id}/edit`);
    await anna.post(`/shop/jobs/${id}`, { ...fieldsIn('job-form', html), action: 'save' });
    const after = await stored(id);
    expect(after).toEqual({ ...before, version: (before?.version ?? 0) + 1 });
    expect(after?.requirements).toEqual({ certificates: ['health', '面点证'], note: '能搬二十斤' });
  });

  it('hands a posting of an unverified business to staff', async () => {
    const { anna, businessId } = await shopkeeper(false);
    const sent = await anna.post('/shop/jobs', { ...filled(businessId), action: 'publish' });
    expect(sent.location).toMatch(/done=submitted$/);
    expect((await stored(jobOf(sent.location)))?.status).toBe('review');
  });

  it('makes the business of a shop that has none yet', async () => {
    const { cookie } = await signIn('shop');
    const anna = visitor(t, cookie);
    expect(readable((await anna.get('/shop')).html)).toContain('还没有连到哪家店');
    const fields = filled('new', { 'business.name': '新来的包子铺', 'business.kind': 'shop' });
    const sent = await anna.post('/shop/jobs', { ...fields, action: 'save' });
    expect(sent.location).toMatch(/done=saved$/);
    expect(readable((await anna.get('/shop')).html)).toContain('新来的包子铺 · 未核验');
  });

  it('closes the double of a posting that was written twice', async () => {
    const { anna, businessId } = await shopkeeper();
    const one = jobOf((await anna.post('/shop/jobs', { ...filled(businessId), action: 'save' })).location);
    const two = jobOf((await anna.post('/shop/jobs', { ...filled(businessId), action: 'save' })).location);
    const { html } = await anna.get(`/shop/jobs/${one}`);
    expect(html).toContain(`action="/shop/jobs/${two}/merge`);
    const merged = await anna.post(`/shop/jobs/${two}/merge`, { into: one });
    expect(merged.location).toBe(`/shop/jobs/${one}?done=merged`);
    expect([(await stored(one))?.status, (await stored(two))?.status]).toEqual(['draft', 'closed']);
  });
});

describe('the three kinds of hours', () => {
  it('takes any k of the shifts', async () => {
    const { anna, businessId } = await shopkeeper();
    const fields = filled(businessId, { kind: 'some', atLeast: '2' });
    const { location } = await anna.post('/shop/jobs', { ...fields, action: 'save' });
    expect((await stored(jobOf(location)))?.schedule).toMatchObject({ kind: 'shifts', atLeast: 2 });
  });

  it('takes hours a week inside windows, every day when no day is ticked', async () => {
    const { anna, businessId } = await shopkeeper();
    const fields = {
      ...filled(businessId),
      days0: [],
      kind: 'window',
      hoursPerWeek: '12',
      from0: '00:00',
      to0: '00:00',
    };
    const { location } = await anna.post('/shop/jobs', { ...fields, action: 'save' });
    expect((await stored(jobOf(location)))?.schedule).toMatchObject({
      kind: 'window',
      hoursPerWeek: 12,
      minBlockMinutes: 60,
      rules: [{ days: 'Mo-Su', startMinute: 0, endMinute: 1440 }],
    });
  });

  it('takes a shift of a single date', async () => {
    const { anna, businessId } = await shopkeeper();
    const fields = { ...filled(businessId), days0: [], date0: '2026-06-06' };
    const { location } = await anna.post('/shop/jobs', { ...fields, action: 'publish' });
    expect((await stored(jobOf(location)))?.schedule?.rules).toMatchObject([
      { days: null, date: '2026-06-06' },
    ]);
  });
});

describe('where the work is', () => {
  let anna: Visitor;
  let businessId: string;
  beforeEach(async () => {
    ({ anna, businessId } = await shopkeeper());
  });
  const send = async (changes: Record<string, string>) => {
    const { location } = await anna.post('/shop/jobs', { ...filled(businessId, changes), action: 'publish' });
    return jobOf(location);
  };

  it('opens without a pin as 位置待核实, off the circle, and says so', async () => {
    const id = await send({ lat: '', lng: '' });
    expect(await stored(id)).toMatchObject({ status: 'open', place: { precision: 'street' } });
    expect(readable((await anna.get(`/shop/jobs/${id}`)).html)).toContain('位置待核实');
    expect(await found(id)).toBe(false);
  });

  it('knows no more than the area when there is not even an address', async () => {
    expect((await stored(await send({ lat: '', lng: '', address: '' })))?.place?.precision).toBe('area');
  });

  it('takes a pair of coordinates pasted whole, whichever comes first, and their datum', async () => {
    const plain = await stored(await send({ lat: '113.263,35.1905', lng: '' }));
    expect(plain?.place).toMatchObject({ lat: 35.1905, lng: 113.263 });
    const shifted = await stored(await send({ lat: '35.1905 113.263', lng: '', datum: 'gcj02' }));
    expect(shifted?.place?.lng).not.toBeCloseTo(113.263, 3);
  });

  it('keeps the pin when only words are changed', async () => {
    const id = await send({});
    await anna.post(`/shop/jobs/${id}`, {
      ...filled(businessId, { lat: '', lng: '', address: '滨溪路14号' }),
      action: 'save',
    });
    expect(await stored(id)).toMatchObject({
      address: '滨溪路14号',
      place: { lat: 35.1905, lng: 113.263, precision: 'door' },
    });
  });
});

describe('a form with mistakes', () => {
  it('comes back with every mistake beside its field and nothing lost', async () => {
    const { anna, businessId } = await shopkeeper();
    const fields = filled(businessId, {
      title: '',
      'pay.amount': '二十',
      to0: '18:00',
      description: '活不重，\n管饭。',
      note: '要准时',
      lat: '91',
    });
    const { status, html } = await anna.post('/shop/jobs', { ...fields, action: 'publish' });
    expect(status).toBe(422);
    for (const name of ['title', 'pay-amount', 'to0', 'lat']) {
      expect(html).toMatch(new RegExp(`id="f-${name}"[^>]*aria-invalid="true"`));
      expect(html).toContain(`id="f-${name}-error"`);
    }
    expect(readable(html)).toContain('结束时间不能和开始时间相同');
    expect(fieldsIn('job-form', html)).toMatchObject({
      title: [''],
      'pay.amount': ['二十'],
      days0: fields.days0,
      from0: ['18:00'],
      to0: ['18:00'],
      lat: ['91'],
      address: ['滨溪路12号'],
      benefits: ['meals'],
      note: ['要准时'],
      description: ['活不重，\n管饭。'],
    });
  });

  it('adds a row of hours without a script, and keeps what was typed', async () => {
    const { anna, businessId } = await shopkeeper();
    const { status, html } = await anna.post('/shop/jobs', { ...filled(businessId), action: 'row' });
    expect(status).toBe(200);
    expect(html).toContain('name="from2"');
    expect(fieldsIn('job-form', html)).toMatchObject({
      title: ['晚市洗碗'],
      days0: ['Mo', 'Tu', 'We', 'Th', 'Fr'],
      from0: ['18:00'],
    });
    const again = await anna.post('/shop/jobs', { ...fieldsIn('job-form', html), action: 'row' });
    expect(again.html).toContain('name="from3"');
  });

  it('keeps the draft and says in plain words what the law forbids', async () => {
    const { anna, businessId } = await shopkeeper();
    const fields = filled(businessId, { 'pay.settlement': 'monthly', to0: '23:30' });
    const sent = await anna.post('/shop/jobs', { ...fields, action: 'publish' });
    const id = jobOf(sent.location);
    expect(sent.location).toBe(`/shop/jobs/${id}/edit?open=1`);
    expect((await stored(id))?.status).toBe('draft');
    const text = readable((await anna.get(sent.location ?? '')).html);
    expect(text).toContain('非全日制用工的工钱最长十五天结一次，不能月结');
    expect(text).toContain('每周 27.5 小时，超过非全日制用工的上限 24 小时');
  });

  it('says of a draft what is still missing', async () => {
    const { anna, businessId } = await shopkeeper();
    const sent = await anna.post('/shop/jobs', {
      title: '要个帮手',
      businessId,
      rows: '2',
      action: 'publish',
    });
    const text = readable((await anna.get(sent.location ?? '')).html);
    expect(text).toContain('工钱：还没有填写');
    expect(text).toContain('什么时候干：还没有填写');
  });

  it('escapes HTML in every text field', async () => {
    const { anna, businessId } = await shopkeeper();
    const evil = '<script>alert(1)</script>"\'><b>';
    const fields = filled(businessId, { title: evil, address: evil, description: evil, note: evil });
    const refused = await anna.post('/shop/jobs', { ...fields, otherCertificates: evil, headcount: 'x' });
    expect(refused.status).toBe(422);
    const sent = await anna.post('/shop/jobs', {
      ...fields,
      otherCertificates: '<b>证</b>',
      action: 'publish',
    });
    const id = jobOf(sent.location);
    const pages = [refused.html];
    for (const path of ['/shop', `/shop/jobs/${id}`, `/shop/jobs/${id}/edit`]) {
      pages.push((await anna.get(path)).html);
    }
    for (const html of pages) {
      expect(html).not.toContain('<script>alert');
      expect(html).not.toContain('<b>');
    }
    expect(pages[2]).toContain('&lt;script&gt;');
  });
});

describe('what belongs to others', () => {
  it('is forbidden while it is public and unknown while it is not', async () => {
    const { anna } = await shopkeeper();
    const open = await t.openJob({ business: { name: '别人的店', kind: 'shop' } });
    const made = await t
      .service()
      .post('/api/jobs', jobDraft({ business: { name: '别人的店', kind: 'shop' } }));
    const { id: draft } = (await made.json()) as { id: string };
    for (const path of ['', '/edit']) {
      expect((await anna.get(`/shop/jobs/${open}${path}`)).status).toBe(403);
      expect((await anna.get(`/shop/jobs/${draft}${path}`)).status).toBe(404);
    }
    for (const verb of ['', '/publish', '/close', '/fill', '/renew']) {
      expect((await anna.post(`/shop/jobs/${open}${verb}`, filled('new'))).status).toBe(403);
      expect((await anna.post(`/shop/jobs/${draft}${verb}`, filled('new'))).status).toBe(404);
    }
    expect((await stored(open))?.status).toBe('open');
  });

  it('is not there in another station, nor under what is no id', async () => {
    const { anna } = await shopkeeper();
    const other = await t.openJob({}, await t.mintStation());
    for (const id of [other, 'nothing', '00000000-0000-7000-8000-000000000000']) {
      expect((await anna.get(`/shop/jobs/${id}`)).status).toBe(404);
    }
  });

  it('cannot be taken over by its name', async () => {
    const { anna } = await shopkeeper();
    await t.openJob({ business: { name: '有主的店', kind: 'shop' } });
    const { status } = await anna.post(
      '/shop/jobs',
      filled('new', { 'business.name': '有主的店', 'business.kind': 'shop' }),
    );
    expect(status).toBe(403);
  });

  it('needs staff to be blocked', async () => {
    const { anna, businessId } = await shopkeeper();
    const id = jobOf((await anna.post('/shop/jobs', { ...filled(businessId), action: 'publish' })).location);
    expect((await anna.get(`/shop/jobs/${id}`)).html).not.toContain('/block');
    expect((await anna.post(`/shop/jobs/${id}/block`, {})).status).toBe(403);
  });
});

describe('forms from elsewhere', () => {
  it.each([null, 'false-token'])('are refused: token %s', async (csrf) => {
    const { anna, businessId } = await shopkeeper();
    const id = jobOf((await anna.post('/shop/jobs', { ...filled(businessId), action: 'publish' })).location);
    for (const path of [`/shop/jobs/${id}/close`, '/shop/jobs', '/shop/notices/read']) {
      expect((await anna.post(path, filled(businessId), { csrf })).status).toBe(403);
    }
    expect((await stored(id))?.status).toBe('open');
  });

  it("are refused with another person's token", async () => {
    const [{ anna, businessId }, { anna: ben }] = [await shopkeeper(), await shopkeeper()];
    const csrf = await ben.token();
    expect((await anna.post('/shop/jobs', filled(businessId), { csrf })).status).toBe(403);
  });
});

describe('people', () => {
  /** A seeker who is interested in a posting, with or without consent to be called by this business. */
  async function interested(jobId: string, purposes: ('matching' | 'contact')[]) {
    const seeker = await signIn('seeker');
    await seeker.post('/api/candidates', {
      name: '李女士',
      phone: seeker.phone,
      free: 'Mo-Fr 08:20-15:40',
      consent: { purpose: purposes, channel: 'screen' },
    });
    const shareContact = purposes.includes('contact');
    expect((await seeker.post(`/api/jobs/${jobId}/interest`, { shareContact })).status).toBe(201);
    return seeker.phone;
  }

  it('shows who is interested, the phone only after a yes and by consent', async () => {
    const { anna, businessId } = await shopkeeper();
    const id = jobOf((await anna.post('/shop/jobs', { ...filled(businessId), action: 'publish' })).location);
    const open = await interested(id, ['matching', 'contact']);
    const silent = await interested(id, ['matching']);
    const home = await anna.get('/shop');
    expect(readable(home.html)).toContain('2 人想来，等您回话');
    expect(readable(home.html)).toContain('有人想来干“晚市洗碗”');

    const path = `/shop/jobs/${id}`;
    const before = await anna.get(path);
    expect(before.html).not.toContain(open);
    expect(before.html).not.toContain(silent);
    expect(before.html).toContain(`${open.slice(0, 3)}******${open.slice(-2)}`);

    const answers = [...before.html.matchAll(/action="(\/shop\/interests\/[^"?]+\/accept)/g)].map(
      (m) => m[1] ?? '',
    );
    expect(answers).toHaveLength(2);
    for (const answer of answers)
      expect((await anna.post(answer, {})).location).toBe(`${path}?done=accepted`);
    const after = await anna.get(path);
    expect(after.html).toContain(open);
    expect(after.html).not.toContain(silent);
    expect(after.html).not.toMatch(/interests\/[^"]+\/accept/);

    const event = /action="(\/shop\/referrals\/[^"?]+\/events)/.exec(after.html)?.[1] ?? '';
    expect((await anna.post(event, { kind: 'hired' })).location).toBe(`${path}?done=event`);
    expect(readable((await anna.get(path)).html)).toContain('上岗');
  });

  it('keeps the phone hidden when a person is declined', async () => {
    const { anna, businessId } = await shopkeeper();
    const id = jobOf((await anna.post('/shop/jobs', { ...filled(businessId), action: 'publish' })).location);
    const phone = await interested(id, ['matching', 'contact']);
    const { html } = await anna.get(`/shop/jobs/${id}`);
    const path = /action="(\/shop\/interests\/[^"?]+\/decline)/.exec(html)?.[1] ?? '';
    await anna.post(path, {});
    const after = await anna.get(`/shop/jobs/${id}`);
    expect(after.html).not.toContain(phone);
    expect(readable(after.html)).toContain('已回绝');
  });

  it('lets nobody answer for another shop', async () => {
    const { anna, businessId } = await shopkeeper();
    const id = jobOf((await anna.post('/shop/jobs', { ...filled(businessId), action: 'publish' })).location);
    await interested(id, ['matching']);
    const { html } = await anna.get(`/shop/jobs/${id}`);
    const path = /action="(\/shop\/interests\/[^"?]+\/accept)/.exec(html)?.[1] ?? '';
    const { anna: ben } = await shopkeeper();
    expect((await ben.post(path, {})).status).toBe(403);
  });

  it('forgets notices once they are read', async () => {
    const { anna, businessId } = await shopkeeper();
    const id = jobOf((await anna.post('/shop/jobs', { ...filled(businessId), action: 'publish' })).location);
    await interested(id, ['matching']);
    expect(linksOf((await anna.get('/shop')).html, '有人想来干')).toEqual([`/shop/jobs/${id}`]);
    await anna.post('/shop/notices/read', {});
    expect(linksOf((await anna.get('/shop')).html, '有人想来干')).toEqual([]);
  });
});

describe('the list', () => {
  it('counts by state and shows one state at a time', async () => {
    const { anna, businessId } = await shopkeeper();
    await anna.post('/shop/jobs', { ...filled(businessId, { title: '还没写完' }), action: 'save' });
    await anna.post('/shop/jobs', { ...filled(businessId, { title: '正在招' }), action: 'publish' });
    const all = readable((await anna.get('/shop')).html);
    expect(all).toMatch(/全部 2 草稿 1 招人中 1/);
    const open = readable((await anna.get('/shop?status=open')).html);
    expect(open).toContain('正在招');
    expect(open).not.toContain('还没写完');
  });
});
