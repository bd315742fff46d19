import type { Lexicon } from '../lexicon';
import { type Sounds, syllablesOf } from './sounds';

/** Shorter spellings are too many things (ye, zao). */
const LEAST_LETTERS = 5;
/** Words of time that are left as they are: they are read as work or pay. */
const NO_TIME = new Set(['临时', '小时']);

const SPELLINGS = new WeakMap<Lexicon['terms'], ReadonlyMap<string, string>>();

/**
 * The normal form with words of time that are spelled out (wanshang, zhou mo) as their characters: there is one grammar
 * of hours. Only whole runs of letters are looked at. Pure.
 */
export function withSpelledTime(normal: string, lexicon: Pick<Lexicon, 'terms'>, sounds: Sounds): string {
  if (!/[a-z]{2}/.test(normal)) return normal;
  const spellings = spellingsOf(lexicon, sounds);
  const tokens = normal.split(' ');
  const read: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const one = tokens[i] ?? '';
    const two = `${one}${tokens[i + 1] ?? ''}`;
    const together = spellings.get(two);
    if (together && i + 1 < tokens.length) {
      read.push(together);
      i++;
    } else read.push(spellings.get(one) ?? one);
  }
  return read.join(' ');
}

function spellingsOf({ terms }: Pick<Lexicon, 'terms'>, sounds: Sounds): ReadonlyMap<string, string> {
  const known = SPELLINGS.get(terms);
  if (known) return known;
  const spellings = new Map<string, string>();
  for (const { word, time, constraints } of terms.values()) {
    const isNight = constraints.some(({ param, value }) => param === 'avoid' && value === 'night');
    if (!(time || (isNight && word.endsWith('班'))) || NO_TIME.has(word)) continue;
    const spelled = syllablesOf(word, sounds)?.join('') ?? '';
    if (spelled.length >= LEAST_LETTERS && !spellings.has(spelled)) spellings.set(spelled, word);
  }
  SPELLINGS.set(terms, spellings);
  return spellings;
}
