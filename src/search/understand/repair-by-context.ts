import type { Lexicon, Term } from '../lexicon';
import { isUnexplained } from './bounds';
import type { Chosen, Repaired } from './choice';
import { PAIRS } from './pair-words';

/** What is known of a text before it is repaired: all of it, and whether its words name work already. */
export interface Known {
  normal: string;
  saysWork: boolean;
}

const DOES = /(?:干|当|做个?|跑|招个?|应聘|兼职)$/u;
const NO_MORE = /^(?:$|[\s,。;!?、的吗不呢]|兼职|工作|师傅|要人)/u;
/** 想干代价: an ordinary word is work that sounds the same where only work can stand. */
export function isInSlot(normal: string, start: number, end: number, { word, occupations }: Term): boolean {
  return (
    occupations[0] === word && DOES.test(normal.slice(0, start)) && NO_MORE.test(normal.slice(end, end + 2))
  );
}

/** Who does something is called so. */
const DOER = /[工员师手嫂姨匠妈保]$/u;
const LEAST_HOPE = 3;
/** 缝纪工: a name of work that is all that was left over is read as the one word that it is near to. */
export function withLastHope(chosen: Chosen, text: string, saysWork: boolean): Chosen {
  const [best, ...others] = chosen.unsure;
  if (!best || saysWork || chosen.applied.length > 0 || best.term.occupations.length === 0) return chosen;
  const written = text.slice(best.start, best.end);
  const isAlone = others.every(({ sense }) => sense === best.sense);
  const isWhole =
    written.length >= LEAST_HOPE &&
    !isUnexplained(text[best.start - 1] ?? ' ') &&
    !isUnexplained(text[best.end] ?? ' ');
  if (!isAlone || !isWhole || !DOER.test(written) || written.at(-1) !== best.term.word.at(-1)) return chosen;
  return { applied: [{ ...best, verdict: 'apply' }], unsure: [] };
}

/** Runs of letters that nothing explains, read. */
export interface Spelt {
  applied: Repaired[];
  unsure: Repaired[];
}

/** Two letters are near to many words, but beside work they are conditions: fcd rj. */
export function withPairs(found: Spelt, text: string, { terms }: Lexicon, saysWork: boolean): Spelt {
  const runs = new Set(found.unsure.map(({ start }) => start));
  if (!saysWork && found.applied.length === 0 && runs.size < 2) return found;
  const pairs = new Map(
    found.unsure.flatMap(({ start, end }) => {
      const term = terms.get(PAIRS[text.slice(start, end)] ?? '');
      return term ? [[start, { start, end, term }] as const] : [];
    }),
  );
  return {
    applied: [...found.applied, ...pairs.values()],
    unsure: found.unsure.filter(({ start }) => !pairs.has(start)),
  };
}
