import compiled from '../../search/generated/lexicon.json' with { type: 'json' };
import { type Lexicon, openLexicon } from './lexicon';

/** The lexicon that ships with the project, compiled from `search/lexicon/*.csv` by `npm run lexicon`. */
export const shippedLexicon: Lexicon = openLexicon(compiled);
