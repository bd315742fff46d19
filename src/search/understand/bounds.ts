import type { Lexicon } from '../lexicon';
import type { Guard } from './ordinary';
import { BESIDE } from './particle-words';

/** Letters and Han characters; the mark for what is explained, digits and punctuation are not looked at. */
export function isUnexplained(character: string): boolean {
  const code = character.charCodeAt(0);
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xd800 && code < 0xdc00)
  );
}

/** What stands beside a stretch. */
export interface Bounds {
  /** Nothing before it can belong to its word. */
  begins: boolean;
  /** Nor anything after it. */
  word: boolean;
  /** Not even a particle stands beside it. */
  edge: boolean;
}

/** A stretch that is a whole run. */
export const WHOLE: Bounds = { begins: true, word: true, edge: true };

/** A text with what is known of it. */
export interface Around {
  text: string;
  lexicon: Lexicon;
  guard: Guard;
}

/** What stands beside a stretch of a text. */
export function bounds({ text, lexicon, guard }: Around, start: number, end: number): Bounds {
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  const edge = (beside: string) => !isUnexplained(beside);
  const particle = (beside: string) =>
    edge(beside) || BESIDE.has(beside) || lexicon.terms.get(beside)?.stop === true;
  const begins = particle(before) || guard.endsAt(start);
  const word = begins && (particle(after) || guard.beginsAt(end));
  return { begins, word, edge: edge(before) && edge(after) };
}
