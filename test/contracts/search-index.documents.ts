import {
  type DocumentSource,
  type SearchDocument,
  type TextMatch,
  type TextQuery,
  toDocument,
  type WritableIndex,
} from '../../src/search';

/** The station asked. */
export const STATION = '01920000-0000-7000-8000-000000000001';
export const OTHER = '01920000-0000-7000-8000-000000000002';
export const HERE = { lat: 35.1905, lng: 113.263 };
/** About 1,112 m north of HERE. */
export const NORTH = { lat: 35.2005, lng: 113.263 };

/** Ids are UUIDs, as those of postings. */
export const idOf = (n: number) => `01920000-0000-7000-9000-${n.toString().padStart(12, '0')}`;

/** The document of a posting at HERE, with what the test cares about changed. */
export function document(n: number, fields: Partial<DocumentSource> = {}): SearchDocument {
  return toDocument({
    id: idOf(n),
    stationId: STATION,
    title: '洗碗工',
    occupation: null,
    business: '老杨烩面馆',
    description: '',
    place: HERE,
    version: 1,
    ...fields,
  });
}

/** What the tests ask of the index at hand, made anew before each of them. */
export interface Asking {
  index: WritableIndex;
  match(words: string[], more?: Partial<TextQuery>): Promise<TextMatch[]>;
  idsOf(words: string[], more?: Partial<TextQuery>): Promise<string[]>;
}

/** Questions to the index that `current` gives, at STATION, without a circle unless the test says so. */
export function asking(current: () => WritableIndex): Asking {
  const match: Asking['match'] = (words, more = {}) =>
    current().match({ stationId: STATION, words, circle: null, limit: 100, ...more });
  return {
    get index() {
      return current();
    },
    match,
    idsOf: async (words, more) => (await match(words, more)).map(({ id }) => id).sort(),
  };
}
