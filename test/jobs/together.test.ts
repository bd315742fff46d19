import { describe, expect, it } from 'vitest';
import { together } from '../../src/jobs';
import { overlapping, turn } from '../../src/jobs/together';

describe('together', () => {
  it('waits for all before it tells the first failure', async () => {
    const ended: string[] = [];
    const late = turn().then(() => ended.push('late'));
    const early = Promise.reject(new Error('early'));
    await expect(together([late, early, Promise.reject(new Error('other'))])).rejects.toThrow('early');
    expect(ended).toEqual(['late']);
  });
});

describe('overlapping', () => {
  async function* parts(...list: number[]) {
    for (const part of list) {
      await turn();
      if (part < 0) throw new Error('no part');
      yield part;
    }
  }

  it('begins in order and does not wait in between', async () => {
    const told: string[] = [];
    await overlapping(parts(1, 2), async (part) => {
      told.push(`begin ${part}`);
      for (let i = 0; i < 10; i++) await turn();
      told.push(`end ${part}`);
    });
    expect(told).toEqual(['begin 1', 'begin 2', 'end 1', 'end 2']);
  });

  it.each([
    ['a part cannot be made', [1, 2, -1], 'no part'],
    ['the work on one fails', [1, 2, 3], 'no 3'],
  ])('lets everything end when %s', async (_, list, message) => {
    const ended: number[] = [];
    const work = overlapping(parts(...list), async (part) => {
      if (part === 3) throw new Error('no 3');
      for (let i = 0; i < 10; i++) await turn();
      ended.push(part);
    });
    await expect(work).rejects.toThrow(message);
    expect(ended).toEqual([1, 2]);
  });
});
