import type { Context } from 'hono';
import type { AppEnv } from './env';

/**
 * The client's address, by which requests are counted: the edge's header on Workers, the first
 * X-Forwarded-For behind a trusted proxy, else the socket's. Of IPv6 the /64, which is one household's.
 */
export function addressOf(c: Context<AppEnv>): string {
  const { config } = c.get('deps');
  const forwarded = config.trustProxy
    ? (c.req.header('cf-connecting-ip') ?? c.req.header('x-forwarded-for')?.split(',')[0]?.trim())
    : undefined;
  return household(forwarded ?? socketAddress(c) ?? 'unknown');
}

function socketAddress(c: Context<AppEnv>): string | undefined {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return env?.incoming?.socket?.remoteAddress;
}

function household(address: string): string {
  const v4 = /(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  if (v4?.[1]) return v4[1];
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;
}
