import type postgres from 'postgres';
import { KEEP_PREPARED } from './prepared';

/** The part of the driver's connection that is used here; it is not in its types. */
interface DriverConnection {
  /** Called once, at the moment at which the socket is gone. */
  onclose: ((error: Error) => void) | null;
}
type OnExecute = (connection: DriverConnection) => unknown;

/** A statement in a transaction whose connection is gone. It was not sent. */
export class ConnectionLostError extends Error {
  readonly code = 'CONNECTION_CLOSED';
  override readonly name = 'ConnectionLostError';
}

/**
 * Makes transactions survive the loss of their connection. postgres.js 3.4.9 sends further statements of such a
 * transaction, its own ROLLBACK among them, to a socket that is no more; that throws where nobody can catch it and
 * ends the process (porsager/postgres, issues 1066, 1154 and 1208). Here nothing more is sent after the loss: the
 * transaction rejects with the driver's CONNECTION_CLOSED, and the server has rolled it back by itself.
 *
 * It leans on how that version works inside: `begin` asks `unsafe` for its BEGIN at once, with a callback that gets
 * the connection. test/db/transactions.test.ts would tell if another version did not.
 * @param keepPrepared whether statements with {@link KEEP_PREPARED} are prepared: not where a connection serves one request
 */
export function guardTransactions(sql: postgres.Sql, keepPrepared: boolean): void {
  const { begin, unsafe } = sql;
  let waiting: OnExecute | null = null;

  const watchedUnsafe = (text: string, args?: never[], options?: { onexecute?: OnExecute }) => {
    const told = options?.onexecute;
    const tell = waiting;
    if (!told || !tell) {
      const prepare = keepPrepared && text.includes(KEEP_PREPARED);
      return unsafe(text, args, (prepare ? { ...options, prepare } : options) as postgres.UnsafeQueryOptions);
    }
    waiting = null;
    const onexecute: OnExecute = (connection) => {
      tell(connection);
      return told(connection);
    };
    return unsafe(text, args, { ...options, onexecute } as postgres.UnsafeQueryOptions);
  };

  const guardedBegin = (work: (tx: postgres.TransactionSql) => unknown) => {
    let connection: DriverConnection | null = null;
    waiting = (given) => {
      connection = given;
    };
    const outcome = begin((tx) => {
      if (!connection) throw new Error('this version of the driver does not say on which connection it is');
      return guarded(connection, tx, work);
    });
    waiting = null;
    return outcome;
  };
  Object.assign(sql, { unsafe: watchedUnsafe, begin: guardedBegin });
}

async function guarded(
  connection: DriverConnection,
  tx: postgres.TransactionSql,
  work: (tx: postgres.TransactionSql) => unknown,
): Promise<unknown> {
  let lost = false;
  // The driver sets its own listener right after this call; both are told.
  queueMicrotask(() => {
    const told = connection.onclose;
    connection.onclose = (error) => {
      lost = true;
      told?.(error);
    };
  });
  const watched = new Proxy(tx, {
    get(target, key, receiver) {
      if (lost) throw new ConnectionLostError('the connection of this transaction is gone');
      return Reflect.get(target, key, receiver);
    },
    apply(target, self, args) {
      if (lost) throw new ConnectionLostError('the connection of this transaction is gone');
      return Reflect.apply(target, self, args);
    },
  });
  try {
    const result = await work(watched);
    if (!lost) return result;
  } catch (error) {
    if (!lost) throw error;
  }
  // The driver has rejected the transaction already; were this settled, it would go on to COMMIT or ROLLBACK.
  return new Promise(() => {});
}
