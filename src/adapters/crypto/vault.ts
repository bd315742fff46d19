import type { Vault } from '../../trust';

/** First byte of every sealed value: the number of the key that sealed it, for rotation. */
const KEY_NUMBER = 1;
const NONCE_BYTES = 12;

/**
 * The vault over WebCrypto, the same in Node and at the edge. From one master key two are derived by HKDF
 * (RFC 5869): one encrypts (AES-256-GCM, NIST SP 800-38D), one makes blind indexes (HMAC-SHA-256).
 * @param masterKey 32 bytes
 * @throws RangeError when the key has another length
 */
export async function createVault(masterKey: Uint8Array): Promise<Vault> {
  if (masterKey.length !== 32) throw new RangeError('the data key must be 32 bytes');
  const master = await crypto.subtle.importKey('raw', new Uint8Array(masterKey), 'HKDF', false, [
    'deriveKey',
  ]);
  const derive = (info: string, algorithm: AesKeyGenParams | HmacKeyGenParams, usages: KeyUsage[]) =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(info) },
      master,
      algorithm,
      false,
      usages,
    );
  const sealing = await derive('station/seal', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']);
  const indexing = await derive('station/index', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']);

  return {
    async seal(purpose, text) {
      const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(purpose) };
      const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, sealing, utf8(text)));
      const out = new Uint8Array(1 + NONCE_BYTES + sealed.length);
      out[0] = KEY_NUMBER;
      out.set(iv, 1);
      out.set(sealed, 1 + NONCE_BYTES);
      return out;
    },
    async open(purpose, sealed) {
      if (sealed[0] !== KEY_NUMBER) throw new Error('sealed with an unknown key');
      const iv = new Uint8Array(sealed.subarray(1, 1 + NONCE_BYTES));
      const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(purpose) };
      const body = new Uint8Array(sealed.subarray(1 + NONCE_BYTES));
      return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, sealing, body));
    },
    async blindIndex(purpose, text) {
      const mac = await crypto.subtle.sign('HMAC', indexing, utf8(`${purpose}\0${text}`));
      return Array.from(new Uint8Array(mac), (byte) => byte.toString(16).padStart(2, '0')).join('');
    },
  };
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text));
}
