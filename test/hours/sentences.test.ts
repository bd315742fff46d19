import { describe, expect, it } from 'vitest';
import { readTime } from '../../src/hours';
import { notation, tableRows } from './tables';

type Column = 'sentence' | 'about' | 'today' | 'wish' | 'free' | 'anchors' | 'exceptions' | 'questions';
const rows = tableRows<Column>('sentences.tsv');
const FIELDS = ['wish', 'free', 'anchors', 'exceptions', 'questions'] as const;

const results = rows.map((row) => {
  const about = row.about === 'posting' ? 'posting' : 'person';
  const found = notation(readTime(row.sentence, { today: row.today, about }));
  const expected = { ...row, questions: row.questions.split(',').filter(Boolean).sort().join(',') };
  const wrong = FIELDS.filter((field) => found[field] !== expected[field]);
  return { row, found, wrong, expected };
});

describe('sentences of seekers', () => {
  it('are many, each of them once', () => {
    expect(rows.length).toBeGreaterThanOrEqual(250);
    expect(new Set(rows.map(({ sentence, about }) => `${sentence} ${about}`)).size).toBe(rows.length);
  });

  it('are read exactly, 95 of 100 at least', () => {
    const missed = results.filter(({ wrong }) => wrong.length > 0);
    for (const { row, found, expected, wrong } of missed) {
      const said = wrong.map((field) => `${field}: ${found[field]} instead of ${expected[field]}`);
      console.log(`${row.sentence} (${row.about}) ${said.join('; ')}`);
    }
    const share = (rows.length - missed.length) / rows.length;
    console.log(
      `sentences read exactly: ${rows.length - missed.length} of ${rows.length}, ${(share * 100).toFixed(1)} %`,
    );
    expect(share).toBeGreaterThanOrEqual(0.95);
  });

  it('are never read wrongly without asking', () => {
    const silent = results.filter(
      ({ wrong, found }) =>
        (wrong.includes('free') || wrong.includes('exceptions')) &&
        found.questions === '' &&
        (found.free !== '' || found.exceptions !== ''),
    );
    expect(silent.map(({ row, found }) => `${row.sentence}: ${found.free} ${found.exceptions}`)).toEqual([]);
  });
});

describe('texts without time', () => {
  const texts = tableRows<'text'>('no-time.tsv').map(({ text }) => text);

  it('are many', () => expect(new Set(texts).size).toBeGreaterThanOrEqual(120));

  it.each(['posting', 'person'] as const)('give nothing, about a %s', (about) => {
    const read = texts.filter((text) => {
      const { free, exceptions, anchors, spans } = readTime(text, { today: '2026-06-01', about });
      return free !== null || exceptions.length + anchors.length + spans.length > 0;
    });
    expect(read).toEqual([]);
  });
});
