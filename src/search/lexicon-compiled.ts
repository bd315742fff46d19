import type { LexiconRows } from './lexicon-rows';

/**
 * The tables as they ship: small, and one line a fact when printed. Lists are one text, its items separated by `|`;
 * `item degree` where items have a degree. A reader needs no check any more.
 */
export interface CompiledLexicon {
  /** canonical → group|2022 code|load|posture|where, empty for none. */
  occupations: Record<string, string>;
  /** canonical → aliases. */
  aliases: Record<string, string>;
  /** Those aliases that several occupations have → the occupations, likeliest first. */
  shared: Record<string, string>;
  /** Kind of workplace → `occupation degree`. */
  workplaces: Record<string, string>;
  /** Occupation → `occupation degree`; each pair once. */
  related: Record<string, string>;
  /** `param value` → words. */
  constraints: Record<string, string>;
  /** Code → words. */
  notices: Record<string, string>;
  /** Name → kind|latitude|longitude|aliases; degrees, both empty when unknown. */
  places: Record<string, string>;
  /** Kind → words. */
  timeWords: Record<string, string>;
  stopwords: string;
}

/** The compiled form of rows without faults. */
export function compileRows(rows: LexiconRows): CompiledLexicon {
  const named = grouped(rows.aliases, (row) => [row.alias, row.canonical]);
  const shared = Object.entries(named).filter(([, list]) => list.includes('|'));
  return {
    occupations: Object.fromEntries(
      rows.occupations.map(({ canonical, group, code2022, load = '', posture = '', where = '' }) => [
        canonical,
        [group, code2022, load, posture, where].join('|'),
      ]),
    ),
    aliases: grouped(rows.aliases, (row) => [row.canonical, row.alias]),
    shared: Object.fromEntries(shared),
    workplaces: grouped(rows.workplaces, (row) => [row.place, `${row.occupation} ${row.degree}`]),
    related: grouped(rows.related, (row) => [row.occupation, `${row.related} ${row.degree}`]),
    constraints: grouped(rows.constraints, (row) => [`${row.param} ${row.value}`, row.word]),
    notices: grouped(rows.notices, (row) => [row.code, row.word]),
    places: grouped(rows.places, (row) => [row.name, [row.kind, row.lat, row.lng, row.aliases].join('|')]),
    timeWords: grouped(rows.timeWords, (row) => [row.kind, row.word]),
    stopwords: rows.stopwords.map(({ word }) => word).join('|'),
  };
}

function grouped<R>(
  rows: readonly R[] | undefined,
  pair: (row: R) => [string, string],
): Record<string, string> {
  const lists = new Map<string, string[]>();
  for (const row of rows ?? []) {
    const [key, item] = pair(row);
    const list = lists.get(key);
    if (list) list.push(item);
    else lists.set(key, [item]);
  }
  return Object.fromEntries([...lists].map(([key, list]) => [key, list.join('|')]));
}
