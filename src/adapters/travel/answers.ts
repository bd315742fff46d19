import { z } from 'zod';

/** Nothing that is asked takes longer, seconds, or is farther, kilometres: whoever says so talks nonsense. */
const MOST_SECONDS = 24 * 3_600;
const MOST_KILOMETRES = 2_000;

const place = z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) });
const cell = z.object({
  to_index: z.int().nonnegative(),
  time: z.number().min(0).max(MOST_SECONDS).nullable(),
  distance: z.number().min(0).max(MOST_KILOMETRES).nullable(),
});

/** What `/sources_to_targets` answers for one source, verbose; places are those on the streets. */
const matrixSchema = z.object({
  sources_to_targets: z.tuple([z.array(cell)]),
  sources: z.tuple([place]),
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
 * Reads a matrix from one place to `count` others.
 * @throws NonsenseError
 */
export function readMatrix(body: unknown, count: number): Matrix {
  const parsed = matrixSchema.safeParse(body);
  if (!parsed.success) throw new NonsenseError(parsed.error.issues[0]?.path.join('.') || 'shape');
  const matrix = parsed.data;
  const [row] = matrix.sources_to_targets;
  if (row.length !== count || matrix.targets.length !== count) throw new NonsenseError('rows');
  if (row.some(({ to_index }, i) => to_index !== i)) throw new NonsenseError('order');
  if (row.some(({ time, distance }) => (time === null) !== (distance === null)))
    throw new NonsenseError('half');
  return matrix;
}

/** What Valhalla answers when it refuses: its own code beside a sentence. */
export const refusalSchema = z.object({ error_code: z.int() });
