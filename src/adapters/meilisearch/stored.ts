import type { SearchDocument } from '../../search';

/** A document as Meilisearch holds it: the place as two numbers that can be filtered by range (see filter.ts). */
export type StoredDocument = Omit<SearchDocument, '_geo'> & { lat: number | null; lng: number | null };

/** What a match needs to be scored and held against the circle. */
export const SCORED_FIELDS: (keyof StoredDocument)[] = [
  'id',
  'title',
  'occupation',
  'business',
  'description',
  'lat',
  'lng',
];

/** Needed as well when something other than Han was asked for. */
export const SPELLED_FIELDS: (keyof StoredDocument)[] = ['pinyin', 'initials'];

export function stored({ _geo, ...document }: SearchDocument): StoredDocument {
  return { ...document, lat: _geo?.lat ?? null, lng: _geo?.lng ?? null };
}
