import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counts, expiryOf, GATE_DAYS, gateCount } from '../../src/conduct/rules';
import { DAY_MS, dateOfEpochDay, epochDay } from '../../src/kernel/clock';
import { ENGAGEMENTS, SETTLEMENTS } from '../../src/kernel/vocabulary';
import {
  type Entry,
  nextDueOn,
  openFen,
  openSum,
  ownerFor,
  PAY_WITHIN_DAYS,
  type PayTerms,
  payDueOn,
  payFen,
  spread,
  workDays,
} from '../../src/placements/rules';

const hourly: PayTerms = {
  payAmountFen: 2500,
  payUnit: 'hour',
  expectedHours: null,
  settlement: 'daily',
  engagement: 'part_time',
};
const date = fc.integer({ min: 20_000, max: 25_000 }).map(dateOfEpochDay);
const minutes = fc.integer({ min: 0, max: 1440 });
const fen = fc.integer({ min: 0, max: 10_000_000 });
const terms = fc.record<PayTerms>({
  payAmountFen: fen,
  payUnit: fc.constantFrom('hour', 'day', 'shift', 'month', 'piece'),
  expectedHours: fc.integer({ min: 1, max: 800 }).map((quarters) => quarters / 4),
  settlement: fc.constantFrom(...SETTLEMENTS),
  engagement: fc.constantFrom(...ENGAGEMENTS),
});
const entry = fc.record<Entry>({
  workDate: fc.integer({ min: 20_600, max: 20_605 }).map(dateOfEpochDay),
  kind: fc.constantFrom('hours', 'paid'),
  side: fc.constantFrom('worker', 'employer'),
  minutes,
  amountFen: fen,
  paidOn: date,
});

describe('what work earns', () => {
  it.each([
    [{}, 240, 10_000],
    [{ payAmountFen: 2333 }, 20, 778],
    [{ payUnit: 'day', payAmountFen: 12_000, expectedHours: 8 }, 480, 12_000],
    [{ payUnit: 'day', payAmountFen: 12_000, expectedHours: 8 }, 300, 7_500],
    [{ payUnit: 'shift', payAmountFen: 10_000, expectedHours: 3 }, 60, 3_334],
    [{ payUnit: 'day', expectedHours: null }, 60, null],
    [{ payAmountFen: null }, 60, null],
  ] as const)('%j, %i minutes: %s fen', (changes, worked, expected) => {
    expect(payFen({ ...hourly, ...changes }, worked)).toBe(expected);
  });

  it('is whole fen, never under what is due and less than one fen over', () => {
    fc.assert(
      fc.property(terms, minutes, (of, worked) => {
        const unit = BigInt(of.payUnit === 'hour' ? 60 : Math.round((of.expectedHours ?? 0) * 60));
        const earned = payFen(of, worked);
        expect(Number.isSafeInteger(earned)).toBe(true);
        const exact = BigInt(worked) * BigInt(of.payAmountFen ?? 0);
        const over = BigInt(earned ?? 0) * unit - exact;
        expect(over >= 0n && over < unit).toBe(true);
      }),
    );
  });
});

describe('when pay falls due', () => {
  it.each([
    ['daily', 'part_time', '2026-06-03', null, '2026-06-03'],
    ['weekly', 'part_time', '2026-06-03', null, '2026-06-07'],
    ['weekly', 'part_time', '2026-06-07', null, '2026-06-07'],
    ['biweekly', 'part_time', '2026-06-15', null, '2026-06-15'],
    ['biweekly', 'part_time', '2026-07-16', null, '2026-07-31'],
    ['biweekly', 'part_time', '2026-02-16', null, '2026-02-28'],
    ['monthly', 'full_time', '2026-12-01', null, '2026-12-31'],
    ['monthly', 'part_time', '2026-12-01', null, '2026-12-16'],
    ['on_completion', 'part_time', '2026-06-01', '2026-06-05', '2026-06-05'],
    ['on_completion', 'part_time', '2026-06-01', '2026-07-05', '2026-06-16'],
    ['on_completion', 'part_time', '2026-06-01', null, '2026-06-16'],
    ['on_completion', 'full_time', '2026-06-01', null, '2026-06-30'],
    ['on_completion', 'part_time', '2026-06-08', '2026-06-05', '2026-06-08'],
  ] as const)('%s, %s, worked %s, ends %s: %s', (settlement, engagement, worked, ends, due) => {
    expect(payDueOn(worked, { settlement, engagement }, ends)).toBe(due);
  });

  it('is never before the work, and never later than 15 days after it where work is not full-time', () => {
    fc.assert(
      fc.property(terms, date, fc.option(date), (of, worked, ends) => {
        const due = epochDay(payDueOn(worked, of, ends));
        expect(due).toBeGreaterThanOrEqual(epochDay(worked));
        const most = of.engagement === 'full_time' ? 30 : PAY_WITHIN_DAYS;
        expect(due - epochDay(worked)).toBeLessThanOrEqual(most);
      }),
    );
  });
});

