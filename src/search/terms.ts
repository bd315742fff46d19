import type { SearchDocument, Segmenter } from './ports';

/** Forty characters at most per token: PostgreSQL refuses lexemes over 2 kB, and nobody types a longer word. */
const RUN = /(?:(?=[\p{L}\p{N}])\p{Script=Han})+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}]){1,40}/gu;
const HAN = /^\p{Script=Han}/u;

/** Whether a run or lexeme is Han; everything else (c1, ktv, 24, pinyin) is matched by prefix. */
export function isHan(run: string): boolean {
  return HAN.test(run);
}

/** Maximal runs of Han characters and of other letters and digits, in order: `c1司机 夜班` → c1, 司机, 夜班. */
export function runs(text: string): string[] {
  return text.match(RUN) ?? [];
}

/** The Han characters of a text, one by one. */
export function unigrams(text: string): string[] {
  return runs(text)
    .filter(isHan)
    .flatMap((run) => [...run]);
}

/** Overlapping pairs of neighbouring Han characters: 洗碗工 → 洗碗, 碗工. A lone character has none. */
export function bigrams(text: string): string[] {
  return runs(text).filter(isHan).flatMap(pairs);
}

/** Runs of letters and digits that are not Han. */
export function tokens(text: string): string[] {
  return runs(text).filter((run) => !isHan(run));
}

/**
 * The lexemes by which a posting is found: a for title, occupation, pinyin; b for the business; c for the
 * description. Other names of the occupation are not among them, see aliases.ts. Pairs of characters rather than
 * words: a posting found by a word is found by its pairs, too, so no segmenter is needed and Node and the edge
 * write the same index. Single characters for the title and occupation only, so that 焊 finds 电焊工 and little else.
 */
export function documentWords(document: SearchDocument): { a: string[]; b: string[]; c: string[] } {
  const { title, occupation, business, description, pinyin, initials } = document;
  const names = [title, occupation ?? ''];
  return {
    a: unique([...names.flatMap(unigrams), ...names.flatMap(lexemes), ...tokens(`${pinyin} ${initials}`)]),
    b: unique(lexemes(business)),
    c: unique(lexemes(description)),
  };
}

/**
 * Stands for an occupation among the lexemes of Postgres. No text reaches it: lexemes of queries and of texts are
 * letters and digits.
 */
export function occupationLexeme(occupation: string): string {
  return `@${occupation}`;
}

/** All of {@link documentWords} together, taken from what the document holds of them already. */
export function documentLexemes({ bigrams, pinyin, initials }: SearchDocument): string[] {
  return unique(`${bigrams} ${pinyin} ${initials}`.split(' ').filter((word) => word !== ''));
}

/**
 * The lexemes that a posting must all hold to match: characters and pairs for Han, other runs as prefixes.
 * A run of more than two characters is cut into words by the segmenter, and each word asks for its own pairs
 * only, so that 瓷砖师傅 finds 贴瓷砖的师傅. Lone characters between words are not asked for, unless they are so many
 * that the run is no sequence of words at all (文院街道); then all of its pairs are.
 */
export function queryLexemes(words: readonly string[], segmenter: Segmenter): string[] {
  return unique(
    words.flatMap(runs).flatMap((run) => {
      const length = [...run].length;
      if (!isHan(run) || length <= 2) return [run];
      const pieces = segmenter.cut(run);
      const lone = pieces.filter((piece) => [...piece].length === 1).length;
      const within = pieces.flatMap(bigrams);
      return within.length > 0 && lone * 3 <= length ? within : pairs(run);
    }),
  );
}

function pairs(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}

function lexemes(text: string): string[] {
  return [...bigrams(text), ...tokens(text)];
}

function unique(list: string[]): string[] {
  return [...new Set(list)];
}
