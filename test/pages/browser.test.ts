import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  browserCookies,
  findChromium,
  launchBrowser,
  MISSING_BROWSER,
  serveStation,
} from '../support/browser';
import { jobDraft, streetMetresNorth } from '../support/builders';
import { openTestStation, type TestStation } from '../support/station';
import { type PageToSee, seekerPagesToSee } from './crawl';

const chromium = findChromium();
const title = chromium ? 'pages in a real browser' : `pages in a real browser (${MISSING_BROWSER})`;

describe.skipIf(!chromium)(title, () => {
  let t: TestStation;
  let server: Awaited<ReturnType<typeof serveStation>>;
  let browser: Browser;
  let all: PageToSee[];
  beforeAll(async () => {
    t = await openTestStation();
    all = await seekerPagesToSee(t);
    await t.openJob(jobDraft({ title: '晚市洗碗工', place: streetMetresNorth(700) }));
    server = await serveStation(t);
    browser = await launchBrowser(chromium ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await t?.close();
  });

  /** Does something in a fresh window of the browser, with the cookies of a session. */
  async function inWindow<T>(
    options: NonNullable<Parameters<Browser['newContext']>[0]> & { cookie?: string },
    work: (page: Page) => Promise<T>,
  ): Promise<T> {
    const { cookie = '', ...rest } = options;
    const context = await browser.newContext({ baseURL: server.url, locale: 'zh-CN', ...rest });
    try {
      if (cookie) await context.addCookies(browserCookies(cookie, server.url));
      return await work(await context.newPage());
    } finally {
      await context.close();
    }
  }

  it('search and open a posting with the keyboard alone', async () => {
    await inWindow({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.goto('/');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到正文');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.name')).toBe('q');
      await page.keyboard.type('洗碗');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\?q=/);
      await tabTo(page, '晚市洗碗工');
      expect(await page.evaluate("getComputedStyle(document.activeElement, '::after').outlineStyle")).toBe(
        'solid',
      );
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/jobs\//);
      expect(await page.textContent('h1')).toBe('晚市洗碗工');
    });
  });

  it('find by hours, sign in and say "interested" without JavaScript', async () => {
    await inWindow({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } }, async (page) => {
      await page.goto('/');
      await page.click('summary:has-text("我什么时候有空")');
      await page.fill('[name="h.Mo-Fr.from1"]', '08:00');
      await page.fill('[name="h.Mo-Fr.to1"]', '14:00');
      await page.click('button:has-text("查找")');
      await page.waitForURL(/free=Mo-Fr/);
      await page.click('a:has-text("晚市洗碗工")');
      await page.click('a:has-text("我感兴趣")');
      await page.fill('[name=phone]', '19900007777');
      await page.click('button:has-text("发验证码")');
      await page.fill('[name=code]', t.codes.get('19900007777') ?? '');
      await page.click('main button:has-text("登录")');
      await page.waitForURL(/\/jobs\//);
      await page.click('a:has-text("我感兴趣")');
      await page.fill('[name=name]', '王姐');
      await page.check('[name=consent][value=matching]');
      await page.click('button:has-text("存好")');
      await page.waitForURL(/\/jobs\//);
      await page.click('button:has-text("我感兴趣")');
      await page.waitForURL(/done=interest/);
      expect(await page.textContent('main')).toContain('等用工方回话');
    });
  });

  it('put the focus on what is wrong, and lead from there to the field', async () => {
    await inWindow({}, async (page) => {
      await page.goto('/sign-in');
      await page.fill('[name=phone]', '12');
      await page.click('button:has-text("发验证码")');
      await page.waitForSelector('#problems');
      expect(await page.evaluate('document.activeElement.id')).toBe('problems');
      await page.click('#problems a');
      expect(await page.evaluate('document.activeElement.id')).toBe('f-phone');
    });
  });

  it('search from the present position when the person allows it', async () => {
    const here = streetMetresNorth(600);
    const geolocation = { latitude: here.lat, longitude: here.lng };
    await inWindow({ geolocation, permissions: ['geolocation'] }, async (page) => {
      await page.goto('/');
      await page.click('button:has-text("用我的位置")');
      await page.waitForURL(/lat=35\.19/);
      expect(await page.textContent('.conditions')).toContain('我现在的位置');
    });
    await inWindow({ permissions: [] }, async (page) => {
      await page.goto('/');
      await page.click('button:has-text("用我的位置")');
      await page.waitForSelector('text=没找到您的位置');
    });
  });

  it('break no rule of accessibility that is serious', async () => {
    await onEveryPage({ viewport: { width: 390, height: 844 } }, async (page, path) => {
      // What is folded away counts as well; of the many folds of one page a few stand for all.
      for (const fold of (await page.$$('main details:not([open]) > summary')).slice(0, 8)) {
        if (await fold.isVisible()) await fold.click();
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(
        serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
        path,
      ).toEqual([]);
    });
  }, 120_000);

  it('fit a narrow phone: nothing scrolls sideways, every target is large enough, no script fails', async () => {
    const lines: string[] = [];
    await onEveryPage(
      { viewport: { width: 360, height: 740 } },
      async (page, path) => {
        expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(360);
        expect(await page.evaluate<string[]>(SMALL_TARGETS), path).toEqual([]);
        expect(lines, path).toEqual([]);
      },
      (page) => {
        page.on('console', (message) => {
          // A page with another status than 200 is told by the browser as an error of loading.
          if (message.type() === 'error' && !message.text().includes('status of')) lines.push(message.text());
        });
        page.on('pageerror', (error) => lines.push(String(error)));
        page.on('request', (request) => {
          if (!request.url().startsWith(server.url)) lines.push(request.url());
        });
      },
    );
  }, 120_000);

  it('fit a narrow phone in large type as well', async () => {
    const large = [{ name: 'type', value: 'large', url: server.url }];
    await onEveryPage({ viewport: { width: 360, height: 740 }, cookies: large }, async (page, path) => {
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(360);
    });
  }, 120_000);

  /** Opens every page in turn, one window for each session. */
  async function onEveryPage(
    options: NonNullable<Parameters<Browser['newContext']>[0]> & { cookies?: Cookie[] },
    work: (page: Page, path: string) => Promise<void>,
    prepare: (page: Page) => void = () => {},
  ): Promise<void> {
    const { cookies = [], ...rest } = options;
    for (const cookie of new Set(all.map((one) => one.cookie))) {
      await inWindow({ ...rest, cookie }, async (page) => {
        await page.context().addCookies(cookies);
        prepare(page);
        for (const { path } of all.filter((one) => one.cookie === cookie)) {
          await page.goto(path);
          await work(page, path);
        }
      });
    }
  }
});

type Cookie = { name: string; value: string; url: string };

/** Tabs on until the focused element's text begins with this. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>("document.activeElement.textContent ?? ''");
    if (focused.trim().startsWith(text)) return;
  }
  throw new Error(`the keyboard does not reach ${text}`);
}

/**
 * Controls and links lower than 44 CSS px, but for links inside a sentence (WCAG 2.5.8 excepts them), what a label
 * around it makes large, and what no pointer reaches.
 */
const SMALL_TARGETS = `[...document.querySelectorAll('main button, main .button, main input, main select, main summary, .site a, .site button, main li > a, main p > a')]
  .filter((e) => e.offsetParent !== null && e.type !== 'hidden' && !e.closest('label.choice') && !e.matches('.visually-hidden'))
  .filter((e) => !(e.tagName === 'A' && getComputedStyle(e).display === 'inline'))
  .map((e) => ({ e, box: e.getBoundingClientRect() }))
  .filter(({ box }) => box.height < 43.5)
  .map(({ e, box }) => e.outerHTML.slice(0, 120) + ' ' + box.height)`;
