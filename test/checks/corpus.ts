import { readFileSync } from 'node:fs';
import { checkWords, type Finding, type PostingDraft } from '../../src/checks';

/** A sentence that breaks the law: its codes, the words that do, and the sentence. */
export interface BadSentence {
  codes: string[];
  sentence: string;
  words: string;
}

/** A sentence that breaks nothing, and the code that it comes near. */
export interface CleanSentence {
  near: string;
  sentence: string;
}

const TERMS = { workDate: '2026-06-01', areaClass: 1 } as const;

/** What the checks say of one sentence, written as the description of a part-time posting. */
export function findingsIn(sentence: string, draft: PostingDraft = {}): Finding[] {
  return checkWords({ ...draft, description: sentence }, TERMS);
}

const lines = (name: string): string[][] =>
  readFileSync(new URL(`./corpus/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));

/** The bad sentences of a file: codes, sentence, words. */
export function badSentences(name = 'bad.tsv'): BadSentence[] {
  return lines(name).map(([codes = '', sentence = '', words = '']) => ({
    codes: codes.split(','),
    sentence,
    words,
  }));
}

/** The clean sentences of a file: what they come near, sentence. */
export function cleanSentences(name = 'clean.tsv'): CleanSentence[] {
  return lines(name).map(([near = '', sentence = '']) => ({ near, sentence }));
}

/** How often something happened among how many. */
export interface Share {
  of: number;
  hit: number;
}

/** Counts by kind, with the sum of all last. */
export function shares<T>(items: readonly T[], kind: (item: T) => string, hit: (item: T) => boolean) {
  const table = new Map<string, Share>();
  for (const item of items) {
    for (const name of [kind(item), 'all']) {
      const share = table.get(name) ?? { of: 0, hit: 0 };
      table.set(name, { of: share.of + 1, hit: share.hit + (hit(item) ? 1 : 0) });
    }
  }
  return table;
}

/** `sex 30/30  marriage 10/11 …` */
export function printed(table: ReadonlyMap<string, Share>): string {
  return [...table].map(([name, { of, hit }]) => `${name} ${hit}/${of}`).join('  ');
}
