import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFile } from '../../src/cli/import-file';
import { LISTING_COLUMNS } from '../../src/jobs/import/listing';
import type { Station } from '../../src/stations';
import { runCli } from '../support/service';
import { openTestStation, type TestStation } from '../support/station';

let t: TestStation;
let folder: string;
beforeAll(async () => {
  t = await openTestStation();
  folder = mkdtempSync(join(tmpdir(), 'station-import-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await t.close();
});

/** Imports a file with this content; the exit code and what is said, by line. */
async function run(station: Station, name: string, content: string | Uint8Array, dryRun = false) {
  const file = join(folder, name);
  writeFileSync(file, content);
  const said: string[] = [];
  const out = { line: (text: string) => said.push(text), isTerminal: false };
  const code = await importFile(t.open, { file, dryRun, station: station.slug }, out);
  return { code, said };
}
const stored = async (station: Station) => {
  const list = await t.open.services.stores.jobs.list(station.id, { limit: 100 });
  return list.map(({ job }) => job).sort((a, b) => ((a.externalId ?? '') < (b.externalId ?? '') ? -1 : 1));
};

describe('npm run import', () => {
  it('imports NDJSON, tells each refused line by number, field and reason, and exits with 1', async () => {
    const station = await t.mintStation();
    const good = (externalId: string) =>
      JSON.stringify({ externalId, title: '洗碗工', business: { name: '测试面馆' } });
    const bad = JSON.stringify({
      externalId: 'b',
      title: '洗碗工',
      business: { name: '不该出现的店' },
      place: { lat: 91, lng: 113.2 },
      tip: 1,
    });
    const content = [good('a'), bad, '{"title":', '', good('c')].join('\n');
    const first = await run(station, 'jobs.ndjson', content);
    expect(first).toMatchObject({
      code: 1,
      said: [
        '第 2 行（b） 未收：place.lat：太大了，不能超过 90；tip：没有这个字段',
        '第 3 行 未收：JSON 格式不对，无法读取',
        '新增 2，更新 0，未变 0，未收 2（草稿 2）',
      ],
    });
    expect((await stored(station)).map(({ externalId }) => externalId)).toEqual(['a', 'c']);

    const again = await run(station, 'jobs.ndjson', [good('a'), good('c')].join('\r\n'));
    expect(again).toMatchObject({ code: 0, said: ['新增 0，更新 0，未变 2，未收 0（草稿 2）'] });
  });

  it('imports CSV by its header, whatever the name of the file, and stores nothing in a dry run', async () => {
    const station = await t.mintStation();
    const content =
      '\uFEFFexternalId,title,business.name,pay.amount,pay.unit\r\nc-1,"洗碗\r\n工",测试面馆,24,hour\r\n';
    const dry = await run(station, 'list.txt', content, true);
    expect(dry).toMatchObject({
      code: 0,
      said: ['试运行，什么都没有保存。新增 1，更新 0，未变 0，未收 0（草稿 1）'],
    });
    expect(await stored(station)).toEqual([]);
    await run(station, 'list.csv', content);
    expect(await stored(station)).toMatchObject([{ externalId: 'c-1', pay: { amountFen: 2400 } }]);
  });

  it('imports a foreign list as drafts and notes what it left out, by line', async () => {
    const station = await t.mintStation();
    const row = (id: string, title: string, lng: string, lat: string, min: string, max: string) =>
      [
        id,
        'X',
        title,
        '测试有限公司',
        '焦作市',
        '测试路1号',
        lng,
        lat,
        '"多行\n说明"',
        '',
        '',
        '',
        '',
        min,
        max,
        '',
      ].join(',');
    const content = [
      LISTING_COLUMNS.join(','),
      row('L1', '理货员', '113.26', '35.19', '4000', '5000'),
      row('L2', '保洁员', '0.0000', '0.0000', '20', '30'),
      row('L3', '', '113.26', '35.19', '4000', '5000'),
    ].join('\n');
    const { code, said } = await run(station, 'list.csv', content);
    expect(code).toBe(1);
    expect(said).toEqual([
      '第 6 行（L3） 未收：title：必填，不能为空',
      'place：坐标是空点（0,0 或者换算后的 0,0），未采用（1 行：4）',
      'pay：看不准工钱的单位，未采用（1 行：4）',
      '新增 2，更新 0，未变 0，未收 1（草稿 2）',
    ]);
    expect(await stored(station)).toMatchObject([
      {
        externalId: 'L1',
        status: 'draft',
        place: { precision: 'street' },
        pay: { amountFen: 400_000, unit: 'month' },
      },
      { externalId: 'L2', status: 'draft', place: null, address: '测试路1号', pay: null },
    ]);
  });

  it('keeps what it read when the rest of a file cannot be read, and says from where', async () => {
    const station = await t.mintStation();
    const content = 'externalId,title,business.name\na,洗碗工,测试面馆\nb,"保洁员,测试面馆\n';
    expect(await run(station, 'broken.csv', content)).toMatchObject({
      code: 1,
      said: [
        '第 3 行起读不下去：CSV 格式不对，从这一行起无法读取（常见原因是引号没有配对）',
        '新增 1，更新 0，未变 0，未收 0（草稿 1）',
      ],
    });
    expect(await stored(station)).toHaveLength(1);
  });

  it.each([
    [
      'GBK',
      'gbk.csv',
      new Uint8Array([0x74, 0x69, 0x74, 0x6c, 0x65, 0x0a, 0xcf, 0xb4, 0xcd, 0xeb, 0x0a]),
      '不是 UTF-8 编码，请另存为 UTF-8 后再导入',
    ],
    [
      'an unknown column',
      'odd.csv',
      'title,pay.amonut\n洗碗工,1\n',
      '表头有问题；pay.amonut：不认识这一列，请检查表头',
    ],
    ['an empty file', 'empty.csv', '', '文件是空的，或者没有表头'],
  ])('stores nothing of %s and says why', async (_, name, content, sentence) => {
    const station = await t.mintStation();
    const { code, said } = await run(station, name, content);
    expect(code).toBe(1);
    expect(said[0]).toContain(sentence);
    expect(await stored(station)).toEqual([]);
  });

  it('says that there is no such file or station', async () => {
    const said: string[] = [];
    const out = { line: (text: string) => said.push(text), isTerminal: false };
    const missing = { file: join(folder, 'nothing.csv'), dryRun: false, station: undefined };
    expect(await importFile(t.open, missing, out)).toBe(1);
    expect(said).toEqual([expect.stringContaining('文件打不开')]);
    const nowhere = await run({ ...t.station, slug: 'nowhere' }, 'a.ndjson', '');
    expect(nowhere).toEqual({ code: 1, said: ['没有找到这个驿站'] });
  });

  it('ends as a process with the exit code of its outcome', async () => {
    const env = {
      DATABASE_URL: t.database.appUrl,
      DATABASE_OWNER_URL: t.database.ownerUrl,
      DATA_DIR: folder,
    };
    const file = join(folder, 'process.ndjson');
    writeFileSync(file, '{"title":"洗碗工","business":{"name":"测试面馆"}}\n{');
    const refused = await runCli('import', [file, '--dry-run', '--station', t.station.slug], env);
    expect(refused).toMatchObject({ code: 1, stdout: expect.stringMatching(/第 2 行 .*\n.*新增 1.*未收 1/) });
    const nowhere = await runCli('import', [file, '--station', 'nowhere'], env);
    expect(nowhere).toMatchObject({ code: 1, stdout: '没有找到这个驿站\n' });
    const usage = await runCli('import', [], env);
    expect(usage).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('usage: npm run import -- FILE'),
    });
  }, 60_000);
});
