import { bitsOf, valuesOf } from '../kernel/bits';
import { CERTIFICATES, type Certificate } from '../kernel/vocabulary';
import { type BoardRow, OTHER_CERTIFICATE } from './row';

/** Certificates that a posting asks for, as bits; any that has no code is a bit of its own. */
export function certificateBits(certificates: readonly string[]): number {
  const isOther = certificates.some((code) => !(CERTIFICATES as readonly string[]).includes(code));
  return bitsOf(certificates, CERTIFICATES) | (isOther ? OTHER_CERTIFICATE : 0);
}

/** Certificates that a posting asks for and a person does not hold; `other` for any that has no code. */
export function lackingOf(
  row: Pick<BoardRow, 'certificates'>,
  held: readonly string[],
): (Certificate | 'other')[] {
  const lacking = row.certificates & ~bitsOf(held, CERTIFICATES);
  return [...valuesOf(lacking, CERTIFICATES), ...(lacking & OTHER_CERTIFICATE ? (['other'] as const) : [])];
}
