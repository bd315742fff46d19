import type { Context, MiddlewareHandler } from 'hono';
import type { Accounts } from '../accounts';
import type { Ctx, Services } from '../context';
import type { Id } from '../kernel/ids';

/** What the composition root hands to every request. */
export interface Provided {
  services: Services;
  accounts: Accounts;
  health: Health;
  /** Lets work go on after the answer has left (drain at the edge). */
  defer(work: Promise<unknown>): void;
}

/** Questions that /readyz asks. */
export interface Health {
  /** Whether the database answers. */
  database(): Promise<boolean>;
  /** Whether the configured search engine answers; null when Postgres is the engine. */
  index(): Promise<boolean | null>;
  /** The board in memory: postings, and ms since it heard of the database; null where there is none. */
  board(): { postings: number; heardMs: number | null } | null;
}

/** Settings of the HTTP layer, read from the environment once. */
export interface HttpConfig {
  apiToken: string | null;
  sessionSecret: string;
  /** Public address for links and QR codes; null: that of the request. */
  baseUrl: string | null;
  rateLimit: boolean;
  trustProxy: boolean;
  /** Whether pages say where the demo's logins and codes are: in the window of the start, never in production. */
  demo: boolean;
  /** Version of the software, shown in openapi.json. */
  version: string;
}

/** One line of the request log; nothing in it names a person or repeats what they typed. */
export type LogLine = Record<string, string | number | boolean | null>;
export interface Logger {
  info(line: LogLine, message: string): void;
  warn(line: LogLine, message: string): void;
  error(line: LogLine, message: string): void;
}

/** Counters for /metrics. */
export interface Metrics {
  request(labels: { method: string; route: string; status: number }, seconds: number): void;
  degraded(reason: string): void;
  /** The Prometheus text format. */
  text(): Promise<string>;
}

/** What createApp needs; on Workers `provide` makes a database client for each request. */
export interface AppDeps {
  config: HttpConfig;
  log: Logger;
  metrics: Metrics | null;
  provide(c: Context): Provided | Promise<Provided>;
}

/** Hono's environment: what middleware leaves for handlers. */
export interface AppEnv {
  Variables: {
    deps: AppDeps;
    provided: Provided;
    ctx: Ctx;
    requestId: string;
    /** Whether the request carries the station's token: the service account asks. Unset for operations. */
    machine: boolean;
    /** The signed-in person's name and session, null for the public and machines. */
    session: { id: Id; name: string } | null;
  };
}

export type Middleware = MiddlewareHandler<AppEnv>;
export type Handler = Context<AppEnv>;
