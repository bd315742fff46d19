import type { Lexicon } from './lexicon';
import type { Segmenter } from './ports';
import { readSpans } from './spans';
import { bigrams } from './terms';

/**
 * Segmenter in plain TypeScript for runtimes without native modules: the words of the lexicon by longest match,
 * and overlapping pairs of whatever lies between them.
 */
export function createEdgeSegmenter(lexicon: Lexicon): Segmenter {
  return {
    cut(text) {
      const spans = readSpans(text, lexicon);
      const ends = [0, ...spans.map(({ end }) => end)];
      const starts = [...spans.map(({ start }) => start), text.length];
      return ends.flatMap((end, i) => {
        const between = bigrams(text.slice(end, starts[i]));
        const word = spans[i]?.term.word;
        return word ? [...between, word] : between;
      });
    },
  };
}
