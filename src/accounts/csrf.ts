import type { Id } from '../kernel/ids';

const NONCE_BYTES = 16;

/**
 * A token for the forms of one session: a random nonce and HMAC-SHA-256 over nonce and session id. It needs no
 * storage and ends with the session; the nonce makes every page's token look different, so that it cannot be
 * guessed from the length of compressed answers (BREACH).
 * @returns base64url text without padding, 64 characters
 */
export async function issueCsrf(sessionId: Id, secret: string): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const mac = await crypto.subtle.sign('HMAC', await keyOf(secret), signed(nonce, sessionId));
  return toBase64Url(new Uint8Array([...nonce, ...new Uint8Array(mac)]));
}

/** Whether the token was issued for this session with this secret; compares in constant time. */
export async function checkCsrf(token: string, sessionId: Id, secret: string): Promise<boolean> {
  const bytes = fromBase64Url(token);
  if (bytes === null || bytes.length !== NONCE_BYTES + 32) return false;
  const nonce = bytes.slice(0, NONCE_BYTES);
  return crypto.subtle.verify(
    'HMAC',
    await keyOf(secret),
    bytes.slice(NONCE_BYTES),
    signed(nonce, sessionId),
  );
}

/**
 * Whether a browser sent the request from a page of this very host, for forms before sign-in. Fetch Metadata
 * decides where it is sent, else the Origin header; without either the answer is no, because every browser
 * of the last years sends at least one of them with a POST. Compares hosts, not schemes: TLS may end at a proxy.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('origin');
  if (origin === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === new URL(request.url).host;
}

function keyOf(secret: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', utf8(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ]);
}

/** What is signed names its purpose: the same secret signs cookies elsewhere. */
function signed(nonce: Uint8Array, sessionId: Id): Uint8Array<ArrayBuffer> {
  return new Uint8Array([...utf8('csrf\0'), ...nonce, ...utf8(sessionId)]);
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text));
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]+$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}
