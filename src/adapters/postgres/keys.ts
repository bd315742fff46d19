import { type SQL, sql } from 'drizzle-orm';
import { phoneText } from '../../candidates';
import type { Db } from '../../db/tx';
import type { KeyRotation, RotationReport, SealedCount, Vault } from '../../trust';

/** A table with sealed columns, and what the vault calls what lies in them. */
interface SealedTable {
  table: string;
  /** Columns by which a row is known, with their types. */
  key: readonly (readonly [name: string, type: string])[];
  columns: Readonly<Record<string, string>>;
  /** The blind index beside `phone_sealed`; what stands behind the 64 hex digits stays. */
  index?: string;
}

const ID = [['id', 'uuid']] as const;
/** Every sealed column there is. A test holds this against the catalogue of the database. */
export const SEALED_TABLES: readonly SealedTable[] = [
  { table: 'users', key: ID, columns: { phone_sealed: 'phone' }, index: 'phone_number' },
  { table: 'second_factors', key: [['user_id', 'uuid']], columns: { secret_sealed: 'totp' } },
  { table: 'businesses', key: ID, columns: { contact_sealed: 'contact', licence_sealed: 'licence' } },
  { table: 'jobs', key: ID, columns: { contact_sealed: 'contact' } },
  {
    table: 'candidates',
    key: ID,
    columns: {
      phone_sealed: 'phone',
      home_sealed: 'home',
      time_sealed: 'person_time',
      locked_sealed: 'locked',
    },
    index: 'phone_index',
  },
  {
    table: 'walk_ins',
    key: ID,
    columns: {
      phone_sealed: 'phone',
      origin_sealed: 'origin',
      text_sealed: 'walk_in_text',
      time_sealed: 'person_time',
    },
    index: 'phone_index',
  },
  { table: 'referral_events', key: ID, columns: { note_sealed: 'referral_note' } },
  {
    table: 'conduct_facts',
    key: ID,
    columns: {
      note_sealed: 'conduct_note',
      view_note_sealed: 'conduct_note',
      reason_sealed: 'conduct_note',
    },
  },
  { table: 'wage_case_steps', key: [['seq', 'bigint']], columns: { note_sealed: 'case_note' } },
  {
    table: 'idempotency_keys',
    key: [
      ['scope', 'text'],
      ['key', 'text'],
    ],
    columns: { body_sealed: 'answer' },
  },
];

/** Rows of one transaction. */
const BATCH = 200;
/** Rows written under an old key meanwhile, by a server that has not heard of the new one, are found by the next pass. */
const PASSES = 5;
const HEX_DIGITS = 64;

type Row = Record<string, string | null>;

/** KeyRotation over PostgreSQL, by the serving role. `db` must be a connection. */
export function createKeyRotation(db: Db, vault: Vault): KeyRotation {
  const today = vault.keyNumber;

  async function batch(of: SealedTable, after: Row | null, done: Done): Promise<Row | null> {
    return db.transaction(async (tx) => {
      const rows = (await tx.execute<Row>(rowsToDo(of, after, today))) as unknown as Row[];
      const changed = await Promise.all(rows.map((row) => resealed(of, row, done)));
      const some = changed.flatMap((row) => (row ? [row] : []));
      if (some.length > 0) await tx.execute(updateOf(of, some));
      return rows.at(-1) ?? null;
    });
  }

  /** The row with what is to be written; null when nothing of it can be opened. */
  async function resealed(of: SealedTable, row: Row, done: Done): Promise<Row | null> {
    const next: Row = Object.fromEntries(of.key.map(([name]) => [name, row[name] ?? null]));
    let any = false;
    for (const [column, purpose] of Object.entries(of.columns)) {
      const hex = row[column] ?? null;
      next[column] = hex;
      if (hex === null || Number.parseInt(hex.slice(0, 2), 16) === today) continue;
      const text = await vault.open(purpose, fromHex(hex)).catch(() => null);
      if (text === null) {
        done.unreadable++;
        continue;
      }
      next[column] = toHex(await vault.seal(purpose, text));
      done.resealed++;
      any = true;
      const known = of.index === undefined ? null : (row[of.index] ?? null);
      if (of.index === undefined || known === null || column !== 'phone_sealed') continue;
      const index = await vault.blindIndex('phone', phoneText(row['station_id'] ?? '', text));
      next[of.index] = index + known.slice(HEX_DIGITS);
      done.reindexed++;
    }
    if (of.index !== undefined) next[of.index] ??= row[of.index] ?? null;
    return any ? next : null;
  }

  async function report(done: Done): Promise<RotationReport> {
    const columns = await countSealed(db);
    const under = (byKey: SealedCount['byKey']) => byKey[today] ?? 0;
    const all = ({ byKey }: SealedCount) => Object.values(byKey).reduce((sum, count) => sum + count, 0);
    const left = columns.reduce((sum, one) => sum + all(one) - under(one.byKey), 0);
    return { ...done, columns, left };
  }

  const nothing = (): Done => ({ resealed: 0, reindexed: 0, unreadable: 0 });
  return {
    status: () => report(nothing()),
    async rotate(onProgress) {
      const total = nothing();
      for (let pass = 0; pass < PASSES; pass++) {
        // What could not be opened is met in every pass and counted in the last.
        const done = nothing();
        for (const of of SEALED_TABLES) {
          let last: Row | null = null;
          do {
            last = await batch(of, last, done);
            onProgress?.(total.resealed + done.resealed);
          } while (last);
        }
        total.resealed += done.resealed;
        total.reindexed += done.reindexed;
        total.unreadable = done.unreadable;
        if (done.resealed === 0) break;
      }
      return report(total);
    },
  };
}

