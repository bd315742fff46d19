import { expect, it } from 'vitest';
import type { SearchDocument, WritableIndex } from '../../src/search';
import { type Asking, document, idOf, OTHER, STATION } from './search-index.documents';

async function listed(index: WritableIndex): Promise<{ id: string; version: number }[]> {
  const list: { id: string; version: number }[] = [];
  for await (const item of index.list()) list.push(item);
  return list.sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function* batches(...list: SearchDocument[][]): AsyncGenerator<SearchDocument[]> {
  yield* list;
}

/** What a WritableIndex keeps. */
export function writingContract(ask: Asking): void {
  it('is ready and holds nothing at first', async () => {
    expect(await ask.index.ready()).toBe(true);
    expect(await listed(ask.index)).toEqual([]);
    expect(await ask.match(['洗碗'])).toEqual([]);
  });

  it('replaces a document that is put again', async () => {
    await ask.index.put([document(1), document(2)]);
    await ask.index.put([document(1, { title: '保安', version: 2 })]);
    expect(await ask.idsOf(['洗碗'])).toEqual([idOf(2)]);
    expect(await ask.idsOf(['保安'])).toEqual([idOf(1)]);
    expect(await listed(ask.index)).toEqual([
      { id: idOf(1), version: 2 },
      { id: idOf(2), version: 1 },
    ]);
  });

  it('removes, also what is not there', async () => {
    await ask.index.put([document(1), document(2)]);
    await ask.index.remove([idOf(1), idOf(99)]);
    expect(await ask.idsOf(['洗碗'])).toEqual([idOf(2)]);
    expect(await listed(ask.index)).toEqual([{ id: idOf(2), version: 1 }]);
  });

  it('takes empty lists', async () => {
    await ask.index.put([]);
    await ask.index.remove([]);
    expect(await listed(ask.index)).toEqual([]);
  });

  it('lists all stations and more than a page', async () => {
    const many = Array.from({ length: 2100 }, (_, n) =>
      document(n, { stationId: n % 2 === 0 ? STATION : OTHER, version: n }),
    );
    await ask.index.put(many);
    const list = await listed(ask.index);
    expect(list).toEqual(many.map(({ id, version }) => ({ id, version })));
  });

  it('is rebuilt from batches, answering from the old content until the new is complete', async () => {
    await ask.index.put([document(1), document(2)]);
    const during: string[][] = [];
    async function* fresh() {
      yield [document(3)];
      during.push(await ask.idsOf(['洗碗']));
      yield [];
      yield [document(2, { version: 5 }), document(4)];
      during.push(await ask.idsOf(['洗碗']));
    }
    await ask.index.rebuild(fresh());
    expect(during).toEqual([
      [idOf(1), idOf(2)],
      [idOf(1), idOf(2)],
    ]);
    expect(await ask.idsOf(['洗碗'])).toEqual([idOf(2), idOf(3), idOf(4)]);
    expect(await listed(ask.index)).toContainEqual({ id: idOf(2), version: 5 });
    await ask.index.put([document(6)]);
    expect(await ask.idsOf(['洗碗'])).toContain(idOf(6));
  });

  it('is rebuilt to nothing, and again after a rebuild that broke off', async () => {
    await ask.index.put([document(1)]);
    async function* broken() {
      yield [document(2)];
      throw new Error('the database went away');
    }
    await expect(ask.index.rebuild(broken())).rejects.toThrow('the database went away');
    expect(await ask.idsOf(['洗碗'])).toEqual([idOf(1)]);
    await ask.index.rebuild(batches());
    expect(await listed(ask.index)).toEqual([]);
    expect(await ask.index.ready()).toBe(true);
  });
}
