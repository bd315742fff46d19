import { describe, expect, it } from 'vitest';
import { toDocument } from '../../src/search';

const source = {
  id: 'job-1',
  stationId: 'station-1',
  title: '招聘【綠化工】Ｃ１',
  occupation: '绿化工',
  business: '老楊花木',
  description: '浇花',
  place: { lat: 35.19, lng: 113.26 },
  version: 7,
};

describe('toDocument', () => {
  it('normalises text and keeps what identifies the posting', () => {
    expect(toDocument(source)).toMatchObject({
      id: 'job-1',
      stationId: 'station-1',
      title: '招聘【绿化工】c1',
      occupation: '绿化工',
      business: '老杨花木',
      description: '浇花',
      _geo: { lat: 35.19, lng: 113.26 },
      version: 7,
    });
  });

  it('spells title and occupation from every syllable, ü as v', () => {
    const { pinyin, initials } = toDocument({ ...source, title: '招绿化工' });
    expect(pinyin).toBe('zhaolvhuagong lvhuagong huagong gong');
    expect(initials).toBe('zlhg lhg hg g');
  });

  it('spells at most six syllables at a time', () => {
    const { initials } = toDocument({ ...source, title: '急招晚班洗碗工人', occupation: null });
    expect(initials.split(' ')[0]).toBe('jzwbxw');
  });

  it('pairs the characters of every field once, with other tokens', () => {
    const { bigrams } = toDocument({ ...source, title: '绿化工C1', description: '绿化' });
    expect(bigrams).toBe('绿 化 工 绿化 化工 老杨 杨花 花木 c1');
  });

  it('has no place while the posting has none', () => {
    expect(toDocument({ ...source, place: null })._geo).toBeNull();
  });

  it('keeps a long description whole', () => {
    expect(toDocument({ ...source, description: '浇花'.repeat(600) }).description).toHaveLength(1200);
  });
});
