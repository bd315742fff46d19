import { afterEach, beforeEach, describe } from 'vitest';
import type { WritableIndex } from '../../src/search';
import { asking } from './search-index.documents';
import { matchingContract } from './search-index.matching';
import { writingContract } from './search-index.writing';

/** A fresh, empty index and how to be rid of it. */
export interface IndexUnderTest {
  index: WritableIndex;
  dispose(): Promise<void>;
}

/**
 * What every WritableIndex promises; run it over each implementation.
 * @param makeIndex called before each test
 */
export function searchIndexContract(name: string, makeIndex: () => Promise<IndexUnderTest>): void {
  describe(`SearchIndex: ${name}`, () => {
    let current: IndexUnderTest;
    beforeEach(async () => {
      current = await makeIndex();
    });
    afterEach(() => current.dispose());

    const ask = asking(() => current.index);
    describe('matching', () => matchingContract(ask));
    describe('writing', () => writingContract(ask));
  });
}
