import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../support/answers';
import { type Cast, openCast } from '../../support/cast';
import { openTestStation, type TestStation } from '../../support/station';

/**
 * After a morning of real use every table is read as a superuser would: no phone, no exact home, no word that was
 * said at the desk lies in clear, and the serving role can do no more than serve.
 */
const PHONES = ['13811112222', '13833334444', '13855556666', '13899990000'];
const LOCKED = '锁起来的人';
const HOME = { lat: 35.198765, lng: 113.254321 };
const SPOKEN = '我住三号楼想找活';
const NOTE = '面试时说的话';

let t: TestStation;
let cast: Cast;
let sql: postgres.Sql;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
  sql = postgres(t.database.superUrl, { max: 1, onnotice: () => {} });
  const consent = { purpose: ['matching', 'contact'], channel: 'screen' };
  const jobId = await cast.openJob({ contact: { name: '联系人', phone: PHONES[0] ?? '' } });
  const person = { name: '某人', phone: PHONES[1], home: HOME, consent };
  const { id } = await answer<{ id: string }>(
    cast.staff.post('/api/candidates', person, { 'idempotency-key': 'privacy-1' }),
    201,
  );
  const { walkIn } = await answer<{ walkIn: { id: string } }>(
    cast.staff.post('/api/walk-ins', { name: '来人', phone: PHONES[2], text: SPOKEN, origin: HOME, consent }),
    201,
  );
  for (const of of [{ candidateId: id }, { walkInId: walkIn.id }]) {
    const referral = await answer<{ id: string }>(cast.staff.post('/api/referrals', { jobId, ...of }), 201);
    await answer(
      cast.staff.post(`/api/referrals/${referral.id}/events`, { kind: 'contacted', note: NOTE }),
      201,
    );
  }
  // One whose record is locked: what the ledger still knows of them is sealed, too.
  const locked = { name: LOCKED, phone: PHONES[3], home: HOME, consent };
  const gone = await answer<{ id: string }>(cast.staff.post('/api/candidates', locked), 201);
  await answer(cast.staff.post('/api/referrals', { jobId, candidateId: gone.id }), 201);
  await answer(cast.staff.delete(`/api/candidates/${gone.id}`));
  const [own] = await t.open.services.stores.businesses.ofUser(cast.station.id, cast.shop.userId);
  await answer(cast.staff.put(`/api/candidates/${id}/employers/${own?.id}`, { channel: 'paper' }));
  await answer(cast.staff.post('/api/account/second-factor'));
  await cast.public.post('/api/session/phone', { phone: PHONES[1], code: '123456' });
});
afterAll(async () => {
  await sql.end();
  await t.close();
});

async function everyTable(): Promise<Map<string, string>> {
  const tables = await sql<{ name: string }[]>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;
  const texts = new Map<string, string>();
  for (const { name } of tables) {
    const rows = await sql.unsafe(`select t::text as text from "${name}" t`);
    texts.set(name, rows.map((row) => row.text).join('\n'));
  }
  return texts;
}

