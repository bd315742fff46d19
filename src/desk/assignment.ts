/** A place that a person could take: what it fills, and how well it suits them. */
export interface Option {
  /** Position of the posting. */
  job: number;
  /** Shifts that get this person, ≥ 1. */
  shifts: number;
  /** Whole number ≥ 0, so that sums are exact. */
  score: number;
}

/** People in the order in which they came, each with their options; and how many places each posting has left. */
export interface Waiting {
  options: readonly (readonly Option[])[];
  free: readonly number[];
}

/** Who goes where; null for whoever goes nowhere. */
export type Assignment = readonly (Option | null)[];

const NOBODY = -1;

/**
 * The best assignment: most shifts filled; among those, the longest waiting person has a place if any such assignment
 * gives them one, then the next, and so on; among those, the highest sum of scores. A person takes one posting at
 * most, a posting as many people as it has places.
 *
 * Successive shortest paths (Jewell 1958; Busacker and Gowen 1960): people are let in one by one, each along the best
 * path of changes, which keeps the assignment of those inside optimal. The method only adds and compares costs, so
 * costs may be tuples compared from the left (shifts, who has a place, scores). The middle one is as long as the queue,
 * but along a path it is only told by who loses their place at its end, so it is never written out.
 */
export function assign({ options, free }: Waiting): Assignment {
  const taken: (Option | null)[] = options.map(() => null);
  const holders: number[][] = free.map(() => []);
  const paths = new Paths(options.length, free.length);
  for (let person = 0; person < options.length; person++) {
    paths.search(person, options, free, taken, holders);
    paths.apply(person, taken, holders);
  }
  return taken;
}

/** Shifts filled, whole. */
export function shiftsOf(assignment: Assignment): number {
  return assignment.reduce((sum, option) => sum + (option?.shifts ?? 0), 0);
}

/**
 * The best assignment in which one person takes this option; the others as {@link assign} would.
 * @throws RangeError when the posting has no place at all
 */
export function assignWith({ options, free }: Waiting, person: number, option: Option): Assignment {
  const places = free[option.job] ?? 0;
  if (places < 1) throw new RangeError(`no place at ${option.job}`);
  const others = options.map((list, i) => (i === person ? [] : list));
  const rest = assign({ options: others, free: free.map((n, job) => (job === option.job ? n - 1 : n)) });
  return rest.map((taken, i) => (i === person ? option : taken));
}

/**
 * The options of one person that can matter among `people`: the best so many by shifts, then score. Whoever takes
 * another could change to one of these without any loss: the others hold one place fewer than there are.
 */
export function worthwhile<T extends Option>(options: readonly T[], people: number): T[] {
  return [...options]
    .sort((a, b) => b.shifts - a.shifts || b.score - a.score || a.job - b.job)
    .slice(0, people);
}

/** Where a path of changes ends. */
interface End {
  shifts: number;
  score: number;
  /** Who loses their place; {@link NOBODY} when a free one is taken. */
  loser: number;
  /** The free place; −1 when somebody loses theirs. */
  job: number;
}

/** Best gains along changes, by label correcting; arrays are made once and used for every person. */
class Paths {
  readonly #shifts: Float64Array;
  readonly #score: Float64Array;
  readonly #jobShifts: Float64Array;
  readonly #jobScore: Float64Array;
  /** Who would come to a posting, and with which option. */
  readonly #by: Int32Array;
  readonly #with: (Option | null)[];
  readonly #isQueued: Uint8Array;
  #end: End = { shifts: 0, score: 0, loser: NOBODY, job: -1 };

  constructor(people: number, jobs: number) {
    this.#shifts = new Float64Array(people);
    this.#score = new Float64Array(people);
    this.#jobShifts = new Float64Array(jobs);
    this.#jobScore = new Float64Array(jobs);
    this.#by = new Int32Array(jobs);
    this.#with = new Array<Option | null>(jobs).fill(null);
    this.#isQueued = new Uint8Array(people);
  }

