import type { Lexicon } from '../lexicon';

const HAN = /^\p{Script=Han}+$/u;

/**
 * A normal form without the spaces that dictation puts inside words (洗碗 工, 钟点 工): two neighbours are joined when
 * together they are a word and one of them says nothing by itself. 快递 分拣 stays: both do.
 */
export function joinWords(normal: string, lexicon: Pick<Lexicon, 'terms'>): string {
  if (!normal.includes(' ')) return normal;
  const joined: string[] = [];
  for (const token of normal.split(' ')) {
    const last = joined.at(-1);
    if (last && belongTogether(last, token, lexicon)) joined[joined.length - 1] = `${last}${token}`;
    else joined.push(token);
  }
  const text = joined.join(' ');
  return text === normal ? normal : joinWords(text, lexicon);
}

function belongTogether(a: string, b: string, { terms }: Pick<Lexicon, 'terms'>): boolean {
  if (!HAN.test(a) || !HAN.test(b)) return false;
  const says = (word: string) => terms.get(word)?.stop === false;
  return says(`${a}${b}`) && !(says(a) && says(b));
}
