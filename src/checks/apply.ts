import type { Finding } from './finding';

/** What is left at the seams when words were taken out: a mark twice, or at the beginning. */
const DOUBLED = /([,，、;；])\s*(?=[,，、;；。.])/g;
const AT_START = /^[\s,，、;；。]+/;

/** The text with the rewording of a finding in place of what was found; unchanged when there is none. */
export function applySuggestion(text: string, { start, end, suggestion }: Finding): string {
  if (!suggestion) return text;
  const whole = text.slice(0, start) + suggestion.replace + text.slice(end);
  return suggestion.replace === '' ? whole.replace(DOUBLED, '').replace(AT_START, '') : whole;
}
