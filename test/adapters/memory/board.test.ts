import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Follower } from '../../../src/adapters/memory';
import { createBoardSource } from '../../../src/adapters/postgres/board-source';
import { connect } from '../../../src/db/connect';
import { boardContract } from '../../contracts/board.suite';
import { boardOf } from '../../contracts/board-of';
import { answer } from '../../support/answers';
import { HOME } from '../../support/builders';
import { openTestStation, type TestStation } from '../../support/station';

boardContract('memory', async () => {
  const t = await openTestStation({ keepDraining: true });
  await t.open.board.follower.catchUp();
  return boardOf(t);
});

describe('the board in memory', () => {
  let t: TestStation;
  beforeAll(async () => {
    t = await openTestStation({ keepDraining: true });
    await t.open.board.follower.catchUp();
  });
  afterAll(() => t.close());

  const follow = () => {
    const connection = connect(t.database.appUrl, { max: 2 });
    const follower = new Follower(createBoardSource(connection.db));
    return { follower, close: () => connection.close() };
  };
  const inDatabase = () => t.open.services.stores.projections.boardVersions();

  it('shows what is open, and what another server opened as soon as it has caught up', async () => {
    const other = follow();
    await other.follower.catchUp();
    const id = await t.openJob();
    expect(t.open.board.follower.city(t.station.id)?.row(id)?.id).toBe(id);
    expect(other.follower.city(t.station.id)?.row(id) ?? null).toBeNull();
    await other.follower.catchUp();
    expect(other.follower.city(t.station.id)?.row(id)?.id).toBe(id);
    await t.service().post(`/api/jobs/${id}/close`);
    await other.follower.catchUp();
    expect(other.follower.city(t.station.id)?.row(id) ?? null).toBeNull();
    await other.close();
  });

  it('hears of a transaction that began early and ended late', async () => {
    const [slow, quick] = [await t.openJob(), await t.openJob()];
    const other = follow();
    await other.follower.catchUp();
    const sql = postgres(t.database.superUrl, { max: 1 });
    await sql.begin(async (tx) => {
      await tx`insert into board_feed (station_id, job_ids) values (${t.station.id}, ${[slow]})`;
      await tx`update board set version = version + 50 where job_id = ${slow}`;
      await t.service().patch(`/api/jobs/${quick}`, { headcount: 4 });
      await other.follower.catchUp();
      await other.follower.catchUp();
    });
    await other.follower.catchUp();
    expect(new Map(other.follower.versions())).toEqual(await inDatabase());
    await sql`update board set version = version - 50 where job_id = ${slow}`;
    await sql.end();
    await other.close();
    await t.open.board.follower.reload();
  });

  it('equals the database after any changes by several at once, also one that starts in the middle', async () => {
    const early = follow();
    await early.follower.catchUp();
    const ids = await Promise.all(Array.from({ length: 6 }, (_, i) => t.openJob({ title: `变动${i}` })));
    let over = false;
    const readers = [early];
    const reading = (async () => {
      while (!over) {
        await Promise.all(readers.map(({ follower }) => follower.catchUp()));
        await sleep(2);
      }
    })();
    const change = async (id: string, n: number) => {
      for (let i = 0; i < 8; i++) {
        const place = { ...HOME, lat: HOME.lat + 0.001 * ((n + i) % 5) };
        if (i % 3 === 0) await t.service().post(`/api/jobs/${id}/close`);
        else if (i % 3 === 1) await t.service().post(`/api/jobs/${id}/renew`);
        else await t.service().patch(`/api/jobs/${id}`, { place });
      }
    };
    const changing = Promise.all(ids.map(change));
    await sleep(30);
    // One server is gone without a word, another starts.
    const late = follow();
    readers[0] = late;
    await changing;
    over = true;
    await reading;
    for (const one of [early, late]) await one.follower.catchUp();
    const wanted = await inDatabase();
    for (const { follower } of [early, late]) expect(new Map(follower.versions())).toEqual(wanted);
    expect(new Map(t.open.board.follower.versions())).toEqual(wanted);
    for (const one of [early, late]) await one.close();
  });

  it('loads everything again when everything was changed, or when it slept too long', async () => {
    const other = follow();
    await other.follower.catchUp();
    const id = await t.openJob();
    const sql = postgres(t.database.superUrl, { max: 1 });
    // As a restore does: rows change without a line for each.
    await sql`update board set version = version + 7 where job_id = ${id}`;
    await sql`delete from board_feed`;
    await sql`insert into board_feed default values`;
    await other.follower.catchUp();
    expect(new Map(other.follower.versions())).toEqual(await inDatabase());
    await sql`update board set version = version - 7 where job_id = ${id}`;
    await sql.end();
    await other.close();
    await t.open.board.follower.reload();
  });

  it('loads everything again when told to, also while others catch up', async () => {
    const id = await t.openJob();
    const other = follow();
    await other.follower.catchUp();
    const sql = postgres(t.database.superUrl, { max: 1 });
    // Nobody is told of it.
    await sql`update board set version = version + 3 where job_id = ${id}`;
    const { follower } = other;
    const others = [follower.catchUp(), follower.catchUp()];
    const again = follower.reload();
    await Promise.all([...others, again]);
    expect(new Map(follower.versions())).toEqual(await inDatabase());
    await sql`update board set version = version - 3 where job_id = ${id}`;
    await sql.end();
    await other.close();
    await t.open.board.follower.reload();
  });

  it('finds out by itself that it differs, and mends it', async () => {
    const id = await t.openJob();
    const { board } = t.open;
    expect(await board.check()).toBe(true);
    const sql = postgres(t.database.superUrl, { max: 1 });
    // Nobody tells the board: lines of the opening may be read again while another transaction is at work anywhere.
    await sql`delete from board_feed`;
    await sql`update board set version = version + 1 where job_id = ${id}`;
    expect(await board.check()).toBe(false);
    expect(new Map(board.follower.versions())).toEqual(await inDatabase());
    expect(await board.check()).toBe(true);
    await sql`update board set version = version - 1 where job_id = ${id}`;
    await sql.end();
    await board.follower.reload();
  });

  it('answers a search as the board of the database does', async () => {
    const far = { ...HOME, lat: HOME.lat + 0.02 };
    await t.openJob({ title: '远处洗碗', place: { ...far, datum: 'wgs84' } });
    const path = '/api/jobs?mode=ebike&free=Mo-Su%2006:00-22:00&limit=50';
    const [memory, database] = [
      await answer<{ items: unknown[]; total: number }>(t.client().get(path)),
      await withBoardOfDatabase(t, () => answer<{ items: unknown[]; total: number }>(t.client().get(path))),
    ];
    expect(memory.total).toBeGreaterThan(0);
    expect(memory).toEqual(database);
  });
});

/** The same station and database, served without a board in memory. */
async function withBoardOfDatabase<T>(t: TestStation, work: () => Promise<T>): Promise<T> {
  const { services } = t.open;
  const { board } = services;
  const { createPostgresBoard } = await import('../../../src/adapters/postgres/board');
  const connection = connect(t.database.appUrl, { max: 1 });
  services.board = createPostgresBoard(connection.db);
  try {
    return await work();
  } finally {
    services.board = board;
    await connection.close();
  }
}
