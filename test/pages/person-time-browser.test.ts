import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WalkInView } from '../../src/desk';
import { answer } from '../support/answers';
import {
  browserCookies,
  findChromium,
  launchBrowser,
  MISSING_BROWSER,
  serveStation,
} from '../support/browser';
import { openTestStation, type TestStation } from '../support/station';

const chromium = findChromium();
const title = chromium ? 'a person’s time in a real browser' : `a person’s time (${MISSING_BROWSER})`;

/** Rows of a person's time as they are seen and typed, on a phone and at an old wide screen, without a script. */
describe.skipIf(!chromium)(title, { timeout: 60_000 }, () => {
  let t: TestStation;
  let server: Awaited<ReturnType<typeof serveStation>>;
  let browser: Browser;
  let staff: string;
  let seeker: string;
  beforeAll(async () => {
    t = await openTestStation();
    staff = (await t.signIn('staff')).cookie;
    seeker = (await t.signIn('seeker')).cookie;
    server = await serveStation(t);
    browser = await launchBrowser(chromium ?? '');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await t?.close();
  });

  async function open(path: string, cookie: string, width: number, height: number, script = false) {
    const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: script });
    await context.addCookies(browserCookies(cookie, server.url));
    const page = await context.newPage();
    await page.goto(`${server.url}${path}?station=${t.station.slug}`);
    return page;
  }

  it.each([
    ['/desk', 360, 740],
    ['/desk', 1280, 800],
    ['/me/profile', 360, 740],
    ['/me/profile', 1280, 800],
  ])('%s at %i × %i: nothing reaches out of its row, and nobody is shut out', async (path, width, height) => {
    const page = await open(path, path === '/desk' ? staff : seeker, width, height, true);
    for (const summary of await page.locator('.time-fold > summary').all()) await summary.click();
    await page.locator('select[name="x0.choice"]').selectOption('hours');
    const out = await page.evaluate(() =>
      [...document.querySelectorAll('.time-row')].flatMap((row) => {
        const { left, right } = row.getBoundingClientRect();
        return [...row.querySelectorAll('input, select')]
          .filter((control) => {
            const box = control.getBoundingClientRect();
            return box.width > 0 && (box.left < left || box.right > right);
          })
          .map((control) => control.getAttribute('name'));
      }),
    );
    expect(out).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const { violations } = await new AxeBuilder({ page }).include('.time-fold').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.context().close();
  });

  it('are taken down from the keyboard: open, type, Enter', async () => {
    const page = await open('/desk', staff, 1280, 800);
    await page.locator('[name="name"]').fill('赵姐');
    await page.locator('[name="hoursMax"]').focus();
    for (const key of ['Tab', 'Enter', 'Tab']) await page.keyboard.press(key);
    await page.keyboard.type('0410PM');
    await page.locator('.time-fold > summary').nth(1).press('Enter');
    await page.locator('[name="hol.choice"]').selectOption('off');
    await page.locator('[name="purpose"][value="matching"]').check();
    await page.locator('[name="hoursMax"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\/walk-ins\/[\w-]{36}/);
    const { items } = await answer<{ items: WalkInView[] }>(t.service().get('/api/walk-ins'));
    expect(items[0]).toMatchObject({
      name: '赵姐',
      anchors: [{ at: '16:10', days: 'Mo-Su', kind: 'be_at' }],
      exceptions: [{ holidays: true, free: '' }],
    });
    await page.context().close();
  });

  it('get one more row, which takes the keyboard', async () => {
    const page = await open('/desk', staff, 1280, 800);
    await page.locator('.time-fold > summary').first().click();
    await page.locator('[name="name"]').fill('赵姐');
    await page.locator('button[value="anchor"]').click();
    await page.locator('[name="a2.at"]').waitFor();
    expect(await page.locator('[name="name"]').inputValue()).toBe('赵姐');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('a2.at');
    await page.context().close();
  });
});
