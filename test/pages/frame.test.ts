import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linksOf, readable, visitor } from '../support/pages';
import { openTestStation, type TestStation, TOKEN } from '../support/station';
import { type PageToSee, seekerPagesToSee } from './crawl';

/** What holds for every page: the frame, its headers, the guard of forms, errors in plain words. */
let t: TestStation;
let all: PageToSee[];
beforeAll(async () => {
  t = await openTestStation();
  all = await seekerPagesToSee(t);
});
afterAll(() => t.close());

const HTML = { accept: 'text/html' };

describe('every page', () => {
  it('is a whole Chinese page under a policy that lets nothing inline run', async () => {
    for (const { path, cookie, status } of all) {
      const page = await visitor(t, cookie).get(path);
      expect(page.status, path).toBe(status);
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain("script-src 'self';");
      expect(policy, path).toContain("style-src 'self';");
      expect(policy, path).not.toContain('unsafe');
      expect(page.html, path).toMatch(/^<!DOCTYPE html><html lang="zh-CN"/);
      expect(page.html, path).toContain(
        '<meta name="viewport" content="width=device-width, initial-scale=1"',
      );
      expect(page.html, path).toMatch(/<a class="skip" href="#main">/);
      expect(page.html.match(/<h1\b/g), path).toHaveLength(1);
      expect(readable(page.html), path).toContain('找活不花钱');
    }
  });

  it('has no script or style of its own, inline or as an attribute', async () => {
    for (const { path, cookie } of all) {
      const { html } = await visitor(t, cookie).get(path);
      for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) expect(tag, path).toMatch(/ src="\/assets\//);
      expect(html, path).not.toMatch(/<script\b[^>]*>[^<]/);
      expect(html, path).not.toMatch(/<style\b/);
      expect(html, path).not.toMatch(/<[^>]+\s(style|on[a-z]+)=/);
      expect(html, path).not.toMatch(/href="javascript:/);
    }
  });

  it('of a session is kept by nobody', async () => {
    for (const { path, cookie } of all.filter((page) => page.cookie !== '')) {
      const { headers } = await visitor(t, cookie).get(path);
      expect(headers.get('cache-control'), path).toBe('no-store');
    }
  });

  it('keeps the station of the address in its links and forms', async () => {
    const other = await t.mintStation();
    const { html } = await visitor(t, '', other).get('/');
    const own = [...html.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map((m) => m[1] ?? '');
    expect(own.length).toBeGreaterThan(5);
    for (const href of own) expect(href).toContain(`station=${other.slug}`);
    expect(html).toContain(`<input type="hidden" name="station" value="${other.slug}"`);
  });
});

describe('large type', () => {
  it('is switched by a link that stays where one is, and remembered', async () => {
    const anna = visitor(t);
    const before = await anna.get('/?minutes=30');
    expect(before.html).not.toContain('<html lang="zh-CN" class="large"');
    const [href = ''] = linksOf(before.html, '大字版');
    expect(href).toBe('/?minutes=30&type=large');
    expect((await anna.get(href)).html).toContain('<html lang="zh-CN" class="large"');
    const later = await anna.get('/sign-in');
    expect(later.html).toContain('<html lang="zh-CN" class="large"');
    const [back = ''] = linksOf(later.html, '标准字');
    await anna.get(back);
    expect((await anna.get('/')).html).not.toContain('class="large"');
  });
});

describe('the guard of forms', () => {
  it('refuses a form of a session without its token, as a page', async () => {
    const { cookie } = await t.signIn('seeker');
    for (const csrf of [null, 'x', `${'A'.repeat(64)}`]) {
      const sent = await visitor(t, cookie).post('/me/profile', { name: '李' }, { csrf });
      expect(sent.status).toBe(403);
      expect(sent.headers.get('content-type')).toContain('text/html');
      expect(readable(sent.html)).toContain('请返回上一页，刷新后再交一次');
    }
  });

  it('refuses the token of another session', async () => {
    const other = await visitor(t, (await t.signIn('seeker')).cookie).token();
    const sent = await visitor(t, (await t.signIn('seeker')).cookie).post('/me/profile', {}, { csrf: other });
    expect(sent.status).toBe(403);
  });

  it('refuses forms of the public from other sites', async () => {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'none' }]) {
      const sent = await visitor(t).post('/sign-in', { phone: '19900000000' }, { csrf: null, headers });
      expect(sent.status).toBe(403);
      expect(t.codes.has('19900000000')).toBe(false);
    }
  });

  it('refuses what is no form, and what is too large', async () => {
    const json = { 'content-type': 'application/json' };
    const sent = await visitor(t).post('/sign-in', {}, { csrf: null, headers: json });
    expect(sent.status).toBe(415);
    expect(readable(sent.html)).toContain('请从页面上的表格提交');
    const large = await visitor(t).post('/sign-in', { phone: '1'.repeat(300_000) }, { csrf: null });
    expect(large.status).toBe(413);
    expect(readable(large.html)).toContain('内容太大');
  });
});

describe('what goes wrong', () => {
  it('is a page for people and problem details for programs', async () => {
    const page = await t.client(HTML).get('/nothing');
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8']);
    expect(readable(await page.text())).toContain('没有这个页面');
    const program = await t.client().get('/nothing');
    expect(program.headers.get('content-type')).toContain('application/problem+json');
    const api = await t.client(HTML).get('/api/jobs?minutes=0');
    expect([api.status, api.headers.get('content-type')]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
    const unknown = await t.client(HTML).post('/api/nothing');
    expect(unknown.status).toBe(404);
  });

  it('is a page also when nobody knows yet who asks', async () => {
    const page = await t.client({ ...HTML, authorization: `Bearer ${TOKEN}x` }).get('/');
    expect(page.status).toBe(401);
    expect(await page.text()).toContain('<html lang="zh-CN"');
    const lost = await t.client(HTML).get('/?station=nowhere');
    expect(lost.status).toBe(404);
    expect(readable(await lost.text())).toContain('没有找到这个驿站');
  });
});

describe('files', () => {
  it('are kept for ever under the name of their content', async () => {
    const { html } = await visitor(t).get('/');
    const paths = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((m) => m[1] ?? '');
    expect(paths).toHaveLength(4);
    for (const path of paths) {
      const file = await t.client().get(path);
      expect([path, file.status]).toEqual([path, 200]);
      expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect((await file.text()).length).toBeGreaterThan(100);
    }
  });

  it('of an earlier version are served as they are now, and asked for again', async () => {
    const file = await t.client().get('/assets/style.0ld.css');
    expect(file.status).toBe(200);
    expect(file.headers.get('cache-control')).toBe('no-cache');
    expect((await t.client().get('/assets/other.css')).status).toBe(404);
    expect((await t.client().get('/assets/..%2Fapp.ts')).status).toBe(404);
  });
});

describe('/docs', () => {
  it('shows every call of openapi.json', async () => {
    const { html } = await visitor(t).get('/docs');
    const document = (await (await t.client().get('/openapi.json')).json()) as {
      paths: Record<string, object>;
    };
    const paths = Object.keys(document.paths);
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) expect(html, path).toContain(`<code>${path}</code>`);
  });
});
