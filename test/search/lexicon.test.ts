import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileLexicon, readLexiconRows } from '../../src/cli/lexicon';
import { buildLexicon, LexiconError, type LexiconRows, normalise, shippedLexicon } from '../../src/search';

const generated = (name: string) =>
  readFileSync(new URL(`../../search/generated/${name}`, import.meta.url), 'utf8');

describe('the lexicon that ships', () => {
  const rows = readLexiconRows();

  it('has generated files that are up to date with its CSV files', () => {
    const compiled = compileLexicon(rows);
    expect(Object.keys(compiled)).toEqual(['lexicon.json', 'jieba.txt', 'pinyin.json']);
    for (const [name, content] of Object.entries(compiled)) expect(generated(name), name).toBe(content);
  });

  it('contradicts itself nowhere', () => {
    expect(() => buildLexicon(rows)).not.toThrow();
  });

  it('knows the occupations of the station, each with other names and a neighbour', () => {
    expect(shippedLexicon.occupations.size).toBe(58);
    for (const { canonical, aliases } of shippedLexicon.occupations.values()) {
      expect(aliases.length, canonical).toBeGreaterThanOrEqual(5);
      expect(shippedLexicon.related.get(canonical)?.length ?? 0, canonical).toBeGreaterThan(0);
    }
  });

  it('writes every word as a query is normalised, or it would never be found', () => {
    for (const word of shippedLexicon.terms.keys()) expect(normalise(word)).toBe(word);
  });

  it('has places in northern Henan', () => {
    for (const { name, lat, lng } of shippedLexicon.places) {
      expect(lat, name).toBeCloseTo(35.2, 0);
      expect(lng, name).toBeCloseTo(113.2, 0);
    }
  });

  it('makes a dictionary that jieba can read: three fields on every line, no comments, no blank lines', () => {
    const lines = generated('jieba.txt').split('\n');
    expect(lines.pop()).toBe('');
    for (const line of lines) expect(line).toMatch(/^\p{Script=Han}{2,4} \d+ n$/u);
  });
});

describe('buildLexicon', () => {
  const base: LexiconRows = {
    occupations: [
      { canonical: '洗碗工', group: '餐饮', code2022: '4-03-02' },
      { canonical: '家教', group: '教育', code2022: '' },
    ],
    aliases: [{ alias: '刷碗', canonical: '洗碗工', kind: 'spoken' }],
    related: [{ occupation: '洗碗工', related: '家教', degree: '0.4' }],
    constraints: [{ word: '日结', param: 'settlement', value: 'daily' }],
    places: [{ name: '龙源湖', kind: 'landmark', lat: '35.2', lng: '113.2', aliases: '龙源湖公园|公园' }],
    stopwords: [{ word: '找活' }],
  };
  const faultsOf = (change: Partial<LexiconRows>) => {
    try {
      buildLexicon({ ...base, ...change });
    } catch (error) {
      if (error instanceof LexiconError) return error.faults;
      throw error;
    }
    return [];
  };

  it('indexes words, relations both ways, codes and places', () => {
    const lexicon = buildLexicon(base);
    expect(lexicon.terms.get('刷碗')?.occupations).toEqual(['洗碗工']);
    expect(lexicon.terms.get('日结')?.constraints).toEqual([{ param: 'settlement', value: 'daily' }]);
    expect(lexicon.related.get('家教')).toEqual([{ occupation: '洗碗工', degree: 0.4 }]);
    expect(lexicon.occupations.get('家教')?.code).toBeNull();
    expect(lexicon.places[0]?.aliases).toEqual(['龙源湖公园', '公园']);
    expect(lexicon.longest).toBe(5);
  });

  it('keeps a word of several occupations in the order of its rows', () => {
    const aliases = [
      { alias: '零活', canonical: '家教', kind: 'spoken' },
      { alias: '零活', canonical: '洗碗工', kind: 'spoken' },
    ];
    expect(buildLexicon({ ...base, aliases }).terms.get('零活')?.occupations).toEqual(['家教', '洗碗工']);
  });

  const alias = { alias: '刷碗', canonical: '洗碗工', kind: 'spoken' };
  it.each<[string, Partial<LexiconRows>, string]>([
    ['the same alias twice', { aliases: [alias, { ...alias, kind: 'dialect' }] }, 'twice: 刷碗 洗碗工'],
    [
      'an alias of nothing',
      { aliases: [{ ...alias, canonical: '工' }] },
      'alias 刷碗 of unknown occupation 工',
    ],
    [
      'an alias that is an occupation',
      { aliases: [{ ...alias, alias: '家教' }] },
      'alias is an occupation: 家教',
    ],
    ['an unknown kind', { aliases: [{ ...alias, kind: 'slang' }] }, 'unknown kind of alias 刷碗: slang'],
    [
      'an unknown condition',
      { constraints: [{ word: '日结', param: 'settlement', value: 'hourly' }] },
      'unknown constraint 日结: settlement hourly',
    ],
    ['a word with two roles', { stopwords: [{ word: '刷碗' }] }, 'word with two roles: 刷碗'],
    ['a stop word twice', { stopwords: [{ word: '的' }, { word: '的' }] }, 'twice: 的'],
    [
      'a relation to nothing',
      { related: [{ occupation: '洗碗工', related: '厨', degree: '0.4' }] },
      'related to unknown occupation 厨',
    ],
    [
      'a relation given both ways',
      { related: [...base.related, { occupation: '家教', related: '洗碗工', degree: '0.4' }] },
      'twice: 家教 洗碗工',
    ],
    [
      'a degree over one',
      { related: [{ occupation: '洗碗工', related: '家教', degree: '4' }] },
      'degree of 洗碗工 家教: 4',
    ],
    [
      'a place nowhere',
      { places: [{ name: '龙源湖', kind: 'landmark', lat: '', lng: '113', aliases: '' }] },
      'position of 龙源湖',
    ],
  ])('refuses %s, by name', (_, change, fault) => {
    expect(faultsOf(change)).toContain(fault);
  });
});
