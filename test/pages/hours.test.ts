import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/kernel/errors';
import { normaliseWeek, WEEK_MINUTES } from '../../src/kernel/week';
import { formatWeek, parseWeek } from '../../src/kernel/week-syntax';
import { hoursOf, hoursValues } from '../../src/web/hours';

/** Weekly hours as rows of a form, there and back. */
const form = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
const back = (free: string) => hoursOf(form(hoursValues(free)));

describe('rows of hours', () => {
  it.each([
    ['Mo-Fr 08:20-15:40'],
    ['Mo-Fr 08:00-11:00,14:00-17:00; Sa 09:00-12:00'],
    ['Mo-Su 22:00-06:00'],
    ['Sa,Su 00:00-24:00'],
    ['Mo,We 10:00-12:00; Fr 10:00-24:00'],
    ['Mo-Su 00:00-24:00'],
  ])('give %s back', (free) => {
    expect(back(free)).toBe(formatWeek(parseWeek(free)));
  });

  it('show Monday to Friday as one row where they are alike, and day by day where not', () => {
    expect(Object.keys(hoursValues('Mo-Fr 08:00-09:00'))).toEqual(['h.Mo-Fr.from1', 'h.Mo-Fr.to1']);
    expect(Object.keys(hoursValues('Mo-Th 08:00-09:00'))).toHaveLength(8);
    expect(hoursValues('Mo-Th 08:00-09:00')).not.toHaveProperty('h.Mo-Fr.from1');
  });

  it('add up, also when they overlap', () => {
    const rows = {
      'h.Mo-Fr.from1': '08:00',
      'h.Mo-Fr.to1': '10:00',
      'h.Mo.from1': '09:00',
      'h.Mo.to1': '12:00',
      'h.Sa.from2': '1：00'.normalize('NFKC'),
      'h.Sa.to2': '2:30',
    };
    expect(hoursOf(form(rows))).toBe('Mo 08:00-12:00; Tu-Fr 08:00-10:00; Sa 01:00-02:30');
  });

  it('are null when nothing was entered', () => {
    expect(hoursOf({})).toBeNull();
    expect(hoursOf(form({ 'h.Sa.from1': '', 'h.Sa.to1': ' ' }))).toBeNull();
  });

  it.each([
    [{ 'h.Sa.from1': '08:00' }, 'hours_half'],
    [{ 'h.Sa.to1': '08:00' }, 'hours_half'],
    [{ 'h.Sa.from1': '08:00', 'h.Sa.to1': '08:00' }, 'equal'],
    [{ 'h.Sa.from1': 'acht', 'h.Sa.to1': '08:00' }, 'clock'],
    [{ 'h.Sa.from1': '24:00', 'h.Sa.to1': '08:00' }, 'clock'],
    [{ 'h.Sa.from1': '08:00; Mo-Su', 'h.Sa.to1': '09:00' }, 'clock'],
  ])('refuse %o', (rows, code) => {
    try {
      hoursOf(form(rows as Record<string, string>));
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
      expect((error as DomainError).fields).toEqual([{ pointer: '/h.Sa', code }]);
    }
  });

  it('lose no minute of any week with at most six spans a day', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: WEEK_MINUTES - 1 }), fc.integer({ min: 1, max: 1400 }))
      .map(([start, length]) => [start, start + length] as const);
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 6 }), (spans) => {
        const free = formatWeek(normaliseWeek(spans));
        expect(back(free)).toBe(free);
      }),
      { numRuns: 300 },
    );
  });
});
