import { describe, expect, it } from 'vitest';
import { shippedLexicon as lexicon, readText, timeSaidBack, understandSaid } from '../../src/search';
import { readBackText } from '../../src/web/text/hours';

const read = (text: string) => readText(understandSaid(text, lexicon, '2026-06-01'));
const said = (text: string) => {
  const parts = timeSaidBack(understandSaid(text, lexicon, '2026-06-01').time);
  return parts && readBackText(parts);
};

describe('what a person says', () => {
  it('is about when they can, whatever the words', () => {
    expect(read('想找晚6点后的活').time).toMatchObject({ free: 'Mo-Su 18:00-24:00' });
    expect(read('下午两点以后,六点要做饭').time).toEqual({
      free: 'Mo-Su 14:00-18:00',
      exceptions: [],
      anchors: [{ at: '18:00', days: 'Mo-Su', kind: 'be_at' }],
    });
  });

  it('is said back in a sentence', () => {
    expect(said('周一到周五8点到下午4点有空')).toBe('周一到周五 8:00–16:00 有空，对吗？');
    expect(said('想找洗碗的活')).toBeNull();
  });
});

describe('hours as employers write them', () => {
  it.each([
    ['①8:00-12:00,18:00-22:30', 'Mo-Su 08:00-12:00,18:00-22:30'],
    ['早八晚八', 'Mo-Su 08:00-20:00'],
    ['晚上12:00-早上8:00', 'Mo-Su 00:00-08:00'],
    ['18.00集合18.30上班22.30下班', 'Mo-Su 18:00-22:30'],
    ['早班7:00-15:00 晚班15:00-23:00', 'Mo-Su 07:00-23:00'],
  ])('%s come back as their union', (text, free) => {
    expect(read(text).time).toMatchObject({ free });
  });
});

describe('a text that is too long', () => {
  it('is cut, and says so', () => {
    expect(read('洗碗'.repeat(1500)).cut).toBe(true);
    expect(read('想找洗碗的活').cut).toBeUndefined();
  });

  it('is heard to its end before that', () => {
    const story = `${'俺以前在外地干了好多年。'.repeat(120)}想找保洁,日结,下午两点以后`;
    expect(read(story)).toMatchObject({
      occupations: ['保洁员'],
      settlement: 'daily',
      time: { free: 'Mo-Su 14:00-24:00' },
    });
    expect(read(story).cut).toBeUndefined();
  });
});
