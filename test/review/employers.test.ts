import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type BusinessDetail,
  type BusinessView,
  remindVerifications,
  VERIFICATION_WARNING_MS,
  VERIFIED_MS,
} from '../../src/businesses';
import type { JobView } from '../../src/jobs';
import { finishBlocks } from '../../src/review';
import { answer, atOnce, problem, refusedFields } from '../support/answers';
import { jobDraft, licenceOf } from '../support/builders';
import { type Cast, openCast, profile } from '../support/cast';
import { readable, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

/** 用工方: licence, contact, verification and its end, and those who may not come back. */
let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
});
afterAll(() => t.close());

let names = 0;
type Kind = 'shop' | 'company' | 'household';
/** A business with one open posting. */
async function entered(kind: Kind = 'shop', more: Parameters<typeof jobDraft>[0] = {}) {
  const name = `用工方${names++}`;
  const jobId = await cast.openJob({ ...more, business: { name, kind } });
  const { business } = await answer<JobView>(cast.service.get(`/api/jobs/${jobId}`));
  return { id: business.id, name, jobId };
}
const at = (id: string, verb = '') => `/api/businesses/${id}${verb}`;
const detail = (id: string) => answer<BusinessDetail>(cast.service.get(at(id)));
const listed = async () =>
  (await answer<{ items: { job: JobView }[] }>(cast.public.get('/api/jobs?limit=100'))).items;
const actions = async (id: string) =>
  (await t.open.services.stores.audit.ofEntity(cast.station.id, id, 50)).map(({ action }) => action);
async function rowsOf(id: string): Promise<string> {
  const sql = postgres(t.database.superUrl, { max: 1, onnotice: () => {} });
  const rows = await sql`select b::text as text from businesses b where id = ${id}
    union all select k::text from barred_keys k where business_id = ${id}`;
  await sql.end();
  return JSON.stringify(rows);
}