  /** Finds the best path that begins with `person`, who has no place yet. */
  search(
    person: number,
    options: Waiting['options'],
    free: readonly number[],
    taken: readonly (Option | null)[],
    holders: readonly (readonly number[])[],
  ): void {
    this.#shifts.fill(Number.NEGATIVE_INFINITY);
    this.#jobShifts.fill(Number.NEGATIVE_INFINITY);
    this.#by.fill(NOBODY);
    this.#shifts[person] = 0;
    this.#score[person] = 0;
    const queue = [person];
    for (let head = 0; head < queue.length; head++) {
      const from = queue[head] as number;
      this.#isQueued[from] = 0;
      const own = taken[from]?.job;
      for (const option of options[from] as readonly Option[]) {
        if (option.job === own) continue;
        const shifts = (this.#shifts[from] as number) + option.shifts;
        const score = (this.#score[from] as number) + option.score;
        if (!this.#isBetterJob(option.job, shifts, score)) continue;
        this.#jobShifts[option.job] = shifts;
        this.#jobScore[option.job] = score;
        this.#by[option.job] = from;
        this.#with[option.job] = option;
        const inside = holders[option.job] as readonly number[];
        if (inside.length < (free[option.job] as number)) continue;
        for (const holder of inside) this.#oust(holder, taken[holder] as Option, shifts, score, queue);
      }
    }
    this.#choose(person, free, holders);
  }

  #isBetterJob(job: number, shifts: number, score: number): boolean {
    const known = this.#jobShifts[job] as number;
    return shifts > known || (shifts === known && score > (this.#jobScore[job] as number));
  }

  /** Somebody could be sent on from a full posting. */
  #oust(holder: number, option: Option, shifts: number, score: number, queue: number[]): void {
    const [left, rest] = [shifts - option.shifts, score - option.score];
    const known = this.#shifts[holder] as number;
    if (left < known || (left === known && rest <= (this.#score[holder] as number))) return;
    this.#shifts[holder] = left;
    this.#score[holder] = rest;
    if (this.#isQueued[holder]) return;
    this.#isQueued[holder] = 1;
    queue.push(holder);
  }

  #choose(person: number, free: readonly number[], holders: readonly (readonly number[])[]): void {
    let best: End = { shifts: 0, score: 0, loser: person, job: -1 };
    const consider = (end: End) => {
      if (isBetter(end, best)) best = end;
    };
    for (let other = 0; other < this.#shifts.length; other++) {
      const shifts = this.#shifts[other] as number;
      if (shifts === Number.NEGATIVE_INFINITY) continue;
      consider({ shifts, score: this.#score[other] as number, loser: other, job: -1 });
    }
    for (let job = 0; job < free.length; job++) {
      const shifts = this.#jobShifts[job] as number;
      const isFree = (holders[job] as readonly number[]).length < (free[job] as number);
      if (!isFree || shifts === Number.NEGATIVE_INFINITY) continue;
      consider({ shifts, score: this.#jobScore[job] as number, loser: NOBODY, job });
    }
    this.#end = best;
  }

  /** Changes the assignment along the path that was found, from its end back to `person`. */
  apply(person: number, taken: (Option | null)[], holders: number[][]): void {
    const { loser } = this.#end;
    if (loser === person) return;
    let { job } = this.#end;
    if (loser !== NOBODY) {
      job = (taken[loser] as Option).job;
      leave(holders, job, loser);
      taken[loser] = null;
    }
    for (;;) {
      const next = this.#by[job] as number;
      const before = taken[next]?.job;
      if (before !== undefined) leave(holders, before, next);
      taken[next] = this.#with[job] as Option;
      (holders[job] as number[]).push(next);
      if (next === person || before === undefined) return;
      job = before;
    }
  }
}

function leave(holders: number[][], job: number, person: number): void {
  const inside = holders[job] as number[];
  inside.splice(inside.indexOf(person), 1);
}

/** More shifts; else a loser who came later, best none; else a higher sum of scores. */
function isBetter(a: End, b: End): boolean {
  if (a.shifts !== b.shifts) return a.shifts > b.shifts;
  if (a.loser !== b.loser) return b.loser !== NOBODY && (a.loser === NOBODY || a.loser > b.loser);
  return a.score > b.score;
}
