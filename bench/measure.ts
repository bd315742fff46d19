import { cpus, release, totalmem } from 'node:os';

/** Times of one thing, in milliseconds. */
export interface Timing {
  runs: number;
  p50: number;
  p95: number;
}

/** Runs something some times to warm up, then measures it. */
export async function measure(
  runs: number,
  work: (i: number) => Promise<unknown>,
  warmUp = 5,
): Promise<Timing> {
  for (let i = 0; i < warmUp; i++) await work(i);
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    await work(i + warmUp);
    times.push(performance.now() - started);
  }
  return { runs, p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

/** The figure that so great a share (0…1) of others is below; NaN of none. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** One line about the machine: what figures are worth nothing without. */
export function machine(): string {
  const gib = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpus()[0]?.model ?? 'cpu'}, ${gib} GiB, Linux ${release()}, Node ${process.version}`;
}

/** A line of the report. `limit`: what is asked, as the ratio or figure that must not be passed. */
export function report(
  name: string,
  figure: string,
  limit?: { value: number; most: number; unit: string },
): void {
  const verdict = limit === undefined ? '' : limit.value <= limit.most ? '  ok' : '  MISS';
  const asked = limit === undefined ? '' : `  (asked: ≤ ${limit.most}${limit.unit})`;
  console.log(`${name.padEnd(44)} ${figure}${asked}${verdict}`);
}

/** Milliseconds for people. */
export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ms`;

/** Numbers that look random and are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
