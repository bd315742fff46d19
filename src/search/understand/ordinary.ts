const LONGEST = 4;

/** What ordinary words a text holds; UTF-16 offsets. */
export interface Guard {
  /** Whether a repair of the stretch would ruin ordinary words. */
  forbids(start: number, end: number): boolean;
  /** Whether a character is part of an ordinary word. */
  covers(at: number): boolean;
  /** Whether an ordinary word ends at `start`, so that another may begin there. */
  endsAt(start: number): boolean;
  /** Whether an ordinary word begins at `end`. */
  beginsAt(end: number): boolean;
}

/**
 * Finds the ordinary words of a text. A stretch is guarded when it is one of them, is made of nothing but them, or
 * cuts one in two: what makes sense as it stands is no misspelling.
 */
export function guardOf(text: string, ordinary: ReadonlySet<string>): Guard {
  const found: { start: number; end: number }[] = [];
  for (let start = 0; start < text.length - 1; start++)
    for (let end = start + 2; end <= Math.min(text.length, start + LONGEST); end++)
      if (ordinary.has(text.slice(start, end))) found.push({ start, end });
  return {
    forbids: (start, end) => found.some((word) => cuts(word, start, end)) || isTiled(start, end),
    covers: (at) => found.some((word) => word.start <= at && at < word.end),
    endsAt: (start) => found.some((word) => word.end === start),
    beginsAt: (end) => found.some((word) => word.start === end),
  };

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
