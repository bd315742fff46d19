import type { Term } from '../lexicon';

/** A stretch read as a word that was not written; UTF-16 offsets. */
export interface Repaired {
  start: number;
  end: number;
  term: Term;
}

/** Whether a repair is near enough to be applied. */
export type Verdict = 'apply' | 'suggest';

/** A way to read a stretch; the lower the score, the nearer. Terms of one sense say the same. */
export interface Candidate extends Repaired {
  score: number;
  sense: string;
  verdict: Verdict;
}

/** Readings of other senses that are as near as this make the best one unsure. */
const MARGIN = 0.015;

/** The best candidate of every stretch; unsure when another sense is as near. The rest are suggestions. */
export function decided(found: readonly Candidate[]): Candidate[] {
  const byStretch = new Map<string, Candidate[]>();
  for (const one of found) {
    const key = `${one.start} ${one.end}`;
    byStretch.set(key, [...(byStretch.get(key) ?? []), one]);
  }
  return [...byStretch.values()].flatMap((list) => {
    const [best, ...others] = list.sort((a, b) => a.score - b.score);
    if (!best) return [];
    const rival = others.find(({ sense, score }) => sense !== best.sense && score - best.score < MARGIN);
    if (!rival) return [best];
    return [best, rival].map((one) => ({ ...one, verdict: 'suggest' as const }));
  });
}

/** What was chosen of the candidates: what is applied, and what is only suggested, best first. */
export interface Chosen {
  applied: Candidate[];
  unsure: Candidate[];
}

/** Longer stretches first, then nearer ones; none overlaps another that was applied. */
export function choose(found: readonly Candidate[]): Chosen {
  const order = [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.score - b.score);
  const applied: Candidate[] = [];
  const free = (one: Repaired) => !applied.some(({ start, end }) => one.start < end && start < one.end);
  for (const one of order) if (one.verdict === 'apply' && free(one)) applied.push(one);
  const unsure = order.filter((one) => one.verdict === 'suggest' && free(one));
  return { applied, unsure: unsure.sort((a, b) => a.score - b.score) };
}