describe('the ledger', () => {
  const said = (side: 'worker' | 'employer', worked: number): Entry => ({
    workDate: '2026-06-01',
    kind: 'hours',
    side,
    minutes: worked,
    amountFen: null,
    paidOn: null,
  });
  const paid = (amountFen: number): Entry => ({
    ...said('worker', 0),
    kind: 'paid',
    minutes: null,
    amountFen,
    paidOn: '2026-06-02',
  });

  it('keeps both words and owes what is not in dispute', () => {
    const [day] = workDays([said('worker', 300), said('employer', 240)], hourly, null);
    expect(day).toMatchObject({ worker: 300, employer: 240, agreement: 'differs', owed: 10_000 });
    expect(day?.claimed).toBe(12_500);
  });

  it('takes the newest word of each side', () => {
    const [day] = workDays(
      [said('worker', 300), said('employer', 240), said('worker', 240), paid(9_000), paid(10_000)],
      hourly,
      null,
    );
    expect(day).toMatchObject({ agreement: 'agreed', owed: 10_000, paid: 10_000, paidOn: '2026-06-02' });
    expect(day && openFen(day)).toBe(0);
  });

  it('takes no heed of the order in which the two sides spoke, and loses no date', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), terms, (entries, of) => {
        const days = workDays(entries, of, null);
        expect(days.map((day) => day.date)).toEqual([...new Set(entries.map((e) => e.workDate))].sort());
        const sides = [
          ...entries.filter(({ side }) => side === 'employer'),
          ...entries.filter(({ side }) => side === 'worker'),
        ];
        expect(workDays(sides, of, null)).toEqual(days);
        // What is open is what is owed beyond what was paid, to the fen.
        const sum = days.reduce((all, day) => all + Math.max(0, (day.owed ?? 0) - day.paid), 0);
        expect(openSum(days)).toBe(sum);
      }),
    );
  });

  it('a payment once more, or an older one corrected, is not counted twice', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 10 }), terms, (entries, of) => {
        const again = [...entries, ...entries.slice(-1)];
        expect(workDays(again, of, null)).toEqual(workDays(entries, of, null));
      }),
    );
  });

  it('spreads a payment to the fen, oldest first', () => {
    const days = fc.array(fc.record({ date: fc.uuid(), owed: fc.option(fen) }), {
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(fen, days, (amount, list) => {
        const parts = [...spread(amount, list).values()];
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
        expect(parts.every((part) => part >= 0)).toBe(true);
      }),
    );
    const owed = [
      { date: 'a', owed: 100 },
      { date: 'b', owed: 100 },
    ];
    expect([...spread(150, owed)]).toEqual([
      ['a', 100],
      ['b', 50],
    ]);
  });

  it('falls due first where something is open and no case has dealt with it', () => {
    const days = workDays([said('worker', 240)], hourly, null);
    expect(nextDueOn(days, null)).toBe('2026-06-01');
    expect(nextDueOn(days, '2026-06-01')).toBe('2026-06-01');
    expect(nextDueOn(days, '2026-06-02')).toBeNull();
    expect(nextDueOn(workDays([said('worker', 240), paid(10_000)], hourly, null), null)).toBeNull();
    expect(nextDueOn(workDays([said('worker', 0)], hourly, null), null)).toBeNull();
  });

  it('asks for some pay where the amount cannot be known', () => {
    const unknown = { ...hourly, payAmountFen: null };
    expect(openSum(workDays([said('worker', 240)], unknown, null))).toBeNull();
    expect(openSum(workDays([said('worker', 240), paid(1)], unknown, null))).toBe(0);
  });
});

describe('who looks after a case', () => {
  const staff = (id: string, openCases = 0, lastAt: number | null = null) => ({ id, openCases, lastAt });
  it('is who sent the person, else who has fewest, else whose turn is longest ago', () => {
    expect(ownerFor([staff('a'), staff('b', 5)], 'b')).toBe('b');
    expect(ownerFor([staff('a', 2), staff('b', 1)], 'gone')).toBe('b');
    expect(ownerFor([staff('a', 1, 10), staff('b', 1, 5), staff('c', 1, 7)], null)).toBe('b');
    expect(ownerFor([staff('a', 0, 10), staff('b', 0, null)], null)).toBe('b');
    expect(ownerFor([], 'a')).toBeNull();
  });

  it('goes round: nobody has two more than another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 30 }), (size, cases) => {
        const people = Array.from({ length: size }, (_, i) => staff(`u${i}`));
        for (let n = 0; n < cases; n++) {
          const next = people.find(({ id }) => id === ownerFor(people, null));
          if (next) Object.assign(next, { openCases: next.openCases + 1, lastAt: n });
        }
        const counts = people.map(({ openCases }) => openCases);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a fact about conduct', () => {
  const onDate = '2026-06-01';
  const expiresAt = expiryOf(onDate);
  const fact = { onDate, appealedAt: null, decision: null, expiresAt } as const;
  const now = Date.parse('2026-06-02T09:00:00+08:00');

  it('counts for 90 days after its day', () => {
    expect(new Date(expiresAt).toISOString()).toBe('2026-08-30T16:00:00.000Z');
    expect(counts(fact, expiresAt - 1)).toBe(true);
    expect(counts(fact, expiresAt)).toBe(false);
  });

  it('does not count while it is appealed, nor once it is struck', () => {
    expect(counts({ ...fact, appealedAt: now }, now)).toBe(false);
    expect(counts({ ...fact, appealedAt: now, decision: 'upheld' }, now)).toBe(true);
    expect(counts({ ...fact, decision: 'struck' }, now)).toBe(false);
  });

  it('stands in the way of urgent filling for a shorter time', () => {
    expect(gateCount([fact, { ...fact, decision: 'struck' }], now)).toBe(1);
    expect(gateCount([fact], expiresAt - 30 * DAY_MS)).toBe(0);
    expect(gateCount([fact], expiresAt - 30 * DAY_MS - 1)).toBe(1);
    expect(GATE_DAYS).toBe(60);
  });
});
