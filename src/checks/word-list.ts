/** The words that begin with the same character, below it; '' ends a word. */
type Branch = Map<string, Branch>;

/**
 * A pattern that finds the longest of many words at a place, written as a tree by their characters so that hundreds
 * of names cost one look at most places.
 */
export function anyOf(words: readonly string[]): string {
  const root: Branch = new Map();
  for (const word of words) {
    let branch = root;
    for (const one of word) {
      const next: Branch = branch.get(one) ?? new Map();
      branch.set(one, next);
      branch = next;
    }
    branch.set('', new Map());
  }
  return written(root);
}

function written(branch: Branch): string {
  const ways = [...branch]
    .filter(([one]) => one !== '')
    .map(([one, below]) => one + (below.size > 0 ? written(below) : ''));
  if (ways.length === 0) return '';
  return branch.has('') ? `(?:${ways.join('|')})?` : `(?:${ways.join('|')})`;
}
