/**
 * The ranking of the design once more, as plainly as it can be written and with nothing of the code: minutes of the
 * week are marked one by one, every posting is looked at, everything is sorted.
 */
export const WEEK = 7 * 1440;

/** Hours on some days, minutes of the day; an end before the start is on the next day. */
export interface Hours {
  days: number[];
  start: number;
  end: number;
}

/** A posting as a test wrote it. */
export interface Posting {
  id: string;
  lat: number;
  lng: number;
  hourlyFen: number;
  publishedAt: number;
  occupation: string | null;
  settlement: string;
  benefits: string[];
  hours: Hours[];
  /** all, any k of them, or so many hours a week in blocks of so many minutes. */
  kind: 'all' | { atLeast: number } | { perWeek: number; block: number };
}

/** A search as a test asks it. */
export interface Question {
  lat: number;
  lng: number;
  mode: 'walk' | 'slow' | 'bike' | 'ebike' | 'car';
  minutes: number;
  free: Hours[] | null;
  hoursMax?: number;
  payMinFen?: number;
  settlement?: string[];
  benefits?: string[];
  occupation?: string[];
  sort: 'best' | 'near' | 'pay' | 'new' | 'flexible';
}

export type Fault = 'travel' | 'time' | 'hours' | 'pay' | 'settlement' | 'benefits' | 'occupation';

/** What the design says of one posting and one search. */
export interface Verdict {
  posting: Posting;
  faults: Fault[];
  minutes: number;
  fit: number | null;
  freedom: number;
  score: number;
  figure: number;
  first: number;
}

const METRES_A_MINUTE = { walk: 80, slow: 60, bike: 200, ebike: 300, car: 400 };
const TOLERANCE = 0.01;
const FLOOR_FEN = 2300;
const mod = (minute: number) => ((minute % WEEK) + WEEK) % WEEK;

/** One span per day, `[start, end)` in minutes of the week. */
function spansOf(hours: readonly Hours[]): [number, number][] {
  return hours.flatMap(({ days, start, end }) =>
    days.map((day): [number, number] => [day * 1440 + start, day * 1440 + (end > start ? end : end + 1440)]),
  );
}

function marked(spans: readonly [number, number][]): boolean[] {
  const minutes = new Array<boolean>(WEEK).fill(false);
  for (const [start, end] of spans) for (let at = start; at < end; at++) minutes[mod(at)] = true;
  return minutes;
}

/** Longest marked stretches, going round the week once; a stretch over Sunday midnight is one. */
function stretches(minutes: readonly boolean[]): [number, number][] {
  const begin = minutes.findIndex((on, i) => on && !minutes[mod(i - 1)]);
  if (begin < 0) return minutes[0] ? [[0, WEEK]] : [];
  const found: [number, number][] = [];
  for (let i = 0; i < WEEK; ) {
    let length = 0;
    while (i + length < WEEK && minutes[mod(begin + i + length)]) length++;
    if (length > 0) found.push([begin + i, begin + i + length]);
    i += Math.max(1, length);
  }
  return found;
}

function fitOf(posting: Posting, free: readonly Hours[], travel: number): number {
  const own = marked(spansOf(free));
  const shifts = spansOf(posting.hours);
  if (typeof posting.kind === 'object' && 'perWeek' in posting.kind) {
    const { perWeek, block } = posting.kind;
    const always = own.every(Boolean);
    let usable = 0;
    for (const [from, to] of stretches(marked(shifts))) {
      const whole = to - from === WEEK;
      for (const [start, end] of stretches(own)) {
        const [leave, back] = always ? [start, end] : [start + travel, end - travel];
        for (const turn of [-WEEK, 0, WEEK]) {
          const low = whole ? leave : Math.max(from, leave + turn);
          const high = whole ? back : Math.min(to, back + turn);
          const length = always ? (turn === 0 ? to - from : 0) : whole && turn !== 0 ? 0 : high - low;
          if (length > 0 && length + TOLERANCE >= block) usable += length;
        }
      }
    }
    return Math.min(1, usable / (perWeek * 60));
  }
  const can = shifts.filter(([start, end]) => {
    const [low, high] = [Math.floor(start - travel + TOLERANCE), Math.ceil(end + travel - TOLERANCE)];
    if (high - low > WEEK) return own.every(Boolean);
    for (let at = low; at < high; at++) if (!own[mod(at)]) return false;
    return true;
  });
  if (posting.kind !== 'all') return Math.min(1, can.length / posting.kind.atLeast);
  const sum = (list: [number, number][]) => list.reduce((total, [start, end]) => total + end - start, 0);
  return sum(can) / sum(shifts);
}

