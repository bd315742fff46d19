import { type SQL, sql } from 'drizzle-orm';
import {
  audit,
  businesses,
  candidates,
  interests,
  jobs,
  offers,
  placements,
  referralEvents,
  referrals,
  sessions,
  wageCases,
  walkIns,
  workEntries,
} from '../../db/schema';
import type { Db } from '../../db/tx';
import type { Gone, RetentionStore, RowClass } from '../../retention';

/** How one class is cleared. */
interface Clearing {
  entity: string;
  /** Rows `id, station_id, at` that are over, `at` being when they were last used. */
  over: (before: SQL) => SQL;
  /** What is done to the rows of these ids. */
  clear: (ids: SQL) => SQL[];
}

/** States after which a person has worked there: the wage ledger's. */
const WORKED = sql.raw(`('hired', 'finished', 'revisited')`);

/** Referrals that came to nothing and to which nothing has happened since. */
const referralsOver = (before: SQL) => sql`
  select r.id, r.station_id, greatest(r.created_at, max(e.created_at)) as at
  from ${referrals} r left join ${referralEvents} e on e.referral_id = r.id
  where r.state not in ${WORKED} and r.created_at < ${before}
  group by r.id having greatest(r.created_at, max(e.created_at)) < ${before}`;

/** When something was last said in the ledger of a placement, or done about its pay; null for none. */
const lastWord = (id: SQL) => sql`greatest(
  (select max(w.created_at) from ${workEntries} w where w.placement_id = ${id}),
  (select max(coalesce(c.closed_at, c.opened_at)) from ${wageCases} c where c.placement_id = ${id}))`;
const isOwed = (id: SQL) =>
  sql`exists (select 1 from ${wageCases} c where c.placement_id = ${id} and c.state <> 'closed')`;

/** Work of which nobody has said anything since, with the referral or, where the person was erased, without. */
const ledgersOver = (before: SQL) => sql`
  select r.id, r.station_id, greatest(r.created_at, max(e.created_at), ${lastWord(sql`r.id`)}) as at
  from ${referrals} r left join ${referralEvents} e on e.referral_id = r.id
  where r.state in ${WORKED} and r.created_at < ${before} and not ${isOwed(sql`r.id`)}
  group by r.id having greatest(r.created_at, max(e.created_at), ${lastWord(sql`r.id`)}) < ${before}
  union all
  select p.id, p.station_id, greatest(p.hired_at, ${lastWord(sql`p.id`)})
  from ${placements} p
  where not exists (select 1 from ${referrals} r where r.id = p.id) and not ${isOwed(sql`p.id`)}
    and greatest(p.hired_at, ${lastWord(sql`p.id`)}) < ${before}`;

const removeReferrals = (ids: SQL) => [
  sql`delete from ${referralEvents} where referral_id in ${ids}`,
  sql`delete from ${referrals} where id in ${ids}`,
];

const CLEARING: Readonly<Record<RowClass, Clearing>> = {
  visit_words: {
    entity: 'walk_in',
    over: (before) => sql`select id, station_id, created_at as at from ${walkIns}
      where created_at < ${before} and coalesce(text_sealed, origin_sealed, time_sealed) is not null`,
    clear: (ids) => [
      sql`update ${walkIns} set text_sealed = null, origin_sealed = null, origin_cell = null, time_sealed = null
        where id in ${ids}`,
    ],
  },
  interest: {
    entity: 'interest',
    over: (before) => sql`
      select id, station_id, created_at as at from ${interests} where created_at < ${before}
      union all select id, station_id, sent_at from ${offers} where sent_at < ${before}`,
    clear: (ids) => [
      sql`delete from ${interests} where id in ${ids}`,
      sql`delete from ${offers} where id in ${ids}`,
    ],
  },
  visit: {
    entity: 'walk_in',
    // One that somebody was sent to a job by is part of the ledger for as long as the referral is.
    over: (before) => sql`select w.id, w.station_id, w.created_at as at from ${walkIns} w
      where w.created_at < ${before} and (w.name is not null or w.phone_sealed is not null)
        and not exists (select 1 from ${referrals} r where r.walk_in_id = w.id)`,
    clear: (ids) => [
      sql`update ${walkIns} set name = null, phone_sealed = null, phone_index = null, free = null, occupations = '{}',
        hours_max = null, text_sealed = null, origin_sealed = null, origin_cell = null, time_sealed = null
        where id in ${ids}`,
    ],
  },
  service_ledger: { entity: 'referral', over: referralsOver, clear: removeReferrals },
  wage_ledger: {
    entity: 'referral',
    over: ledgersOver,
    clear: (ids) => [
      ...removeReferrals(ids),
      sql`select clear_ledger(array(select id from ${placements} where id in ${ids}))`,
    ],
  },
  posting_contact: {
    entity: 'job',
    // What households write down of where they live is theirs; of shops and companies it is public.
    over: (before) => sql`select j.id, j.station_id, j.updated_at as at from ${jobs} j
      join ${businesses} b on b.id = j.business_id
      where j.status in ('filled', 'closed', 'expired', 'blocked') and j.updated_at < ${before}
        and (j.contact_sealed is not null or (b.kind = 'household' and (j.address is not null or j.lat is not null)))`,
    clear: (ids) => [
      sql`update ${jobs} set contact_sealed = null where id in ${ids}`,
      sql`update ${jobs} j set address = null, lat = null, lng = null from ${businesses} b
        where b.id = j.business_id and b.kind = 'household' and j.id in ${ids}`,
    ],
  },
};

