import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileLexicon, readLexiconRows } from '../../src/cli/lexicon';
import {
  avoidsByItself,
  buildLexicon,
  LexiconError,
  type LexiconRows,
  normalise,
  openLexicon,
  shippedLexicon,
} from '../../src/search';

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

  it('knows the occupations of a station, each with other names, two neighbours and what the work is like', () => {
    expect(shippedLexicon.occupations.size).toBeGreaterThanOrEqual(60);
    for (const { canonical, aliases, load, posture, where } of shippedLexicon.occupations.values()) {
      expect(aliases.length, canonical).toBeGreaterThanOrEqual(10);
      expect(shippedLexicon.related.get(canonical)?.length ?? 0, canonical).toBeGreaterThanOrEqual(2);
      expect([load, posture, where], canonical).not.toContain(null);
    }
  });

  it('relates occupations both ways, with one degree', () => {
    for (const [from, list] of shippedLexicon.related)
      for (const { occupation, degree } of list)
        expect(shippedLexicon.related.get(occupation)).toContainEqual({ occupation: from, degree });
  });

  it('has words for every kind of workplace, condition, notice and time', () => {
    const terms = [...shippedLexicon.terms.values()];
    expect(terms.filter(({ workplace }) => workplace.length > 0).length).toBeGreaterThanOrEqual(120);
    expect(terms.filter(({ constraints }) => constraints.length > 0).length).toBeGreaterThanOrEqual(600);
    expect(terms.filter(({ notice }) => notice).length).toBeGreaterThanOrEqual(80);
    expect(terms.filter(({ time }) => time).length).toBeGreaterThanOrEqual(100);
  });

  it('says of every word of avoidance whether it avoids by itself or names what may be avoided', () => {
    const avoided = (word: string) => shippedLexicon.terms.get(word)?.constraints[0];
    expect(avoided('夜班')).toEqual({ param: 'avoid', value: 'night' });
    expect(avoided('不熬夜')).toEqual({ param: 'avoid', value: 'night' });
    expect(['夜班', '中介', '押金', '加班'].filter(avoidsByItself)).toEqual([]);
    expect(['不熬夜', '无中介', '免押金', '没加班', '搬不动'].every(avoidsByItself)).toBe(true);
  });

  it.each([
    ['抹桌子', '餐厅服务员'],
    ['掂盘子', '餐厅服务员'],
    ['刷家伙', '洗碗工'],
    ['看孩儿', '育儿嫂'],
    ['下苦力', '搬运工'],
    ['掰玉黍', '农忙短工'],
    ['遛狗', '宠物护理'],
    ['烧锅炉', '司炉工'],
    ['修电车', '汽修工'],
  ])('knows %s as %s', (word, occupation) => {
    expect(shippedLexicon.terms.get(word)?.occupations[0]).toBe(occupation);
  });

  it.each([
    ['火锅店', '餐厅服务员'],
    ['菜鸟驿站', '驿站店员'],
    ['小饭桌', '接送托管'],
    ['工地', '建筑小工'],
    ['养老院', '养老护理员'],
    ['大棚', '农忙短工'],
  ])('knows who works in a %s: %s', (word, occupation) => {
    expect(shippedLexicon.terms.get(word)?.workplace[0]?.occupation).toBe(occupation);
  });

  it('warns of fraud and knows what is no job', () => {
    expect(shippedLexicon.terms.get('刷单')?.notice).toBe('fraud');
    expect(shippedLexicon.terms.get('租房')?.notice).toBe('no_such_job');
  });

  it('knows places with and without a position', () => {
    expect(shippedLexicon.terms.get('理工大')?.place?.name).toBe('河南理工大学');
    expect(shippedLexicon.terms.get('待王')?.placeName).toBe('待王街道');
  });

  it('opens from its compiled form as from its rows', () => {
    expect(openLexicon(JSON.parse(generated('lexicon.json')))).toEqual(buildLexicon(rows));
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
    expect(lexicon.terms.get('公园')?.place?.name).toBe('龙源湖');
  });

  it('indexes workplaces, notices, times and places without a position', () => {
    const lexicon = buildLexicon({
      ...base,
      workplaces: [
        { place: '食堂', occupation: '家教', degree: '0.1' },
        { place: '食堂', occupation: '洗碗工', degree: '0.9' },
      ],
      notices: [{ word: '租房', code: 'no_such_job' }],
      timeWords: [{ word: '周末', kind: 'week' }],
      places: [{ name: '某某社区', kind: 'community', lat: '', lng: '', aliases: '某某' }],
    });
    expect(lexicon.terms.get('食堂')?.workplace).toEqual([
      { occupation: '洗碗工', degree: 0.9 },
      { occupation: '家教', degree: 0.1 },
    ]);
    expect(lexicon.terms.get('租房')?.notice).toBe('no_such_job');
    expect(lexicon.terms.get('周末')).toMatchObject({ time: 'week', stop: true });
    expect(lexicon.terms.get('某某')).toMatchObject({ place: null, placeName: '某某社区' });
    expect(lexicon.places).toEqual([]);
    expect(lexicon.placeNames).toEqual([{ name: '某某社区', kind: 'community', aliases: ['某某'] }]);
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
    [
      'a workplace that is an occupation',
      { workplaces: [{ place: '刷碗', occupation: '洗碗工', degree: '0.9' }] },
      'word with two roles: 刷碗',
    ],
    [
      'a workplace of nothing',
      { workplaces: [{ place: '食堂', occupation: '厨', degree: '0.9' }] },
      'workplace 食堂 of unknown occupation 厨',
    ],
    ['an unknown notice', { notices: [{ word: '租房', code: 'spam' }] }, 'unknown notice 租房: spam'],
    ['an unknown time', { timeWords: [{ word: '周末', kind: 'era' }] }, 'unknown kind of time 周末: era'],
    [
      'an unknown load',
      { occupations: [...base.occupations, { canonical: '某工', group: '', code2022: '', load: 'huge' }] },
      'unknown load of 某工: huge',
    ],
    [
      'an occupation related to itself',
      { related: [{ occupation: '家教', related: '家教', degree: '0.4' }] },
      'related to itself: 家教',
    ],
    ['a word with the separator', { stopwords: [{ word: '一|二' }] }, 'no word: 一|二'],
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
