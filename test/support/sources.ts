import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One source file, read for what the rules of the house speak of. */
export interface Source {
  /** Path below src, with slashes. */
  path: string;
  lines: number;
  /** The text without comments, strings and regular expressions. */
  code: string;
  /** What stands in strings, templates and JSX text. */
  strings: string[];
  imports: Import[];
  /** Lines that tell a checker to look away. */
  silenced: string[];
}

/** An import: a file below src (`to`), or a package. */
export interface Import {
  from: string;
  /** Path below src of a file of ours; null for packages. */
  to: string | null;
  /** Only types: gone when the program runs. */
  typeOnly: boolean;
}

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** Every TypeScript file below src. */
export function readSources(): Source[] {
  const paths = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path))
    .sort();
  const known = new Set(paths);
  return paths.map((path) => {
    const text = readFileSync(join(SRC, path), 'utf8');
    const silenced = text.match(/.*(@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable).*/g) ?? [];
    const lines = text.split('\n').length;
    return { path, lines, ...scan(text), imports: importsOf(path, text, known), silenced };
  });
}

/** Imports and re-exports, dynamic ones included. */
function importsOf(path: string, text: string, known: ReadonlySet<string>): Import[] {
  const found: Import[] = [];
  const statement = /^(?:import|export)\s+(type\s+)?([^;'"]*?)\s*from\s*['"]([^'"]+)['"]/gm;
  for (const [, type, names = '', from = ''] of text.matchAll(statement)) {
    const inner = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
    const everyType =
      inner?.split(',').every((name) => name.trim() === '' || /^type\s/.test(name.trim())) ?? false;
    found.push({
      from,
      to: resolve(path, from, known),
      typeOnly: Boolean(type) || (everyType && inner?.trim() !== ''),
    });
  }
  for (const [, from = ''] of text.matchAll(
    /^import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
  )) {
    if (from) found.push({ from, to: resolve(path, from, known), typeOnly: false });
  }
  return found;
}

function resolve(path: string, from: string, known: ReadonlySet<string>): string | null {
  if (!from.startsWith('.')) return null;
  const base = join(dirname(path), from).replaceAll('\\', '/');
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`];
  return candidates.find((candidate) => known.has(candidate)) ?? relative('', base);
}

/** Characters after which a slash begins a regular expression and not a division. */
const BEFORE_REGEX = /(^|[(,=:[!&|?{};+\n]|=>|\breturn|\btypeof|\bcase)\s*$/;

/** Takes a text apart into code and strings; comments and regular expressions are dropped. */
export function scan(text: string): { code: string; strings: string[] } {
  const strings: string[] = [];
  let code = '';
  const skipTo = (end: RegExp, at: number) => {
    end.lastIndex = at;
    const match = end.exec(text);
    return match ? match.index + match[0].length : text.length;
  };
  for (let i = 0; i < text.length; ) {
    const two = text.slice(i, i + 2);
    const one = text[i] ?? '';
    let end = i + 1;
    if (two === '//') end = skipTo(/(?=\n)/g, i);
    else if (two === '/*') end = skipTo(/\*\//g, i + 2);
    else if (one === "'" || one === '"')
      end = skipTo(one === "'" ? /(?<!\\)(?:\\\\)*'/g : /(?<!\\)(?:\\\\)*"/g, i + 1);
    else if (one === '`') end = skipTo(/(?<!\\)(?:\\\\)*`/g, i + 1);
    else if (one === '/' && BEFORE_REGEX.test(code))
      end = skipTo(/(?:\[(?:\\.|[^\]\\])*\]|\\.|[^/\\\n[])*\/[a-z]*/g, i + 1);
    else {
      code += one;
      i = end;
      continue;
    }
    const piece = text.slice(i, end);
    if (/^['"`]/.test(piece)) {
      strings.push(piece);
      code += "''";
    } else if (one !== '/' || two === '//' || two === '/*') code += ' ';
    else code += ' 0 ';
    i = end;
  }
  return { code, strings };
}
