import { BackupError } from '../adapters/backup';
import { NotMigratedError } from '../db/migrate';
import { DomainError } from '../kernel/errors';
import { EnvError, readEnv } from '../runtime/env';
import { type OpenStation, openStation } from '../runtime/station';

/** Exit codes: done; not done, or something is wrong; the command was not called as its usage says. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;

/** The command was not called as its usage says. */
export class UsageError extends Error {}

/** Something the person at the terminal can act upon, said in the message. */
export class CommandError extends Error {}

/**
 * Runs a command with the arguments of this process and ends the process with its exit code. What the command says
 * goes to standard output, what it says about itself to standard error.
 * @param usage one line
 */
export function runCommand(usage: string, command: (args: string[]) => Promise<number>): void {
  command(process.argv.slice(2)).then(
    (code) => process.exit(code),
    (error: unknown) => {
      const wrongCall = error instanceof UsageError || isParseError(error);
      say(wrongCall ? [(error as Error).message, `usage: ${usage}`].filter(Boolean).join('\n') : told(error));
      process.exit(wrongCall ? EXIT.usage : EXIT.failed);
    },
  );
}

/** Opens the station that the environment names, runs `work` and closes it again, whatever happens. */
export async function withStation<T>(work: (open: OpenStation) => Promise<T>): Promise<T> {
  const open = await openStation(readEnv(), { log: say });
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}

/** A line about what the command is doing. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The only positional argument. @throws UsageError when there is none or more */
export function onlyArgument(positionals: readonly string[], name: string): string {
  const [only, ...more] = positionals;
  if (only === undefined || only === '') throw new UsageError(`${name} is missing`);
  if (more.length > 0) throw new UsageError(`unexpected: ${more.join(' ')}`);
  return only;
}

/** SQLSTATE: the role may not do this. */
const FORBIDDEN = '42501';

/** Errors of `parseArgs` of node:util. */
function isParseError(error: unknown): boolean {
  return (
    error instanceof TypeError && String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS')
  );
}

/**
 * An error in one line. Of the driver's errors only the innermost is told, without the statement and its values.
 */
function told(error: unknown): string {
  if (error instanceof DomainError) {
    const fields = error.fields.map(({ pointer, code }) => `${pointer || '/'}: ${code}`);
    return [error.code, ...fields].join('\n  ');
  }
  const plain = [EnvError, BackupError, CommandError, NotMigratedError].some((kind) => error instanceof kind);
  if (plain) return (error as Error).message;
  let inner = error;
  for (let depth = 0; depth < 5 && inner instanceof Error && inner.cause instanceof Error; depth++) {
    inner = inner.cause;
  }
  if (!(inner instanceof Error)) return String(inner);
  const { code } = inner as { code?: unknown };
  if (code === FORBIDDEN) return `${inner.message}: give the owner's connection in DATABASE_OWNER_URL`;
  return [inner.name, typeof code === 'string' ? code : '', inner.message].filter(Boolean).join(' ');
}
