import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftFromText, jobDraftSchema } from '../../../src/jobs';
import { shippedLexicon as lexicon } from '../../../src/search';
import { notation } from './notation';

/** Sentences of shopkeepers, farmers and families, with the draft that they mean. Monday 1 June 2026. */
const today = '2026-06-01';
const read = (text: string) => draftFromText(text, { lexicon, today });
const [head = '', ...lines] = readFileSync(new URL('sentences.tsv', import.meta.url), 'utf8').split('\n');
const columns = head.split('\t');
const rows = lines
  .filter((line) => line !== '')
  .map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  });

describe('sentences of people who need people', () => {
  it('are many, each of them once', () => {
    expect(rows.length).toBeGreaterThanOrEqual(190);
    expect(new Set(rows.map(({ sentence }) => sentence)).size).toBe(rows.length);
  });

  it.each(rows.map((row) => [row['sentence'] ?? '', row] as const))(
    '%s',
    (sentence, { sentence: _, ...expected }) => {
      expect(notation(read(sentence))).toEqual(expected);
    },
  );

  it('give drafts that the contract takes once a business is known', () => {
    const refused = rows.filter(({ sentence = '' }) => {
      const { draft } = read(sentence);
      const business = { name: '试营业小店', kind: 'shop' };
      return !jobDraftSchema.safeParse({ title: '零工', ...draft, business }).success;
    });
    expect(refused).toEqual([]);
  });

  it('name every part that is left out, and ask for it', () => {
    for (const { sentence = '' } of rows) {
      const { draft, missing, questions } = read(sentence);
      expect(missing.includes('schedule'), sentence).toBe(draft.schedule === undefined);
      expect(missing.includes('pay'), sentence).toBe(draft.pay === undefined);
      expect(missing.includes('title'), sentence).toBe(draft.title === undefined);
      for (const field of missing) expect(questions.map((one) => one.field)).toContain(field);
    }
  });
});

describe('a phone number', () => {
  it('becomes the contact and leaves the description', () => {
    const { draft } = read('缺个洗碗的，电话：13800001234，现在就要');
    expect(draft.contact).toEqual({ phone: '13800001234' });
    expect(draft.description).not.toMatch(/\d{11}/);
  });
});

describe('days', () => {
  it('that may be today or a week from now are asked', () => {
    const { draft, questions } = read('周一晚上6点到9点缺个洗碗的');
    expect(draft.schedule).toBeUndefined();
    expect(questions.map(({ about }) => about)).toContain('date');
  });

  it('are dated by the clock of the station', () => {
    const on = (day: string) => draftFromText('明天早上6点到8点扫地', { lexicon, today: day }).draft.schedule;
    expect(on('2026-12-31')).toMatchObject({ shifts: [{ date: '2027-01-01' }] });
  });
});

describe('a place', () => {
  it('that the lexicon knows is where the work is, as an area', () => {
    const { draft, missing } = read('龙源湖旁边缺个保洁');
    expect(draft.place).toMatchObject({ address: '龙源湖旁边', precision: 'area' });
    expect(draft.place?.lat).toBeCloseTo(35.2, 1);
    expect(missing).not.toContain('place');
  });
});

describe('whatever is said', () => {
  it('is answered, never an error', () => {
    const odd = [
      '',
      ' ',
      '😀😀',
      "'; DROP TABLE jobs; --",
      '<script>alert(1)</script>',
      '洗碗'.repeat(1500),
      '\u202e\u0000x',
    ];
    for (const text of odd) expect(read(text).missing).toContain('schedule');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { draft, missing } = read(text);
        expect(missing.length).toBeGreaterThan(0);
        expect((draft.description ?? '').length).toBeLessThanOrEqual(2000);
      }),
      { numRuns: 200 },
    );
  });
});
