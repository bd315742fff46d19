import { z } from 'zod';
import { readDataKeys } from '../adapters/crypto/keys';

/** `on` and `off`, as the contract writes switches. */
const onOff = (fallback: 'on' | 'off') => z.enum(['on', 'off']).default(fallback);

const dataKeys = z
  .string()
  .refine(
    (text) => readDataKeys(text) !== null,
    'must be 32 bytes in base64, or several with their numbers as 2:KEY,1:KEY',
  );

/** Every variable the station knows; the same names are Worker bindings. */
const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  HOST: z.string().default('127.0.0.1'),
  /** Public address of the station, for QR codes and links. */
  BASE_URL: z.url().optional(),
  DATA_DIR: z.string().default('.data'),
  /** The serving role's connection; none: embedded Postgres. */
  DATABASE_URL: z.string().optional(),
  /** The owner's connection, for migrations; default: DATABASE_URL. */
  DATABASE_OWNER_URL: z.string().optional(),
  MEILI_URL: z.url().optional(),
  MEILI_KEY: z.string().optional(),
  MEILI_INDEX: z
    .string()
    .regex(/^[a-zA-Z0-9_-]{1,80}$/)
    // `<name>-next` is where a rebuild of `<name>` is made, and dropped.
    .refine((name) => !name.endsWith('-next'), 'must not end in -next')
    .default('jobs'),
  VALHALLA_URL: z.url().optional(),
  API_TOKEN: z.string().optional(),
  /** Signs sessions and forms. */
  SESSION_SECRET: z.string().optional(),
  /** Encrypts phones and homes: 32 bytes in base64; several while they are changed, that of today first. */
  DATA_KEY: dataKeys.optional(),
  /** Whether an empty database gets the demo station, whose passwords are public. */
  DEMO: z.enum(['on', 'off']).optional(),
  STATION_LAT: z.coerce.number().min(-90).max(90).default(35.1905),
  STATION_LNG: z.coerce.number().min(-180).max(180).default(113.263),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  RATE_LIMIT: onOff('on'),
  /** Where one-time codes are posted (any SMS gateway); none: the log, in development only. */
  SMS_WEBHOOK_URL: z.url().optional(),
  SMS_WEBHOOK_SECRET: z.string().optional(),
  /** Whether X-Forwarded-For is believed: on behind a proxy that sets it. */
  TRUST_PROXY: onOff('off'),
});
type Given = z.infer<typeof schema>;
/** The environment with every default filled in. */
export type Env = Given & { DEMO: 'on' | 'off' };

/** A variable has a value that cannot be used; the message names it. */
export class EnvError extends Error {}

/**
 * Reads the environment once. DEMO is on unless it says otherwise, and in production off unless it is said.
 * @param source process.env or Worker bindings; empty strings count as absent
 * @param exposed whether strangers reach the station whatever NODE_ENV says: short secrets are refused then, too
 * @throws EnvError naming every variable that is wrong
 */
export function parseEnv(source: Record<string, unknown>, exposed = false): Env {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const value = source[name];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
  const parsed = schema.safeParse(given);
  const inProduction = given['NODE_ENV'] === 'production';
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.map(describe)),
    ...(inProduction || exposed ? tooShort(given) : []),
    ...(inProduction ? missing(given) : []),
  ];
  if (problems.length > 0) throw new EnvError(`bad environment: ${problems.join('; ')}`);
  const env = schema.parse(given);
  return { ...env, DEMO: env.DEMO ?? (env.NODE_ENV === 'production' ? 'off' : 'on') };
}

/** Characters that nobody guesses; on a machine of one's own anything will do. */
const LEAST_CHARACTERS = { SESSION_SECRET: 32, API_TOKEN: 16 } as const;

function tooShort(given: Record<string, string>): string[] {
  return Object.entries(LEAST_CHARACTERS).flatMap(([name, least]) => {
    const value = given[name];
    return value !== undefined && value.length < least
      ? [`${name}: must have at least ${least} characters`]
      : [];
  });
}

function missing(given: Record<string, string>): string[] {
  const problems: string[] = [];
  if (!given['SESSION_SECRET']) problems.push('SESSION_SECRET is required in production');
  if (!given['DATA_KEY'] && given['DATABASE_URL']) problems.push('DATA_KEY is required in production');
  return problems;
}

function describe(issue: { path: PropertyKey[]; message: string }): string {
  return `${issue.path.join('.')}: ${issue.message}`;
}

/** The environment of this Node process. @throws EnvError */
export function readEnv(): Env {
  return parseEnv(process.env);
}

/** Whether a script of package.json started this process, with a shell in between. */
export function isUnderNpm(): boolean {
  return process.env['npm_lifecycle_event'] !== undefined;
}
