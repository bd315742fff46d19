import { pinyin } from 'pinyin-pro';
import { normalise } from './normalise';
import type { SearchDocument } from './ports';
import { bigrams, tokens, unigrams } from './terms';

/** What the index needs to know of a posting; text as people wrote it, `place` in WGS-84 degrees. */
export interface DocumentSource {
  id: string;
  stationId: string;
  title: string;
  occupation: string | null;
  business: string;
  description: string;
  place: { lat: number; lng: number } | null;
  version: number;
}

/** Nobody spells out more of a title than this. */
const SPELLED_SYLLABLES = 6;

/** The document of an open posting, all of its text normalised and nothing in it that names a person. */
export function toDocument(source: DocumentSource): SearchDocument {
  const title = whole(source.title);
  const business = whole(source.business);
  const description = whole(source.description);
  const names = [title, source.occupation ?? ''];
  const syllables = names.map((name) =>
    pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed', v: true }),
  );
  const texts = [...names, business, description];
  return {
    id: source.id,
    stationId: source.stationId,
    title,
    occupation: source.occupation,
    business,
    description,
    bigrams: spaced([...names.flatMap(unigrams), ...texts.flatMap(bigrams), ...texts.flatMap(tokens)]),
    pinyin: spaced(syllables.flatMap((list) => tails(list))),
    initials: spaced(syllables.flatMap((list) => tails(list.map((syllable) => syllable.slice(0, 1))))),
    _geo: source.place && { lat: source.place.lat, lng: source.place.lng },
    version: source.version,
  };
}

function whole(text: string): string {
  return normalise(text, Number.POSITIVE_INFINITY);
}

/** From every position on: xi wan gong → xiwangong, wangong, gong. */
function tails(syllables: string[]): string[] {
  return syllables.map((_, i) => syllables.slice(i, i + SPELLED_SYLLABLES).join(''));
}

function spaced(words: string[]): string {
  return [...new Set(words)].join(' ');
}
