/** Seconds of one time step and digits of a code, as every authenticator app expects them (RFC 6238, RFC 4226). */
export const TOTP = { seconds: 30, digits: 6 } as const;
/** Steps before and after the present one whose codes are taken: phones' clocks go wrong by half a minute. */
const TOLERANCE = 1;
/** Bytes of a secret: as many as SHA-1 gives (RFC 4226, section 4). */
const SECRET_BYTES = 20;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A new secret in base32 without padding, 32 characters. */
export function newTotpSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{5}/g) ?? []).map((five) => BASE32[Number.parseInt(five, 2)]).join('');
}

/**
 * The code of a time step: HOTP of RFC 4226, section 5.3.
 * @param step seconds since 1970 divided by {@link TOTP.seconds}, whole
 */
export async function totpCode(secret: string, step: number): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-1' };
  const key = await crypto.subtle.importKey('raw', fromBase32(secret), algorithm, false, ['sign']);
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(step));
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter.buffer));
  const offset = mac.getUint8(mac.byteLength - 1) & 0x0f;
  const number = (mac.getUint32(offset) & 0x7fff_ffff) % 10 ** TOTP.digits;
  return String(number).padStart(TOTP.digits, '0');
}

/**
 * The step whose code this is, of those around the present one; null for none.
 * @param after steps up to this one have been used
 */
export async function matchingStep(
  secret: string,
  code: string,
  nowMs: number,
  after: number,
): Promise<number | null> {
  const present = Math.floor(nowMs / 1000 / TOTP.seconds);
  let found: number | null = null;
  // All are computed, so that the time taken does not tell which one it was.
  for (let step = present - TOLERANCE; step <= present + TOLERANCE; step++) {
    if ((await totpCode(secret, step)) === code && step > after) found = step;
  }
  return found;
}

/** The address that an authenticator app reads from the QR code (the "key URI format" of such apps). */
export function totpUri(secret: string, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const { digits, seconds } = TOTP;
  const query = `secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${digits}&period=${seconds}`;
  return `otpauth://totp/${label}?${query}`;
}

function fromBase32(text: string): Uint8Array<ArrayBuffer> {
  let bits = '';
  for (const char of text) bits += BASE32.indexOf(char).toString(2).padStart(5, '0');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2));
}
