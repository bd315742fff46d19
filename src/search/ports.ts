/** Cuts normalised text into words; implementations differ in vocabulary, never in what `terms.ts` makes of it. */
export interface Segmenter {
  /** Words of `text` in order; they may overlap, and every word is a substring of `text`. */
  cut(text: string): string[];
}

/** A circle on the ground: WGS-84 degrees and crow-fly metres. */
export interface Circle {
  lat: number;
  lng: number;
  radiusMetres: number;
}

/** One posting that matched; `score` is the coverage of what was asked, 0 to 1 (see text-score.ts). */
export interface TextMatch {
  id: string;
  score: number;
}

/**
 * What an engine holds of an open posting. All text is normalised; none of it is ever shown to people. Other names of
 * the occupation are left out: engines take them from the lexicon (see aliases.ts).
 * `bigrams`: distinct overlapping pairs of Han characters in all text fields, for engines that cannot be trusted to
 * cut Chinese; with them the single characters of title and occupation, and all other tokens. Space-separated.
 * `pinyin`, `initials`: toneless syllables of title and occupation, one space-separated word from every
 * position of up to six syllables (洗碗工 → `xiwangong wangong gong`), so that a prefix finds any part.
 * `version` grows with every change of the posting; `_geo` is WGS-84, null while the place is not known.
 */
export interface SearchDocument {
  id: string;
  stationId: string;
  title: string;
  occupation: string | null;
  business: string;
  description: string;
  bigrams: string;
  pinyin: string;
  initials: string;
  _geo: { lat: number; lng: number } | null;
  version: number;
}

/**
 * `words`: what a posting must hold, normalised (see `Understood.alternatives`). `scored`: what its score is the
 * coverage of, when that is more than must be held (see `Understood.words`); `words` by default. Without a circle
 * the whole station is searched. `exceptOccupations`: canonical occupations whose postings are not to be answered,
 * because the caller knows all about them.
 */
export interface TextQuery {
  stationId: string;
  words: string[];
  scored?: string[];
  exceptOccupations?: readonly string[];
  /** Whether only the posting's own text counts: no name of its occupation that it does not say itself. */
  ownTextOnly?: boolean;
  circle: Circle | null;
  limit: number;
}

/** What text matches 文本检索: answers ids with scores, never postings. */
export interface SearchIndex {
  readonly engine: 'meilisearch' | 'postgres';
  /**
   * Ids of open postings of the station inside the circle that hold every word of the query, in their text or in a
   * name of their occupation; best first as far as the engine can tell, at most `limit`. No words match nothing. Rejects when the engine fails or
   * `signal` aborts.
   */
  match(query: TextQuery, signal?: AbortSignal): Promise<TextMatch[]>;
}

/** An index that is a projection of the database, and can be made again from it. */
export interface WritableIndex extends SearchIndex {
  /**
   * Adds or replaces; findable once the promise settles.
   * @throws DocumentsRefused when the engine will not take them; any other error when it was not reached
   */
  put(documents: SearchDocument[]): Promise<void>;
  /** Removes; ids that are not there are no error. */
  remove(ids: string[]): Promise<void>;
  /** Every document id with its version, of all stations, for `verify`. */
  list(): AsyncIterable<{ id: string; version: number }>;
  /**
   * Replaces the whole content by these batches; searches are answered from the old content until then. What is
   * put or removed meanwhile has to be put or removed again afterwards. Once the iterable has ended little but the
   * replacing itself is left to do: a few batches at most are still on their way.
   */
  rebuild(documents: AsyncIterable<SearchDocument[]>): Promise<void>;
  /** Whether the index exists and is set up as this version of the program wants it; rejects when not reached. */
  isSetUp(): Promise<boolean>;
  /** Whether the engine answers and its index exists and is set up; never rejects. */
  ready(): Promise<boolean>;
}

/** The engine was reached and refused at least one of the documents, and will again; the others may be fine. */
export class DocumentsRefused extends Error {
  override readonly name: string = 'DocumentsRefused';
}
