import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBack, readShifts, readTime } from '../../src/hours';
import { fold } from '../../src/hours/spelling';
import { normaliseWeek, type Week } from '../../src/kernel/week';
import { formatClock, parseDays, parseWeek } from '../../src/kernel/week-syntax';
import { tableRows } from './tables';

const sentences = tableRows<'sentence'>('sentences.tsv').map(({ sentence }) => sentence);
const pieces = [
  ...'一二三四五六七八九十两零〇点半刻分钟时到至从前后早晚上下午中夜周末星期日天号月年和除外都行不没有空事接送完孩子要得就干能回家做饭:-~,。;、 0123456789①班休隔单双',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((list) => list.join('')),
  fc.array(fc.constantFrom(...sentences), { maxLength: 4 }).map((list) => list.join('')),
  fc
    .tuple(fc.constantFrom(...sentences), fc.constantFrom(...sentences), fc.nat(30), fc.nat(30))
    .map(([a, b, i, j]) => a.slice(0, i) + b.slice(j)),
);
const options = fc.record({
  today: fc.constantFrom(null, '2026-06-01', '2026-12-31', '2028-02-29', 'never'),
  about: fc.constantFrom('posting' as const, 'person' as const),
});

function expectOrdered(spans: { start: number; end: number }[], length: number): void {
  let at = 0;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(at);
    expect(end).toBeGreaterThan(start);
    at = end;
  }
  expect(at).toBeLessThanOrEqual(length);
}

describe('whatever is said', () => {
  it('keeps its length in its usual spelling, so that offsets hold', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(text)).toHaveLength(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it('a reading is well formed, and the same again', () => {
    fc.assert(
      fc.property(anyText, options, (text, about) => {
        const reading = readTime(text, about);
        if (reading.free !== null) expect(parseWeek(reading.free).length).toBeGreaterThan(0);
        for (const one of reading.exceptions) {
          if (one.free !== '') expect(parseWeek(one.free).length).toBeGreaterThan(0);
          if ('from' in one) expect(one.from < one.to).toBe(true);
        }
        for (const { at, days } of reading.anchors) {
          expect(at).toMatch(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
          expect(parseDays(days).length).toBeGreaterThan(0);
        }
        expectOrdered(reading.spans, text.length);
        expect(readTime(text, about)).toEqual(reading);
        readBack(reading);
      }),
      { numRuns: 1000 },
    );
  });

  it("an employer's hours are well formed", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { shifts, spans } = readShifts(text, { today: '2026-06-01' });
        expectOrdered(spans, text.length);
        for (const shift of shifts ?? []) {
          expect(shift.start).not.toBe(shift.end);
          if ('days' in shift) expect(parseDays(shift.days).length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is read the same in full width', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sentences), options, (text, about) => {
        const wide = text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
        expect(readTime(wide, about)).toEqual(readTime(text, about));
      }),
    );
  });
});

const NAMES = [...'一二三四五六日'];
const DIGITS = ['零', ...'一二三四五六七八九十'];
const spoken = (hour: number) =>
  hour <= 10
    ? (DIGITS[hour] ?? '')
    : hour < 20
      ? `十${DIGITS[hour - 10]}`.replace('零', '')
      : `二十${DIGITS[hour - 20]}`.replace('零', '');
const partOf = (hour: number) =>
  hour < 6 ? '凌晨' : hour < 12 ? '早上' : hour === 12 ? '中午' : hour < 18 ? '下午' : '晚上';
const WRITINGS: readonly ((minute: number) => string)[] = [
  (minute) => formatClock(minute),
  (minute) => `${Math.floor(minute / 60)}点${minute % 60 === 0 ? '' : String(minute % 60).padStart(2, '0')}`,
  (minute) =>
    `${spoken(Math.floor(minute / 60))}点${minute % 60 === 30 ? '半' : minute % 60 === 15 ? '一刻' : minute % 60 === 45 ? '四十五分' : ''}`,
];
/** A clock time with its part of the day unless it is written with the 24 hours. */
const say = (minute: number, writing: number, part: boolean): string => {
  const hour = Math.floor(minute / 60);
  const twelve = part && hour > 12 ? minute - 720 : minute;
  return `${part ? partOf(hour) : ''}${(WRITINGS[writing] as (m: number) => string)(writing === 0 ? minute : twelve)}`;
};

describe('hours said back', () => {
  const quarter = fc.integer({ min: 4, max: 95 }).map((n) => n * 15);
  const spans = fc.tuple(quarter, quarter).filter(([a, b]) => a < b);
  const days = fc
    .uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 })
    .map((list) => list.sort());
  const weekly = (on: readonly number[], [a, b]: readonly [number, number]): Week =>
    normaliseWeek(on.map((day) => [day * 1440 + a, day * 1440 + b] as const));

  it('any days and any range in any writing', () => {
    fc.assert(
      fc.property(
        days,
        spans,
        fc.nat(2),
        fc.constantFrom('到', '至', '-', '~', '—', '一直到'),
        fc.constantFrom('', '有空', '能干', '都行'),
        (on, span, writing, to, free) => {
          const part = writing > 0;
          const text = `周${on.map((day) => NAMES[day]).join('')}${say(span[0], writing, part)}${to}${say(span[1], writing, part)}${free}`;
          const { free: read } = readTime(text, { today: null, about: 'person' });
          expect(read && parseWeek(read), text).toEqual(weekly(on, span));
        },
      ),
      { numRuns: 800 },
    );
  });

  it('several days with their own hours', () => {
    fc.assert(
      fc.property(spans, spans, fc.constantFrom(',', ' ', '、', '。', ';'), (one, other, pause) => {
        const text = `周一到周五${say(one[0], 2, true)}到${say(one[1], 2, true)}${pause}周末${say(other[0], 0, false)}-${say(other[1], 0, false)}`;
        const { free } = readTime(text, { today: null, about: 'person' });
        expect(free && parseWeek(free), text).toEqual(
          normaliseWeek([...weekly([0, 1, 2, 3, 4], one), ...weekly([5, 6], other)]),
        );
      }),
    );
  });
});
