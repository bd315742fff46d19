/**
 * A Chinese phone number as digits only, mobile or land line, without the country code.
 * @returns null when the text is not one
 */
export function normalisePhone(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s\-()]/g, '')
    .replace(/^(\+?86|0086)(?=1\d{10}$)/, '');
  return /^(1[3-9]\d{9}|0\d{9,11})$/.test(digits) ? digits : null;
}

/** Only the first three and last two digits: enough to recognise one's own number, not to call it. */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}******${phone.slice(-2)}`;
}
