import { Converter } from 'opencc-js/t2cn';
import { OTHERS_IN_WORDS, withoutVariants } from './understand/variant-words';

/** What a person types is read up to this many characters (Unicode code points). */
export const MAX_QUERY_LENGTH = 200;
/** What a person says of themselves, or a shopkeeper of work, is read up to this many. */
export const MAX_SAID_LENGTH = 2000;

/** No more than this many characters are looked at for one that is kept: most may be marks that go. */
const LOOKED_AT = 8;

/** Traditional as written in Taiwan and Hong Kong → simplified, with the data of OpenCC. */
const toSimplified = Converter({ from: 'tw', to: 'cn' });

const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Format characters (zero width, bidi, byte order mark), variation selectors, enclosing keycaps, broken pairs. */
const INVISIBLE = /\p{Cf}|\p{Cs}|\p{Variation_Selector}|\u20E3/gu;
const PICTURE = /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\p{Co}]+/gu;
/** 洗 碗 工 as dictation writes it: two or more lone Han characters in a row. */
const SPACED_OUT = /(?<!\S)\p{Script=Han}(?: \p{Script=Han})+(?!\S)/gu;

/**
 * One spelling for what means the same: NFKC (full width → half), simplified characters, lower case, no emoji,
 * control or bidi marks, single spaces, and none between lone Han characters (洗 碗 工). Spaces between words
 * stay: they separate. Cut to `maxLength` code points.
 */
export function normalise(text: string, maxLength: number = MAX_QUERY_LENGTH): string {
  return normaliseAndCut(text, maxLength).normal;
}

/** {@link normalise}, and whether anything that says something was cut off. */
export function normaliseAndCut(text: string, maxLength: number): { normal: string; cut: boolean } {
  const plain = text.length <= maxLength ? unitByUnit(text) : null;
  return plain === null ? wholly(text, maxLength) : { normal: plain, cut: false };
}

/** What reads the same whatever stands beside it: characters, letters, digits, marks, half or full width. */
const ALONE = /^[\p{Script=Han}\u0021-\u007E\u3001-\u3011\u2018-\u201D\uFF01-\uFF5E]$/u;
/** By UTF-16 unit what it becomes; {@link UNKNOWN} until it is first met, {@link BESIDES} if that depends on others. */
const UNITS = new Uint16Array(0x10000);
const UNKNOWN = 0;
const BESIDES = 1;

/** Most texts hold nothing but simplified characters and marks, and need none of the looks at whole texts. */
function unitByUnit(text: string): string | null {
  let isSame = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const known = UNITS[code] as number;
    const unit = known === UNKNOWN ? learn(code) : known;
    if (unit === BESIDES) return null;
    if (unit !== code) isSame = false;
  }
  if (isSame) return text;
  return Array.from(text, (one) => String.fromCharCode(UNITS[one.charCodeAt(0)] as number)).join('');
}

function learn(code: number): number {
  const one = String.fromCharCode(code);
  const normal = ALONE.test(one) ? wholly(one, 1).normal : '';
  // A traditional character may be another one in another word.
  const isSettled = normal.length === 1 && (normal === one || !/\p{Script=Han}/u.test(one));
  const unit = isSettled && !OTHERS_IN_WORDS.has(one) ? normal.charCodeAt(0) : BESIDES;
  UNITS[code] = unit;
  return unit;
}

function wholly(text: string, maxLength: number): { normal: string; cut: boolean } {
  const head = text.slice(0, maxLength * LOOKED_AT);
  const plain = head.normalize('NFKC').replace(INVISIBLE, '').replace(CONTROL, ' ').replace(PICTURE, ' ');
  const lower = plain.toLowerCase().replace(/\s+/gu, ' ').trim();
  const simple = simplified(firstOf(lower, maxLength * 2)).normalize('NFKC');
  // Simplifying may undo a mark's composition, so what it brings is cleaned again.
  const spaced = simple.replace(/\s+/gu, ' ').trim();
  const joined = spaced.replace(SPACED_OUT, (run) => run.replaceAll(' ', ''));
  const normal = firstOf(joined, maxLength).trim();
  return {
    normal,
    cut: normal.length < joined.length || head.length < text.length || simple.length < lower.length,
  };
}

const simplified = (text: string) => withoutVariants(toSimplified(text));

/** The first so many code points. */
function firstOf(text: string, length: number): string {
  return text.length <= length ? text : [...text.slice(0, length * 2)].slice(0, length).join('');
}
