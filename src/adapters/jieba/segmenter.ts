import { readFileSync } from 'node:fs';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import type { Segmenter } from '../../search';

const userDictionary = new URL('../../../search/generated/jieba.txt', import.meta.url);

/**
 * Segmenter over jieba with its own dictionary and the station's words; Node only, it is a native module.
 * Takes about 0.3 s and 100 MB to make: make one per process. Without the hidden Markov model, so that only
 * words of a dictionary come out.
 */
export function createJiebaSegmenter(): Segmenter {
  const jieba = Jieba.withDict(dict);
  jieba.loadDict(readFileSync(userDictionary));
  return { cut: (text) => jieba.cutForSearch(text, false) };
}
