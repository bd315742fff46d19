import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../../src/context';
import { IMPORT_BATCH, type ImportLine, importLines, lineOfDraft, runImport } from '../../../src/jobs';
import { DomainError } from '../../../src/kernel/errors';
import { jobDraft } from '../../support/builders';
import { openTestStation, type TestStation } from '../../support/station';

let t: TestStation;
beforeAll(async () => {
  t = await openTestStation();
});
afterAll(() => t.close());

const line = (i: number): ImportLine =>
  lineOfDraft(i, jobDraft({ externalId: `r-${i}`, title: `理货员${i}号` }));
async function* lines(count: number, fail?: Error): AsyncGenerator<ImportLine> {
  for (let i = 1; i <= count; i++) yield line(i);
  if (fail) throw fail;
}
async function fresh(): Promise<Ctx> {
  return t.ctx(undefined, await t.mintStation());
}
const count = async (ctx: Ctx) => (await ctx.stores.jobs.countByStatus(ctx.station.id)).open ?? 0;

describe('runImport', () => {
  it('writes in batches and counts what became of each line', async () => {
    const ctx = await fresh();
    const sizes: number[] = [];
    const bad: ImportLine = {
      line: 0,
      externalId: null,
      draft: null,
      problems: [{ pointer: '', code: 'malformed_json' }],
    };
    const input = async function* () {
      yield bad;
      yield* lines(IMPORT_BATCH + 10);
    };
    const report = await runImport({
      ctx,
      input: input(),
      onResults: (results) => sizes.push(results.length),
    });
    expect(report).toEqual({
      created: IMPORT_BATCH + 10,
      updated: 0,
      unchanged: 0,
      refused: 1,
      statuses: { open: IMPORT_BATCH + 10 },
      stopped: null,
    });
    expect(sizes).toEqual([IMPORT_BATCH, 11]);
    expect(await count(ctx)).toBe(IMPORT_BATCH + 10);
    const again = await runImport({ ctx, input: lines(20) });
    expect(again).toMatchObject({ created: 0, unchanged: 20, refused: 0 });
  });

  it('keeps what was read before the input broke off', async () => {
    const ctx = await fresh();
    const broken = new DomainError('malformed', 'malformed_csv', { values: { line: 12 } });
    const report = await runImport({ ctx, input: lines(11, broken) });
    expect(report).toMatchObject({ created: 11, stopped: broken });
    expect(await count(ctx)).toBe(11);
  });

  it('does not hide another failure of the input', async () => {
    const ctx = await fresh();
    await expect(runImport({ ctx, input: lines(3, new Error('disk gone')) })).rejects.toThrow('disk gone');
    expect(await count(ctx)).toBe(3);
  });

  it('stores nothing in a dry run of several batches', async () => {
    const ctx = await fresh();
    const report = await runImport({ ctx, input: lines(IMPORT_BATCH + 1), dryRun: true });
    expect(report.created).toBe(IMPORT_BATCH + 1);
    expect(await count(ctx)).toBe(0);
  });

  it('is for importers only, and reads nothing for others', async () => {
    const ctx = { ...(await fresh()), actor: { kind: 'public' as const } };
    let read = 0;
    const input = async function* () {
      read++;
      yield line(1);
    };
    await expect(runImport({ ctx, input: input() })).rejects.toMatchObject({ kind: 'unauthenticated' });
    expect(read).toBe(0);
  });
});

describe('importLines', () => {
  it('hands out a batch only when it is stored, and reads on meanwhile', async () => {
    const ctx = await fresh();
    let read = 0;
    const input = async function* () {
      for await (const one of lines(IMPORT_BATCH * 3)) {
        read++;
        yield one;
      }
    };
    const seen: number[] = [];
    for await (const results of importLines(ctx, input())) {
      seen.push(results.length);
      expect(await count(ctx)).toBeGreaterThanOrEqual(seen.length * IMPORT_BATCH);
      // One batch ahead at most: a slow database must not fill the memory.
      expect(read).toBeLessThanOrEqual((seen.length + 1) * IMPORT_BATCH);
    }
    expect(seen).toEqual([IMPORT_BATCH, IMPORT_BATCH, IMPORT_BATCH]);
  });
});
