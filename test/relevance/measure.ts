import type { GoldenPosting, GoldenQuery } from './golden';
import { type Grade, gradeOf } from './grade';
import { DEPTH, ndcg } from './ndcg';

/** Asks the station by path. */
export type Get = (path: string) => Promise<Response>;

/** How one query was answered. */
export interface Measured {
  query: GoldenQuery;
  /** 0…1: nDCG@10, or whether the notice came; 0 when something was read that must not be. */
  score: number;
  /** Ids and grades of the answer, first to last. */
  shown: { id: string; grade: Grade }[];
  /** What went wrong apart from the order. */
  faults: ('notice' | 'repaired' | 'misread' | 'degraded')[];
}

interface Answer {
  items: { job: { id: string } }[];
  understood: Record<string, unknown> & { corrections: unknown[] };
  notice: { code: string } | null;
  degraded: boolean;
}

/** Every posting lies within an hour by electric bike, so that words and conditions decide, not the circle. */
const CIRCLE = `minutes=60&mode=ebike&limit=${DEPTH}`;

/**
 * Asks every query and grades what comes.
 * @param postings by the id under which the station knows them
 * @throws Error for an answer other than 200
 */
export async function measure(
  get: Get,
  postings: ReadonlyMap<string, GoldenPosting>,
  queries: readonly GoldenQuery[],
): Promise<Measured[]> {
  const results: Measured[] = [];
  for (const query of queries) {
    results.push(judge(query, await askPatiently(get, query), postings));
  }
  return results;
}

/** How often, and ms apart, an engine that kept a busy machine waiting is asked again: it is left alone for 5 s. */
const AGAIN = { times: 40, everyMs: 500 };

async function askPatiently(get: Get, query: GoldenQuery): Promise<Answer> {
  for (let left = AGAIN.times; ; left--) {
    const response = await get(`/api/jobs?${CIRCLE}&q=${encodeURIComponent(query.q)}`);
    if (response.status !== 200) throw new Error(`${query.id} ${query.q}: ${response.status}`);
    const answer = (await response.json()) as Answer;
    if (!answer.degraded || left === 0) return answer;
    await new Promise((resolve) => setTimeout(resolve, AGAIN.everyMs));
  }
}

function judge(query: GoldenQuery, answer: Answer, postings: ReadonlyMap<string, GoldenPosting>): Measured {
  const gradeById = (id: string) => {
    const posting = postings.get(id);
    return posting ? gradeOf(posting, query.wants) : 0;
  };
  const shown = answer.items.map(({ job }) => ({ id: job.id, grade: gradeById(job.id) }));
  const faults: Measured['faults'] = [];
  if ((answer.notice?.code ?? null) !== (query.notice ?? null)) faults.push('notice');
  if (query.unrepaired && answer.understood.corrections.length > 0) faults.push('repaired');
  if (!readsAs(answer.understood, query.reads ?? {})) faults.push('misread');
  if (answer.degraded) faults.push('degraded');
  if (query.notice) return { query, score: faults.includes('notice') ? 0 : 1, shown, faults };
  const all = [...postings.keys()].map(gradeById);
  const score = ndcg(
    shown.map(({ grade }) => grade),
    all,
  );
  if (score === null) throw new Error(`${query.id} ${query.q}: no posting could be an answer`);
  const wrong = faults.includes('repaired') || faults.includes('misread');
  return { query, score: wrong ? 0 : score, shown, faults };
}

function readsAs(understood: Record<string, unknown>, reads: Record<string, unknown>): boolean {
  return Object.entries(reads).every(
    ([field, value]) => JSON.stringify(understood[field] ?? null) === JSON.stringify(value),
  );
}

/** The mean score of each kind, in the order of first appearance, and of all queries under `overall`. */
export function byKind(results: readonly Measured[]): Map<string, { n: number; mean: number }> {
  const kinds = new Map<string, number[]>();
  for (const { query, score } of results) kinds.set(query.kind, [...(kinds.get(query.kind) ?? []), score]);
  kinds.set(
    'overall',
    results.map(({ score }) => score),
  );
  return new Map(
    [...kinds].map(([kind, scores]) => [
      kind,
      { n: scores.length, mean: scores.reduce((sum, score) => sum + score, 0) / scores.length },
    ]),
  );
}

/** Queries for which there are postings, yet the station says that there is no such job or warns of fraud. */
export const falseNotices = (results: readonly Measured[]): Measured[] =>
  results.filter(({ query, faults }) => query.notice === undefined && faults.includes('notice'));

/** The figures of one or more engines as lines of text. */
export function table(engines: ReadonlyMap<string, readonly Measured[]>): string {
  const columns = [...engines].map(([name, results]) => ({ name, kinds: byKind(results) }));
  const [first] = columns;
  if (!first) return '';
  const heads = columns.map(({ name }) => name.padStart(12)).join('');
  const lines = [...first.kinds].map(([kind, { n }]) => {
    const figures = columns.map(({ kinds }) => (kinds.get(kind)?.mean ?? Number.NaN).toFixed(3).padStart(12));
    return `${kind.padEnd(14)}${String(n).padStart(5)}${figures.join('')}`;
  });
  const notices = [...engines.values()].map((results) => `${falseNotices(results).length}`.padStart(12));
  lines.push(`${'false notices'.padEnd(19)}${notices.join('')}`);
  return [`${'nDCG@10'.padEnd(14)}${'n'.padStart(5)}${heads}`, ...lines].join('\n');
}
