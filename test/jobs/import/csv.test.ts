import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/adapters/csv/records';
import { csvReader, type ImportLine, MAX_LINE_BYTES } from '../../../src/jobs';
import { DomainError } from '../../../src/kernel/errors';

type Chunks = (string | Uint8Array)[];
async function records(...chunks: Chunks): Promise<[number, ...string[]][]> {
  const list: [number, ...string[]][] = [];
  for await (const { line, cells } of readCsv(chunks)) list.push([line, ...cells]);
  return list;
}
async function lines(header: string, ...rows: string[]): Promise<ImportLine[]> {
  const list: ImportLine[] = [];
  let read: ReturnType<typeof csvReader> | null = null;
  for await (const { line, cells } of readCsv([[header, ...rows].join('\n')])) {
    if (read) list.push(read(line, cells));
    else read = csvReader(cells);
  }
  return list;
}
async function refusal(run: Promise<unknown>): Promise<[string, unknown]> {
  const error = await run.then(
    () => null,
    (e: unknown) => e,
  );
  if (!(error instanceof DomainError)) throw new Error('not refused');
  return [error.code, error.values.line];
}

describe('readCsv', () => {
  it('reads quotes, line breaks inside them, CRLF, a byte order mark and empty lines, with line numbers', async () => {
    const text = '\uFEFFa,b\r\n"x\r\ny","say ""hi"""\r\n\r\n1,\r\n"p\nq\nr",2\n3,4';
    expect(await records(text)).toEqual([
      [1, 'a', 'b'],
      [2, 'x\ny', 'say "hi"'],
      [5, '1', ''],
      [6, 'p\nq\nr', '2'],
      [9, '3', '4'],
    ]);
  });

  it('reads the same wherever the chunks cut', async () => {
    const bytes = new TextEncoder().encode('题目,钱\r\n"洗碗\r\n工😀",24\r\n');
    const whole = await records(bytes);
    for (let i = 1; i < bytes.length; i++) {
      expect(await records(bytes.slice(0, i), bytes.slice(i))).toEqual(whole);
    }
    expect(whole).toEqual([
      [1, '题目', '钱'],
      [2, '洗碗\n工😀', '24'],
    ]);
  });

  it('says that a file is not UTF-8', async () => {
    const gbk = new Uint8Array([0x61, 0x2c, 0x62, 0x0a, 0xcf, 0xb4, 0xcd, 0xeb, 0x2c, 0x31, 0x0a]);
    expect(await refusal(records(gbk))).toEqual(['not_utf8', undefined]);
  });

  it('hands out what comes before a quote that is never closed, and names its line', async () => {
    const seen: string[][] = [];
    const run = (async () => {
      for await (const { cells } of readCsv(['a,b\n1,2\n3,"4\n5,6\n'])) seen.push(cells);
    })();
    expect(await refusal(run)).toEqual(['malformed_csv', 3]);
    expect(seen).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('does not swallow a file behind an open quote', async () => {
    const endless = function* () {
      yield 'a,b\n1,"';
      for (let i = 0; i < 64; i++) yield 'x\n'.repeat(MAX_LINE_BYTES / 32);
    };
    const run = (async () => {
      for await (const _ of readCsv(endless()));
    })();
    expect(await refusal(run)).toEqual(['line_too_long', 2]);
  });
});

const HEADER = [
  'externalId,title,business.name,business.kind,place.address,place.lat,place.lng,pay.amount,pay.unit',
  'pay.settlement,schedule.days,schedule.start,schedule.end,benefits,headcount',
].join(',');

describe('csvReader', () => {
  it('makes a draft of dotted columns', async () => {
    const [line] = await lines(
      HEADER,
      'c-1,洗碗工,测试面馆,shop,一号楼,35.19,113.26,24.5,hour,daily,Mo-Fr,9:00,13:00,meals|lodging,2',
    );
    expect(line).toMatchObject({
      line: 2,
      externalId: 'c-1',
      problems: [],
      draft: {
        title: '洗碗工',
        business: { name: '测试面馆', kind: 'shop' },
        place: { address: '一号楼', lat: 35.19, lng: 113.26, precision: 'door' },
        pay: { amount: 24.5, unit: 'hour', settlement: 'daily' },
        schedule: {
          kind: 'shifts',
          commitment: 'all',
          shifts: [{ days: 'Mo-Fr', start: '09:00', end: '13:00' }],
        },
        benefits: ['meals', 'lodging'],
        headcount: 2,
      },
    });
  });

  it('takes an empty cell for an absent field', async () => {
    const [line] = await lines(HEADER, ',洗碗工,测试面馆,,,,,,,,,,,,');
    expect(line?.problems).toEqual([]);
    expect(line?.draft).toMatchObject({ business: { kind: 'shop' }, headcount: 1, benefits: [] });
    expect(line?.draft).not.toHaveProperty('place');
    expect(line?.draft).not.toHaveProperty('schedule');
  });

  it('reads shifts as JSON, any number of them', async () => {
    const shifts =
      '"[{""days"":""Mo"",""start"":""08:00"",""end"":""10:00""},{""days"":""Sa"",""start"":""08:00"",""end"":""10:00""}]"';
    const [line] = await lines(
      'title,business.name,schedule.shifts,schedule.commitment',
      `分拣员,测试仓,${shifts},1`,
    );
    expect(line?.draft?.schedule).toMatchObject({ kind: 'shifts', commitment: { atLeast: 1 } });
    expect(line?.draft?.schedule?.kind === 'shifts' && line.draft.schedule.shifts).toHaveLength(2);
  });

  it('reads a window, said or plain from its hours', async () => {
    const [line] = await lines(
      'title,business.name,schedule.days,schedule.start,schedule.end,schedule.hoursPerWeek',
      '传单派发,测试店,Mo-Su,08:00,21:00,12',
    );
    expect(line?.draft?.schedule).toEqual({
      kind: 'window',
      windows: [{ days: 'Mo-Su', start: '08:00', end: '21:00' }],
      hoursPerWeek: 12,
      minBlockMinutes: 60,
    });
  });

  it.each([
    [
      'a text for a number',
      'title,business.name,pay.amount,pay.unit',
      '工,店,廿四,hour',
      '/pay/amount',
      'number',
    ],
    ['a number with a unit', 'title,business.name,headcount', '工,店,2人', '/headcount', 'number'],
    ['no JSON', 'title,business.name,schedule.shifts', '工,店,周一', '/schedule/shifts', 'json_cell'],
    ['a latitude of 91', 'title,business.name,place.lat,place.lng', '工,店,91,113', '/place/lat', 'too_big'],
    [
      'an unknown benefit',
      'title,business.name,benefits',
      '工,店,meals|tips',
      '/benefits/1',
      'unknown_value',
    ],
    [
      'end equal to start',
      'title,business.name,schedule.days,schedule.start,schedule.end',
      '工,店,Mo,09:00,9:00',
      '/schedule/shifts/0/end',
      'equal',
    ],
    ['a cell too few', 'title,business.name,occupation', '工,店', '', 'cell_count'],
    ['a cell too many', 'title,business.name', '工,店,24', '', 'cell_count'],
    ['no title', 'title,business.name', ' ,店', '/title', 'required'],
  ])('refuses %s', async (_, header, row, pointer, code) => {
    const [line] = await lines(header, row);
    expect(line?.draft).toBeNull();
    expect(line?.problems.map((p) => [p.pointer, p.code])).toEqual([[pointer, code]]);
  });

  it('bears the empty cells that spreadsheets leave at the end', async () => {
    const [line] = await lines('title,business.name', '洗碗工,测试店,,');
    expect(line?.draft?.title).toBe('洗碗工');
  });

  it('refuses a header with columns that nobody knows, naming each', () => {
    const error = (() => {
      try {
        return csvReader(['title', 'pay.amonut', '__proto__.admin', 'title']);
      } catch (e) {
        return e;
      }
    })();
    expect(error).toMatchObject({
      code: 'bad_header',
      fields: [
        { pointer: '/pay/amonut', code: 'unknown_column' },
        { pointer: '/__proto__/admin', code: 'unknown_column' },
        { pointer: '/title', code: 'duplicate' },
      ],
    });
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
  });
});
