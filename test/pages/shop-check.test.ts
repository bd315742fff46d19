import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  browserCookies,
  findChromium,
  launchBrowser,
  MISSING_BROWSER,
  serveStation,
} from '../support/browser';
import { readable, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

/** Findings beside the fields of a posting's form, for the shopkeeper and at the desk; without any script. */
let t: TestStation;
beforeAll(async () => {
  t = await openTestStation();
});
afterAll(() => t.close());

const filled = (changes: Record<string, string> = {}) => ({
  title: '招女工洗碗',
  businessId: 'new',
  'business.name': '试写小馆',
  'business.kind': 'shop',
  'pay.amount': '20',
  'pay.unit': 'hour',
  'pay.settlement': 'monthly',
  kind: 'all',
  rows: '1',
  days0: 'Mo',
  from0: '18:00',
  to0: '21:00',
  address: '滨溪路12号',
  headcount: '1',
  validDays: '14',
  engagement: 'part_time',
  minBlockMinutes: '60',
  description: '入职交押金200元，管一顿饭',
  ...changes,
});
const inField = (html: string, name: string) =>
  html.match(new RegExp(`name="${name.replace('.', '\\.')}"[^>]*value="([^"]*)"`))?.[1];
const applies = (html: string) =>
  [...html.matchAll(/name="apply" value="([^"]+)"/g)].map(([, value]) => value ?? '');

describe.each([
  ['/shop', 'shop'],
  ['/desk', 'staff'],
] as const)('the form at %s', (base, role) => {
  it('shows what it breaks, and puts the rewordings there one by one', async () => {
    const anna = visitor(t, (await t.signIn(role)).cookie);
    const first = await anna.post(`${base}/jobs`, { ...filled(), action: 'check' });
    expect(first.status).toBe(200);
    const text = readable(first.html);
    for (const words of [
      '“招女”',
      '不能限定或者偏好男女',
      '不能收押金',
      '低于当地小时最低工资',
      '最长十五天结一次',
    ]) {
      expect(text).toContain(words);
    }
    expect(applies(first.html)).toEqual([
      'title/sex/0',
      'pay.amount/below_floor/0',
      'pay.settlement/pay_cycle/0',
      'description/deposit/0',
    ]);
    const title = await anna.post(`${base}/jobs`, { ...filled(), apply: 'title/sex/0' });
    expect(inField(title.html, 'title')).toBe('招工洗碗');
    const pay = await anna.post(`${base}/jobs`, { ...filled(), apply: 'pay.amount/below_floor/0' });
    expect(inField(pay.html, 'pay.amount')).toBe('23');
    const settled = await anna.post(`${base}/jobs`, { ...filled(), apply: 'pay.settlement/pay_cycle/0' });
    expect(settled.html).toMatch(/value="weekly"[^>]*checked/);
    const described = await anna.post(`${base}/jobs`, { ...filled(), apply: 'description/deposit/0' });
    expect(described.html).toContain('不收押金，管一顿饭</textarea>');
    expect(applies(described.html)).not.toContain('description/deposit/0');
    const none = await anna.post(`${base}/jobs`, { ...filled(), apply: 'title/loan/3' });
    expect(inField(none.html, 'title')).toBe('招女工洗碗');
  });

  it('says that nothing was found', async () => {
    const anna = visitor(t, (await t.signIn(role)).cookie);
    const clean = { title: '洗碗工', 'pay.amount': '25', 'pay.settlement': 'daily', description: '不收押金' };
    const page = await anna.post(`${base}/jobs`, { ...filled(clean), action: 'check' });
    expect(readable(page.html)).toContain('没有发现违规的写法');
    expect(applies(page.html)).toEqual([]);
  });
});

const chromium = findChromium();
describe.skipIf(!chromium)(chromium ? 'on a phone' : `on a phone (${MISSING_BROWSER})`, () => {
  let server: Awaited<ReturnType<typeof serveStation>>;
  let browser: Browser;
  beforeAll(async () => {
    server = await serveStation(t);
    browser = await launchBrowser(chromium ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('finds while somebody writes, keeps what they typed, and takes back what is mended', async () => {
    const { cookie } = await t.signIn('shop');
    const context = await browser.newContext({ baseURL: server.url, viewport: { width: 360, height: 740 } });
    await context.addCookies(browserCookies(cookie, server.url));
    const page = await context.newPage();
    await page.goto(`/shop/jobs/new?station=${t.station.slug}`);
    await page.fill('[name=title]', '招女工洗碗');
    await page.locator('[data-findings=title] .finding').waitFor();
    expect(await page.locator('[data-findings=title]').innerText()).toContain('不能限定或者偏好男女');
    expect(await page.inputValue('[name=title]')).toBe('招女工洗碗');
    // What is folded away opens where something is found in it.
    expect(await page.locator('[name=description]').isVisible()).toBe(false);
    await page.fill('[name=title]', '招工洗碗');
    await page.locator('[name=description]').evaluate((field: HTMLTextAreaElement) => {
      field.value = '入职交押金200元';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.locator('[data-findings=description] .finding').waitFor();
    expect(await page.locator('[data-findings=title] .finding').count()).toBe(0);
    await page.click('[data-findings=description] button[name=apply]');
    expect(await page.inputValue('[name=description]')).toBe('不收押金');
    // What the button said at the top is kept right as well.
    expect(await page.locator('[data-findings=all]').innerText()).toContain('没有发现');
    await page.fill('[name=title]', '招女工洗碗');
    await page.locator('[data-findings=all]').getByText('1 处').waitFor();
    await context.close();
  });

  it('a sentence that is read into the form is checked at once', async () => {
    const { cookie } = await t.signIn('shop');
    const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
    await context.addCookies(browserCookies(cookie, server.url));
    const page = await context.newPage();
    await page.goto(`/shop/jobs/new?station=${t.station.slug}`);
    await page.fill('[name=spoken]', '明天中午缺个洗碗的 11点到2点 25一小时 要女的');
    await page.click('button[value=read]');
    expect(await page.locator('[data-findings=description]').innerText()).toContain('不能限定或者偏好男女');
    await context.close();
  });

  it('a tap on the rewording mends the title, with scripts switched off', async () => {
    const { cookie } = await t.signIn('shop');
    const viewport = { width: 360, height: 740 };
    const context = await browser.newContext({ baseURL: server.url, viewport, javaScriptEnabled: false });
    await context.addCookies(browserCookies(cookie, server.url));
    const page = await context.newPage();
    await page.goto(`/shop/jobs/new?station=${t.station.slug}`);
    await page.fill('[name=title]', '招女工洗碗');
    await page.click('button[value=check]');
    await page.click('button[name=apply]');
    expect(await page.inputValue('[name=title]')).toBe('招工洗碗');
    const { width } = (await page.locator('body').boundingBox()) ?? { width: 0 };
    expect(width).toBeLessThanOrEqual(360);
    await context.close();
  });
});
