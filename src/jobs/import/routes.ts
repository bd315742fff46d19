import { z } from '@hono/zod-openapi';
import { MAX_IMPORT_BYTES } from '../../http/body';
import { createRouter, describeRoute } from '../../http/openapi';
import { fieldError } from '../../http/problem';
import { requireStaff } from '../../kernel/access';
import { DomainError } from '../../kernel/errors';
import { IMPORT_BATCH, type ImportLine, type ImportResult, importBatch } from './batch';
import { readNdjson } from './ndjson';

/** Postings in bulk, from NDJSON to NDJSON, as a stream. */
export const importRoutes = createRouter();

const PATH = '/api/import/jobs';
const ndjson = { 'application/x-ndjson': { schema: z.string() } };

importRoutes.openAPIRegistry.registerPath(
  describeRoute({
    method: 'post',
    path: PATH,
    summary: 'Import postings: one JobDraft a line, one answer a line',
    request: { body: { required: true, content: ndjson } },
    responses: { 200: { description: 'One result a line', content: ndjson } },
  }),
);

importRoutes.post(PATH, (c) => {
  const ctx = c.get('ctx');
  requireStaff(ctx);
  if (!/^application\/(x-)?ndjson\b/i.test(c.req.header('content-type') ?? '')) {
    throw new DomainError('unsupported_type', 'ndjson_needed');
  }
  if (Number(c.req.header('content-length') ?? 0) > MAX_IMPORT_BYTES) throw tooLarge();
  const body = c.req.raw.body;
  const lines = readNdjson(body ? capped(body) : []);
  const answer = streamOf(encoded(results(lines, (batch) => importBatch(ctx, batch))));
  return c.body(answer, 200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
});

/** A stream that pulls from an iterable as fast as it is read. */
function streamOf(source: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await source.return(undefined);
    },
  });
}

const tooLarge = () => new DomainError('too_large', 'body_too_large', { values: { max: MAX_IMPORT_BYTES } });

/** Passes bytes through until there are too many. */
async function* capped(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > MAX_IMPORT_BYTES) throw tooLarge();
    yield chunk;
  }
}

async function* results(
  lines: AsyncIterable<ImportLine>,
  write: (batch: ImportLine[]) => Promise<ImportResult[]>,
): AsyncGenerator<ImportResult> {
  let batch: ImportLine[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < IMPORT_BATCH) continue;
    yield* await write(batch);
    batch = [];
  }
  if (batch.length > 0) yield* await write(batch);
}

/**
 * One line a result. A failure in the middle is told as the last line, because the status has left already;
 * every line answered before it is stored.
 */
async function* encoded(list: AsyncIterable<ImportResult>): AsyncGenerator<Uint8Array> {
  const line = (value: unknown) => new TextEncoder().encode(`${JSON.stringify(value)}\n`);
  try {
    for await (const { errors, ...result } of list) {
      yield line(errors ? { ...result, errors: errors.map(fieldError) } : result);
    }
  } catch (error) {
    const code = error instanceof DomainError ? error.code : 'internal';
    yield line({ result: 'stopped', errors: [fieldError({ pointer: '', code })] });
  }
}
