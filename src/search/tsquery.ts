import type { Aliases } from './aliases';
import { isHan, occupationLexeme } from './terms';

/**
 * Lexemes as a query in the input syntax of the type tsquery (cast it: `to_tsquery` would parse the lexemes again): a
 * posting must hold each of them, or be of an occupation that has a name with it. Empty when nothing is asked
 * for, which matches nothing.
 * @param lexemes of `queryLexemes`
 * @param except occupations whose postings are not asked for
 */
export function tsqueryOf(
  lexemes: readonly string[],
  aliases: Aliases,
  except: readonly string[] = [],
): string {
  if (lexemes.length === 0) return '';
  const asked = lexemes.map((lexeme) => {
    const occupations = aliases.occupationsOf(lexeme).filter((occupation) => !except.includes(occupation));
    const own = `${quoted(lexeme)}${isHan(lexeme) ? '' : ':*'}`;
    return occupations.length === 0 ? own : `(${[own, ...occupations.map(standsFor)].join(' | ')})`;
  });
  return [...asked, ...except.map((occupation) => `!${standsFor(occupation)}`)].join(' & ');
}

const standsFor = (occupation: string): string => quoted(occupationLexeme(occupation));

/** In quotes, with quotes and backslashes doubled: the syntax of lexemes in tsquery and tsvector. */
export function quoted(lexeme: string): string {
  const isPlain = !lexeme.includes("'") && !lexeme.includes('\\');
  return isPlain ? `'${lexeme}'` : `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
}
