/** Errors of sockets and of the driver: the database was not reached, or was lost on the way. */
const CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
]);

/**
 * SQLSTATEs that pass by themselves (appendix A of the PostgreSQL manual): class 08 connection, 53 resources,
 * 57P server shut down, crashed or starting.
 */
const PASSING = /^(08|53|57P)/;

/**
 * Whether an error means that the database cannot be used for the moment, so that the same request may succeed
 * later. Looks through the causes.
 */
export function isOutage(error: unknown): boolean {
  for (let e: unknown = error, depth = 0; e instanceof Error && depth < 5; e = e.cause, depth++) {
    const { code } = e as { code?: unknown };
    if (typeof code === 'string' && (CONNECTION.has(code) || (code.length === 5 && PASSING.test(code)))) {
      return true;
    }
  }
  return false;
}
