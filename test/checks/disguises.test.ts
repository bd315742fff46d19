import fc from 'fast-check';
import { Converter } from 'opencc-js/cn2t';
import { expect, it } from 'vitest';
import { badSentences, findingsIn } from './corpus';

/** One sentence of the corpus, found by one of its codes, and where. */
const told = badSentences().flatMap(({ codes, sentence }) => {
  const found = findingsIn(sentence).find(({ code }) => codes.includes(code));
  return found ? [{ codes, sentence, start: found.start, end: found.end }] : [];
});
const isFound = (sentence: string, codes: readonly string[]) =>
  findingsIn(sentence).some(({ code }) => codes.includes(code));
/** The sentences that are no longer found when they are written another way. */
const lostBy = (change: (one: (typeof told)[number]) => string) =>
  told
    .map((one) => ({ codes: one.codes, text: change(one) }))
    .filter(({ text, codes }) => !isFound(text, codes));

/** Plain letters, digits and marks as wide as a Chinese character. */
const wide = (text: string) =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000');
/** Something between each two Chinese characters of a span that stand next to each other. */
const parted = (text: string, start: number, end: number, by: string) =>
  text.slice(0, start) +
  text.slice(start, end).replace(/(\p{Script=Han})(?=\p{Script=Han})/gu, `$1${by}`) +
  text.slice(end);

it('is the same in full width', () => {
  expect(lostBy(({ sentence }) => wide(sentence))).toEqual([]);
});

it('is the same in traditional characters', () => {
  const traditional = Converter({ from: 'cn', to: 'tw' });
  const lost = lostBy(({ sentence }) => traditional(sentence));
  expect(lost.length, JSON.stringify(lost)).toBeLessThanOrEqual(told.length * 0.01);
});

it.each([
  ['spaces', ' '],
  ['dots', '.'],
  ['middle dots', '·'],
  ['stars', '*'],
  ['hearts', '❤'],
  ['nothing that shows', '\u200b'],
])('is the same with %s between the characters of what is found', (_, by) => {
  const lost = lostBy(({ sentence, start, end }) => parted(sentence, start, end, by));
  expect(lost.length, JSON.stringify(lost)).toBeLessThanOrEqual(told.length * 0.005);
});

it('is the same with words before and after it', () => {
  const lost = lostBy(({ sentence }) => `面馆招洗碗工，晚六点到九点。${sentence}。地铁口出来右转五十米`);
  expect(lost.length, JSON.stringify(lost)).toBeLessThanOrEqual(told.length * 0.005);
});

it('is nothing behind a denial', () => {
  const denial = fc.constantFrom(
    '不收',
    '不收取',
    '绝不收',
    '从不收取',
    '无需缴纳',
    '不用交',
    '不需要交',
    '免收',
    '没有',
    '不会收您',
    '不向求职者收取',
    '严禁收取',
  );
  const any = fc.constantFrom('', '任何', '一切', '任何形式的');
  const charge = fc.constantFrom(
    '押金',
    '保证金',
    '培训费',
    '服装费',
    '体检费',
    '中介费',
    '报名费',
    '工装费',
    '资料费',
    '会员费',
    '风险金',
  );
  const more = fc.constantFrom('', '，工资日结', '和其他费用', '。管一顿饭');
  fc.assert(
    fc.property(denial, any, charge, charge, more, (no, kind, one, other, rest) => {
      for (const text of [`${no}${kind}${one}${rest}`, `${no}${kind}${one}、${other}${rest}`]) {
        expect(findingsIn(text), text).toEqual([]);
      }
    }),
  );
});

it('is nothing when the firm pays or nobody asks', () => {
  const charge = fc.constantFrom('培训费', '服装费', '体检费', '工装费', '资料费', '健康证办理费用');
  const paid = fc.constantFrom(
    '由公司承担',
    '公司出',
    '店里出',
    '全部由店里承担',
    '一律不收',
    '不用您出',
    '全免',
    '公司报销',
    '店家承担',
  );
  fc.assert(
    fc.property(charge, paid, (what, who) => {
      expect(findingsIn(`${what}${who}`), what + who).toEqual([]);
    }),
  );
});

it.each([
  ['a letter for a syllable', '有z教信仰的别投', 'religion'],
  ['a letter in the middle', '有没有生y计划，有的不招', 'children'],
  ['the parts of a character', '田力生不要，美甲助手', 'sex'],
  ['another character that looks the same', '外哋的不招', 'origin'],
  ['a circled digit among Chinese ones', '十⑤岁就行', 'minors'],
  ['a row of single characters', '年 龄 ３ ５ 以 下，打字员', 'age'],
])('is found with %s', (_, sentence, code) => {
  expect(findingsIn(sentence).map((one) => one.code)).toContain(code);
});

it.each(['女s码和男m码分开挂', '搬 2 5 箱 到 6 楼', '从B地搬到C地，一趟二百', 'T恤a款b款各叠一百件'])(
  'leaves sizes, models and figures: %s',
  (sentence) => {
    expect(findingsIn(sentence)).toEqual([]);
  },
);

it.each([
  '不得限男限女',
  '有人问要不要女的，都要',
  '宗教信仰不作要求，也不许问',
  '乙肝不许问也不许查',
  '有没有孩子，我们不过问',
  '任何人不得询问婚育',
])('is nothing where a rule forbids it or nobody asks: %s', (sentence) => {
  expect(findingsIn(sentence)).toEqual([]);
});