describe('a business', () => {
  it('is verified by a licence, whose number stands nowhere in clear', async () => {
    const { id } = await entered();
    expect((await refusedFields(cast.staff.post(at(id, '/verify')))).join()).toBe('/licence licence_needed');
    const licence = licenceOf(1);
    const contact = { name: '王掌柜', phone: '138 1111 2222' };
    const view = await answer<BusinessView>(
      cast.staff.post(at(id, '/verify'), { licence: ` ${licence.toLowerCase()} `, contact }),
    );
    expect(view).toMatchObject({ verified: true, licence: `92************${licence.slice(-4)}` });
    const known = await detail(id);
    expect(known).toMatchObject({
      licence,
      contact: { name: '王掌柜', phone: '13811112222' },
      blocked: false,
    });
    expect(known.verifiedBy).toMatch(/^[0-9a-f-]{36}$/);
    expect(Date.parse(known.verifiedUntil ?? '')).toBe(t.clock.now() + VERIFIED_MS);
    const stored = await rowsOf(id);
    for (const secret of [licence, '13811112222', '王掌柜']) {
      expect(stored).not.toContain(secret);
      expect(stored).not.toContain(Buffer.from(secret).toString('hex'));
    }
    expect(await actions(id)).toEqual(['business.verify']);
  });

  it('that is a household needs none, and has none', async () => {
    const { id, jobId } = await entered('household');
    const licence = licenceOf(2);
    expect(await refusedFields(cast.staff.patch(at(id), { licence }))).toEqual([
      '/licence licence_household',
    ]);
    expect((await answer<BusinessView>(cast.staff.post(at(id, '/verify')))).verified).toBe(true);
    const page = readable((await visitor(t, '', cast.station).get(`/jobs/${jobId}`)).html);
    expect(page).toContain('家庭雇主');
    expect(page).toContain('不是劳动法上的用人单位');
  });

  it.each([
    ['410800123456789', 'licence_old'],
    ['92410811MA00000011', 'licence_checksum'],
    ['9241O811MA00000010', 'licence_character'],
    ['92410811', 'licence_length'],
  ])('is told what is wrong with %s', async (licence, code) => {
    const { id } = await entered();
    const { errors } = await problem(cast.staff.patch(at(id), { licence }), 422);
    expect(errors).toMatchObject([{ pointer: '/licence', code }]);
  });

  it('shows on its postings until when it is verified', async () => {
    const { id, jobId } = await entered('company');
    await answer(cast.staff.post(at(id, '/verify'), { licence: licenceOf(3) }));
    const { business } = await answer<JobView>(cast.public.get(`/api/jobs/${jobId}`));
    expect(business).toMatchObject({ verified: true, verifiedUntil: '2026-11-30' });
    const page = await visitor(t, '', cast.station).get(`/jobs/${jobId}`);
    expect(readable(page.html)).toContain('已核验 · 到2026年11月30日');
  });

  it('has its number for itself: two at once with the same, and one has it', async () => {
    const [a, b] = [await entered(), await entered()];
    const licence = licenceOf(4);
    const statuses = await atOnce(
      () => cast.staff.patch(at(a.id), { licence }),
      () => cast.admin.patch(at(b.id), { licence }),
    );
    expect(statuses).toEqual([200, 409]);
    const loser = (await detail(a.id)).licence === null ? a : b;
    expect((await problem(cast.staff.patch(at(loser.id), { licence }), 409)).code).toBe('licence_taken');
    const other = { ...jobDraft(), business: { name: '别站的店', kind: 'shop' as const } };
    await answer(cast.elsewhere.post('/api/jobs', other), 201);
    const { items } = await answer<{ items: BusinessView[] }>(cast.elsewhere.get('/api/businesses'));
    await answer(cast.elsewhere.patch(at(items[0]?.id ?? ''), { licence }));
  });

  it('loses its verification with its licence, also on the board', async () => {
    const { id, jobId } = await entered();
    await answer(cast.staff.post(at(id, '/verify'), { licence: licenceOf(5) }));
    // The same number again, or another contact, changes nothing.
    await answer(cast.staff.patch(at(id), { licence: licenceOf(5), contact: { phone: '0391-1234567' } }));
    expect(await detail(id)).toMatchObject({ verified: true, contact: { phone: '03911234567' } });
    await answer(cast.staff.patch(at(id), { licence: licenceOf(6) }));
    expect(await detail(id)).toMatchObject({ verified: false, verifiedUntil: null });
    expect((await t.open.services.board.row(cast.station.id, jobId))?.verifiedUntil).toBe(0);
  });

  it('is looked after by its own people and by nobody else', async () => {
    const [own] = await t.open.services.stores.businesses.ofUser(cast.station.id, cast.shop.userId);
    const id = own?.id ?? '';
    await answer(
      cast.shop.patch(at(id), { licence: licenceOf(7), contact: { name: '我', phone: '13700001111' } }),
    );
    expect(await answer<BusinessDetail>(cast.shop.get(at(id)))).toMatchObject({ licence: licenceOf(7) });
    await problem(cast.otherShop.get(at(id)), 404);
    await problem(cast.seeker.get(at(id)), 403);
    await problem(cast.public.get(at(id)), 401);
    const browser = visitor(t, cast.shop.cookie, cast.station);
    expect((await browser.get('/shop')).html).toContain(`/shop/businesses/${id}`);
    const wrong = await browser.post(`/shop/businesses/${id}`, { licence: '410800123456789' });
    expect(wrong.status).toBe(422);
    expect(readable(wrong.html)).toContain('15 位的旧注册号');
    const right = await browser.post(`/shop/businesses/${id}`, { licence: licenceOf(8) });
    expect(right.location).toContain('done=business_saved');
    expect(await actions(id)).toContain('business.update_own');
  });
});

describe('the end of a verification', () => {
  it('is announced two weeks before, and told once; a renewal is announced anew', async () => {
    const { id } = await entered();
    const notices = async () =>
      (await t.open.services.stores.businesses.notices(cast.station.id, [id], 20)).map(({ code }) => code);
    const until = (ms: number) =>
      t.open.services.stores.businesses.setVerified(cast.station.id, id, t.clock.now() + ms);
    await until(VERIFICATION_WARNING_MS + 60_000);
    await remindVerifications(t.open.services);
    expect(await notices()).toEqual([]);
    await until(VERIFICATION_WARNING_MS - 60_000);
    for (let i = 0; i < 3; i++) await remindVerifications(t.open.services);
    expect(await notices()).toEqual(['verification_ending']);
    const { items } = await answer<{ items: BusinessView[] }>(cast.staff.get('/api/businesses?state=ending'));
    expect(items.map((one) => one.id)).toEqual([id]);
    await until(-1);
    await Promise.all([1, 2].map(() => remindVerifications(t.open.services)));
    expect(await notices()).toEqual(['verification_ended', 'verification_ending']);
    const ended = await answer<{ items: BusinessView[] }>(cast.staff.get('/api/businesses?state=expired'));
    expect(ended.items.map((one) => one.id)).toEqual([id]);
    await until(VERIFICATION_WARNING_MS - 120_000);
    await remindVerifications(t.open.services);
    expect((await notices()).filter((code) => code === 'verification_ending')).toHaveLength(2);
  });

  it('takes its postings off the lists where the station demands verification', async () => {
    const { id, jobId } = await entered();
    await answer(cast.staff.post(at(id, '/verify'), { licence: licenceOf(9) }));
    const onList = async () => (await listed()).some(({ job }) => job.id === jobId);
    await problem(cast.staff.request('PUT', '/api/station/verification', { demanded: true }), 403);
    await answer(cast.admin.put('/api/station/verification', { demanded: true }), 204);
    expect(await onList()).toBe(true);
    await t.open.services.stores.businesses.setVerified(cast.station.id, id, t.clock.now() - 1);
    await answer(cast.service.patch(`/api/jobs/${jobId}`, { headcount: 3 }));
    expect(await onList()).toBe(false);
    await answer(cast.seeker.post('/api/candidates', profile()), 201);
    const refused = await problem(cast.seeker.post(`/api/jobs/${jobId}/interest`), 409);
    expect(refused.code).toBe('business_unverified');
    const page = await visitor(t, '', cast.station).get(`/jobs/${jobId}`);
    expect(readable(page.html)).toContain('核验过期了');
    await answer(cast.admin.put('/api/station/verification', { demanded: false }), 204);
    expect(await onList()).toBe(true);
    expect(await actions(cast.station.id)).toEqual([
      'station.verification_free',
      'station.verification_demand',
    ]);
  });
});

