import {
  ALIAS_KINDS,
  LOADS,
  NOTICES,
  oneOf,
  POSTURES,
  parseConstraint,
  TIME_KINDS,
  WHERES,
} from './lexicon-values';

/** The rows of `search/lexicon/*.csv` as read, every value still text; one property per file. */
export interface LexiconRows {
  /** `load`, `posture` and `where` may be left empty. */
  occupations: {
    canonical: string;
    group: string;
    code2022: string;
    load?: string;
    posture?: string;
    where?: string;
  }[];
  /** The rows of a word with several occupations stand in the order of likelihood. */
  aliases: { alias: string; canonical: string; kind: string }[];
  /** `degree` 0–1 is how likely the place's posting is of the occupation. */
  workplaces?: { place: string; occupation: string; degree: string }[];
  /** Relations hold both ways and are given once; `degree` 0–1 is how well one stands in for the other. */
  related: { occupation: string; related: string; degree: string }[];
  constraints: { word: string; param: string; value: string }[];
  notices?: { word: string; code: string }[];
  /** WGS-84 degrees, or both empty; `aliases` separated by `|`. */
  places: { name: string; kind: string; lat: string; lng: string; aliases: string }[];
  stopwords: { word: string }[];
  timeWords?: { word: string; kind: string }[];
}

/** Every duplicate, unknown reference, unknown value and word with contradicting roles, each row named. */
export function faultsOf(rows: LexiconRows): string[] {
  const faults: string[] = [];
  const occupations = new Set(rows.occupations.map(({ canonical }) => canonical));
  const check = (fine: unknown, fault: string) => {
    if (!fine) faults.push(fault);
  };
  const seen = new Set<string>();
  const once = (...key: string[]) => {
    check(!seen.has(key.join(' ')), `twice: ${key.join(' ')}`);
    seen.add(key.join(' '));
  };
  const degree = (from: string, to: string, text: string) => {
    const value = Number(text);
    check(value > 0 && value <= 1, `degree of ${from} ${to}: ${text}`);
  };
  for (const row of rows.occupations) {
    once(row.canonical);
    check(!row.load || oneOf(LOADS, row.load), `unknown load of ${row.canonical}: ${row.load}`);
    check(
      !row.posture || oneOf(POSTURES, row.posture),
      `unknown posture of ${row.canonical}: ${row.posture}`,
    );
    check(!row.where || oneOf(WHERES, row.where), `unknown where of ${row.canonical}: ${row.where}`);
  }
  for (const { alias, canonical, kind } of rows.aliases) {
    once(alias, canonical);
    check(!occupations.has(alias), `alias is an occupation: ${alias}`);
    check(oneOf(ALIAS_KINDS, kind), `unknown kind of alias ${alias}: ${kind}`);
    check(occupations.has(canonical), `alias ${alias} of unknown occupation ${canonical}`);
  }
  for (const row of rows.workplaces ?? []) {
    once('workplace', row.place, row.occupation);
    check(occupations.has(row.occupation), `workplace ${row.place} of unknown occupation ${row.occupation}`);
    degree(row.place, row.occupation, row.degree);
  }
  for (const row of rows.related) {
    once(...[row.occupation, row.related].sort());
    check(row.occupation !== row.related, `related to itself: ${row.occupation}`);
    degree(row.occupation, row.related, row.degree);
    for (const one of [row.occupation, row.related])
      check(occupations.has(one), `related to unknown occupation ${one}`);
  }
  for (const { word, param, value } of rows.constraints) {
    once(word, param, value);
    check(parseConstraint(param, value), `unknown constraint ${word}: ${param} ${value}`);
  }
  for (const { word, code } of rows.notices ?? []) {
    once('notice', word);
    check(oneOf(NOTICES, code), `unknown notice ${word}: ${code}`);
  }
  for (const row of rows.places) {
    once('place', row.name);
    const nowhere = row.lat === '' && row.lng === '';
    const fine = row.lat && row.lng && Math.abs(Number(row.lat)) <= 90 && Math.abs(Number(row.lng)) <= 180;
    check(nowhere || fine, `position of ${row.name}`);
  }
  for (const { word } of rows.stopwords) once(word);
  for (const { word, kind } of rows.timeWords ?? []) {
    once('time', word);
    check(oneOf(TIME_KINDS, kind), `unknown kind of time ${word}: ${kind}`);
  }
  return [...faults, ...wordFaults(rows)];
}

/** Words that the compiled form could not hold, or that mean two things that exclude each other. */
function wordFaults(rows: LexiconRows): string[] {
  const roles = new Map<string, Set<string>>();
  const has = (role: string, words: readonly string[]) => {
    for (const word of words) roles.set(word, (roles.get(word) ?? new Set()).add(role));
  };
  has('occupation', [
    ...rows.occupations.map((row) => row.canonical),
    ...rows.aliases.map((row) => row.alias),
  ]);
  has('workplace', rows.workplaces?.map((row) => row.place) ?? []);
  has(
    'constraint',
    rows.constraints.map((row) => row.word),
  );
  has('notice', rows.notices?.map((row) => row.word) ?? []);
  for (const { name, aliases } of rows.places)
    has(`place ${name}`, [name, ...aliases.split('|').filter(Boolean)]);
  has(
    'stop',
    rows.stopwords.map((row) => row.word),
  );
  has('time', rows.timeWords?.map((row) => row.word) ?? []);
  return [...roles].flatMap(([word, of]) => [
    ...(word === '' || word.includes('|') ? [`no word: ${word}`] : []),
    ...(of.size > 1 && !(of.size === 2 && of.has('occupation') && of.has('constraint'))
      ? [`word with two roles: ${word}`]
      : []),
  ]);
}
