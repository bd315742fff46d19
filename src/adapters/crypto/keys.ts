/** A master key with the number that stands before everything it has sealed. */
export interface NumberedKey {
  /** 1–255 */
  number: number;
  /** 32 bytes */
  key: Uint8Array;
}

const ONE = /^(?:(\d{1,3}):)?([A-Za-z0-9+/_-]{43}=?)$/;

/**
 * Reads DATA_KEY: one key in base64, which is number 1; or several as `2:KEY,1:KEY`, that of today first. The numbers
 * must be said as soon as there is more than one, because the old key goes one day and the numbers stay.
 * @returns null when the text is not that
 */
export function readDataKeys(text: string): NumberedKey[] | null {
  const parts = text.split(',').map((part) => ONE.exec(part.trim()));
  const keys: NumberedKey[] = [];
  for (const part of parts) {
    if (!part) return null;
    const [, said, base64 = ''] = part;
    if (said === undefined && parts.length > 1) return null;
    const number = Number(said ?? 1);
    if (number < 1 || number > 255 || keys.some((other) => other.number === number)) return null;
    const key = Uint8Array.from(atob(base64.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
    if (key.length !== 32) return null;
    keys.push({ number, key });
  }
  return keys;
}
