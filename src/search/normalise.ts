import { Converter } from 'opencc-js/t2cn';

/** What a person types is read up to this many characters (Unicode code points). */
export const MAX_QUERY_LENGTH = 200;

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
  const plain = text.normalize('NFKC').replace(INVISIBLE, '').replace(CONTROL, ' ').replace(PICTURE, ' ');
  const spaced = toSimplified(plain.toLowerCase()).normalize('NFKC').replace(/\s+/gu, ' ').trim();
  const joined = spaced.replace(SPACED_OUT, (run) => run.replaceAll(' ', ''));
  return joined.length <= maxLength ? joined : [...joined].slice(0, maxLength).join('').trim();
}
