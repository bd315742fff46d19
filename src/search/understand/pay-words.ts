import type { PayUnit, PayWish } from '../understood';
import { FIGURE, numberOf } from './number-words';

/** A figure of pay in a text; UTF-16 offsets. */
export interface PayFound {
  start: number;
  end: number;
  pay: PayWish & { unit: PayUnit };
}

/** Words of a unit, in the order in which they are tried. */
const UNIT_WORDS: readonly (readonly [PayUnit, string])[] = [
  ['hour', '个?(?:小时|钟头|钟|时)|h'],
  ['day', '天|日|工'],
  ['month', '个?月'],
  ['shift', '个?班|晚上?|夜|次|场|趟'],
  ['piece', '单|件|个|斤|亩|车|户|家|平'],
];
/** Names of pay that carry their unit. */
const NAMED: readonly (readonly [PayUnit, string])[] = [
  ['hour', '时薪|小时工资|每?小时费|钟点费'],
  ['day', '日薪|日工资|天工资|日赚|日挣|日入|日收入'],
  ['month', '月薪|月工资|月收入|底薪|月入|月赚|月挣'],
];
const anyOf = (list: readonly (readonly [PayUnit, string])[]) =>
  list.map(([unit, words]) => `(?<NAME_${unit}>${words})`).join('|');
const group = (list: readonly (readonly [PayUnit, string])[], name: string) =>
  anyOf(list).replaceAll('NAME', name);

const MONEY = '(?:块钱|块|元钱|元|圆|大洋|rmb|r)';
const LEAST = '(?:至少|最少|最低|起码|不低于|不少于|不能低于|大于|高于|超过|得)';
const MOST = '(?:不超过|不高于|最多|最高|低于)';
/** What is too little for whoever says so: 不到两百不干. */
const SHORT = '(?:不到|不足|少于|不够|没有|没|连)';
const GETS = '(?:挣|赚|拿|开|给|落|弄|得|发|有|见|领)(?:到手?|够|上)?(?:个)?';
const VERB = `(?:(?:能|可以|至少能|起码能|得|要|想|会|稳)?${GETS}|要|是|到手|工资|:|的)`;
const OR_MORE = '(?:以上|往上|朝上|起步|起|打底|保底|\\+)';
const OR_LESS = '(?:以下|以内|之内)';
const ROUGHLY = '(?:左右|上下|差不多|来块)';
const RANGE = `(?<low>${FIGURE})${MONEY}?(?:[-~—到至](?<high>${FIGURE}))?`;
const TAIL = `(?<tail>${OR_MORE}|${OR_LESS}|${ROUGHLY})?`;
const FRONT = `(?<front>${LEAST}|${MOST}|${SHORT})?`;
const PER = '(?:[/每一1按]|\\bper )';
/** A figure that goes on is something else: 一天8小时, 8点, 18岁, 20分钟, 2个人. */
const NO_PAY = '(?!\\d|[.:点时分岁年月日号天人名公里米站楼斤路平个小]|k?m)';

/** 20块一小时以上, 200/天, 25元/时, 4000-5000一个月. */
const FIGURE_FIRST = `${FRONT}[¥￥]?${RANGE}${MONEY}?(?:钱)?(?<tail0>${OR_MORE}|${ROUGHLY})?(?:${PER})(?:${group(UNIT_WORDS, 'unit')})${TAIL}`;
/** 一天200, 一个钟20, 每小时不低于25块, 一个月三千左右. */
const UNIT_FIRST = `(?:一|每|1)(?:${group(UNIT_WORDS, 'unit')})(?!一(?:结|付|清|算))${VERB}{0,2}${FRONT}${VERB}?[¥￥]?${RANGE}${MONEY}?${NO_PAY}${TAIL}`;
/** 时薪25+, 月薪三千左右. */
const NAMED_FIRST = `(?:${group(NAMED, 'unit')})${VERB}{0,2}${FRONT}${VERB}?[¥￥]?${RANGE}${MONEY}?${TAIL}`;
/** 工资5000以上, 工资不低于20块. */
const WAGE_FIRST = `(?:工资|薪资|薪水|待遇|收入|工钱|价钱)${VERB}{0,2}${FRONT}${VERB}?[¥￥]?${RANGE}${MONEY}?${NO_PAY}${TAIL}`;
/** 20块以上, 三千块钱, 5千-8千, 4-6k: the unit is what such a sum is usually paid for. */
const BARE = `${FRONT}(?:[¥￥]${RANGE}${MONEY}?|${RANGE}${MONEY}(?!店|头)|(?<low>\\d(?:\\.\\d)?[千k]?)[-~到至](?<high>\\d{1,2}(?:\\.\\d)?[千k])|${RANGE}${NO_PAY})${TAIL}`;

/** Sums between these are usual for the unit, yuan; what lies outside of all is left alone. */
const USUAL: readonly (readonly [PayUnit, number, number])[] = [
  ['hour', 8, 60],
  ['day', 70, 700],
  ['month', 900, 50_000],
];

const FORMS = [FIGURE_FIRST, NAMED_FIRST, UNIT_FIRST, WAGE_FIRST].map(
  (source) => new RegExp(distinct(source), 'gu'),
);
const BARE_FORM = new RegExp(distinct(BARE), 'gu');

