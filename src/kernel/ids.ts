/**
 * Identifiers are UUIDs of version 7 (RFC 9562, section 5.7): they sort by creation time, so that
 * b-trees stay dense and a tie broken by id is a tie broken by age.
 */
export type Id = string;

/** Makes fresh identifiers; injected, so that tests can repeat themselves. */
export interface IdSource {
  next(): Id;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether `text` is a lower-case UUID; ids from outside are checked before they reach SQL. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/**
 * Lays out a version 7 UUID.
 * @param nowMs milliseconds since the epoch (48 bits are used)
 * @param random 10 random bytes
 */
export function uuidV7(nowMs: number, random: Uint8Array): Id {
  const bytes = new Uint8Array(16);
  let time = nowMs;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return idFromBytes(bytes, 0);
}

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));

/** The textual form of the 16 bytes at `offset`. */
export function idFromBytes(bytes: Uint8Array, offset: number): Id {
  let text = '';
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += '-';
    text += HEX[bytes[offset + i] ?? 0];
  }
  return text;
}

/** Writes an id as 16 bytes at `offset`. */
export function idToBytes(id: Id, bytes: Uint8Array, offset: number): void {
  const hex = id.replaceAll('-', '');
  for (let i = 0; i < 16; i++) bytes[offset + i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
}