type Done = Pick<RotationReport, 'resealed' | 'reindexed' | 'unreadable'>;

const name = (text: string) => sql.identifier(text);
const list = (parts: SQL[]) => sql.join(parts, sql`, `);

/** Rows with a value that is not under the key of today, held; sealed values as hex. */
function rowsToDo({ table, key, columns, index }: SealedTable, after: Row | null, today: number): SQL {
  const sealed = Object.keys(columns);
  const old = sealed.map((column) => sql`coalesce(get_byte(${name(column)}, 0) <> ${today}, false)`);
  const keys = list(key.map(([column]) => name(column) as unknown as SQL));
  const behind = after
    ? sql`(${keys}) > (${list(key.map(([column, type]) => sql`${after[column]}::${sql.raw(type)}`))})`
    : sql`true`;
  const shown = [
    ...key.map(([column]) => sql`${name(column)}::text as ${name(column)}`),
    ...sealed.map((column) => sql`encode(${name(column)}, 'hex') as ${name(column)}`),
    ...(index === undefined ? [] : [sql`${name(index)}`, sql`station_id::text as station_id`]),
  ];
  return sql`select ${list(shown)} from ${name(table)} where (${sql.join(old, sql` or `)}) and ${behind}
    order by ${keys} limit ${BATCH} for update`;
}

function updateOf({ table, key, columns, index }: SealedTable, rows: readonly Row[]): SQL {
  const sealed = Object.keys(columns);
  const texts = [...sealed, ...(index === undefined ? [] : [index])];
  const shape = [
    ...key.map(([column, type]) => sql`${name(column)} ${sql.raw(type)}`),
    ...texts.map((column) => sql`${name(column)} text`),
  ];
  const set = [
    ...sealed.map((column) => sql`${name(column)} = decode(n.${name(column)}, 'hex')`),
    ...(index === undefined ? [] : [sql`${name(index)} = n.${name(index)}`]),
  ];
  const same = key.map(([column]) => sql`t.${name(column)} = n.${name(column)}`);
  return sql`update ${name(table)} t set ${list(set)}
    from json_to_recordset(${JSON.stringify(rows)}::json) as n(${list(shape)}) where ${sql.join(same, sql` and `)}`;
}

/** Every sealed column that the catalogue knows, also one that nobody told the rotation of. */
async function countSealed(db: Db): Promise<SealedCount[]> {
  const columns = await db.execute<{ table: string; column: string }>(sql`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and data_type = 'bytea' and column_name like '%\\_sealed' order by 1, 2`);
  const counts: SealedCount[] = [];
  for (const { table, column } of columns) {
    const rows = await db.execute<{ key: number; count: number }>(sql`
      select get_byte(${name(column)}, 0)::int as key, count(*)::int as count from ${name(table)}
      where ${name(column)} is not null group by 1 order by 1`);
    const byKey = Object.fromEntries(rows.map(({ key, count }) => [key, count]));
    counts.push({ column: `${table}.${column}`, byKey });
  }
  return counts;
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
