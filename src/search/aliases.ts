import type { Lexicon } from './lexicon';
import { bigrams, isHan, runs } from './terms';

/**
 * Other names of occupations, read from both sides. No document carries them: every posting of an occupation has the
 * same thirty, so that queries are widened by the occupation instead, and scores take the names from here.
 */
export interface Aliases {
  /** The names as one text, one a line; empty for an occupation without any, and for null. */
  textOf(occupation: string | null): string;
  /** Occupations with a name that holds the lexeme: a pair of Han characters, or a word that begins with it. */
  occupationsOf(lexeme: string): readonly string[];
}

/** No other names: what counts is what a posting itself says. */
export const NO_ALIASES: Aliases = { textOf: () => '', occupationsOf: () => [] };

const READ = new WeakMap<Lexicon, Aliases>();
const NONE: readonly string[] = [];

/** The aliases of a lexicon, read once. */
export function aliasesOf(lexicon: Lexicon): Aliases {
  const known = READ.get(lexicon) ?? read(lexicon);
  READ.set(lexicon, known);
  return known;
}

/**
 * An alias without what by itself is a name of other work: 做饭洗碗 is no reason to show cooks to who asks for 洗碗,
 * nor 车库管理 to show it to 库管. Such pairs are broken up, such words left out.
 */
function ownPartOf(alias: string, canonical: string, terms: Lexicon['terms']): string {
  const isOwn = (word: string) => {
    const of = terms.get(word)?.occupations ?? NONE;
    return of.length === 0 || of.includes(canonical);
  };
  return runs(alias).reduce((text, run) => text.replace(run, ownRun(run, isOwn)), alias);
}

function ownRun(run: string, isOwn: (word: string) => boolean): string {
  if (!isHan(run)) return isOwn(run) ? run : '';
  const characters = [...run];
  return characters.map((one, i) => (isOwn(`${one}${characters[i + 1] ?? ''}`) ? one : `${one}\n`)).join('');
}

function read({ occupations, terms }: Lexicon): Aliases {
  const texts = new Map<string, string>();
  const holders = new Map<string, Set<string>>();
  for (const { canonical, aliases } of occupations.values()) {
    const own = aliases.map((alias) => ownPartOf(alias, canonical, terms));
    texts.set(canonical, own.join('\n'));
    for (const lexeme of own.flatMap(runs).flatMap(reachedBy)) {
      holders.set(lexeme, (holders.get(lexeme) ?? new Set()).add(canonical));
    }
  }
  const lists = new Map([...holders].map(([lexeme, held]) => [lexeme, [...held]]));
  return {
    textOf: (occupation) => (occupation === null ? '' : (texts.get(occupation) ?? '')),
    occupationsOf: (lexeme) => lists.get(lexeme) ?? NONE,
  };
}

/** The lexemes that find a run: pairs of Han characters, every beginning of anything else. */
function reachedBy(run: string): string[] {
  if (isHan(run)) return bigrams(run);
  const characters = [...run];
  return characters.map((_, i) => characters.slice(0, i + 1).join(''));
}

/** One way in which postings can hold all lexemes of a query. */
export interface Reading {
  /** What their own text has to hold. */
  lexemes: readonly string[];
  /** Occupations whose other names hold the rest; null: any occupation, the text holds all. */
  occupations: readonly string[] | null;
}

/**
 * Every way of holding all of the lexemes: by the text alone, and for each set of lexemes
 * that names of occupations hold, by those occupations and a text with the rest. Together they are exactly the
 * postings that hold each lexeme by text or by occupation; a posting may come by more than one way.
 * @param except occupations that are not asked for
 */
export function readingsOf(
  lexemes: readonly string[],
  aliases: Aliases,
  except: readonly string[] = NONE,
): Reading[] {
  const byRest = new Map<string, { lexemes: string[]; occupations: string[] }>();
  const holders = new Set(lexemes.flatMap(aliases.occupationsOf));
  for (const occupation of holders) {
    if (except.includes(occupation)) continue;
    const rest = lexemes.filter((lexeme) => !aliases.occupationsOf(lexeme).includes(occupation));
    const reading = byRest.get(rest.join(' ')) ?? { lexemes: rest, occupations: [] };
    reading.occupations.push(occupation);
    byRest.set(rest.join(' '), reading);
  }
  return [{ lexemes, occupations: null }, ...byRest.values()];
}
