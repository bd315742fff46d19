import type { Secret } from './secret';
import { openSession, type Session } from './session';

/** The database, and the roles for migrations and for serving. */
export const DATABASE = 'station';
export const OWNER = 'station_owner';
export const APP = 'station_app';

/** Stands as the database's comment once everything below is done; a later layout would raise the number. */
const DONE = 'station roles and database, layout 1';

/**
 * Makes database and roles, once; every step may be repeated, so a start that died half-way is completed by the
 * next. The owner creates tables and trusted extensions; the app role only connects and sees schema public:
 * what it may read and write is granted by the migrations.
 */
export async function provision(session: Session, port: number, secret: Secret): Promise<void> {
  const [state] = await session`
    select shobj_description(oid, 'pg_database') as comment from pg_database where datname = ${DATABASE}`;
  if (state?.comment === DONE) return;
  for (const [role, password] of [
    [OWNER, secret.owner],
    [APP, secret.app],
  ]) {
    const exists = await session`select 1 from pg_roles where rolname = ${role ?? ''}`;
    const verb = exists.length > 0 ? 'alter' : 'create';
    await session.unsafe(
      `${verb} role ${role} login nosuperuser nocreatedb nocreaterole noreplication password '${password}'`,
    );
  }
  if (state === undefined) await session.unsafe(`create database ${DATABASE} owner ${OWNER}`);
  await session.unsafe('revoke all on database postgres, template1 from public');
  await session.unsafe(`revoke all on database ${DATABASE} from public`);
  await session.unsafe(`grant connect on database ${DATABASE} to ${APP}`);
  const inside = openSession(port, 'postgres', secret.superuser, DATABASE);
  try {
    await inside.unsafe(`alter schema public owner to ${OWNER}`);
    await inside.unsafe('revoke all on schema public from public');
    await inside.unsafe(`grant usage on schema public to ${APP}`);
  } finally {
    await inside.end();
  }
  await session.unsafe(`comment on database ${DATABASE} is '${DONE}'`);
}
