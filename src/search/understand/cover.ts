import type { ReadSpan } from '../understood';

/**
 * Every character of the text in spans, in order: what was read as it is, blanks and punctuation between as `space`,
 * everything else as `stop`. `read` may come in any order; of overlapping spans the earlier in the list stays.
 */
export function covering(text: string, read: readonly ReadSpan[]): ReadSpan[] {
  const kept: ReadSpan[] = [];
  for (const span of read)
    if (span.end > span.start && !kept.some(({ start, end }) => span.start < end && start < span.end))
      kept.push(span);
  kept.sort((a, b) => a.start - b.start);
  const spans: ReadSpan[] = [];
  let at = 0;
  for (const span of kept) {
    spans.push(...unread(text, at, span.start), span);
    at = span.end;
  }
  return [...spans, ...unread(text, at, text.length)];
}

const PIECES = /[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu;

function unread(text: string, from: number, to: number): ReadSpan[] {
  return [...text.slice(from, to).matchAll(PIECES)].map(({ index, 0: piece }) => ({
    start: from + index,
    end: from + index + piece.length,
    kind: /^[\p{L}\p{M}\p{N}]/u.test(piece) ? 'stop' : 'space',
  }));
}
