import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BusinessDetail } from '../../src/businesses';
import type { JobView } from '../../src/jobs';
import { DAY_MS } from '../../src/kernel/clock';
import type { EmployerLabel, ReviewItem } from '../../src/review';
import { answer, refusedFields } from '../support/answers';
import { jobDraft } from '../support/builders';
import { type Cast, openCast } from '../support/cast';
import { readable, visitor } from '../support/pages';
import { type Client, openTestStation, type TestStation } from '../support/station';

/** Work with children: the employer says each year that records are looked up. Today is Monday 2026-06-01. */
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
const say = (on: string | null, by: Client = cast.shop) =>
  by.patch(`/api/businesses/${businessId}`, { childrenCheckedOn: on });
const NEEDED = ['/business children_check_needed'];

async function withChildren(): Promise<ReviewItem> {
  const draft = jobDraft({ title: '托管班看护', business: { name: cast.shopName, kind: 'shop' } });
  const { id } = await answer<JobView>(
    cast.shop.post('/api/jobs', { ...draft, description: '照看放学的孩子' }),
    201,
  );
  expect((await answer<JobView>(cast.shop.post(`/api/jobs/${id}/publish`))).status).toBe('review');
  return itemOf(id);
}
async function itemOf(id: string): Promise<ReviewItem> {
  const { items } = await answer<{ items: ReviewItem[] }>(cast.service.get('/api/review-queue?limit=100'));
  const item = items.find(({ job }) => job.id === id);
  if (!item) throw new Error('not in the queue');
  return item;
}
const approve = ({ job, version }: ReviewItem) =>
  cast.service.post(`/api/jobs/${job.id}/review`, { decision: 'approve', version });

describe('a posting with children', () => {
  it('is approved only when its employer has said that records are looked up', async () => {
    const item = await withChildren();
    expect(item.findings.map(({ code }) => code)).toContain('near_children');
    expect(item.problems.map(({ code }) => code)).toEqual(['children_check_needed']);
    expect(await refusedFields(approve(item))).toEqual(NEEDED);
    const staff = await t.signIn('staff', cast.station);
    const desk = visitor(t, staff.cookie, cast.station);
    expect(readable((await desk.get('/desk/review')).html)).toContain('未成年人保护法第62条，每年一次');
    const jobPage = `/desk/jobs/${item.job.id}`;
    expect(readable((await desk.get(jobPage)).html)).toContain('未成年人保护法第62条，每年一次');
    const pressed = await desk.post(`${jobPage}/publish`, { version: String(item.version) });
    expect(pressed.status).toBe(422);
    expect(readable(pressed.html)).toContain('在“用工方”里写上查询日期');
    const detail = await answer<BusinessDetail>(say('2026-05-20'));
    expect(detail.childrenCheckedUntil).toBe('2027-05-20');
    expect(readable((await desk.get('/desk/review')).html)).toContain(
      '接触孩子：已声明查询，到 2027年5月20日',
    );
    const log = await t.open.services.stores.audit.ofEntity(cast.station.id, businessId, 5);
    expect(log.map(({ action, actor }) => [action, actor])).toContainEqual([
      'business.attest_children_check',
      cast.shop.userId,
    ]);
    expect((await answer<JobView>(approve(await itemOf(item.job.id)))).status).toBe('open');
  });

  it('is not, once the year is over, or the word is taken back', async () => {
    await answer(say('2025-06-01'));
    const item = await withChildren();
    expect(item.employer).toMatchObject({ childrenChecked: true, childrenCheckedUntil: '2026-06-01' });
    t.clock.advance(DAY_MS);
    expect((await itemOf(item.job.id)).employer.childrenChecked).toBe(false);
    expect(await refusedFields(approve(item))).toEqual(NEEDED);
    t.clock.advance(-DAY_MS);
    await answer(say(null));
    expect(await refusedFields(approve(item))).toEqual(NEEDED);
  });

  it('is nothing to a posting without any, and to households', async () => {
    const draft = jobDraft({
      title: '理货',
      description: '月入过万',
      business: { name: cast.shopName, kind: 'shop' },
    });
    const { id } = await answer<JobView>(cast.shop.post('/api/jobs', draft), 201);
    await answer(cast.shop.post(`/api/jobs/${id}/publish`));
    expect((await answer<JobView>(approve(await itemOf(id)))).status).toBe('open');
    const home = { name: '李家', kind: 'household' as const };
    await cast.openJob({ title: '接孩子放学', business: home });
  });
});

describe('the word of an employer', () => {
  it('is of a day that was, within the year; by its own people or the desk', async () => {
    for (const on of ['2026-06-02', '2025-05-31']) {
      expect(await refusedFields(say(on))).toEqual(['/childrenCheckedOn children_check_date']);
    }
    expect(await refusedFields(say('gestern'), 422)).toEqual(['/childrenCheckedOn date']);
    expect(
      (await cast.otherShop.patch(`/api/businesses/${businessId}`, { childrenCheckedOn: '2026-06-01' }))
        .status,
    ).toBe(404);
    await answer(say('2026-06-01', cast.service));
    const label = await answer<EmployerLabel>(cast.service.get(`/api/businesses/${businessId}/history`));
    expect(label.childrenCheckedUntil).toBe('2027-06-01');
  });

  it('is given on the page of the shop', async () => {
    const shop = visitor(t, cast.shop.cookie, cast.station);
    const { location } = await shop.post(`/shop/businesses/${businessId}`, {
      childrenCheckedOn: '2026-05-30',
    });
    expect(location).toContain('/shop');
    expect(readable((await shop.get('/shop')).html)).toContain('已声明查询过，管到 2027年5月30日');
  });
});
