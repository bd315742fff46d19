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
 * A pair that is itself a name of other work says nothing of this one: 做饭洗碗 is no reason to show cooks to who asks
 * for 洗碗, nor 车库管理 to show 停车管理员 to 库管.
 */
function names(lexeme: string, canonical: string, terms: Lexicon['terms']): boolean {
  const of = terms.get(lexeme)?.occupations ?? NONE;
  return of.length === 0 || of.includes(canonical);
}

function read({ occupations, terms }: Lexicon): Aliases {
  const texts = new Map<string, string>();
  const holders = new Map<string, Set<string>>();
  for (const { canonical, aliases } of occupations.values()) {
    texts.set(canonical, aliases.join('\n'));
    for (const lexeme of aliases.flatMap(runs).flatMap(reachedBy)) {
      if (!names(lexeme, canonical, terms)) continue;
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