/** A profile is used when it is changed, read, sent somewhere, or its person is signed in. */
const idleOver = (before: SQL) => sql`select c.id, c.station_id, c.updated_at as at from ${candidates} c
  where c.locked_at is null and c.updated_at < ${before} and c.created_at < ${before}
    and not exists (select 1 from ${audit} a where a.entity_id = c.id and a.created_at >= ${before})
    and not exists (select 1 from ${sessions} s where s.user_id = c.user_id)
    and not exists (select 1 from ${referrals} r where r.candidate_id = c.id and r.updated_at >= ${before})`;

const lockedOver = (today: string) => sql`select c.id, c.station_id, c.locked_at as at from ${candidates} c
  where c.locked_at is not null and c.locked_until <= ${today}::date`;

/** RetentionStore over PostgreSQL. `clear` verbs belong in a transaction. */
export function createRetentionStore(db: Db): RetentionStore {
  const count = async (stationId: string, over: SQL) => {
    const [row] = await db.execute<{ count: number; oldest: string | null }>(sql`
      select count(*)::int as count, (extract(epoch from min(o.at)) * 1000)::bigint::text as oldest
      from (${over}) o where o.station_id = ${stationId}`);
    return { count: row?.count ?? 0, oldest: row?.oldest ? Number(row.oldest) : null };
  };
  const some = async (entity: string, over: SQL, limit: number): Promise<Gone[]> => {
    const rows = await db.execute<{ id: string; stationId: string }>(sql`
      select o.id, o.station_id as "stationId" from (${over}) o order by o.at limit ${limit}`);
    return rows.map(({ id, stationId }) => ({ stationId, entity, entityId: id }));
  };
  return {
    due: (stationId, name, before) =>
      count(stationId, name === 'idle_profile' ? idleOver(at(before)) : CLEARING[name].over(at(before))),
    lockedDue: (stationId, today) => count(stationId, lockedOver(today)),
    async clear(name, before, limit) {
      const { entity, over, clear } = CLEARING[name];
      const gone = await some(entity, over(at(before)), limit);
      if (gone.length > 0) for (const statement of clear(idsOf(gone))) await db.execute(statement);
      return gone;
    },
    idle: (before, limit) => some('candidate', idleOver(at(before)), limit),
    async clearLocked(today, limit) {
      const gone = await some('candidate', lockedOver(today), limit);
      if (gone.length === 0) return gone;
      const theirs = sql`(select id from ${referrals} where candidate_id in ${idsOf(gone)})`;
      for (const statement of removeReferrals(theirs)) await db.execute(statement);
      await db.execute(sql`delete from ${candidates} where id in ${idsOf(gone)}`);
      return gone;
    },
  };
}

const at = (ms: number) => sql`${new Date(ms).toISOString()}::timestamptz`;
const idsOf = (gone: readonly Gone[]) =>
  sql`(${sql.join(
    gone.map(({ entityId }) => sql`${entityId}::uuid`),
    sql`, `,
  )})`;
