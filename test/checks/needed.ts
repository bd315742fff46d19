/** Characters of which every match holds one; null when a match may hold none of any few. */
type Needed = ReadonlySet<string> | null;

/** Classes of more characters than this say nothing. */
const MOST = 80;

/**
 * Of which characters a text must hold one for an expression of the rules to find anything in it: of parts in a row
 * the one that costs least, of alternatives all of them together. Knows the syntax that the rules use.
 * @param cost how common a set of characters is; the least common is taken
 */
export function neededBy(source: string, cost: (set: ReadonlySet<string>) => number): Needed {
  let at = 0;

  function alternatives(): Needed {
    const all = new Set<string>();
    let open = false;
    for (;;) {
      const way = row();
      if (way === null) open = true;
      else for (const one of way) all.add(one);
      if (source[at] !== '|') break;
      at++;
    }
    return open ? null : all;
  }

  function row(): Needed {
    let best: Needed = null;
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const part = quantified();
      if (part !== null && (best === null || cost(part) < cost(best))) best = part;
    }
    return best;
  }

  function quantified(): Needed {
    const part = atom();
    const rest = /^(?:[?*]|\{0(?:,\d*)?\})\??/.exec(source.slice(at));
    const some = /^(?:\+|\{[1-9]\d*(?:,\d*)?\})\??/.exec(source.slice(at));
    at += (rest ?? some)?.[0].length ?? 0;
    return rest ? null : part;
  }

  function atom(): Needed {
    const one = source[at++] ?? '';
    if (one === '(') return group();
    if (one === '[') return oneOfClass();
    if (one === '^' || one === '$' || one === '.') return null;
    if (one === '\\') return escaped(source[at++] ?? '');
    return new Set([one]);
  }

  function group(): Needed {
    const kind = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(source.slice(at))?.[0] ?? '';
    at += kind.length;
    const inside = alternatives();
    at++;
    return kind.endsWith('!') ? null : inside;
  }

  function oneOfClass(): Needed {
    const negated = source[at] === '^';
    if (negated) at++;
    const set = new Set<string>();
    let wide = false;
    while (at < source.length && source[at] !== ']') {
      const from = source[at] === '\\' ? (escapedCharacter(source[++at] ?? '') ?? '') : (source[at] ?? '');
      at++;
      if (source[at] !== '-' || source[at + 1] === ']') {
        set.add(from);
        continue;
      }
      const to = source[at + 1] ?? '';
      at += 2;
      for (let code = from.charCodeAt(0); code <= to.charCodeAt(0) && !wide; code++) {
        set.add(String.fromCharCode(code));
        wide = set.size > MOST;
      }
    }
    at++;
    return negated || wide ? null : set;
  }

  function escaped(letter: string): Needed {
    const character = escapedCharacter(letter);
    return character === null ? null : new Set([character]);
  }

  return alternatives();
}

/** What an escape stands for; null for classes and places. */
function escapedCharacter(letter: string): string | null {
  if (letter === 'n') return '\n';
  return /[a-zA-Z]/.test(letter) ? null : letter;
}