describe('raw rows', () => {
  it('are there to be looked at', async () => {
    const tables = await everyTable();
    for (const name of [
      'candidates',
      'walk_ins',
      'users',
      'consents',
      'referral_events',
      'second_factors',
      'idempotency_keys',
      'audit',
      'board',
      'outbox',
    ]) {
      expect(tables.get(name)?.length, name).toBeGreaterThan(0);
    }
  });

  it('hold no phone, no home, no spoken word: neither in clear nor as bytes', async () => {
    const all = [
      ...PHONES,
      cast.seeker.phone,
      cast.shop.phone,
      SPOKEN,
      NOTE,
      LOCKED,
      String(HOME.lat),
      String(HOME.lng),
    ];
    const hidden = all.flatMap((text) => [
      text,
      Buffer.from(text).toString('hex'),
      Buffer.from(text).toString('base64').replaceAll('=', ''),
    ]);
    for (const [name, text] of await everyTable()) {
      for (const secret of hidden) expect(text.includes(secret), `${secret} in ${name}`).toBe(false);
    }
  });

  it('hold in every sealed column that is filled what this key alone opens', async () => {
    const { columns } = await t.open.keys.status();
    const filled = columns.filter(({ byKey }) => (byKey[1] ?? 0) > 0).map(({ column }) => column);
    expect(filled).toEqual(
      expect.arrayContaining([
        'candidates.home_sealed',
        'candidates.locked_sealed',
        'candidates.phone_sealed',
        'idempotency_keys.body_sealed',
        'jobs.contact_sealed',
        'referral_events.note_sealed',
        'second_factors.secret_sealed',
        'users.phone_sealed',
        'walk_ins.origin_sealed',
        'walk_ins.phone_sealed',
        'walk_ins.text_sealed',
      ]),
    );
    expect(columns.flatMap(({ byKey }) => Object.keys(byKey)).filter((key) => key !== '1')).toEqual([]);
  });

  it('hold a home only as a cell that hundreds share', async () => {
    const [row] = await sql`select home_cell from candidates where name = '某人'`;
    expect(row?.home_cell).toMatch(/^88[0-9a-f]{13}$/);
  });

  it('of the audit log hold ids and words only', async () => {
    const rows = await sql`select actor, action, entity from audit`;
    expect(rows.length).toBeGreaterThan(5);
    for (const { actor, action, entity } of rows) {
      expect(actor).toMatch(/^([0-9a-f-]{36}|public|service|system)$/);
      expect(`${action} ${entity}`).toMatch(/^[a-z_]+\.[a-z_]+ [a-z_]+$/);
    }
  });

  it('hold no code and no session that opens anything', async () => {
    const phone = '13877778888';
    await answer(cast.public.post('/api/session/code', { phone }), 202);
    const code = t.codes.get(phone) ?? '';
    const tables = await everyTable();
    const cookie = decodeURIComponent(cast.shop.cookie).split('=')[1]?.split('.')[0] ?? '';
    expect(cookie.length).toBeGreaterThan(20);
    for (const [name, text] of tables) expect(text.includes(cookie), name).toBe(false);
    const values = await sql`select value from verifications where identifier like 'code:%'`;
    expect(code).toMatch(/^\d{6}$/);
    expect(values.length).toBeGreaterThan(0);
    for (const { value } of values) expect(value).not.toContain(code);
  });
});

describe('every row belongs to one station', () => {
  it('the database itself refuses to tie people to the postings of another', async () => {
    const [job] = await sql`select id from jobs where station_id = ${cast.station.id} limit 1`;
    const [person] = await sql`select id from candidates where name = '某人'`;
    const theirs = await t.openJob({}, cast.otherStation);
    const id = () => t.open.services.ids.next();
    const mixed = [
      sql`insert into interests (id, station_id, job_id, candidate_id) values (${id()}, ${cast.station.id}, ${theirs}, ${person?.id})`,
      sql`insert into interests (id, station_id, job_id, candidate_id) values (${id()}, ${cast.otherStation.id}, ${theirs}, ${person?.id})`,
      sql`insert into referrals (id, station_id, job_id, candidate_id) values (${id()}, ${cast.otherStation.id}, ${job?.id}, ${person?.id})`,
      sql`update jobs set station_id = ${cast.otherStation.id} where id = ${job?.id}`,
    ];
    for (const statement of mixed) await expect(statement).rejects.toMatchObject({ code: '23503' });
  });

  it('and an open posting is whole', async () => {
    const [job] = await sql`select id from jobs where status = 'open' limit 1`;
    await expect(sql`update jobs set lat = null where id = ${job?.id}`).rejects.toMatchObject({
      code: '23514',
    });
  });
});

describe('the serving role', () => {
  it.each([
    ['change the audit log', 'update audit set actor = $$x$$'],
    ['shorten the audit log', 'delete from audit'],
    ['empty it', 'truncate audit'],
    ['make tables', 'create table mine (id int)'],
    ['change tables', 'alter table jobs add column mine int'],
    ['drop tables', 'drop table audit'],
    ['become somebody', 'create role mine superuser'],
    ['read files', "select pg_read_file('/etc/passwd')"],
  ])('cannot %s', async (_, statement) => {
    const app = postgres(t.database.appUrl, { max: 1, onnotice: () => {} });
    await expect(app.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
    await app.end();
  });
});
