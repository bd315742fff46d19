import type { CompiledLexicon } from './lexicon-compiled';
import type { Lexicon, Likely, Occupation, Place, PlaceName, Term } from './lexicon-model';
import { LOADS, NOTICES, oneOf, POSTURES, parseConstraint, TIME_KINDS, WHERES } from './lexicon-values';

type Draft = { -readonly [K in keyof Term]: Term[K] } & {
  occupations: string[];
  constraints: Term['constraints'][number][];
};

/** Indexes a compiled lexicon for reading. Makes no checks: the compiler has made them. */
export function openLexicon(compiled: CompiledLexicon): Lexicon {
  const terms = new Map<string, Draft>();
  const term = (word: string): Draft => {
    const known = terms.get(word);
    if (known) return known;
    const fresh = blank(word);
    terms.set(word, fresh);
    return fresh;
  };
  const occupations = openOccupations(compiled);
  for (const word of occupations.keys()) term(word).occupations.push(word);
  for (const [canonical, own] of Object.entries(compiled.aliases))
    for (const alias of items(own)) if (!(alias in compiled.shared)) term(alias).occupations.push(canonical);
  for (const [alias, of] of Object.entries(compiled.shared)) term(alias).occupations.push(...items(of));
  for (const [place, of] of Object.entries(compiled.workplaces)) term(place).workplace = likely(of);
  for (const [key, words] of Object.entries(compiled.constraints)) {
    const [param = '', value = ''] = key.split(' ');
    const constraint = parseConstraint(param, value);
    for (const word of items(words)) if (constraint) term(word).constraints.push(constraint);
  }
  for (const [code, words] of Object.entries(compiled.notices))
    for (const word of items(words)) term(word).notice = oneOf(NOTICES, code);
  const { places, placeNames } = openPlaces(compiled);
  for (const place of places) for (const word of [place.name, ...place.aliases]) term(word).place = place;
  for (const { name, aliases } of placeNames)
    for (const word of [name, ...aliases]) term(word).placeName = name;
  for (const [kind, words] of Object.entries(compiled.timeWords))
    for (const word of items(words)) term(word).time = oneOf(TIME_KINDS, kind);
  const silent = [...Object.values(compiled.timeWords).flatMap(items), ...items(compiled.stopwords)];
  for (const word of silent) term(word).stop = true;
  let longest = 0;
  for (const word of terms.keys()) longest = Math.max(longest, word.length);
  return { occupations, terms, longest, related: openRelated(compiled), places, placeNames };
}

const NONE: readonly never[] = [];

function blank(word: string): Draft {
  const roles = { workplace: NONE, notice: null, place: null, placeName: null, time: null, stop: false };
  return { word, occupations: [], constraints: [], ...roles };
}

const items = (list: string): string[] => (list === '' ? [] : list.split('|'));

function likely(list: string): Likely[] {
  const read = items(list).map((item) => {
    const [occupation = '', degree = ''] = item.split(' ');
    return { occupation, degree: Number(degree) };
  });
  return read.sort((a, b) => b.degree - a.degree);
}

function openOccupations(compiled: CompiledLexicon): Map<string, Occupation> {
  return new Map(
    Object.entries(compiled.occupations).map(([canonical, about]) => {
      const [group = '', code, load, posture, where] = about.split('|');
      const occupation = {
        canonical,
        group,
        code: code || null,
        load: oneOf(LOADS, load),
        posture: oneOf(POSTURES, posture),
        where: oneOf(WHERES, where),
        aliases: items(compiled.aliases[canonical] ?? ''),
      };
      return [canonical, occupation];
    }),
  );
}

function openRelated({ related }: CompiledLexicon): Map<string, Likely[]> {
  const both = new Map<string, Likely[]>();
  const add = (from: string, to: Likely) => {
    const list = both.get(from);
    if (list) list.push(to);
    else both.set(from, [to]);
  };
  for (const [from, list] of Object.entries(related)) {
    for (const to of likely(list)) {
      add(from, to);
      add(to.occupation, { occupation: from, degree: to.degree });
    }
  }
  for (const list of both.values()) list.sort((a, b) => b.degree - a.degree);
  return both;
}

function openPlaces(compiled: CompiledLexicon): { places: Place[]; placeNames: PlaceName[] } {
  const places: Place[] = [];
  const placeNames: PlaceName[] = [];
  for (const [name, about] of Object.entries(compiled.places)) {
    const [kind = '', lat = '', lng = '', ...aliases] = about.split('|');
    const named = { name, kind, aliases: aliases.filter((alias) => alias !== '') };
    if (lat === '') placeNames.push(named);
    else places.push({ ...named, lat: Number(lat), lng: Number(lng) });
  }
  return { places, placeNames };
}
