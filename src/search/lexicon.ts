import { compileRows } from './lexicon-compiled';
import type { Lexicon } from './lexicon-model';
import { openLexicon } from './lexicon-open';
import { faultsOf, type LexiconRows } from './lexicon-rows';

export { type CompiledLexicon, compileRows } from './lexicon-compiled';
export type { Lexicon, Likely, Occupation, Place, PlaceName, Term } from './lexicon-model';
export { openLexicon } from './lexicon-open';
export type { LexiconRows } from './lexicon-rows';
export {
  ALIAS_KINDS,
  type AliasKind,
  AVOIDS,
  type Avoid,
  avoidsByItself,
  type Constraint,
  DURATIONS,
  type Duration,
  type Load,
  type Near,
  type Notice,
  type Posture,
  type TimeKind,
  TRAITS,
  type Trait,
  type Where,
} from './lexicon-values';

/** The rows contradict themselves; `faults` names each offending row. */
export class LexiconError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`lexicon: ${faults.join('; ')}`);
    this.name = 'LexiconError';
  }
}

/**
 * Indexes the rows. Throws LexiconError that lists every duplicate, unknown reference, unknown value and
 * word with contradicting roles, so that the data can be reviewed like code.
 */
export function buildLexicon(rows: LexiconRows): Lexicon {
  const faults = faultsOf(rows);
  if (faults.length > 0) throw new LexiconError(faults);
  return openLexicon(compileRows(rows));
}
