import { describe, expect, it } from 'vitest';
import { readShifts } from '../../src/hours';
import { scheduleSchema } from '../../src/jobs';
import { tableRows } from './tables';

const rows = tableRows<'text' | 'shifts' | 'commitment' | 'rest' | 'questions'>('employer-hours.tsv');

const results = rows.map((row) => {
  const { shifts, commitment, restDays, questions } = readShifts(row.text, { today: '2026-06-01' });
  const found = {
    shifts: shifts?.map((s) => `${'date' in s ? s.date : s.days} ${s.start}-${s.end}`).join('; ') ?? '-',
    commitment: commitment === 'all' ? 'all' : String(commitment.atLeast),
    rest: restDays ? `${restDays.count}/${restDays.per}` : '',
    questions: questions.map(({ about }) => about).join(','),
  };
  const wrong = (['shifts', 'commitment', 'rest', 'questions'] as const).filter(
    (key) => found[key] !== row[key],
  );
  return { row, found, wrong, shifts, commitment };
});

describe('hours as employers write them', () => {
  it('are many', () => expect(new Set(rows.map(({ text }) => text)).size).toBeGreaterThanOrEqual(80));

  it('are read exactly, 95 of 100 at least', () => {
    const missed = results.filter(({ wrong }) => wrong.length > 0);
    for (const { row, found, wrong } of missed) {
      const said = wrong.map((key) => `${key}: ${found[key]} instead of ${row[key]}`);
      console.log(`${row.text} ${said.join('; ')}`);
    }
    const share = (rows.length - missed.length) / rows.length;
    console.log(
      `employers' hours read exactly: ${rows.length - missed.length} of ${rows.length}, ${(share * 100).toFixed(1)} %`,
    );
    expect(share).toBeGreaterThanOrEqual(0.95);
  });

  it('make schedules that a posting may have', () => {
    for (const { shifts, commitment, row } of results) {
      if (shifts)
        expect(scheduleSchema.safeParse({ kind: 'shifts', commitment, shifts }).success, row.text).toBe(true);
    }
  });
});
