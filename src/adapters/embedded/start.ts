import { ensureCluster } from './cluster';
import { clusterOwner, type DataFolder, openDataFolder } from './folder';
import { chooseIdentity, type Host, thisHost } from './identity';
import { becomeKeeper, dismissKeeper, hasKeeper } from './keeper';
import { withLock } from './lock';
import { disownPostmaster, type Postmaster, readPostmaster } from './postmaster';
import { isAlive, isServerOf } from './processes';
import { findPackage, type Programs, preparePrograms } from './programs';
import { APP, DATABASE, OWNER, provision } from './provision';
import { openSecret, type Secret } from './secret';
import { launch, shutDown, signalServer } from './server';
import { type Session, sessionWhenReady } from './session';

/** Where the embedded server keeps its data, and who hears about it. */
export interface EmbeddedOptions {
  /** Folder that keeps the database, its passwords and its log; made if missing. */
  dataDir: string;
  /** Receives short English lines about what is being done. */
  log?: (line: string) => void;
}

/** A running embedded PostgreSQL server. */
export interface EmbeddedPostgres {
  /** Connection URL of the role that owns the database and migrates; no superuser. */
  ownerUrl: string;
  /** Connection URL of the serving role, which cannot create anything. */
  appUrl: string;
  /** Whether the server was already running. */
  reused: boolean;
  /** Process id of the server. */
  pid: number;
  /** Whether the server still runs. */
  alive(): boolean;
  /**
   * Stops the server and waits for its end, if this handle keeps it: its call started the server, or found it
   * running after the process that had started it was gone. Else leaves it running. May be called again.
   */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on `dataDir`, or uses the server that already runs there. The first start makes the database
 * `station` with its roles. Close all connections before `stop()`. If this process ends without `stop()`, the
 * server is told to shut down; after a kill -9 it stays, and the next start takes it over. The folder must not be
 * shared between machines or containers: they cannot see each other's processes.
 * Throws when the machine has no PostgreSQL package, the folder cannot be used, or the server does not start.
 */
export function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  return startOn(thisHost(), options);
}

/** `startEmbeddedPostgres` with the facts about the machine as an argument. */
export async function startOn(
  host: Host,
  { dataDir, log = () => {} }: EmbeddedOptions,
): Promise<EmbeddedPostgres> {
  const packageFolder = findPackage();
  const folder = openDataFolder(dataDir);
  return withLock(folder.lock, async () => {
    const owner = clusterOwner(folder);
    const secret = openSecret(folder.secret, owner !== undefined);
    const identity = await chooseIdentity(owner, host);
    const programs = preparePrograms(packageFolder, folder, identity);
    const lastPort = readPostmaster(folder.cluster)?.port;
    const running = await findRunning(folder, secret);
    if (running === undefined) {
      if (owner === undefined) log(`making a database in ${folder.cluster}`);
      await ensureCluster(folder, programs, identity, secret.superuser);
    }
    const server = running ?? (await launch(folder, programs, identity, secret.superuser, lastPort));
    try {
      await provision(server.session, server.port, secret);
    } catch (error) {
      if (running === undefined) await shutDown(folder, programs, server.pid);
      throw error;
    } finally {
      await server.session.end();
    }
    const keeps = running === undefined || !hasKeeper(folder.keeper, server.pid);
    if (keeps) becomeKeeper(folder.keeper, server.pid);
    log(`PostgreSQL ${running ? 'found' : 'started'} on 127.0.0.1:${server.port} (process ${server.pid})`);
    return handle(folder, programs, server, secret, { reused: running !== undefined, keeps });
  });
}

/** The live server of this folder with a superuser session; undefined when there is none, or it just ended. */
async function findRunning(
  folder: DataFolder,
  secret: Secret,
): Promise<(Postmaster & { session: Session }) | undefined> {
  const found = readPostmaster(folder.cluster);
  if (found === undefined) return undefined;
  const alive = () => isServerOf(found.pid, folder.cluster);
  if (alive()) {
    const portOf = () => readPostmaster(folder.cluster)?.port;
    const session = await sessionWhenReady(portOf, secret.superuser, alive);
    const port = portOf();
    if (session !== undefined && port !== undefined) return { pid: found.pid, port, session };
  }
  if (readPostmaster(folder.cluster)?.pid === found.pid) disownPostmaster(folder.cluster);
  return undefined;
}

function handle(
  folder: DataFolder,
  programs: Programs,
  { pid, port }: Postmaster,
  secret: Secret,
  { reused, keeps }: { reused: boolean; keeps: boolean },
): EmbeddedPostgres {
  const onExit = () => signalServer(folder, pid, 'SIGINT');
  if (keeps) process.once('exit', onExit);
  const stop = () =>
    withLock(folder.lock, async () => {
      if (!keeps && hasKeeper(folder.keeper, pid)) return;
      await shutDown(folder, programs, pid);
      dismissKeeper(folder.keeper, pid);
      process.off('exit', onExit);
    });
  let stopping: Promise<void> | undefined;
  const url = (role: string, password: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${DATABASE}`;
  return {
    ownerUrl: url(OWNER, secret.owner),
    appUrl: url(APP, secret.app),
    reused,
    pid,
    alive: () => isAlive(pid),
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}
