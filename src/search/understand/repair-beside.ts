import type { Lexicon, Term } from '../lexicon';
import type { Span } from '../spans';
import { isUnexplained } from './bounds';
import { hiding } from './figures';
import { type Repairs, repair } from './repair';
import type { SoundIndex } from './sound-index';

interface Stretch {
  start: number;
  end: number;
}

/** So many characters beside a word may belong to it: the 西 of 西碗工, though 碗工 is a word. */
const REMAINS = 2;
/** In a longer text remains are particles and names, not the ends of words. */
const SHORT = 40;

/**
 * Repairs what the words of a text leave over. A word that leaves a character or two beside it may itself be part of
 * a longer one that is misspelled, and gives way to that; `sound` are the words that stay.
 */
export function repairBeside(
  normal: string,
  hidden: readonly Stretch[],
  read: readonly Span[],
  lexicon: Lexicon,
  index: SoundIndex,
): { sound: Span[]; repairs: Repairs } {
  const covered = hiding(normal, [...hidden, ...read]);
  const isShort = normal.length <= SHORT;
  const loose = read.filter(
    ({ start, end, term }) =>
      isShort &&
      !standsAlone(term) &&
      (leaves(covered, start, -1, lexicon) || leaves(covered, end, 1, lexicon)),
  );
  const firm = read.filter((span) => !loose.includes(span));
  const saysWork = read.some(({ term }) => term.occupations.length > 0);
  const repairs = repair(hiding(normal, [...hidden, ...firm]), lexicon, index, { normal, saysWork });
  const overlaps = (a: Stretch, b: Stretch) => a.start < b.end && b.start < a.end;
  const applied = repairs.applied.filter((one) =>
    loose.every(
      (span) =>
        !overlaps(one, span) ||
        (one.start <= span.start && span.end <= one.end && one.end - one.start > span.end - span.start),
    ),
  );
  const sound = read.filter((span) => !applied.some((one) => overlaps(one, span)));
  // What was understood is not asked about.
  const words = sound.filter(({ term }) => !term.stop).map(({ term }) => term.word);
  const suggestions = repairs.suggestions.filter(
    ({ from }) =>
      !lexicon.terms.has(from) && !PARTICLE.test(from) && !words.some((word) => from.includes(word)),
  );
  return { sound, repairs: { applied, suggestions } };
}

/** 王楮附近, 给人家揍饭: what says where, or nothing, ends no longer word. */
const standsAlone = ({ word, stop, constraints }: Term): boolean =>
  constraints[0]?.param === 'near' || (stop && word.length > REMAINS);

/** No word begins with these: 的师傅. */
const PARTICLE = /^[的了吗呢吧嘞]/u;

/** Whether a run of one or two characters that nothing explains goes on from a position. */
function leaves(text: string, at: number, step: 1 | -1, { terms }: Lexicon): boolean {
  let length = 0;
  let says = false;
  for (let i = step > 0 ? at : at - 1; isHan(text, i); i += step) {
    length++;
    if (terms.get(text[i] ?? '')?.stop !== true) says = true;
  }
  return says && length <= REMAINS;
}

const isHan = (text: string, at: number) => text.charCodeAt(at) > 127 && isUnexplained(text[at] ?? ' ');
