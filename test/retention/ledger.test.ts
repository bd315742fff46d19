import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/kernel/clock';
import { retain } from '../../src/retention';
import { hired, hours, type Work } from '../placements/people';
import { answer } from '../support/answers';
import { openTestStation, type TestStation } from '../support/station';

/**
 * The ledger of hours and pay goes whole, three years after the last word in it, and in no other way. Instants are set
 * back as a superuser: the database reckons by its own clock.
 */
let t: TestStation;
let sql: postgres.Sql;
let app: postgres.Sql;
beforeAll(async () => {
  t = await openTestStation();
  sql = postgres(t.database.superUrl, { max: 1, onnotice: () => {} });
  app = postgres(t.database.appUrl, { max: 1, onnotice: () => {} });
  // By the wall clock of today, as the database has it.
  t.clock.set(new Date().toISOString());
});
afterAll(async () => {
  await Promise.all([sql.end(), app.end()]);
  await t.close();
});
const ago = (days: number) => new Date(Date.now() - days * DAY_MS);
const LONG = 3 * 366 + 5;

/** Somebody who worked, was not paid, and whose case is closed; everything so many days ago. */
async function worked(days: number, close = true): Promise<Work> {
  const validThrough = new Date(Date.now() + 10 * DAY_MS).toISOString().slice(0, 10);
  const work = await hired(t, { validThrough });
  const today = new Date(t.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await answer(hours(work.worker, work.id, today, 240), 201);
  await answer(work.worker.post(`/api/placements/${work.id}/unpaid`, { note: '没给' }), 201);
  const [{ id } = { id: '' }] = await sql<
    { id: string }[]
  >`select id from wage_cases where placement_id = ${work.id}`;
  if (close) {
    const step = { kind: 'closed', outcome: 'paid', note: '回访过' };
    await answer(t.service().post(`/api/wage-cases/${id}/steps`, step), 201);
  }
  const at = ago(days);
  await sql`update referrals set created_at = ${at} where id = ${work.id}`;
  await sql`update referral_events set created_at = ${at} where referral_id = ${work.id}`;
  await sql`update placements set hired_at = ${at} where id = ${work.id}`;
  await sql`update work_entries set created_at = ${at} where placement_id = ${work.id}`;
  await sql`update wage_cases set opened_at = ${at}, closed_at = ${close ? at : null} where id = ${id}`;
  return work;
}

/** How many rows of each table are left of a placement. */
async function left({ id }: Work): Promise<number[]> {
  const [row] = await sql`select
    (select count(*)::int from referrals where id = ${id}) as referrals,
    (select count(*)::int from placements where id = ${id}) as placements,
    (select count(*)::int from work_entries where placement_id = ${id}) as entries,
    (select count(*)::int from wage_cases where placement_id = ${id}) as cases`;
  return Object.values(row ?? {}) as number[];
}

describe('the ledger of work', () => {
  it('goes whole three years after the last word, with its cases and their notes', async () => {
    const [old, young] = [await worked(LONG), await worked(2 * 365)];
    await retain(t.open.services);
    expect(await left(old)).toEqual([0, 0, 0, 0]);
    expect(await left(young)).toEqual([1, 1, 1, 1]);
    const steps = await sql`select 1 from wage_case_steps s where not exists (
      select 1 from wage_cases c where c.id = s.case_id)`;
    expect(steps).toHaveLength(0);
  });

  it('stays while somebody still works, or is still owed', async () => {
    const [still, owed] = [await worked(LONG), await worked(LONG, false)];
    await sql`update work_entries set created_at = ${ago(10)} where placement_id = ${still.id}`;
    await retain(t.open.services);
    expect(await left(still)).toEqual([1, 1, 1, 1]);
    expect(await left(owed)).toEqual([1, 1, 1, 1]);
  });

  it('goes also where its person was erased long ago', async () => {
    const old = await worked(LONG);
    await sql`delete from referral_events where referral_id = ${old.id}`;
    await sql`delete from referrals where id = ${old.id}`;
    await retain(t.open.services);
    expect(await left(old)).toEqual([0, 0, 0, 0]);
  });

  it('is out of reach of the serving role before that', async () => {
    const young = await worked(2 * 365);
    await sql`delete from referral_events where referral_id = ${young.id}`;
    await sql`delete from referrals where id = ${young.id}`;
    await app`select clear_ledger(array[${young.id}::uuid])`;
    expect(await left(young)).toEqual([0, 1, 1, 1]);
    await expect(app`delete from work_entries where placement_id = ${young.id}`).rejects.toThrow(
      /permission/,
    );
    await expect(app`delete from wage_case_steps`).rejects.toThrow(/permission/);
  });
});