/** JavaScript wants every group of one expression named once. */
function distinct(source: string): string {
  const seen = new Map<string, number>();
  return source.replace(/\(\?<([a-z_0-9]+)>/giu, (_, name: string) => {
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return `(?<${name}${count === 0 ? '' : `__${count}`}>`;
  });
}

/** Every figure of pay in a text that was normalised, in order, without overlap. Pure. */
export function readPay(text: string): PayFound[] {
  if (!/[\d一二两三四五六七八九十百千万]/u.test(text)) return [];
  const found: PayFound[] = [];
  for (const form of [...FORMS, BARE_FORM]) {
    for (const match of text.matchAll(form)) {
      const one = payOf(match, text, form === BARE_FORM);
      if (one && !found.some(({ start, end }) => one.start < end && start < one.end)) found.push(one);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function payOf(match: RegExpMatchArray, text: string, bare: boolean): PayFound | null {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const groups = said(match);
  const low = numberOf(groups.get('low') ?? '');
  const high = groups.has('high') ? numberOf(groups.get('high') ?? '') : null;
  if (low === null || low <= 0 || cutsFigure(text, start) || FEAST.test(match[0])) return null;
  // 先交三千 is what somebody is to pay.
  if (PAID_BEFORE.test(text.slice(Math.max(0, start - PAID_REACH), start))) return null;
  const tail = groups.get('tail') ?? groups.get('tail0') ?? '';
  const front = groups.get('front') ?? '';
  const lowest = groups.has('high') && high !== null && low < 10 && high >= 1000 ? low * 1000 : low;
  const named = [...groups.keys()].find((name) => name.startsWith('unit_'))?.slice(5) as PayUnit | undefined;
  const isLeast = front !== '' && REFUSED.test(text.slice(end, end + REFUSAL_REACH)) && !AGED.test(text);
  if (bare && !named && !isLeast && !isSum(match[0], tail, front)) return null;
  const unit = named ?? USUAL.find(([, least, most]) => lowest >= least && lowest <= most)?.[0];
  if (!unit || (named && !plausible(named, lowest))) return null;
  const limit = wanted(limits(lowest, high, tail, front), front, text.slice(end, end + REFUSAL_REACH));
  return limit && { start, end, pay: { ...limit, unit } };
}

/** 低于25不干, 三千以下免谈: what is refused is less, so the figure is the least. */
const REFUSED =
  /^(?:块钱?|元|钱)?的?(?:活儿?|工作)?[,\s]?(?:我|俺|咱|就|都|也|一律|坚决|肯定|绝对|那就?|可){0,3}(?:不(?:干|做|去|考虑|接|来|要|看|谈|行|中|伺候|想|愿意)|免谈|勿扰|别(?:来|找|叫|说|提)|拉倒|算了|没意思|没人干|谁干|谁去|划不来)/u;
const REFUSAL_REACH = 14;
const AGED = /岁|年龄|年纪/u;

/** The limits as wished; null when the figure is only said to be little. */
function wanted(pay: PayWish, front: string, after: string): PayWish | null {
  const least = pay.max ?? pay.min;
  if (REFUSED.test(after) && (pay.min === undefined || new RegExp(`^${SHORT}`, 'u').test(front)))
    return least === undefined ? null : { min: least };
  return new RegExp(`^${SHORT}`, 'u').test(front) ? null : pay;
}

/** A payment before work, a few characters before its figure. */
const PAID_BEFORE = /(?:先[交付垫拍买]|押金|保证金|[培服材会]\p{Script=Han}?费)\p{Script=Han}{0,3}$/u;
const PAID_REACH = 8;

/** The groups that took part, without their running numbers. */
function said(match: RegExpMatchArray): Map<string, string> {
  const pairs = Object.entries(match.groups ?? {}).filter(([, text]) => text !== undefined && text !== '');
  return new Map(pairs.map(([name, text]) => [name.replace(/__\d+$/, ''), text]));
}

function limits(low: number, high: number | null, tail: string, front: string): PayWish {
  if (high !== null && high >= low) return { min: low, max: high };
  if (new RegExp(`^${OR_LESS}`, 'u').test(tail) || new RegExp(`^${MOST}`, 'u').test(front))
    return { max: low };
  return new RegExp(`^${ROUGHLY}`, 'u').test(tail) ? { min: low, about: true } : { min: low };
}

/** A figure without a unit is a sum of money only with a word of money, or as thousands. */
function isSum(match: string, tail: string, front: string): boolean {
  if (/[块元圆¥￥k千]|大洋|rmb/u.test(match)) return true;
  if (tail === '' && front === '') return false;
  // 3000以上, 150起: in figures without a word of money, when the sum is a round one.
  return /万|百|\d{2,4}0/u.test(match) && !/以内|之内|以下/u.test(tail);
}

/** A month's wage is no ten yuan, an hour's no thousand. */
function plausible(unit: PayUnit, low: number): boolean {
  if (unit === 'hour') return low >= 5 && low <= 500;
  if (unit === 'day') return low >= 30 && low <= 3000;
  if (unit === 'month') return low >= 300;
  return unit === 'shift' ? low >= 20 : low >= 0.1 && low < 1000;
}

/** 五一车展: a feast, and no five yuan a car. */
const FEAST = /^[五十]一\p{Script=Han}$/u;

const cutsFigure = (text: string, start: number) =>
  /[\d.]/.test(text[start - 1] ?? '') && /\d/.test(text[start] ?? '');
