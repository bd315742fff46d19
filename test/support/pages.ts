import type { Station } from '../../src/stations';
import type { TestStation } from './station';

/** A page as a browser gets it. */
export interface Page {
  status: number;
  html: string;
  /** Where a redirect leads, without the test's `station` parameter; null for pages. */
  location: string | null;
  headers: Headers;
}

/** Somebody with a browser: keeps cookies, sends what browsers send, follows nothing by itself. */
export interface Visitor {
  get(path: string): Promise<Page>;
  /** Sends a form; `csrf` null leaves the token away, a text sends that one. */
  post(
    path: string,
    fields: Fields,
    more?: { csrf?: string | null; headers?: Record<string, string> },
  ): Promise<Page>;
  /** The token of the visitor's session, as every page carries it. */
  token(): Promise<string>;
  cookies: Map<string, string>;
}
type Fields = Record<string, string | readonly string[]>;

/** A visitor of the station's pages. @param cookie that of a session, from `signIn` */
export function visitor(t: TestStation, cookie = '', station: Station = t.station): Visitor {
  const cookies = new Map(cookie.split('; ').filter(Boolean).map(pairOf));

  async function ask(
    method: string,
    path: string,
    init: { body?: string; headers?: Record<string, string> },
  ) {
    const url = new URL(path, 'http://station.test');
    if (!url.searchParams.has('station')) url.searchParams.set('station', station.slug);
    const answer = await t.app.request(url.href, {
      method,
      headers: {
        accept: 'text/html,application/xhtml+xml',
        ...(cookies.size > 0 ? { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') } : {}),
        ...init.headers,
      },
      ...(init.body === undefined ? {} : { body: init.body }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = pairOf(line.split(';')[0] ?? '');
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return pageOf(answer);
  }

  const self: Visitor = {
    cookies,
    get: (path) => ask('GET', path, {}),
    async token() {
      const { html } = await self.get('/');
      return /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    },
    async post(path, fields, { csrf, headers } = {}) {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) {
        for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
      }
      const token = csrf === undefined ? await self.token() : csrf;
      if (token) body.set('csrf', token);
      const type = 'application/x-www-form-urlencoded';
      return ask('POST', path, {
        body: body.toString(),
        headers: { 'content-type': type, 'sec-fetch-site': 'same-origin', ...headers },
      });
    },
  };
  return self;
}

function pairOf(text: string): [string, string] {
  const at = text.indexOf('=');
  return [text.slice(0, at), text.slice(at + 1)];
}

async function pageOf(answer: Response): Promise<Page> {
  const location = answer.headers.get('location');
  return {
    status: answer.status,
    html: await answer.text(),
    location: location === null ? null : withoutStation(location),
    headers: answer.headers,
  };
}

function withoutStation(location: string): string {
  const url = new URL(location, 'http://station.test');
  url.searchParams.delete('station');
  return `${url.pathname}${url.search}`;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a person reads on a page: no tags, no attributes, single spaces. */
export function readable(html: string): string {
  return html
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The addresses of the links on a page whose text contains this, without the test's `station` parameter. */
export function linksOf(html: string, text: string): string[] {
  return [...html.matchAll(/<a ([^>]*)>([\s\S]*?)<\/a>/g)]
    .filter(([, attributes = '', inner = '']) => `${readable(inner)} ${attributes}`.includes(text))
    .map(([, attributes = '']) => /href="([^"]*)"/.exec(attributes)?.[1] ?? '')
    .map((href) => withoutStation(href.replaceAll('&amp;', '&')));
}

/** The values that a browser would send of a page's form as it stands. @param formClass of that form */
export function fieldsIn(formClass: string, html: string): Record<string, string[]> {
  const form = new RegExp(`<form [^>]*class="${formClass}"[\\s\\S]*?</form>`).exec(html)?.[0] ?? '';
  const fields: Record<string, string[]> = {};
  const add = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), unescaped(value)];
  };
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const at = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    const [name, type] = [at('name'), at('type')];
    if (name === undefined || name === 'csrf') continue;
    if ((type === 'checkbox' || type === 'radio') && !/ checked/.test(tag)) continue;
    add(name, at('value') ?? '');
  }
  for (const [, name = '', value = ''] of form.matchAll(
    /<textarea [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g,
  )) {
    add(name, value);
  }
  for (const [, name = '', options = ''] of form.matchAll(
    /<select [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  )) {
    const chosen =
      /<option value="([^"]*)" selected/.exec(options) ?? /<option value="([^"]*)"/.exec(options);
    add(name, chosen?.[1] ?? '');
  }
  return fields;
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
