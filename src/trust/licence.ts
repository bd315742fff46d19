/**
 * 统一社会信用代码 (GB 32100-2015): 18 characters, of which the last is a check over the others. Digits and capital
 * letters without I, O, S, V and Z, each worth its place in this row.
 */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const BODY = 17;

/** What is wrong with a licence number, as codes of problems. */
export type LicenceFault =
  | 'licence_old'
  | 'licence_length'
  | 'licence_character'
  | 'licence_district'
  | 'licence_checksum';

/**
 * The check character of the first 17 characters: 31 − Σ cᵢ·3^(i−1) mod 31, 31 counting as 0 (GB 32100-2015, 附录).
 * @returns null when one of them is none of the code's
 */
export function licenceCheck(body: string): string | null {
  let sum = 0;
  let weight = 1;
  for (const character of body.slice(0, BODY)) {
    const value = CHARACTERS.indexOf(character);
    if (value < 0) return null;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return CHARACTERS[(31 - (sum % 31)) % 31] ?? null;
}

/** A licence number as it is kept: half-width capitals without spaces and hyphens. */
export function normaliseLicence(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\-—–·.]/g, '')
    .toUpperCase();
}

/**
 * What is wrong with a licence number, null when nothing is. The 15 digits of before October 2015 are told apart: such a
 * licence has long been replaced by one with a code.
 * @param licence as from {@link normaliseLicence}
 */
export function licenceFault(licence: string): LicenceFault | null {
  if (/^\d{15}$/.test(licence)) return 'licence_old';
  if (licence.length !== BODY + 1) return 'licence_length';
  if ([...licence].some((character) => !CHARACTERS.includes(character))) return 'licence_character';
  // Characters 3–8 are the district of the office that registered it, by GB/T 2260.
  if (!/^.{2}\d{6}/.test(licence)) return 'licence_district';
  return licenceCheck(licence) === licence[BODY] ? null : 'licence_checksum';
}

/** Enough to recognise a licence by, and not to write it down: the first two and the last four characters. */
export function maskLicence(licence: string): string {
  return `${licence.slice(0, 2)}${'*'.repeat(12)}${licence.slice(-4)}`;
}
