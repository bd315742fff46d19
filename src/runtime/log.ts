import { pino } from 'pino';
import type { Logger } from '../http/env';
import type { Env } from './env';

/** JSON lines on standard output. */
export function createLogger(env: Env): Logger {
  return pino({ level: env.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
