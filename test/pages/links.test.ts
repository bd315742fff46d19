import { describe, expect, it } from 'vitest';
import { safePath, withParams } from '../../src/web/links';

describe('safePath', () => {
  it.each(['/me', '/jobs/1?free=Mo-Fr+08%3A00-12%3A00', '/?q=%E6%B4%97'])('follows %s', (path) => {
    expect(safePath(path, '/')).toBe(path);
  });

  it.each([
    undefined,
    '',
    'me',
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\n/evil.example',
    '/\u0009/evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/%2e//evil.example',
    `/${'a'.repeat(2000)}`,
  ])('does not follow %j', (path) => {
    const safe = safePath(path, '/home');
    expect(new URL(safe, 'http://station.test').host).toBe('station.test');
    expect(safe).toBe('/home');
  });
});

describe('withParams', () => {
  it('adds, replaces and takes away', () => {
    expect(withParams('/a?x=1&y=2', { x: 3, y: null, z: '' })).toBe('/a?x=3');
    expect(withParams('/a?x=1', { x: undefined })).toBe('/a');
    expect(withParams('/a?x=1#found', { y: 2 })).toBe('/a?x=1&y=2#found');
    expect(withParams('/a', { q: '洗碗 & 日结' })).toBe('/a?q=%E6%B4%97%E7%A2%97+%26+%E6%97%A5%E7%BB%93');
  });
});
