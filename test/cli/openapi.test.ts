import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openApiText } from '../../src/cli/openapi-text';

describe('docs/openapi.json', () => {
  it('is what the code says now: after a change, npm run openapi', () => {
    const written = readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8');
    expect(written === openApiText()).toBe(true);
  });

  it('is the same text every time, and describes the search', () => {
    expect(openApiText()).toBe(openApiText());
    const { openapi, paths } = JSON.parse(openApiText());
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths)).toEqual([...Object.keys(paths)].sort());
    expect(paths['/api/jobs'].get.parameters.map(({ name }: { name: string }) => name)).toContain('free');
  });
});
