import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Connection, connect } from '../../src/db/connect';
import { isOutage } from '../../src/http/outage';
import { createDatabase, type TestDatabase } from '../support/database';

/*
 * An exception that escapes from the driver ends a process; here it fails the run, whatever the tests say.
 */
let database: TestDatabase;
let connection: Connection;
let admin: Connection;
beforeAll(async () => {
  database = await createDatabase();
  connection = connect(database.ownerUrl, { max: 4 });
  admin = connect(database.superUrl, { max: 1 });
  await connection.sql`create table kept (n int)`;
});
afterAll(async () => {
  await connection.close();
  await admin.close();
  await database.drop();
});

const backend = async (db: Pick<Connection['db'], 'execute'>) => {
  const [row] = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return row?.pid ?? 0;
};
const kill = async (pid: number) => {
  await admin.sql`select pg_terminate_backend(${pid})`;
  // Until the client has heard of it.
  await new Promise((resolve) => setTimeout(resolve, 50));
};
const kept = async () => {
  const rows = await connection.sql<{ n: number }[]>`select n from kept order by n`;
  return rows.map(({ n }) => n);
};

describe('a transaction whose connection is cut', () => {
  it('rejects, when it goes on after the cut', async () => {
    const outcome = connection.db.transaction(async (tx) => {
      await tx.execute(sql`insert into kept values (1)`);
      await kill(await backend(tx));
      await tx.execute(sql`insert into kept values (2)`);
    });
    await expect(outcome).rejects.toSatisfy(isOutage);
    expect(await kept()).toEqual([]);
  });

  it('rejects, when it was just about to commit', async () => {
    const outcome = connection.db.transaction(async (tx) => {
      await tx.execute(sql`insert into kept values (3)`);
      await kill(await backend(tx));
    });
    await expect(outcome).rejects.toSatisfy(isOutage);
    expect(await kept()).toEqual([]);
  });

  it('rejects, when it swallows the loss and tries again and again', async () => {
    const outcome = connection.db.transaction(async (tx) => {
      await kill(await backend(tx));
      for (let i = 0; i < 3; i++) await tx.execute(sql`insert into kept values (4)`).catch(() => {});
    });
    await expect(outcome).rejects.toSatisfy(isOutage);
    expect(await kept()).toEqual([]);
  });

  it('rejects in the middle of a statement', async () => {
    const outcome = connection.db.transaction(async (tx) => {
      const pid = await backend(tx);
      const running = tx.execute(sql`select pg_sleep(30)`);
      await kill(pid);
      await running;
    });
    await expect(outcome).rejects.toSatisfy(isOutage);
  });

  it('leaves a pool in which every connection works', async () => {
    const cut = Array.from({ length: 8 }, () =>
      connection.db.transaction(async (tx) => kill(await backend(tx))).catch(() => 'cut'),
    );
    expect(await Promise.all(cut)).toEqual(Array(8).fill('cut'));
    const works = Array.from({ length: 12 }, (_, i) =>
      connection.db.transaction(async (tx) => {
        await tx.execute(sql`insert into kept values (${i})`);
        return i;
      }),
    );
    expect(await Promise.all(works)).toHaveLength(12);
    expect(await kept()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });
});

describe('any other transaction', () => {
  it('commits all or nothing', async () => {
    await connection.sql`truncate kept`;
    const failed = connection.db.transaction(async (tx) => {
      await tx.execute(sql`insert into kept values (1)`);
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    await connection.db.transaction((tx) => tx.execute(sql`insert into kept values (2)`));
    expect(await kept()).toEqual([2]);
  });

  it('rejects when a statement failed, even if that was swallowed', async () => {
    const outcome = connection.db.transaction(async (tx) => {
      await tx.execute(sql`insert into kept values (3)`);
      await tx.execute(sql`select 1 / 0`).catch(() => {});
    });
    await expect(outcome).rejects.toThrow();
    expect(await kept()).toEqual([2]);
  });
});
