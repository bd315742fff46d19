import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { each, insertMany } from '../../../src/adapters/postgres/bulk';
import { connect } from '../../../src/db/connect';
import { businesses, jobs, outbox, stations } from '../../../src/db/schema';
import { uuidV7 } from '../../../src/kernel/ids';
import { createDatabase, type TestDatabase } from '../../support/database';

let database: TestDatabase;
let connection: ReturnType<typeof connect>;
const nextId = () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
const stationId = nextId();
beforeAll(async () => {
  database = await createDatabase();
  connection = connect(database.appUrl);
  await connection.db
    .insert(stations)
    .values({ id: stationId, slug: 'bulk', name: '驿站', lat: 35, lng: 113, areaClass: 1, settings: {} });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

describe('insertMany', () => {
  it('writes what a plain INSERT writes, of every type', async () => {
    const { db } = connection;
    const businessId = nextId();
    const name = '"引号" \\ \' 反斜杠 😀';
    await insertMany(db, businesses, [
      {
        id: businessId,
        stationId,
        name,
        kind: 'shop',
        contactSealed: new Uint8Array([0, 1, 254, 255]),
        verifiedUntil: new Date('2026-06-01T00:00:00.123Z'),
      },
    ]);
    const [business] = await db.select().from(businesses).where(eq(businesses.id, businessId));
    expect(business).toMatchObject({
      name,
      kind: 'shop',
      verifiedUntil: new Date('2026-06-01T00:00:00.123Z'),
    });
    expect([...(business?.contactSealed ?? [])]).toEqual([0, 1, 254, 255]);

    const common = { stationId, businessId, title: 'x\ty', validThrough: '2026-06-20' };
    const row = {
      ...common,
      lat: 35.190_500_000_000_01,
      lng: 113.1 + 0.2,
      benefits: ['meals', 'a,b"{}'],
      requirements: { note: '注', minAge: 18 },
      expectedHours: 0.1 + 0.2,
    };
    const [plain, bulk] = [nextId(), nextId()];
    await db.insert(jobs).values({ id: plain, ...row });
    await insertMany(db, jobs, [{ id: bulk, ...row }]);
    const read = async (id: string) => {
      const [{ id: _, createdAt, updatedAt, ...rest } = { id, createdAt: null, updatedAt: null }] = await db
        .select()
        .from(jobs)
        .where(eq(jobs.id, id));
      expect(createdAt).toBeInstanceOf(Date);
      return rest;
    };
    expect(await read(bulk)).toEqual(await read(plain));
  });

  it('writes nothing of nothing, and all of many, in order, made when they are asked for', async () => {
    const { db } = connection;
    await insertMany(db, outbox, []);
    const ids = Array.from({ length: 1234 }, nextId);
    let made = 0;
    await insertMany(
      db,
      outbox,
      each(ids, (entityId) => {
        made++;
        return { stationId, entityId };
      }),
    );
    expect(made).toBe(1234);
    const rows = await db.select().from(outbox).orderBy(outbox.seq);
    expect(rows.map(({ entityId }) => entityId)).toEqual(ids);
  });

  it('fails as a whole inside a transaction', async () => {
    const { db } = connection;
    const rows = Array.from({ length: 600 }, (_, i) => ({
      id: nextId(),
      stationId,
      name: `批${i === 599 ? 0 : i}`,
      kind: 'shop' as const,
    }));
    await expect(db.transaction((tx) => insertMany(tx, businesses, rows))).rejects.toThrow();
    const [found] = await db
      .select({ count: sql<number>`count(*)::int` })
      .from(businesses)
      .where(sql`name like '批%'`);
    expect(found?.count).toBe(0);
    await insertMany(db, businesses, rows, sql`on conflict do nothing`);
    const [kept] = await db
      .select({ count: sql<number>`count(*)::int` })
      .from(businesses)
      .where(sql`name like '批%'`);
    expect(kept?.count).toBe(599);
  });

  it('tells a failure of the rows themselves', async () => {
    const rows = each([1, 2], (i) => {
      if (i === 2) throw new Error('no such row');
      return { stationId, entityId: nextId() };
    });
    await expect(insertMany(connection.db, outbox, rows)).rejects.toThrow('no such row');
  });
});
