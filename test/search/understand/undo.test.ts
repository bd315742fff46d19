import { describe, expect, it } from 'vitest';
import { without } from '../../../src/search/understand/undo';
import type { SpanKind } from '../../../src/search/understood';
import { read } from './small-lexicon';

/** The query without the first span of a kind. */
function undo(query: string, kind: SpanKind): string {
  const understood = read(query);
  const span = understood.spans.find((one) => one.kind === kind);
  return span ? without(understood, span) : `no ${kind}`;
}

describe('a reading is undone by taking its span away', () => {
  it.each<[string, SpanKind, string]>([
    ['洗碗 日结', 'settlement', '洗碗'],
    ['洗碗 日结', 'occupation', '日结'],
    ['日结,管饭,离家近', 'benefits', '日结,离家近'],
    ['保洁 不上夜班', 'avoid', '保洁'],
    ['除了保洁都行 日结', 'refused', '都行 日结'],
    ['龙源湖旁边饭店', 'place', '旁边饭店'],
    ['洗碗 20块一小时以上', 'pay', '洗碗'],
    ['骑电车十分钟以内 保洁', 'near', '保洁'],
    ['晚上 洗碗', 'time', '洗碗'],
    ['西碗工 日结', 'occupation', '日结'],
    ['修手表 日结', 'rest', '日结'],
    ['洗碗', 'occupation', ''],
  ])('%s without %s → %s', (query, kind, rest) => {
    expect(undo(query, kind)).toBe(rest);
  });

  it('however often it was said', () => {
    expect(undo('洗碗 刷碗 管饭', 'occupation')).toBe('管饭');
  });

  it('and nothing of it is read any more', () => {
    expect(read(undo('洗碗 日结', 'settlement')).settlement).toBeUndefined();
    expect(read(undo('洗碗 保洁', 'occupation')).occupations).toEqual(['保洁员']);
  });
});
