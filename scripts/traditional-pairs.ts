import { Converter } from 'opencc-js/t2cn';

/**
 * Every traditional character of the basic block followed by its simplified one, by the data of OpenCC. Kept as a
 * file because the posting checks are pure: they load no converter.
 */
export function traditionalPairs(): string {
  const simplify = Converter({ from: 'tw', to: 'cn' });
  /** A simplified character of its own, though it was once a variant of another: what, so. */
  const SIMPLE = 0x4e48;
  let pairs = '';
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const simple = simplify(character);
    if (code !== SIMPLE && simple !== character && simple.length === 1) pairs += character + simple;
  }
  return pairs;
}
