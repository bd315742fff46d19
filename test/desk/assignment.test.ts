import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Assignment,
  assign,
  assignWith,
  type Option,
  shiftsOf,
  type Waiting,
  worthwhile,
} from '../../src/desk/assignment';

/** The assignment of the desk plan against every assignment that there is. */

/** Every assignment within the free places. */
function* all({ options, free }: Waiting, person = 0): Generator<(Option | null)[]> {
  const mine = options[person];
  if (!mine) {
    yield [];
    return;
  }
  for (const rest of all({ options, free }, person + 1)) yield [null, ...rest];
  for (const option of mine) {
    if ((free[option.job] ?? 0) < 1) continue;
    const left = free.map((n, job) => (job === option.job ? n - 1 : n));
    for (const rest of all({ options, free: left }, person + 1)) yield [option, ...rest];
  }
}

/** What is aimed at, most important first. */
const aims = (assignment: Assignment): number[] => [
  shiftsOf(assignment),
  ...assignment.map((option) => (option === null ? 0 : 1)),
  assignment.reduce((sum, option) => sum + (option?.score ?? 0), 0),
];
function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
function bestOf(list: Iterable<Assignment>): number[] {
  let best: number[] | null = null;
  for (const one of list) {
    const of = aims(one);
    if (best === null || compare(of, best) > 0) best = of;
  }
  return best ?? [];
}

/** Few shifts and scores, so that ties are frequent. */
const waiting: fc.Arbitrary<Waiting> = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([people, jobs]) => {
    const option = fc.record({
      job: fc.integer({ min: 0, max: jobs - 1 }),
      shifts: fc.integer({ min: 1, max: 3 }),
      score: fc.integer({ min: 0, max: 4 }),
    });
    return fc.record({
      options: fc.array(fc.uniqueArray(option, { selector: ({ job }) => job, maxLength: jobs }), {
        minLength: people,
        maxLength: people,
      }),
      free: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: jobs, maxLength: jobs }),
    });
  });

const holds = (free: readonly number[], assignment: Assignment) =>
  free.every((n, job) => assignment.filter((option) => option?.job === job).length <= n);

describe('the assignment', () => {
  it('is the best of all that there are', () => {
    fc.assert(
      fc.property(waiting, (problem) => {
        const assignment = assign(problem);
        expect(holds(problem.free, assignment)).toBe(true);
        assignment.forEach((option, person) => {
          if (option) expect(problem.options[person]).toContain(option);
        });
        expect(aims(assignment)).toEqual(bestOf(all(problem)));
      }),
      { numRuns: 3000 },
    );
  });

  it('is the best of those that give one person one place', () => {
    const asked = waiting
      .filter(({ options, free }) => options.some((list) => list.some(({ job }) => (free[job] ?? 0) > 0)))
      .chain((problem) => {
        const pairs = problem.options.flatMap((list, person) =>
          list.filter(({ job }) => (problem.free[job] ?? 0) > 0).map((option) => ({ person, option })),
        );
        return fc.record({ problem: fc.constant(problem), pair: fc.constantFrom(...pairs) });
      });
    fc.assert(
      fc.property(asked, ({ problem, pair: { person, option } }) => {
        const assignment = assignWith(problem, person, option);
        expect(assignment[person]).toBe(option);
        expect(holds(problem.free, assignment)).toBe(true);
        const others = [...all(problem)].filter((one) => one[person] === option);
        expect(aims(assignment)).toEqual(bestOf(others));
      }),
      { numRuns: 1000 },
    );
  });

  it('loses nothing when everybody keeps only as many options as there are people', () => {
    fc.assert(
      fc.property(waiting, ({ options, free: places }) => {
        // Postings without a place are no options: the desk leaves them out before.
        const free = places.map((n) => Math.max(1, n));
        const few = options.map((list) => worthwhile(list, options.length));
        expect(aims(assign({ options: few, free }))).toEqual(aims(assign({ options, free })));
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses to give a place that is not there', () => {
    const option = { job: 0, shifts: 1, score: 1 };
    expect(() => assignWith({ options: [[option]], free: [0] }, 0, option)).toThrow(RangeError);
  });
});

describe('the order of the aims', () => {
  const option = (job: number, shifts: number, score = 0): Option => ({ job, shifts, score });

  it('puts a filled shift before whoever waits longest', () => {
    expect(assign({ options: [[option(0, 1)], [option(0, 2)]], free: [1] })).toEqual([null, option(0, 2)]);
  });

  it('puts whoever waits longest before the scores', () => {
    expect(assign({ options: [[option(0, 2, 1)], [option(0, 2, 9)]], free: [1] })).toEqual([
      option(0, 2, 1),
      null,
    ]);
  });

  it('puts the sum of scores before what one person likes best', () => {
    const options = [
      [option(0, 2, 9), option(1, 2, 8)],
      [option(0, 2, 9), option(1, 2, 1)],
    ];
    expect(assign({ options, free: [1, 1] })).toEqual([option(1, 2, 8), option(0, 2, 9)]);
  });

  it('leaves nobody out whose place costs nothing', () => {
    const options = [[option(0, 1), option(1, 1)], [option(0, 1)], [option(1, 1), option(2, 1)]];
    expect(assign({ options, free: [1, 1, 1] }).every((one) => one !== null)).toBe(true);
  });

  it('answers for nobody and for nothing', () => {
    expect(assign({ options: [], free: [] })).toEqual([]);
    expect(assign({ options: [[], []], free: [] })).toEqual([null, null]);
  });
});
