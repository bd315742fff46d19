import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type TestDatabase } from './database';
import { carrying, type Office, openOffice, refusal, waiting } from './office';

const MINUTE = 60_000;
const PASSWORD = 'rice noodles at noon';
const PASSWORD_WRONG = { kind: 'unauthenticated', code: 'password_wrong' };

let database: TestDatabase;
let office: Office;

beforeAll(async () => {
  database = await openDatabase();
  office = await openOffice(database);
});
afterAll(() => database.close());

const create = (username: string, role: 'staff' | 'admin' = 'staff', stationId = office.stationId) =>
  office.accounts.createStaff({ stationId, username, password: PASSWORD, name: 'Desk', role });
const enter = (
  username: string,
  password = PASSWORD,
  address: string = username,
  stationId = office.stationId,
) => office.accounts.signInWithPassword({ stationId, username, password, address });

describe('staff and admins', () => {
  it('sign in by name, whatever its case and width, and password', async () => {
    const id = await create('Desk-1', 'admin');
    for (const username of ['Desk-1', 'desk-1', ' DESK-1 ', 'ｄｅｓｋ-1']) {
      expect(await enter(username)).toMatchObject({ userId: id, role: 'admin', name: 'Desk' });
    }
    const { cookies } = await enter('desk-1');
    expect(await office.accounts.actorOf(carrying(cookies))).toMatchObject({
      actor: { kind: 'user', userId: id, role: 'admin', stationId: office.stationId },
      name: 'Desk',
    });
  });

  it('may have names in Chinese', async () => {
    const id = await create('窗口二');
    expect(await enter('窗口二')).toMatchObject({ userId: id, role: 'staff' });
  });

  it('are refused alike for a wrong password, an unknown name and no name at all', async () => {
    await create('desk-2');
    const refusals = await Promise.all([
      refusal(enter('desk-2', 'not the password')),
      refusal(enter('nobody-here')),
      refusal(enter('../../etc')),
      refusal(enter('desk-2', 'x'.repeat(1000))),
    ]);
    for (const error of refusals) {
      expect({ ...error }).toEqual({ ...refusals[0] });
      expect(error).toMatchObject(PASSWORD_WRONG);
    }
  });

  it('have names that are unique within a station', async () => {
    const elsewhere = await office.newStation();
    const here = await create('desk-3');
    expect(await refusal(create('DESK-3'))).toMatchObject({ kind: 'conflict', code: 'username_taken' });
    const there = await create('desk-3', 'staff', elsewhere);
    expect((await enter('desk-3')).userId).toBe(here);
    expect((await enter('desk-3', PASSWORD, 'a', elsewhere)).userId).toBe(there);
  });

  it('get one account when two are made at the same moment', async () => {
    const { stationId } = office;
    const late = await database.sql.begin(async (sql) => {
      await sql`insert into users (id, station_id, name, email, username)
        values (gen_random_uuid(), ${stationId}, 'Twin', 'twin@station.invalid', ${`${stationId}/twin`})`;
      const second = refusal(create('twin'));
      await waiting(database, 1);
      return { second };
    });
    expect(await late.second).toMatchObject({ kind: 'conflict', code: 'username_taken' });
  });

  it('get either a whole account or none', async () => {
    const { stationId } = office;
    let made = 0;
    const broken = office.another({
      ids: {
        next() {
          if (++made === 3) throw new Error('no more ids');
          return randomUUID();
        },
      },
    });
    const staff = { stationId, username: 'half', password: PASSWORD, name: 'Desk', role: 'staff' } as const;
    await expect(broken.createStaff(staff)).rejects.toThrow('no more ids');
    expect(await database.sql`select 1 from users where display_username = 'half'`).toHaveLength(0);
    await office.accounts.createStaff(staff);
    await expect(enter('half')).resolves.toBeDefined();
  });

  it('need a password of ten characters that is not their name, and a plausible name', async () => {
    const input = { stationId: office.stationId, name: 'Desk', role: 'staff' } as const;
    for (const [username, password] of [
      ['desk-4', 'nine char'],
      ['desk-4', 'x'.repeat(129)],
      ['desk-number-4', 'Desk-Number-4'],
    ] as const) {
      expect(await refusal(office.accounts.createStaff({ ...input, username, password }))).toMatchObject({
        kind: 'rule_broken',
        code: 'password_weak',
        fields: [{ pointer: '/password', code: 'password_weak' }],
      });
    }
    for (const username of ['', 'x', 'two words', 'a/b', 'x'.repeat(31)]) {
      expect(
        await refusal(office.accounts.createStaff({ ...input, username, password: PASSWORD })),
      ).toMatchObject({
        fields: [{ pointer: '/username', code: 'username_invalid' }],
      });
    }
    await office.accounts.createStaff({ ...input, username: 'desk-4', password: 'ten chars!' });
  });
});

describe('the tenth wrong password', () => {
  it('locks the name for a quarter of an hour, against the right one too', async () => {
    await create('locked');
    for (let i = 0; i < 10; i++) {
      expect(await refusal(enter('locked', 'not the password', `address ${i}`))).toMatchObject(
        PASSWORD_WRONG,
      );
      office.pass(1000);
    }
    expect(await refusal(enter('LOCKED'))).toMatchObject({
      kind: 'too_many',
      code: 'too_many_attempts',
      values: { retryAfter: 15 * 60 - 10 },
    });
    office.pass(15 * MINUTE - 10_000);
    await expect(enter('locked')).resolves.toBeDefined();
  });

  it('locks a name that nobody has in the same way', async () => {
    for (let i = 0; i < 10; i++) {
      expect(await refusal(enter('phantom', 'not the password', `from ${i}`))).toMatchObject(PASSWORD_WRONG);
    }
    expect(await refusal(enter('phantom'))).toMatchObject({ kind: 'too_many' });
  });

  it('is the tenth also when all come at the same moment', async () => {
    await create('stormed');
    const storm = Array.from({ length: 16 }, (_, i) => refusal(enter('stormed', 'wrong one', `at ${i}`)));
    const kinds = (await Promise.all(storm)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'unauthenticated')).toHaveLength(10);
    expect(kinds.filter((kind) => kind === 'too_many')).toHaveLength(6);
  });

  it('is counted anew after a right one', async () => {
    await create('forgetful');
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 9; i++) await refusal(enter('forgetful', 'not the password', `r${round}`));
      await expect(enter('forgetful')).resolves.toBeDefined();
    }
  });
});