describe('a business that was blocked', () => {
  const block = (id: string, by = cast.staff) => by.post(at(id, '/block'), { reason: 'fraud' });
  const code = async (call: Promise<Response>) => (await problem(call, 409)).code;

  it('has nothing left on the lists, and posts no more', async () => {
    const { id, name, jobId } = await entered();
    const draft = await cast.draftJob({ business: { name, kind: 'shop' } });
    const closed = await cast.openJob({ business: { name, kind: 'shop' }, title: '收起来的' });
    await answer(cast.service.post(`/api/jobs/${closed}/close`));
    expect(await answer(block(id))).toMatchObject({
      blocked: true,
      blockedBecause: 'fraud',
      verified: false,
    });
    expect((await listed()).map(({ job }) => job.id)).not.toContain(jobId);
    for (const posting of [jobId, draft]) {
      expect((await answer<JobView>(cast.service.get(`/api/jobs/${posting}`))).status).toBe('blocked');
      expect(await actions(posting)).toContain('job.block');
    }
    expect(await code(cast.service.post(`/api/jobs/${closed}/renew`))).toBe('business_blocked');
    const again = jobDraft({ business: { name, kind: 'shop' } });
    expect(await code(cast.service.post('/api/jobs', again))).toBe('business_blocked');
    expect(await code(cast.staff.post(at(id, '/verify'), { licence: licenceOf(20) }))).toBe(
      'business_blocked',
    );
    expect(await code(block(id))).toBe('business_blocked');
    expect(await actions(id)).toEqual(['business.block']);
    const line = { ...again, externalId: 'zu/1' };
    const taken = await cast.service.request('POST', '/api/import/jobs', `${JSON.stringify(line)}\n`, {
      'content-type': 'application/x-ndjson',
    });
    expect(JSON.parse(await taken.text())).toMatchObject({
      result: 'refused',
      errors: [{ pointer: '/business', code: 'business_blocked' }],
    });
  });

  it('does not come back under its licence, its phones, or as another business', async () => {
    const contact = { name: '坏人', phone: '13977770001' };
    const posted = { name: '坏人', phone: '0391-7654321' };
    const { id } = await entered('shop', { contact: posted });
    const licence = licenceOf(21);
    const keeper = await t.signIn('shop', cast.station);
    await answer(cast.staff.post(at(id, '/members'), { phone: keeper.phone, name: '店主' }), 204);
    await answer(cast.staff.post(at(id, '/verify'), { licence, contact }));
    await answer(block(id));
    // By its own account, under a new name.
    const fresh = (more: Parameters<typeof jobDraft>[0] = {}) =>
      jobDraft({ business: { name: `新的${names++}`, kind: 'shop' }, ...more });
    const own = await problem(keeper.post('/api/jobs', fresh()), 409);
    expect(own.code).toBe('employer_barred');
    // By anybody, with one of its phones on a posting; hyphens and spaces hide nothing.
    for (const phone of ['13977770001', '03917654321', keeper.phone]) {
      expect(await code(cast.staff.post('/api/jobs', fresh({ contact: { phone } })))).toBe('employer_barred');
    }
    const { id: other, jobId } = await entered();
    expect(await code(cast.staff.patch(`/api/jobs/${jobId}`, { contact: posted }))).toBe('employer_barred');
    expect(await code(cast.staff.patch(at(other), { contact }))).toBe('employer_barred');
    expect(await code(cast.staff.patch(at(other), { licence }))).toBe('employer_barred');
    expect(await code(cast.staff.post(at(other, '/verify'), { licence }))).toBe('employer_barred');
    const link = { phone: keeper.phone, name: '又来' };
    expect(await code(cast.staff.post(at(other, '/members'), link))).toBe('employer_barred');
    const line = { ...fresh({ contact: posted }), externalId: 'zu/2' };
    const taken = await cast.service.request('POST', '/api/import/jobs', `${JSON.stringify(line)}\n`, {
      'content-type': 'application/x-ndjson',
    });
    expect(JSON.parse(await taken.text())).toMatchObject({
      result: 'refused',
      errors: [{ pointer: '/contact/phone', code: 'employer_barred' }],
    });
    // Another station knows nothing of it.
    await answer(cast.elsewhere.post('/api/jobs', fresh({ contact: posted })), 201);
    const stored = await rowsOf(id);
    for (const secret of [licence, contact.phone, '03917654321', keeper.phone]) {
      expect(stored).not.toContain(secret);
    }
  });

  it('is let back by staff, to be verified anew; what was taken off stays so', async () => {
    const { id, jobId, name } = await entered('shop', { contact: { phone: '13977770077' } });
    await answer(block(id));
    await answer(cast.staff.post(at(id, '/unblock')));
    await problem(cast.staff.post(at(id, '/unblock')), 409);
    expect((await answer<JobView>(cast.service.get(`/api/jobs/${jobId}`))).status).toBe('blocked');
    const again = jobDraft({ business: { name, kind: 'shop' }, contact: { phone: '13977770077' } });
    await answer(cast.service.post('/api/jobs', again), 201);
    expect(await actions(id)).toEqual(['business.unblock', 'business.block']);
  });

  it('by two at once is blocked once', async () => {
    const { id } = await entered();
    expect(
      await atOnce(
        () => block(id),
        () => block(id, cast.admin),
      ),
    ).toEqual([200, 409]);
    expect(await actions(id)).toEqual(['business.block']);
  });

  it('while its postings are opened and changed, ends with none of them public', async () => {
    const { id, name, jobId } = await entered();
    const business = { name, kind: 'shop' as const };
    const drafts = await Promise.all([1, 2, 3].map((n) => cast.draftJob({ business, title: `活${n}` })));
    await Promise.all([
      block(id),
      ...drafts.map((draft) => cast.service.post(`/api/jobs/${draft}/publish`)),
      cast.service.patch(`/api/jobs/${jobId}`, { headcount: 5 }),
    ]);
    await finishBlocks(t.open.services);
    const open = await t.open.services.stores.jobs.list(cast.station.id, {
      businessIds: [id],
      statuses: ['open', 'review', 'draft'],
      limit: 10,
    });
    expect(open).toEqual([]);
    for (const one of [jobId, ...drafts]) {
      expect(await t.open.services.board.row(cast.station.id, one)).toBeNull();
    }
  });

  it('is finished by upkeep when somebody was interrupted', async () => {
    const { id, jobId } = await entered();
    const { businesses } = t.open.services.stores;
    await businesses.setBlocked(cast.station.id, id, { at: t.clock.now(), because: 'fake' });
    expect(await finishBlocks(t.open.services)).toBe(1);
    expect(await finishBlocks(t.open.services)).toBe(0);
    expect(await t.open.services.board.row(cast.station.id, jobId)).toBeNull();
    const [line] = await t.open.services.stores.audit.ofEntity(cast.station.id, jobId, 1);
    expect(line).toMatchObject({ actor: 'system', action: 'job.block' });
  });

  it('is seen as such on the desk, where it is blocked and let back with a button', async () => {
    const { id, name } = await entered();
    const staff = await t.signIn('staff', cast.station);
    const browser = visitor(t, staff.cookie, cast.station);
    const path = `/desk/businesses?q=${encodeURIComponent(name)}`;
    expect((await browser.get(path)).html).toContain(`/desk/businesses/${id}/block`);
    expect((await browser.post(`/desk/businesses/${id}/block`, { reason: 'unpaid' })).location).toContain(
      'done=business_blocked',
    );
    expect(readable((await browser.get(path)).html)).toContain('已停用');
    expect((await detail(id)).blockedBecause).toBe('unpaid');
    await browser.post(`/desk/businesses/${id}/unblock`, {});
    expect((await detail(id)).blocked).toBe(false);
  });
});
