import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JobView } from '../../src/jobs';
import { DAY_MS } from '../../src/kernel/clock';
import type { Station } from '../../src/stations';
import { answer } from '../support/answers';
import { streetMetresNorth } from '../support/builders';
import { type Client, openTestStation, type TestStation } from '../support/station';

/** Turning pages while the world goes on: nothing that stays is lost or shown twice. */
let t: TestStation;
let station: Station;
let anyone: Client;
beforeAll(async () => {
  t = await openTestStation();
});
afterAll(() => t.close());
beforeEach(async () => {
  station = await t.mintStation();
  anyone = t.client({}, station);
});

interface Page {
  items: { job: JobView; match: { score: number } }[];
  total: number;
  next: string | null;
  relaxations: unknown[];
}
const page = (query: string) => answer<Page>(anyone.get(`/api/jobs?${query}`));
const open = (title: string, metres: number) =>
  t.openJob({ title, place: streetMetresNorth(metres) }, station);
const titles = ({ items }: Page) => items.map(({ job }) => job.title);
const close = (id: string) => answer(t.service(station).post(`/api/jobs/${id}/close`));

describe('between two pages', () => {
  it('postings close and open: what stays comes once, in order', async () => {
    const ids = [];
    for (let i = 0; i < 9; i++) ids.push(await open(`岗${i}`, 100 + i * 100));
    const first = await page('limit=3&sort=near');
    expect(titles(first)).toEqual(['岗0', '岗1', '岗2']);
    await close(ids[1] ?? '');
    await close(ids[2] ?? '');
    await close(ids[4] ?? '');
    await open('插在前面', 150);
    await open('插在后面', 450);
    const second = await page(`limit=3&sort=near&cursor=${first.next}`);
    expect(titles(second)).toEqual(['岗3', '插在后面', '岗5']);
    const third = await page(`limit=3&sort=near&cursor=${second.next}`);
    expect(titles(third)).toEqual(['岗6', '岗7', '岗8']);
    expect(third.next).toBeNull();
  });

  it('time passes: later pages are scored at the moment of the first', async () => {
    for (let i = 0; i < 6; i++) {
      await open(`岗${i}`, 200 + i * 60);
      t.clock.advance(DAY_MS / 3);
    }
    const whole = await page('limit=100');
    const scores = whole.items.map(({ match }) => match.score);
    const first = await page('limit=2');
    t.clock.advance(6 * DAY_MS);
    const second = await page(`limit=2&cursor=${first.next}`);
    const third = await page(`limit=2&cursor=${second.next}`);
    expect([...titles(first), ...titles(second), ...titles(third)]).toEqual(titles(whole));
    expect([first, second, third].flatMap(({ items }) => items.map(({ match }) => match.score))).toEqual(
      scores,
    );
  });

  it('the last one ends: the next page is empty, and there is no other', async () => {
    const ids = [await open('一', 100), await open('二', 200)];
    const first = await page('limit=1');
    await close(ids[1] ?? '');
    expect(await page(`limit=1&cursor=${first.next}`)).toMatchObject({ items: [], total: 1, next: null });
  });

  it('the size of the page may change', async () => {
    for (let i = 0; i < 5; i++) await open(`岗${i}`, 100 + i * 100);
    const first = await page('limit=2&sort=near');
    expect(titles(await page(`limit=50&sort=near&cursor=${first.next}`))).toEqual(['岗2', '岗3', '岗4']);
  });
});

describe('the list', () => {
  it('without postings is empty and offers nothing', async () => {
    expect(await page('')).toMatchObject({ items: [], total: 0, next: null, relaxations: [] });
  });

  it('ends exactly: a full last page has no next', async () => {
    for (let i = 0; i < 4; i++) await open(`岗${i}`, 100 + i * 100);
    const first = await page('limit=2');
    expect((await page(`limit=2&cursor=${first.next}`)).next).toBeNull();
  });

  it('among equals puts the earlier first shift first', async () => {
    const shifts = (days: string) => ({
      schedule: { kind: 'shifts' as const, shifts: [{ days, start: '09:00', end: '13:00' }] },
    });
    const place = streetMetresNorth(300);
    await t.openJob({ title: '周三', place, ...shifts('We') }, station);
    await t.openJob({ title: '周一', place, ...shifts('Mo') }, station);
    await t.openJob({ title: '周二', place, ...shifts('Tu') }, station);
    expect(titles(await page(''))).toEqual(['周一', '周二', '周三']);
    expect(titles(await page('sort=near'))).toEqual(['周一', '周二', '周三']);
  });

  it('leaves out what has no exact place, and says why of it', async () => {
    const id = await t.openJob(
      { title: '在街上', place: { address: '某街', ...streetMetresNorth(100), precision: 'street' } },
      station,
    );
    expect(titles(await page(''))).toEqual([]);
    const why = await answer<{ shown: boolean; gates: { code: string; ok: boolean; text: string }[] }>(
      anyone.get(`/api/jobs/${id}/why`),
    );
    expect(why.shown).toBe(false);
    expect(why.gates.find((gate) => !gate.ok)).toMatchObject({
      code: 'place',
      text: '位置待核实，还不能算路程',
    });
  });

  it('follows the weights of the station', async () => {
    await t.openJob(
      {
        title: '近而薄',
        place: streetMetresNorth(100),
        pay: { amount: 23, unit: 'hour', settlement: 'daily' },
      },
      station,
    );
    await t.openJob(
      {
        title: '远而厚',
        place: streetMetresNorth(1100),
        pay: { amount: 46, unit: 'hour', settlement: 'daily' },
      },
      station,
    );
    expect(titles(await page(''))).toEqual(['近而薄', '远而厚']);
    const sql = (await import('postgres')).default(t.database.superUrl, { max: 1 });
    await sql`update stations set settings = ${sql.json({ weights: { pay: 2 } })} where id = ${station.id}`;
    await sql.end();
    expect(titles(await page(''))).toEqual(['远而厚', '近而薄']);
  });
});
