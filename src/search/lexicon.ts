import { BENEFITS, type Benefit, SETTLEMENTS, type Settlement } from '../kernel/vocabulary';

/** Where an alias comes from: another name, how seekers say it, northern Henan speech, words of posting titles. */
export const ALIAS_KINDS = ['synonym', 'spoken', 'dialect', 'employer'] as const;
export type AliasKind = (typeof ALIAS_KINDS)[number];

/** The rows of `search/lexicon/*.csv` as read, every value still text; one property per file. */
export interface LexiconRows {
  occupations: { canonical: string; group: string; code2022: string }[];
  aliases: { alias: string; canonical: string; kind: string }[];
  /** Relations hold both ways; `degree` 0–1 is how well one stands in for the other. */
  related: { occupation: string; related: string; degree: string }[];
  constraints: { word: string; param: string; value: string }[];
  /** WGS-84 degrees; `aliases` separated by `|`. */
  places: { name: string; kind: string; lat: string; lng: string; aliases: string }[];
  stopwords: { word: string }[];
}

/** An occupation 职业 of the station. `code` is its entry in the national classification of 2022, if any. */
export interface Occupation {
  canonical: string;
  group: string;
  code: string | null;
  aliases: readonly string[];
}

/** A condition that a word states: 日结 → settlement daily, 管饭 → benefits meals. */
export type Constraint = { param: 'settlement'; value: Settlement } | { param: 'benefits'; value: Benefit };

/** A place 地名 of the gazetteer, WGS-84 degrees. */
export interface Place {
  name: string;
  kind: string;
  lat: number;
  lng: number;
  aliases: readonly string[];
}

/** What one word can mean. A word may name several occupations, the likeliest first (配送). */
export interface Term {
  word: string;
  occupations: readonly string[];
  constraints: readonly Constraint[];
  /** Says nothing about which posting is meant (附近, 找工作). */
  stop: boolean;
}

/** Everything the station knows about words, indexed for reading. */
export interface Lexicon {
  occupations: ReadonlyMap<string, Occupation>;
  terms: ReadonlyMap<string, Term>;
  /** UTF-16 length of the longest term. */
  longest: number;
  /** For each occupation its neighbours with their degree, nearest first. */
  related: ReadonlyMap<string, readonly { occupation: string; degree: number }[]>;
  places: readonly Place[];
}

/** The rows contradict themselves; `faults` names each offending row. */
export class LexiconError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`lexicon: ${faults.join('; ')}`);
    this.name = 'LexiconError';
  }
}

/**
 * Indexes the rows. Throws LexiconError that lists every duplicate, unknown reference, unknown value and
 * word with two roles, so that the data can be reviewed like code.
 */
export function buildLexicon(rows: LexiconRows): Lexicon {
  const faults: string[] = [];
  const occupations = occupationMap(rows, faults);
  const terms = termMap(rows, occupations, faults);
  const related = relatedMap(rows, occupations, faults);
  const places = rows.places.map((row) => place(row, faults));
  if (faults.length > 0) throw new LexiconError(faults);
  const longest = Math.max(0, ...[...terms.keys()].map((word) => word.length));
  return { occupations, terms, longest, related, places };
}

function once(seen: Set<string>, key: string, faults: string[]): void {
  if (seen.has(key)) faults.push(`twice: ${key}`);
  seen.add(key);
}

function occupationMap(rows: LexiconRows, faults: string[]): Map<string, Occupation> {
  const seen = new Set<string>();
  const aliases = new Map<string, string[]>();
  for (const { canonical } of rows.occupations) {
    once(seen, canonical, faults);
    aliases.set(canonical, []);
  }
  for (const { alias, canonical, kind } of rows.aliases) {
    once(seen, `${alias} ${canonical}`, faults);
    if (aliases.has(alias)) faults.push(`alias is an occupation: ${alias}`);
    if (!ALIAS_KINDS.some((known) => known === kind)) faults.push(`unknown kind of alias ${alias}: ${kind}`);
    const list = aliases.get(canonical);
    if (list) list.push(alias);
    else faults.push(`alias ${alias} of unknown occupation ${canonical}`);
  }
  return new Map(
    rows.occupations.map(({ canonical, group, code2022 }) => [
      canonical,
      { canonical, group, code: code2022 || null, aliases: aliases.get(canonical) ?? [] },
    ]),
  );
}

interface DraftTerm {
  word: string;
  occupations: string[];
  constraints: Constraint[];
  stop: boolean;
}

function termMap(
  rows: LexiconRows,
  occupations: Map<string, Occupation>,
  faults: string[],
): Map<string, Term> {
  const terms = new Map<string, DraftTerm>();
  const term = (word: string): DraftTerm => {
    const known = terms.get(word) ?? { word, occupations: [], constraints: [], stop: false };
    terms.set(word, known);
    return known;
  };
  for (const canonical of occupations.keys()) term(canonical).occupations.push(canonical);
  for (const { alias, canonical } of rows.aliases) term(alias).occupations.push(canonical);
  const seen = new Set<string>();
  for (const row of rows.constraints) {
    once(seen, `${row.word} ${row.param} ${row.value}`, faults);
    const constraint = parseConstraint(row);
    if (constraint) term(row.word).constraints.push(constraint);
    else faults.push(`unknown constraint ${row.word}: ${row.param} ${row.value}`);
  }
  for (const { word } of rows.stopwords) {
    once(seen, word, faults);
    term(word).stop = true;
  }
  for (const { word, occupations: jobs, constraints, stop } of terms.values()) {
    const roles = [jobs.length > 0, constraints.length > 0, stop].filter(Boolean).length;
    if (roles > 1) faults.push(`word with two roles: ${word}`);
  }
  return terms;
}

function parseConstraint({ param, value }: { param: string; value: string }): Constraint | null {
  const settlement = SETTLEMENTS.find((known) => known === value);
  if (param === 'settlement' && settlement) return { param, value: settlement };
  const benefit = BENEFITS.find((known) => known === value);
  if (param === 'benefits' && benefit) return { param, value: benefit };
  return null;
}

function relatedMap(rows: LexiconRows, occupations: Map<string, Occupation>, faults: string[]) {
  const related = new Map<string, { occupation: string; degree: number }[]>();
  const seen = new Set<string>();
  for (const row of rows.related) {
    const degree = Number(row.degree);
    once(seen, [row.occupation, row.related].sort().join(' '), faults);
    if (!(degree > 0 && degree <= 1))
      faults.push(`degree of ${row.occupation} ${row.related}: ${row.degree}`);
    for (const [from, to] of [
      [row.occupation, row.related],
      [row.related, row.occupation],
    ] as const) {
      if (!occupations.has(from)) faults.push(`related to unknown occupation ${from}`);
      related.set(from, [...(related.get(from) ?? []), { occupation: to, degree }]);
    }
  }
  for (const list of related.values()) list.sort((a, b) => b.degree - a.degree);
  return related;
}

function place(row: LexiconRows['places'][number], faults: string[]): Place {
  const [lat, lng] = [Number(row.lat), Number(row.lng)];
  if (!(Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && row.lat && row.lng))
    faults.push(`position of ${row.name}`);
  return { name: row.name, kind: row.kind, lat, lng, aliases: row.aliases ? row.aliases.split('|') : [] };
}
