/** Search 检索: what a query means, what an engine holds of a posting, and how well text covers a query. */
export { type Aliases, aliasesOf, NO_ALIASES, type Reading, readingsOf } from './aliases';
export { alsoOf, classifyPosting, classifyTitle } from './classify';
export { type DocumentSource, toDocument } from './documents';
export { createEdgeSegmenter } from './edge-segmenter';
export {
  createTextSearch,
  type OnDegraded,
  type Patience,
  TEXT_BUDGET_MS,
  type TextSearch,
} from './fallback';
export {
  ALIAS_KINDS,
  AVOIDS,
  type Avoid,
  avoidsByItself,
  buildLexicon,
  type CompiledLexicon,
  type Constraint,
  compileRows,
  DURATIONS,
  type Duration,
  type Lexicon,
  LexiconError,
  type LexiconRows,
  type Likely,
  type Near,
  type Notice,
  type Occupation,
  openLexicon,
  type Place,
  type PlaceName,
  type Term,
  TRAITS,
  type Trait,
} from './lexicon';
export { MAX_QUERY_LENGTH, MAX_SAID_LENGTH, normalise } from './normalise';
export {
  type Circle,
  DocumentsRefused,
  type SearchDocument,
  type SearchIndex,
  type Segmenter,
  type TextMatch,
  type TextQuery,
  type WritableIndex,
} from './ports';
export { readText, timeSaidBack, understandSaid } from './said';
export { anyText, questionSchema, readTextSchema } from './schema';
export { shippedLexicon } from './shipped-lexicon';
export { MAX_PREFIX_LENGTH, type Suggestion, type SuggestionKind, suggest } from './suggest';
export { documentLexemes, documentWords, isHan, occupationLexeme, queryLexemes } from './terms';
export { coverage, FIELD_WEIGHTS, holdsAll, type ScoredText } from './text-score';
export { type DescribedWork, traitsOf } from './traits';
export { quoted, tsqueryOf } from './tsquery';
export { type UnderstandOptions, understand } from './understand';
export { numberOf } from './understand/number-words';
export { without } from './understand/undo';
export type { Correction, Nearness, PayWish, ReadSpan, SpanKind, TimeSaid, Understood } from './understood';