/** Hours a week that must be worked. */
function needed(posting: Posting): number {
  if (typeof posting.kind === 'object' && 'perWeek' in posting.kind) return posting.kind.perWeek;
  const lengths = spansOf(posting.hours).map(([start, end]) => end - start);
  const k = posting.kind === 'all' ? lengths.length : posting.kind.atLeast;
  return (
    lengths
      .sort((a, b) => a - b)
      .slice(0, k)
      .reduce((sum, length) => sum + length, 0) / 60
  );
}

function freedomOf(posting: Posting): number {
  if (posting.kind === 'all') return 0;
  if ('atLeast' in posting.kind) return 1 - posting.kind.atLeast / spansOf(posting.hours).length;
  return 1 - (posting.kind.perWeek * 60) / marked(spansOf(posting.hours)).filter(Boolean).length;
}

/** Great-circle metres by the chord between unit vectors. */
function metres(aLat: number, aLng: number, bLat: number, bLng: number): number {
  const unit = (lat: number, lng: number) => {
    const [phi, lambda] = [(lat * Math.PI) / 180, (lng * Math.PI) / 180];
    return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)] as const;
  };
  const [a, b] = [unit(aLat, aLng), unit(bLat, bLng)];
  const chord = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
  return 2 * 6_371_008.8 * Math.asin(chord / 2);
}

/** Holds one posting against one search at an instant. */
export function judge(posting: Posting, question: Question, now: number): Verdict {
  const travel =
    (metres(question.lat, question.lng, posting.lat, posting.lng) * 1.3) / METRES_A_MINUTE[question.mode];
  const fit = question.free && fitOf(posting, question.free, travel);
  const freedom = freedomOf(posting);
  const faults: Fault[] = [];
  if (travel > question.minutes + TOLERANCE) faults.push('travel');
  if (fit === 0) faults.push('time');
  if (question.hoursMax !== undefined && needed(posting) > question.hoursMax) faults.push('hours');
  if (question.payMinFen !== undefined && posting.hourlyFen < question.payMinFen) faults.push('pay');
  if (question.settlement && !question.settlement.includes(posting.settlement)) faults.push('settlement');
  if (question.benefits?.some((benefit) => !posting.benefits.includes(benefit))) faults.push('benefits');
  if (question.occupation && !question.occupation.includes(posting.occupation ?? ''))
    faults.push('occupation');

  const within = (value: number) => Math.min(1, Math.max(0, value));
  const parts: [weight: number, value: number][] = [
    fit === null ? [0.15, freedom] : [0.45, 0.9 * fit + 0.1 * freedom],
    [0.3, within(1 - travel / question.minutes)],
    [0.1, within((posting.hourlyFen - FLOOR_FEN) / FLOOR_FEN)],
    [0.05, 0.5 ** ((now - posting.publishedAt) / 86_400_000 / 7)],
  ];
  const weight = parts.reduce((sum, [w]) => sum + w, 0);
  const score = parts.reduce((sum, [w, value]) => sum + w * value, 0) / weight;
  const figure = {
    best: -score,
    near: travel,
    pay: -posting.hourlyFen,
    new: -posting.publishedAt,
    flexible: -freedom,
  }[question.sort];
  const first = Math.min(...windowStarts(posting));
  return { posting, faults, minutes: travel, fit, freedom, score, figure, first };
}

/** Where the hours begin: of windows their merged stretches, of shifts each one. */
function windowStarts(posting: Posting): number[] {
  const spans = spansOf(posting.hours);
  if (typeof posting.kind === 'object' && 'perWeek' in posting.kind) {
    return stretches(marked(spans)).map(([start]) => mod(start));
  }
  return spans.map(([start]) => start);
}

/** Whether `a` must not stand after `b`; figures closer than a rounding error count as equal. */
export function inOrder(a: Verdict, b: Verdict): boolean {
  if (Math.abs(a.figure - b.figure) > 1e-9) return a.figure < b.figure;
  return a.first < b.first || (a.first === b.first && a.posting.id < b.posting.id);
}
