import type { Span } from '../spans';
import { hearFrom } from './heard';
import type { SoundIndex } from './sound-index';

/** Characters before letters that may belong to the same word. */
const REACH = 4;

/**
 * Words written half in characters, half in letters (洗碗gong, xi碗工): every character as in the word, every syllable
 * as it is said. They go before words that only their characters would be.
 */
export function readMixed(text: string, read: readonly Span[], index: SoundIndex): Span[] {
  const found: Span[] = [];
  for (const { index: at, 0: run } of text.matchAll(/(?<![a-z0-9])[a-z]+(?![a-z0-9])/g)) {
    const end = at + run.length;
    if (read.some((span) => span.start < end && at < span.end && /[a-z]/.test(span.term.word))) continue;
    const best = mixedAround(text, at, end, index);
    if (best && !found.some((span) => best.start < span.end && span.start < best.end)) found.push(best);
  }
  return found;
}

function mixedAround(text: string, at: number, end: number, index: SoundIndex): Span | null {
  let best: Span | null = null;
  for (let start = Math.max(0, at - REACH); start <= at; start++) {
    for (const hearing of hearFrom(text, start, index)) {
      if (hearing.end < end || (start === at && hearing.end === end)) continue;
      const hit = hearing.terms.find(({ characters, syllables }) =>
        hearing.path.every(({ character, syllable }, i) =>
          character === ''
            ? syllable === syllables[i]?.replace('v', 'u') || syllable === syllables[i]
            : character === characters[i],
        ),
      );
      if (
        hit &&
        hearing.path.some(({ character }) => character !== '') &&
        hearing.end - start > (best ? best.end - best.start : 0)
      )
        best = { start, end: hearing.end, term: hit.term };
    }
  }
  return best;
}
