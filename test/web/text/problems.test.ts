import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasProblemText, problemText, problemTitle } from '../../../src/web/text/problems';

/** Codes that the source names where a problem is thrown or told. */
function codesInSource(): Map<string, string> {
  const found = new Map<string, string>();
  const patterns: [RegExp, (code: string) => string][] = [
    [/notFound\('([a-z_]+)'/g, (entity) => `${entity}_not_found`],
    [/(?:conflict|forbidden)\('([a-z_]+)'/g, (code) => code],
    [/new DomainError\(\s*'[a-z_]+',\s*'([a-z_]+)'/g, (code) => code],
    [/pointer: [^,{}]+,\s*code: '([a-z_]+)'/g, (code) => code],
  ];
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  for (const name of files) {
    const text = readFileSync(join('src', name), 'utf8');
    for (const [pattern, codeOf] of patterns) {
      for (const match of text.matchAll(pattern)) found.set(codeOf(match[1] ?? ''), name);
    }
  }
  return found;
}

describe('problemText', () => {
  it('has a sentence for every code that the source names', () => {
    const codes = codesInSource();
    expect(codes.size).toBeGreaterThan(50);
    expect([...codes].filter(([code]) => !hasProblemText(code))).toEqual([]);
  });

  it('says the numbers that belong to a problem, and something without them', () => {
    expect(problemText('too_big', { max: 90 })).toBe('太大了，不能超过 90');
    expect(problemText('too_big')).toBe('数字太大了');
    expect(problemText('over_week_hours', { hours: 25, max: 24 })).toContain('25');
    expect(problemText('body_too_large', { max: 64 * 1024 * 1024 })).toContain('64 MB');
    expect(problemText('too_many_requests', { retryAfter: 12 })).toContain('12 秒');
  });

  it('does not fail on a code that nobody knows, and is not fooled by names of Object', () => {
    expect(problemText('never_heard')).toContain('never_heard');
    expect(problemText('constructor')).toContain('constructor');
    expect(problemTitle(422)).toBe('内容不符合要求');
    expect(problemTitle(500)).toBe('系统出错');
  });
});
