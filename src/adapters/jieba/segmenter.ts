import { readFileSync } from 'node:fs';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import type { Segmenter } from '../../search';

const userDictionary = new URL('../../../search/generated/jieba.txt', import.meta.url);

/**
 * Segmenter over jieba with its own dictionary and the station's words; Node only, it is a native module.
 * Its dictionaries take about 0.3 s and 100 MB: make one per process. They are read when the first text is cut, which a
 * start need not wait for. Without the hidden Markov model, so that only words of a dictionary come out.
 */
export function createJiebaSegmenter(): Segmenter {
  let jieba: Jieba | null = null;
  return {
    cut(text) {
      jieba ??= withDictionaries();
      return jieba.cutForSearch(text, false);
    },
  };
}

function withDictionaries(): Jieba {
  const jieba = Jieba.withDict(dict);
  jieba.loadDict(readFileSync(userDictionary));
  return jieba;
}
