import type { Logger, LogLine } from '../http/env';
import type { Env } from './env';

const LEVELS: Env['LOG_LEVEL'][] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/**
 * JSON lines on the console, which is where Workers collects logs, with the fields of the log on Node:
 * `level` as pino numbers it (info 30, warn 40, error 50), `time`, the line's own, `msg`.
 */
export function createConsoleLogger(least: Env['LOG_LEVEL']): Logger {
  const at = (level: 'info' | 'warn' | 'error') => {
    const number = (LEVELS.indexOf(level) + 1) * 10;
    if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return () => {};
    return (line: LogLine, msg: string) =>
      console.log(JSON.stringify({ level: number, time: new Date().toISOString(), ...line, msg }));
  };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
