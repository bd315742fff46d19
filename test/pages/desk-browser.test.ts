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

const chromium = findChromium();
const title = chromium
  ? 'desk and shop in a real browser'
  : `desk and shop in a real browser (${MISSING_BROWSER})`;

describe.skipIf(!chromium)(title, { timeout: 60_000 }, () => {
  let t: TestStation;
  let server: Awaited<ReturnType<typeof serveStation>>;
  let browser: Browser;
  let staff: string;
  let shop: string;
  let pages: { path: string; cookie: string }[];
  beforeAll(async () => {
    t = await openTestStation();
    for (const [name, metres] of [
      ['食堂洗碗', 300],
      ['面馆洗碗', 600],
      ['早市理货', 900],
    ] as const) {
      const place = { address: `${name}的地址十二号底商`, ...streetMetresNorth(metres) };
      await t.openJob(jobDraft({ title: name, place, business: { name: `${name}店`, kind: 'shop' } }));
    }
    staff = (await t.signIn('staff')).cookie;
    pages = await pagesToSee();
    server = await serveStation(t);
    browser = await launchBrowser(chromium ?? '');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await t?.close();
  });

  /** Every page of the desk and of a shop, with something to see on it. */
  async function pagesToSee() {
    const keeper = await t.signIn('shop');
    shop = keeper.cookie;
    const made = await keeper.post(
      '/api/jobs',
      jobDraft({ title: '包子铺帮手', business: { name: '包子铺', kind: 'shop' } }),
    );
    const { id: job } = (await made.json()) as { id: string };
    await t.service().post(`/api/jobs/${job}/publish`);
    await keeper.post(
      '/api/jobs',
      jobDraft({ title: '包子铺帮手', business: { name: '包子铺', kind: 'shop' } }),
    );
    const seeker = await t.signIn('seeker');
    const profile = {
      name: '李女士',
      free: 'Mo-Fr 08:20-15:40',
      consent: { purpose: 'matching', channel: 'screen' },
    };
    const person = (await (await seeker.post('/api/candidates', profile)).json()) as { id: string };
    await seeker.post(`/api/jobs/${job}/interest`);
    const visit = { name: '王姐', text: '洗碗', consent: { purpose: 'matching', channel: 'paper' } };
    await t.service().post('/api/walk-ins', visit);
    const received = (await (await t.service().post('/api/walk-ins', visit)).json()) as {
      walkIn: { id: string };
    };
    const walkIn = received.walkIn.id;
    await t.service().put(`/api/walk-ins/${walkIn}/shortlist`, { jobIds: [job] });
    await t.service().post('/api/referrals', { walkInId: walkIn, jobId: job });
    const desk = [
      '',
      '?q=%E5%8C%85',
      '/plan',
      '/referrals',
      '/jobs',
      '/jobs/new',
      `/jobs/${job}`,
      `/jobs/${job}/edit`,
      '/candidates',
    ];
    const people = [
      '/candidates/new',
      `/candidates/${person.id}`,
      `/candidates/${person.id}/edit`,
      '/businesses',
    ];
    const visits = [`/walk-ins/${walkIn}`, `/walk-ins/${walkIn}?edit=1`, `/walk-ins/${walkIn}/slip`];
    return [
      ...[...desk, ...people, ...visits].map((path) => ({ path: `/desk${path}`, cookie: staff })),
      ...['', '/jobs/new', `/jobs/${job}`, `/jobs/${job}/edit?open=1`].map((path) => ({
        path: `/shop${path}`,
        cookie: shop,
      })),
    ];
  }

  async function inWindow<T>(
    options: NonNullable<Parameters<Browser['newContext']>[0]> & { cookie: string },
    work: (page: Page) => Promise<T>,
  ): Promise<T> {
    const { cookie, ...rest } = options;
    const context = await browser.newContext({ baseURL: server.url, locale: 'zh-CN', ...rest });
    try {
      await context.addCookies(browserCookies(cookie, server.url));
      return await work(await context.newPage());
    } finally {
      await context.close();
    }
  }

  /** Tabs on until the control of this name, and of this value if one is given, has the keyboard. */
  async function tabTo(page: Page, name: string, value?: string): Promise<void> {
    for (let i = 0; i < 120; i++) {
      const [at, is] = await page.evaluate<[string, string]>(
        '[document.activeElement.name, document.activeElement.value]',
      );
      if (at === name && (value === undefined || is === value)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${name}`);
  }

  /** Alt and a key. Browsers act upon the character, which the test's own keyboard does not send with Alt. */
  async function accessKey(page: Page, key: string): Promise<void> {
    const session = await page.context().newCDPSession(page);
    const event = { type: 'char', modifiers: 1, key, text: key, unmodifiedText: key } as const;
    await session.send('Input.dispatchKeyEvent', event);
  }

  it('take down a visitor and print the slip with the keyboard alone', async () => {
    await inWindow({ cookie: staff, viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.goto('/desk');
      expect(await page.evaluate('document.activeElement.name')).toBe('name');
      await page.keyboard.type('张大爷');
      await tabTo(page, 'text');
      await page.keyboard.type('想找洗碗的活');
      await tabTo(page, 'minutes');
      await page.keyboard.press('ArrowDown');
      // Before noon and with an "a": read alike by a clock of twelve hours and by one of twenty-four.
      await tabTo(page, 'h.Mo-Fr.from1');
      await page.keyboard.type('0620a');
      await tabTo(page, 'h.Mo-Fr.to1');
      await page.keyboard.type('1159a');
      await tabTo(page, 'purpose', 'matching');
      await page.keyboard.press('Space');
      await tabTo(page, 'witness');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/desk\/walk-ins\/[0-9a-f-]{36}$/);
      expect(await page.textContent('main')).toContain('周一到周五 06:20–11:59');
      expect(await page.textContent('main')).toContain('步行，最多 20 分钟');
      expect(await page.locator('.match').count()).toBe(0);
      await accessKey(page, 'e');
      await page.waitForURL(/edit=1/);
      await tabTo(page, 'h.Mo-Fr.to1');
      await page.keyboard.type('0200p');
      await tabTo(page, 'hoursMax');
      await page.keyboard.press('Enter');
      await page.waitForURL(/done=revised/);
      expect(await page.locator('.match').count()).toBeGreaterThan(1);
      await accessKey(page, '1');
      await tabTo(
        page,
        'job',
        (await page.locator('.match').nth(1).locator('input[name=job]').getAttribute('value')) ?? '',
      );
      await page.keyboard.press('Space');
      expect(await page.locator('.match input:checked').count()).toBe(2);
      await accessKey(page, 's');
      await page.waitForURL(/\/slip$/);
      expect(await page.locator('.slip-jobs > li').count()).toBe(2);
      await accessKey(page, 'n');
      await page.waitForURL(/\/desk$/);
    });
  });

  it('do the same without JavaScript', async () => {
    await inWindow(
      { cookie: staff, javaScriptEnabled: false, viewport: { width: 390, height: 844 } },
      async (page) => {
        await page.goto('/desk');
        await page.fill('[name=name]', '赵阿姨');
        await page.check('[name=purpose][value=matching]');
        await page.click('.intake button:has-text("找合适的活")');
        await page.waitForURL(/walk-ins/);
        await page.check('.match >> nth=0 >> input');
        await page.click('button:has-text("存为备选名单")');
        await page.waitForURL(/slip/);
        expect(await page.locator('.slip-qr svg').count()).toBe(1);
      },
    );
  });

  it.each([
    ['80 mm', '80mm', 302],
    ['58 mm', '58mm', 219],
  ])('print a slip of three postings on one page %s wide, nothing cut off', async (_, width, pixels) => {
    const visit = { name: '孙师傅', consent: { purpose: 'matching', channel: 'paper' } };
    const made = (await (await t.service().post('/api/walk-ins', visit)).json()) as {
      walkIn: { id: string };
      shortlist: { job: { id: string } }[];
    };
    const jobIds = made.shortlist.slice(0, 3).map(({ job }) => job.id);
    expect(jobIds).toHaveLength(3);
    await t.service().put(`/api/walk-ins/${made.walkIn.id}/shortlist`, { jobIds });
    await inWindow({ cookie: staff }, async (page) => {
      await page.goto(`/desk/walk-ins/${made.walkIn.id}/slip`);
      const pdf = await page.pdf({ width, height: '297mm' });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: pixels, height: 1100 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(pixels);
      expect(await page.locator('.slip-bar').isVisible()).toBe(false);
      // 58 mm at 203 dpi are 464 dots: a code of 24 mm has more than four to the module.
      const code = await page.locator('.slip-qr svg').first().boundingBox();
      expect(code?.width ?? 0).toBeGreaterThan(80);
    });
  });

  it('fill in the pin of a posting from the present position', async () => {
    const geolocation = { latitude: 35.19123, longitude: 113.26456 };
    await inWindow({ cookie: shop, geolocation, permissions: ['geolocation'] }, async (page) => {
      await page.goto('/shop/jobs/new');
      await page.click('button:has-text("用我现在的位置")');
      await page.waitForSelector('text=位置标好了');
      expect(await page.inputValue('[name=lat]')).toBe('35.19123');
      expect(await page.inputValue('[name=lng]')).toBe('113.26456');
    });
  });

  it('keep the draft when Enter is pressed in a field of a posting', async () => {
    await inWindow({ cookie: shop }, async (page) => {
      await page.goto('/shop/jobs/new');
      await page.fill('[name=title]', '敲了回车');
      await page.press('[name=title]', 'Enter');
      await page.waitForURL(/done=saved/);
      expect(await page.textContent('h1')).toContain('敲了回车');
    });
  });

  it('ask of a posting only what its kind of hours and pay needs', async () => {
    await inWindow({ cookie: shop }, async (page) => {
      await page.goto('/shop/jobs/new');
      expect(await page.isVisible('[name=atLeast]')).toBe(false);
      await page.check('[name=kind][value=some]');
      expect(await page.isVisible('[name=atLeast]')).toBe(true);
      await page.check('[name=kind][value=window]');
      expect(await page.isVisible('[name=hoursPerWeek]')).toBe(true);
      expect(await page.isVisible('[name=date0]')).toBe(false);
      expect(await page.isVisible('[name="pay.expectedHours"]')).toBe(false);
      await page.selectOption('[name="pay.unit"]', 'day');
      expect(await page.isVisible('[name="pay.expectedHours"]')).toBe(true);
    });
  });

  it('show the whole intake on a screen of 1280 × 800', async () => {
    await inWindow({ cookie: staff, viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.goto('/desk');
      const box = await page.locator('.intake button.big').boundingBox();
      expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThanOrEqual(800);
    });
  });

  async function onEveryPage(
    options: NonNullable<Parameters<Browser['newContext']>[0]>,
    work: (page: Page, path: string) => Promise<void>,
    large = false,
  ): Promise<void> {
    for (const cookie of [staff, shop]) {
      await inWindow({ ...options, cookie }, async (page) => {
        if (large) await page.context().addCookies([{ name: 'type', value: 'large', url: server.url }]);
        for (const { path } of pages.filter((one) => one.cookie === cookie)) {
          const answer = await page.goto(path);
          expect(answer?.status(), path).toBe(200);
          await work(page, path);
        }
      });
    }
  }

  it('break no rule of accessibility that is serious', async () => {
    await onEveryPage({ viewport: { width: 1280, height: 800 } }, async (page, path) => {
      // Shops are run from phones.
      if (path.startsWith('/shop')) await page.setViewportSize({ width: 390, height: 844 });
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
  }, 240_000);

  it.each([false, true])(
    'fit a narrow phone without scrolling sideways, large type %s',
    async (large) => {
      await onEveryPage(
        { viewport: { width: 360, height: 740 } },
        async (page, path) => {
          expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(360);
          expect(await page.evaluate<string[]>(SMALL_BUTTONS), path).toEqual([]);
        },
        large,
      );
    },
    240_000,
  );
});

/** Buttons and fields lower than 44 CSS px that a finger would miss. */
const SMALL_BUTTONS = `[...document.querySelectorAll('main button, main .button, main input, main select, main summary')]
  .filter((e) => e.offsetParent !== null && e.type !== 'hidden' && e.tabIndex >= 0)
  .filter((e) => !e.closest('label.choice, label.day, label.pick'))
  .map((e) => ({ e, box: e.getBoundingClientRect() }))
  .filter(({ box }) => box.height < 43.5)
  .map(({ e, box }) => e.outerHTML.slice(0, 120) + ' ' + box.height)`;
