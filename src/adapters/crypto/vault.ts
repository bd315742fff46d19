import type { Vault } from '../../trust';
import type { NumberedKey } from './keys';

const NONCE_BYTES = 12;

/** What one master key can do. */
interface Keys {
  number: number;
  sealing: CryptoKey;
  indexing: CryptoKey;
}

/**
 * The vault over WebCrypto, the same in Node and at the edge. From every master key two are derived by HKDF
 * (RFC 5869): one encrypts (AES-256-GCM, NIST SP 800-38D), one makes blind indexes (HMAC-SHA-256). The first byte of
 * every sealed value is the number of the key that sealed it.
 * @param given the key of today first, behind it those that only open what they once sealed; a single key is number 1
 * @throws RangeError when a key is not 32 bytes, or two have one number
 */
export async function createVault(given: Uint8Array | readonly NumberedKey[]): Promise<Vault> {
  const list = given instanceof Uint8Array ? [{ number: 1, key: given }] : given;
  const numbers = list.map(({ number }) => number);
  if (new Set(numbers).size !== numbers.length) throw new RangeError('two data keys have one number');
  const all = await Promise.all(list.map(derive));
  const [today] = all;
  if (!today) throw new RangeError('there is no data key');
  const byNumber = new Map(all.map((keys) => [keys.number, keys]));

  return {
    keyNumber: today.number,
    async seal(purpose, text) {
      const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(purpose) };
      const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, today.sealing, utf8(text)));
      const out = new Uint8Array(1 + NONCE_BYTES + sealed.length);
      out[0] = today.number;
      out.set(iv, 1);
      out.set(sealed, 1 + NONCE_BYTES);
      return out;
    },
    async open(purpose, sealed) {
      const keys = byNumber.get(sealed[0] ?? 0);
      if (!keys) throw new Error('sealed with an unknown key');
      const iv = new Uint8Array(sealed.subarray(1, 1 + NONCE_BYTES));
      const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(purpose) };
      const body = new Uint8Array(sealed.subarray(1 + NONCE_BYTES));
      return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, keys.sealing, body));
    },
    blindIndex: (purpose, text) => indexBy(today, purpose, text),
    blindIndexes: (purpose, text) => Promise.all(all.map((keys) => indexBy(keys, purpose, text))),
  };
}

async function derive({ number, key }: NumberedKey): Promise<Keys> {
  if (key.length !== 32) throw new RangeError('the data key must be 32 bytes');
  const master = await crypto.subtle.importKey('raw', new Uint8Array(key), 'HKDF', false, ['deriveKey']);
  const from = (info: string, algorithm: AesKeyGenParams | HmacKeyGenParams, usages: KeyUsage[]) =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(info) },
      master,
      algorithm,
      false,
      usages,
    );
  return {
    number,
    sealing: await from('station/seal', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']),
    indexing: await from('station/index', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']),
  };
}

async function indexBy({ indexing }: Keys, purpose: string, text: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', indexing, utf8(`${purpose}\0${text}`));
  return Array.from(new Uint8Array(mac), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text));
}
