import { describe, expect, it } from 'vitest';
import { type Import, readSources, type Source, scan } from './support/sources';

/** The import rules of docs/architecture.md, held against every file of src. */
const sources = readSources();
const byPath = new Map(sources.map((source) => [source.path, source]));
const folderOf = (path: string) => (path.includes('/') ? (path.split('/')[0] ?? path) : path);
/** Folders that are no slices: the core, what stands on top, and what is wired below. */
const AROUND = ['kernel', 'http', 'web', 'db', 'adapters', 'runtime', 'cli'];
const isSlice = (path: string) =>
  path.includes('/') && !path.startsWith('..') && !AROUND.includes(folderOf(path));

/** `file → import` of every import that breaks a rule. */
function breaking(rule: (source: Source, one: Import) => boolean): string[] {
  return sources.flatMap((source) =>
    source.imports.filter((one) => rule(source, one)).map((one) => `${source.path} → ${one.to ?? one.from}`),
  );
}
/** `file: piece` of every piece of code that a file may not have. */
function holding(files: (path: string) => boolean, forbidden: RegExp): string[] {
  return sources
    .filter(({ path }) => files(path))
    .flatMap(({ path, code }) => [...code.matchAll(forbidden)].map(([piece]) => `${path}: ${piece}`));
}

it('reads every source', () => {
  expect(sources.length).toBeGreaterThan(100);
  const lost = breaking(
    ({ path }, { to }) => to !== null && !to.startsWith('..') && !byPath.has(to) && path !== '',
  );
  expect(lost).toEqual([]);
});

describe('1. the pure core', () => {
  const isCore = (path: string) => path.startsWith('kernel/') || /\/(rules|score)\.ts$/.test(path);
  /** The only library of the kernel: plain arithmetic of Chinese map datums. */
  const ARITHMETIC = new Set(['gcoord']);
  const IMPURE =
    /\basync\b|\bawait\b|\bPromise\b|\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\b|\bcrypto\b|\bset(?:Timeout|Interval)\b|\bfetch\b/g;

  it('kernel imports nothing but kernel', () => {
    expect(
      breaking(
        ({ path }, { from, to, typeOnly }) =>
          path.startsWith('kernel/') && !typeOnly && !to?.startsWith('kernel/') && !ARITHMETIC.has(from),
      ),
    ).toEqual([]);
  });

  it('rules and scores stand on the kernel, and on tables as pure as themselves', () => {
    const reached = new Set<string>();
    const visit = (path: string) => {
      if (reached.has(path)) return;
      reached.add(path);
      for (const { to, typeOnly } of byPath.get(path)?.imports ?? []) if (!typeOnly && to) visit(to);
    };
    for (const { path } of sources) if (isCore(path)) visit(path);
    expect(reached.size).toBeGreaterThan(15);
    expect(holding((path) => reached.has(path), IMPURE)).toEqual([]);
    expect(
      breaking(
        ({ path }, { from, to }) =>
          reached.has(path) && to === null && !ARITHMETIC.has(from) && from !== '@hono/zod-openapi',
      ),
    ).toEqual([]);
  });

  it('matching decides without asking anybody: no clock, no chance, no waiting', () => {
    const pure = ['evaluate', 'fit', 'rank', 'reasons', 'relax', 'row', 'score'].map(
      (name) => `matching/${name}.ts`,
    );
    expect(pure.filter((path) => !byPath.has(path))).toEqual([]);
    expect(holding((path) => pure.includes(path) || path === 'places/travel.ts', IMPURE)).toEqual([]);
  });
});

