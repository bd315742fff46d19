import { readFileSync } from 'node:fs';
import { apiDocument, createApp } from '../app';
import type { AppDeps } from '../http/env';

/** The description of the API as docs/openapi.json holds it: the same text from the same code, keys in order. */
export function openApiText(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const document = apiDocument(createApp(undemanding(version)), version);
  return `${JSON.stringify(document, inOrder, 2)}\n`;
}

/** Dependencies of an application that describes itself and answers nobody. */
function undemanding(version: string): AppDeps {
  return {
    log: { info() {}, warn() {}, error() {} },
    metrics: null,
    config: {
      apiToken: null,
      sessionSecret: '',
      baseUrl: null,
      rateLimit: false,
      trustProxy: false,
      demo: false,
      version,
    },
    provide() {
      throw new Error('nothing is provided here');
    },
  };
}

/** Keys sorted by code point, so that the order of modules does not show. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
