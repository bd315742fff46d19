import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/**
 * Checks what the documents point at: relative links and paths in code marks must exist, and npm scripts they
 * name must be in package.json. A document that lies about the code is worse than none.
 */
const ROOTS = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'docs',
  'bench',
];

function documents(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return path.endsWith('.md') ? [path] : [];
  return readdirSync(path).flatMap((name) => documents(join(path, name)));
}

const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts);

function problemsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const problems: string[] = [];
  for (const [, target] of text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)) {
    if (!target || /^[a-z]+:/.test(target)) continue;
    if (!existsSync(normalize(join(dirname(file), target)))) problems.push(`${file}: broken link ${target}`);
  }
  for (const [, path] of text.matchAll(
    /`((?:src|test|search|seeds|drizzle|docs|bench|scripts)\/[\w./-]*)`/g,
  )) {
    if (path && !existsSync(path)) problems.push(`${file}: no such path ${path}`);
  }
  for (const [, script] of text.matchAll(/npm run ([\w:-]+)/g)) {
    if (script && !scripts.includes(script)) problems.push(`${file}: no such script ${script}`);
  }
  return problems;
}

const problems = ROOTS.flatMap(documents).flatMap(problemsOf);
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