describe('2. libraries of databases, engines and the platform', () => {
  const BELOW = /^((adapters|db|runtime|cli)\/|node\.ts$)/;
  const PLATFORM = /^(node:|(fs|path|os|child_process|crypto|http|net|stream|url|util|worker_threads)($|\/))/;
  const DRIVERS =
    /^(drizzle-orm|drizzle-kit|postgres|pg|meilisearch|@node-rs\/|better-auth|pino|prom-client|cli-progress|@hono\/node-server)/;

  it('appear only under adapters, db, runtime, cli and the Node entry', () => {
    expect(
      breaking(
        ({ path }, { from, to }) =>
          to === null && !BELOW.test(path) && (PLATFORM.test(from) || DRIVERS.test(from)),
      ),
    ).toEqual([]);
  });

  it('nor do adapters, tables and composition roots reach upwards into slices', () => {
    expect(
      breaking(({ path }, { to }) => isSlice(path) && /^(adapters|db|runtime|cli)\//.test(to ?? '')),
    ).toEqual([]);
    expect(
      breaking(
        ({ path }, { to }) => /^(http|web)\//.test(path) && /^(adapters|db|runtime|cli)\//.test(to ?? ''),
      ),
    ).toEqual([]);
  });
});

describe('3. slices', () => {
  /** The lexicon is built by a command that is part of the search slice's own data. */
  const NAMED = new Set(['cli/lexicon.ts']);

  it('are reached through their index; app.ts mounts their routes', () => {
    expect(
      breaking(({ path }, { to }) => {
        if (!to || !isSlice(to) || folderOf(to) === folderOf(path) || NAMED.has(path)) return false;
        return !(to.endsWith('/index.ts') || (path === 'app.ts' && /routes\.ts$/.test(to)));
      }),
    ).toEqual([]);
  });

  it('know HTTP in their routes only; how zod reports may be known to all', () => {
    expect(
      breaking(
        ({ path }, { to, typeOnly }) =>
          isSlice(path) &&
          !typeOnly &&
          /^http\//.test(to ?? '') &&
          to !== 'http/zod-problems.ts' &&
          !/routes\.ts$/.test(path),
      ),
    ).toEqual([]);
  });

  it('know of the pages nothing but their words', () => {
    expect(
      breaking(
        ({ path }, { to, typeOnly }) =>
          (isSlice(path) || path.startsWith('http/')) &&
          !typeOnly &&
          /^web\//.test(to ?? '') &&
          !to?.startsWith('web/text/'),
      ),
    ).toEqual([]);
  });

  it('are asked for services by pages and routes, never for stores', () => {
    const asks = holding(
      (path) => /(^|\/)[\w-]*routes\.tsx?$/.test(path) || path.startsWith('web/'),
      /\.stores\b|\.tx\(/g,
    );
    // How the station itself is, is no slice's business.
    expect(asks.filter((found) => !found.startsWith('http/ops-routes.ts'))).toEqual([]);
  });

  it('run in no circle: of files that are loaded, none needs itself', () => {
    const circles: string[][] = [];
    const state = new Map<string, 'open' | 'done'>();
    const visit = (path: string, way: string[]) => {
      if (state.get(path) === 'done') return;
      if (state.get(path) === 'open') {
        circles.push([...way.slice(way.indexOf(path)), path]);
        return;
      }
      state.set(path, 'open');
      for (const { to, typeOnly } of byPath.get(path)?.imports ?? [])
        if (!typeOnly && to) visit(to, [...way, path]);
      state.set(path, 'done');
    };
    for (const { path } of sources) visit(path, []);
    expect(circles.filter((circle) => new Set(circle.map(folderOf)).size > 1)).toEqual([]);
  });

  it('have at most one level of folders, but for two parts each of search and of jobs', () => {
    const deep = (path: string) =>
      path.split('/').length > (/^(search\/(lexicon|understand)|jobs\/(import|spoken))\//.test(path) ? 3 : 2);
    expect(sources.map(({ path }) => path).filter((path) => isSlice(path) && deep(path))).toEqual([]);
  });
});

describe('4. the environment', () => {
  it('is read in one file', () => {
    expect(holding((path) => path !== 'runtime/env.ts', /\bprocess\.env\b|\bimport\.meta\.env\b/g)).toEqual(
      [],
    );
  });
});

describe('8. Chinese for people', () => {
  /** Reads lists that were written elsewhere, in their own words. */
  const READERS =
    /^(jobs\/import\/listing[\w-]*|(hours|jobs\/(import|spoken)|search|search\/understand)\/[\w-]+-words)\.ts$/;

  it('stands in web/text and the data folders only', () => {
    const elsewhere = sources.filter(({ path }) => !path.startsWith('web/text/') && !READERS.test(path));
    const han = /\p{Script=Han}/u;
    expect(
      elsewhere
        .filter(({ code, strings }) => han.test(code) || strings.some((text) => han.test(text)))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

describe('9. files', () => {
  it('are short, and none is a drawer for odds and ends', () => {
    expect(sources.filter(({ lines }) => lines > 400).map(({ path, lines }) => `${path}: ${lines}`)).toEqual(
      [],
    );
    expect(sources.filter(({ lines }) => lines > 250).length).toBeLessThan(sources.length / 20);
    expect(
      sources
        .map(({ path }) => path)
        .filter((path) => /(^|\/)(utils?|helpers?|misc|common)(\.|\/)/.test(path)),
    ).toEqual([]);
  });

  it('hold no lock number twice', () => {
    const numbers = sources.flatMap(({ code }) =>
      [...code.matchAll(/LOCK = ([\d_]+)/g)].map(([, number]) => number),
    );
    expect(numbers.length).toBeGreaterThan(2);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('silence no checker', () => {
    expect(
      sources
        .filter(({ path }) => byPath.has(path))
        .flatMap(({ path, silenced }) => silenced.map((line) => `${path}: ${line}`)),
    ).toEqual([]);
  });
});

describe('the reader of sources', () => {
  it.each([
    ["const a = 'x // y'; // 注释", "const a = '';  "],
    ['const a = "it\'s"; /* 注\n释 */ b', "const a = '';   b"],
    ['const r = /[\'"`/]\\/中/u.test(x) / 2', 'const r =  0 .test(x) / 2'],
    ['const t = `a \\` 中`;', "const t = '';"],
    ['return /中/;', 'return  0 ;'],
  ])('reads %j', (text, code) => {
    expect(scan(text).code).toBe(code);
  });

  it('keeps strings apart, for their language', () => {
    expect(scan("f('中', `文`); // 字").strings).toEqual(["'中'", '`文`']);
  });
});
