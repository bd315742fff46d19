import rows from '../../search/generated/lexicon.json' with { type: 'json' };
import { buildLexicon, type Lexicon } from './lexicon';

/** The lexicon that ships with the project, compiled from `search/lexicon/*.csv` by `npm run lexicon`. */
export const shippedLexicon: Lexicon = buildLexicon(rows);
