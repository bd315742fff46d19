import type { Ctx } from '../../context';
import { requireStaff } from '../../kernel/access';
import { DomainError } from '../../kernel/errors';
import type { JobStatus } from '../schema';
import { IMPORT_BATCH, type ImportLine, type ImportResult, prepareBatch, writeBatch } from './batch';

/** What an import did. */
export interface ImportReport {
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
  /** Postings spoken of, by the state they are in now. */
  statuses: Partial<Record<JobStatus, number>>;
  /** Why reading ended before the end of the input; what was read until then is stored. */
  stopped: DomainError | null;
}

/**
 * Writes lines in batches, each in a transaction of its own; the next lines are read and prepared meanwhile. Lines read before
 * the input broke off are written before its error is thrown.
 */
export async function* importLines(
  ctx: Ctx,
  input: AsyncIterable<ImportLine>,
  dryRun = false,
): AsyncGenerator<ImportResult[]> {
  requireStaff(ctx);
  let writing: Promise<ImportResult[]> | null = null;
  let broken: { error: unknown } | null = null;
  try {
    for await (const batch of batchesOf(input)) {
      const prepared = await prepareBatch(ctx, batch);
      if (writing) yield await writing;
      writing = writeBatch(ctx, prepared, dryRun);
      // Told by the await that follows, even if reading fails first.
      writing.catch(() => {});
    }
  } catch (error) {
    broken = { error };
  }
  if (writing) yield await writing;
  if (broken) throw broken.error;
}

async function* batchesOf(input: AsyncIterable<ImportLine>): AsyncGenerator<ImportLine[]> {
  let batch: ImportLine[] = [];
  let broken: { error: unknown } | null = null;
  try {
    for await (const line of input) {
      batch.push(line);
      if (batch.length < IMPORT_BATCH) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    broken = { error };
  }
  if (batch.length > 0) yield batch;
  if (broken) throw broken.error;
}

/**
 * Imports everything that `input` yields. Safe to repeat.
 * @param run `onResults` is told of each batch once it is stored; with `dryRun` nothing is
 * @returns the counts; input that cannot be read to its end is told in `stopped`
 * @throws DomainError of what cannot be written; whatever `onResults` has been told of is stored by then
 */
export async function runImport(run: {
  ctx: Ctx;
  input: AsyncIterable<ImportLine>;
  dryRun?: boolean;
  onResults?: (results: readonly ImportResult[]) => void;
}): Promise<ImportReport> {
  const report: ImportReport = {
    created: 0,
    updated: 0,
    unchanged: 0,
    refused: 0,
    statuses: {},
    stopped: null,
  };
  try {
    for await (const results of importLines(run.ctx, run.input, run.dryRun)) {
      for (const { result, status } of results) {
        report[result]++;
        if (status) report.statuses[status] = (report.statuses[status] ?? 0) + 1;
      }
      run.onResults?.(results);
    }
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'malformed') throw error;
    report.stopped = error;
  }
  return report;
}
