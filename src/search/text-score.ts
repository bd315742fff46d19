import type { Aliases } from './aliases';
import type { SearchDocument } from './ports';
import { isHan, runs, tokens } from './terms';

/** The parts of a posting that carry text. All of it normalised. */
export type ScoredText = Pick<SearchDocument, 'title' | 'occupation' | 'business' | 'description'> &
  Partial<Pick<SearchDocument, 'pinyin' | 'initials'>>;

/** What occupations are called besides. */
type Names = Pick<Aliases, 'textOf'>;

/** What a hit in a field is worth. */
export const FIELD_WEIGHTS = { name: 1, business: 0.8, description: 0.6 } as const;

/** A token that is not Han (c1, xiwan) counts as much as a two-character word. */
const TOKEN_UNITS = 2;

interface Field {
  text: string;
  weight: number;
}

/**
 * Which share of the query a posting covers, 0 to 1.
 *
 *   coverage = Σ over units of the query (the greatest weight of a field that covers the unit) / units
 *
 * A unit is a Han character, covered by a field that holds a pair of neighbours it is part of in the query (a
 * lone character: by title or occupation); any other token is two units, covered by a field with a word that
 * begins with it. Weights: title, occupation, its aliases, pinyin 1.0, business 0.8, description 0.6.
 *
 * Nothing in it depends on other postings, so adding one never changes the order of the rest, and both engines
 * give the same figure. More text never lowers it. A query without units is covered 0.
 */
export function coverage(words: readonly string[], text: ScoredText, aliases: Names): number {
  const fields = fieldsOf(text, aliases);
  const credits = words.flatMap(runs).flatMap((run) => creditsOf(run, fields));
  return credits.length === 0 ? 0 : credits.reduce((sum, credit) => sum + credit, 0) / credits.length;
}

/**
 * Whether a posting holds every one of `queryLexemes`: the same answer as the tsvector of `documentWords` gives to
 * `tsqueryOf`, for engines that find by other means. No lexemes are held by nothing.
 */
export function holdsAll(lexemes: readonly string[], text: ScoredText, aliases: Names): boolean {
  const fields = fieldsOf(text, aliases);
  return (
    lexemes.length > 0 && lexemes.every((lexeme) => creditsOf(lexeme, fields).every((credit) => credit > 0))
  );
}

interface Fields {
  /** Title and occupation. */
  own: Field;
  spelled: Field;
  all: Field[];
}

function fieldsOf(text: ScoredText, names: Names): Fields {
  const own = { text: `${text.title}\n${text.occupation ?? ''}`, weight: FIELD_WEIGHTS.name };
  const aliases = { text: names.textOf(text.occupation), weight: FIELD_WEIGHTS.name };
  const business = { text: text.business, weight: FIELD_WEIGHTS.business };
  const description = { text: text.description, weight: FIELD_WEIGHTS.description };
  const spelled = { text: `${text.pinyin ?? ''} ${text.initials ?? ''}`, weight: FIELD_WEIGHTS.name };
  return { own, spelled, all: [own, aliases, business, description] };
}

/** One figure per unit of the run. */
function creditsOf(run: string, { own, spelled, all }: Fields): number[] {
  if (!isHan(run)) {
    const begins = (text: string) => tokens(text).some((word) => word.startsWith(run));
    return Array.from({ length: TOKEN_UNITS }, () => best([spelled, ...all], begins));
  }
  const characters = [...run];
  if (characters.length === 1) return [best([own], (text) => text.includes(run))];
  const credits = characters.map(() => 0);
  for (let i = 1; i < characters.length; i++) {
    const pair = `${characters[i - 1]}${characters[i]}`;
    const credit = best(all, (text) => text.includes(pair));
    for (const at of [i - 1, i]) credits[at] = Math.max(credits[at] ?? 0, credit);
  }
  return credits;
}

function best(fields: readonly Field[], holds: (text: string) => boolean): number {
  return fields.reduce((most, { text, weight }) => (weight > most && holds(text) ? weight : most), 0);
}
