import { z } from 'zod';

/** Nothing that is asked takes longer, seconds, or is farther, kilometres: whoever says so talks nonsense. */
const MOST_SECONDS = 24 * 3_600;
const MOST_KILOMETRES = 2_000;

const place = z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) });
const cell = z.object({
  from_index: z.int().nonnegative(),
  to_index: z.int().nonnegative(),
  time: z.number().min(0).max(MOST_SECONDS).nullable(),
  distance: z.number().min(0).max(MOST_KILOMETRES).nullable(),
});

/** What `/sources_to_targets` answers, verbose: a row for every source; places are those on the streets. */
const matrixSchema = z.object({
  sources_to_targets: z.array(z.array(cell)),
  sources: z.array(place),
  targets: z.array(place),
  units: z.literal('kilometers'),
});
export type Matrix = z.infer<typeof matrixSchema>;

/** An answer that is none: not JSON, another shape, impossible figures, other rows than were asked for. */
export class NonsenseError extends Error {
  constructor(about: string) {
    super(`nonsense from the router: ${about}`);
    this.name = 'NonsenseError';
  }
}

/**
 * Reads a matrix from `sources` places to `targets` others.
 * @throws NonsenseError
 */
export function readMatrix(body: unknown, sources: number, targets: number): Matrix {
  const parsed = matrixSchema.safeParse(body);
  if (!parsed.success) throw new NonsenseError(parsed.error.issues[0]?.path.join('.') || 'shape');
  const matrix = parsed.data;
  const rows = matrix.sources_to_targets;
  if (rows.length !== sources || matrix.sources.length !== sources) throw new NonsenseError('rows');
  if (rows.some((row) => row.length !== targets) || matrix.targets.length !== targets) {
    throw new NonsenseError('rows');
  }
  for (const [from, row] of rows.entries()) {
    if (row.some(({ from_index, to_index }, to) => from_index !== from || to_index !== to)) {
      throw new NonsenseError('order');
    }
    if (row.some(({ time, distance }) => (time === null) !== (distance === null))) {
      throw new NonsenseError('half');
    }
  }
  return matrix;
}

/** What Valhalla answers when it refuses: its own code beside a sentence. */
export const refusalSchema = z.object({ error_code: z.int() });
