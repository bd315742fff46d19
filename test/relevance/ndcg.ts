/** Results that count. */
export const DEPTH = 10;

/**
 * DCG@10 = Σ over ranks i = 1…10 of (2^grade − 1) / log2(i + 1). (Järvelin & Kekäläinen 2002, with the exponential
 * gain of Burges et al. 2005.)
 */
export function dcg(grades: readonly number[]): number {
  return grades.slice(0, DEPTH).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);
}

/**
 * nDCG@10 of an answer: its DCG over that of the best order of all postings. The order among equal grades is all one.
 * @param shown grades of the answer, first to last
 * @param all grades of every posting, in any order
 * @returns 0…1, or null when no posting has a grade above 0
 */
export function ndcg(shown: readonly number[], all: readonly number[]): number | null {
  const ideal = dcg([...all].sort((a, b) => b - a));
  return ideal === 0 ? null : dcg(shown) / ideal;
}
