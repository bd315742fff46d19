import type { PayUnit } from '../../kernel/money';

/** A pay as a foreign list has it: bare numbers whose unit only the size and the text tell. */
export interface ListedPay {
  /** The list's columns as written. */
  min: string;
  max: string;
  /** Title and description, where the unit may be said. */
  text: string;
}

/** Yuan per unit. */
export interface ReadPay {
  amount: number;
  max?: number;
  unit: PayUnit;
}

/** A price in the text: 20-22元/小时, 198一天, 单价6-9块. */
interface Quote {
  unit: PayUnit;
  low: number;
  high: number;
}

/** From this size on a bare number is a month's wage: below every provincial minimum, above every day's pay. */
const LEAST_MONTH = 1500;
const MOST_MONTH = 60_000;
/** What a quote of each unit may be, so that a duration or a count is not taken for a price. */
const PLAUSIBLE: Record<'hour' | 'day' | 'month' | 'piece', readonly [number, number]> = {
  hour: [8, 300],
  day: [60, 1500],
  month: [LEAST_MONTH, MOST_MONTH],
  piece: [0.05, 200],
};

/**
 * Reads a listed pay, rather not at all than wrongly: numbers of a month's size are monthly unless the text
 * quotes them for another unit; smaller ones need a quote in the text that says their unit, and only one.
 * @returns null when nothing is listed, `unclear` when the numbers cannot be read with confidence
 */
export function readListedPay({ min, max, text }: ListedPay): ReadPay | 'unclear' | null {
  const [low, high] = [numberOf(min), numberOf(max)];
  if (low === null && high === null) return null;
  const a = low ?? high ?? 0;
  const b = high ?? low ?? 0;
  if (!(a > 0) || !(b >= a) || b > MOST_MONTH) return 'unclear';
  const quotes = readQuotes(text);
  const quoted = (from: number, to: number) =>
    new Set(quotes.filter((q) => isSame(q, from, to)).map((q) => q.unit));
  const units = quoted(a, b);
  if (a >= LEAST_MONTH) {
    units.delete('month');
    return units.size > 0 || /年薪/.test(text) ? 'unclear' : pay(a, b, 'month');
  }
  const inThousands = b <= MOST_MONTH / 1000 && quoted(a * 1000, b * 1000).has('month');
  const [unit] = units;
  if (inThousands)
    return units.size > 0 || a * 1000 < LEAST_MONTH ? 'unclear' : pay(a * 1000, b * 1000, 'month');
  return unit === undefined || units.size > 1 ? 'unclear' : pay(a, b, unit);
}

/** Whether a price in the text is the one that is listed: one end is the same, or both are about the same. */
function isSame({ low, high }: Quote, from: number, to: number): boolean {
  return low === from || high === to || (low <= from * 1.2 && high >= to * 0.8);
}

function pay(amount: number, max: number, unit: PayUnit): ReadPay {
  return { amount, ...(max > amount ? { max } : {}), unit };
}

/** A bare number, null for an empty cell or a nought, NaN for anything else. */
function numberOf(cell: string): number | null {
  const text = cell.trim();
  if (text === '') return null;
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return value === 0 ? null : value;
}

const NUMBER = '(\\d+(?:\\.\\d+)?)\\s*([kK千wW万])?';
const RANGE = `${NUMBER}(?:\\s*[-~～—–至到]+\\s*${NUMBER})?`;
/** Only with a currency, a stroke or 每 or 一 before the unit: 8小时 is a duration, 50单 a count. */
const PRICE = new RegExp(
  `${RANGE}\\s*\\+?\\s*(?:(?:元|块钱?|¥)\\s*[/每一]?\\s*个?|[/每一]\\s*个?)\\s*(小时|时|h|天|日|月|单|件|票|条|篇|题)`,
  'gi',
);
const NAMED = new RegExp(`(时薪|日薪|日结|月薪|底薪|单价)[^\\d。；;，,\\n]{0,4}${RANGE}`, 'g');

const UNITS: Readonly<Record<string, keyof typeof PLAUSIBLE>> = {
  小时: 'hour',
  时: 'hour',
  h: 'hour',
  时薪: 'hour',
  天: 'day',
  日: 'day',
  日薪: 'day',
  日结: 'day',
  月: 'month',
  月薪: 'month',
  底薪: 'month',
};

function readQuotes(text: string): Quote[] {
  const prices = [...text.matchAll(PRICE)].map(([, low, lowScale, high, highScale, unit]) =>
    quote(unit, [low, lowScale], [high, highScale]),
  );
  const named = [...text.matchAll(NAMED)].map(([, name, low, lowScale, high, highScale]) =>
    quote(name, [low, lowScale], [high, highScale]),
  );
  return [...prices, ...named].flatMap((found) => (found ? [found] : []));
}

type Scaled = [digits: string | undefined, scale: string | undefined];

function quote(name: string | undefined, from: Scaled, to: Scaled): Quote | null {
  const unit = UNITS[(name ?? '').toLowerCase()] ?? 'piece';
  const high = scaled(to[0] === undefined ? from : to);
  // 5-8千: the scale is said once, behind the second number.
  const low = scaled([from[0], from[1] ?? (to[0] === undefined ? undefined : to[1])]);
  const [least, most] = PLAUSIBLE[unit];
  return low >= least && high <= most && low <= high ? { unit, low, high } : null;
}

function scaled([digits, scale = '']: Scaled): number {
  const factor = /[kK千]/.test(scale) ? 1000 : /[wW万]/.test(scale) ? 10_000 : 1;
  return Number(digits) * factor;
}
