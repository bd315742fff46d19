const LONGEST = 4;

/** Says of stretches of a text whether a repair would ruin ordinary words; UTF-16 offsets. */
export type Guard = (start: number, end: number) => boolean;

/**
 * Finds the ordinary words of a text. A stretch is guarded when it is one of them, is made of nothing but them, or
 * cuts one in two: what makes sense as it stands is no misspelling.
 */
export function guardOf(text: string, ordinary: ReadonlySet<string>): Guard {
  const found: { start: number; end: number }[] = [];
  for (let start = 0; start < text.length - 1; start++)
    for (let end = start + 2; end <= Math.min(text.length, start + LONGEST); end++)
      if (ordinary.has(text.slice(start, end))) found.push({ start, end });
  return (start, end) => found.some((word) => cuts(word, start, end)) || isTiled(start, end);

  function isTiled(start: number, end: number): boolean {
    return (
      start === end || found.some((word) => word.start === start && word.end <= end && isTiled(word.end, end))
    );
  }
}

function cuts(word: { start: number; end: number }, start: number, end: number): boolean {
  const begins = word.start < start && start < word.end && word.end <= end;
  const ends = word.start < end && end < word.end && word.start >= start;
  const holds = word.start <= start && end < word.end;
  return begins || ends || holds;
}
