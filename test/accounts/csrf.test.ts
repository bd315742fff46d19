import { describe, expect, it } from 'vitest';
import { checkCsrf, isSameOrigin, issueCsrf } from '../../src/accounts';

const SESSION = '01a20569-008c-70a9-a323-90a0d921889b';

describe('a form token', () => {
  it('is good for its session and secret only', async () => {
    const token = await issueCsrf(SESSION, 'secret');
    expect(token).toMatch(/^[\w-]{64}$/);
    expect(await checkCsrf(token, SESSION, 'secret')).toBe(true);
    expect(await checkCsrf(token, SESSION.replace('01', '02'), 'secret')).toBe(false);
    expect(await checkCsrf(token, SESSION, 'Secret')).toBe(false);
  });

  it('never looks the same twice', async () => {
    const [one, two] = [await issueCsrf(SESSION, 'secret'), await issueCsrf(SESSION, 'secret')];
    expect(one).not.toBe(two);
    expect(await checkCsrf(two, SESSION, 'secret')).toBe(true);
  });

  it('is broken by any change', async () => {
    const token = await issueCsrf(SESSION, 'secret');
    for (let i = 0; i < token.length; i += 7) {
      const changed = `${token.slice(0, i)}${token[i] === 'A' ? 'B' : 'A'}${token.slice(i + 1)}`;
      expect(await checkCsrf(changed, SESSION, 'secret')).toBe(false);
    }
    for (const junk of ['', 'x', token.slice(1), `${token}AA`, `${token}=`, '表单', 'a'.repeat(65)]) {
      expect(await checkCsrf(junk, SESSION, 'secret')).toBe(false);
    }
  });
});

describe('a request from the same origin', () => {
  const post = (headers: Record<string, string>, url = 'http://station.example/sign-in') =>
    isSameOrigin(new Request(url, { method: 'POST', headers }));

  it('is told by Fetch Metadata first', () => {
    expect(post({ 'sec-fetch-site': 'same-origin' })).toBe(true);
    for (const site of ['same-site', 'cross-site', 'none', '']) {
      expect(post({ 'sec-fetch-site': site, origin: 'http://station.example' })).toBe(false);
    }
  });

  it('is told by the Origin header else, its scheme aside', () => {
    expect(post({ origin: 'http://station.example' })).toBe(true);
    expect(post({ origin: 'https://station.example' })).toBe(true);
    expect(post({ origin: 'http://localhost:8787' }, 'http://localhost:8787/sign-in')).toBe(true);
    for (const origin of [
      'http://evil.example',
      'http://station.example:81',
      'http://a.station.example',
      'null',
    ]) {
      expect(post({ origin })).toBe(false);
    }
  });

  it('is not told by nothing', () => {
    expect(post({})).toBe(false);
  });
});
