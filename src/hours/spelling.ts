import { SOUND_ALIKE, TRADITIONAL, TRADITIONAL_CHARS } from './spelling-words';

/**
 * Full-width forms, dashes and separators in one shape, and words of time in their usual spelling: the length stays,
 * so that offsets into the folded text are offsets into the text.
 */
export function fold(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xff01 && code <= 0xff5e) out += String.fromCharCode(code - 0xfee0);
    else if (code === 0x3000 || code === 0xa0 || code === 0x09) out += ' ';
    else if ((code >= 0x2010 && code <= 0x2015) || code === 0x301c || code === 0x2212 || code === 0x2500)
      out += '-';
    else out += text[i];
  }
  out = out.replace(/[A-Z~]/g, (c) => (c === '~' ? '-' : c.toLowerCase()));
  out = out.replace(TRADITIONAL_CHARS, (c) => TRADITIONAL.get(c) ?? c);
  for (const [pattern, usual] of SOUND_ALIKE) out = out.replace(pattern, usual);
  return out;
}
