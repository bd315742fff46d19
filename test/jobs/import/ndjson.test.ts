import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteSource, type ImportLine, MAX_LINE_BYTES, readNdjson } from '../../../src/jobs';
import { jobDraft } from '../../support/builders';

async function read(source: ByteSource): Promise<ImportLine[]> {
  const lines: ImportLine[] = [];
  for await (const line of readNdjson(source)) lines.push(line);
  return lines;
}
const json = (externalId: string, title = '洗碗工') => JSON.stringify(jobDraft({ externalId, title }));
const bytes = (text: string) => new TextEncoder().encode(text);
const brief = (lines: ImportLine[]) =>
  lines.map(({ line, externalId, problems }) => [line, externalId, ...problems.map((p) => p.code)]);

describe('readNdjson', () => {
  it('reads a draft a line: LF, CRLF, blank lines, no line break at the end, a byte order mark', async () => {
    const text = `\uFEFF${json('a')}\r\n\r\n   \n${json('b')}\n${json('c')}`;
    expect(brief(await read([bytes(text)]))).toEqual([
      [1, 'a'],
      [4, 'b'],
      [5, 'c'],
    ]);
  });

  it('puts characters together wherever the chunks cut them', async () => {
    const title = '夜班分拣员😀日结';
    const whole = bytes(`${json('a', title)}\n${json('b', title)}\n`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(whole.length), { maxLength: 12 }), async (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), whole.length];
        const chunks = at.slice(1).map((end, i) => whole.slice(at[i], end));
        const lines = await read(chunks);
        expect(lines.map(({ draft }) => draft?.title)).toEqual([title, title]);
      }),
    );
    const text = `${json('a', title)}\n`;
    const lines = await read([...text].flatMap((character) => character.split('')));
    expect(lines[0]?.draft?.title).toBe(title);
  });

  it('does not mind a source that uses one buffer for all of its chunks', async () => {
    const whole = bytes(`${json('a')}\n${json('b')}\n`);
    const buffer = new Uint8Array(16);
    const source = function* () {
      for (let i = 0; i < whole.length; i += 16) {
        const part = whole.subarray(i, i + 16);
        buffer.set(part);
        yield buffer.subarray(0, part.length);
      }
    };
    expect(brief(await read(source()))).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
  });

  it('refuses the line that is no JSON, and only that one', async () => {
    const text = [json('a'), '{"title":', '洗碗工,24', json('b')].join('\n');
    expect(brief(await read([text]))).toEqual([
      [1, 'a'],
      [2, null, 'malformed_json'],
      [3, null, 'malformed_json'],
      [4, 'b'],
    ]);
  });

  it('refuses the line that is no UTF-8, and only that one', async () => {
    const gbk = new Uint8Array([0x7b, 0x22, 0xcf, 0xb4, 0xcd, 0xeb, 0x22, 0x0a]);
    expect(brief(await read([bytes(`${json('a')}\n`), gbk, bytes(json('b'))]))).toEqual([
      [1, 'a'],
      [2, null, 'not_utf8'],
      [3, 'b'],
    ]);
  });

  it('drops a line that is too long without keeping it', async () => {
    const piece = bytes('x'.repeat(64 * 1024));
    const source = async function* () {
      yield bytes(`${json('a')}\n`);
      // 64 MB in one line.
      for (let i = 0; i < 1024; i++) yield piece;
      yield bytes(`\n${json('b')}\n`);
    };
    const before = process.memoryUsage().rss;
    const lines = await read(source());
    expect(brief(lines)).toEqual([
      [1, 'a'],
      [2, null, 'line_too_long'],
      [3, 'b'],
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(32 * 1024 * 1024);
  });

  it('takes a line of exactly the limit', async () => {
    const draft = json('a');
    const padded = draft + ' '.repeat(MAX_LINE_BYTES - bytes(draft).length);
    expect(brief(await read([bytes(`${padded}\n${padded} \n`)]))).toEqual([
      [1, 'a'],
      [2, null, 'line_too_long'],
    ]);
  });

  it('reads a web stream and tells its failure', async () => {
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes(`${json('a')}\n`));
        controller.close();
      },
    });
    expect(brief(await read(stream as unknown as AsyncIterable<Uint8Array>))).toEqual([[1, 'a']]);
    const failing = async function* () {
      yield bytes(`${json('a')}\n`);
      throw new Error('connection lost');
    };
    await expect(read(failing())).rejects.toThrow('connection lost');
  });
});
