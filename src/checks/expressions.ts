import names from '../../law/names.json' with { type: 'json' };
import words from '../../law/words.json' with { type: 'json' };
import { anyOf } from './word-list';

/** Phrases by name. */
type Phrases = Readonly<Record<string, string>>;

const SHARED: Phrases = {
  ...Object.fromEntries(Object.entries(names).map(([name, list]) => [name, anyOf(list.split(' '))])),
  ...words.macros,
};

/**
 * Compiles an expression of the rules: `{name}` is a phrase of the file, of words.json or a list of names.json.
 * @throws Error for a phrase that there is not
 */
export function expression(source: string, flags = '', own: Phrases = {}): RegExp {
  return new RegExp(withSeams(expand(source, { ...SHARED, ...own })), flags);
}

function expand(source: string, phrases: Phrases): string {
  return source.replace(/\{([a-z]+)\}/gi, (_, name: string) => {
    const phrase = phrases[name];
    if (phrase === undefined) throw new Error(`no phrase ${name} in law/words.json`);
    return expand(phrase, phrases);
  });
}

/** Always holds and takes nothing. */
const SEAM = '(?=)';
/** Characters of a class, an escaped one, a quantifier, or one by itself. */
const TOKEN = /\[(?:\\.|[^\]\\])*\]|\\.|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|[*+?]\??|\{\d+(?:,\d*)?\}\??|./gs;

/**
 * The same expression with a seam behind every choice. V8 writes what follows a choice up to ten times, once for each
 * way through it; across a seam it does not. All rules together are half as large that way, and stay under the size
 * from which on V8 no longer optimises any of them (16 MB of code).
 */
function withSeams(source: string): string {
  const tokens = source.match(TOKEN) ?? [];
  /** Of the groups that are open, whether they are choices that a seam may follow. */
  const open: { looks: boolean; choice: boolean }[] = [];
  let written = '';
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? '';
    written += token;
    if (token.startsWith('(')) open.push({ looks: /[=!]$/.test(token), choice: false });
    else if (token === '|') for (const group of open.slice(-1)) group.choice = true;
    else if (token === ')') {
      const group = open.pop();
      if (/^[*+?{]/.test(tokens[i + 1] ?? '')) written += tokens[++i];
      if (group?.choice && !group.looks && !/^[)|]?$/.test(tokens[i + 1] ?? '')) written += SEAM;
    }
  }
  return written;
}
