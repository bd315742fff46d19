import type { Trait } from '../lexicon';
import { FIGURE, numberOf } from './number-words';

/** A stretch that says who is looking; UTF-16 offsets. */
export interface PersonFound {
  start: number;
  end: number;
  trait?: Trait;
}

/** 五十多岁, 58岁, 五十多女的; a count of years without 岁 only of people. */
const AGE = new RegExp(
  `(?:今年|我今年|年龄|都|快|已经|年过)?(?<age>${FIGURE})(?:周?岁|(?=的?(?:女|男|妇|阿姨|大妈|大姐|大叔|大爷|老头|老太)))(?:出头|以上|以下|以内|之内|左右|多|了|的人)?`,
  'gu',
);
/** Who an age is said of. */
const KIN =
  '(?<!给|拿|花|挣)(?:我|俺|她|他|本人|自己|老娘|娘|老妈|妈妈?|老爹|爹|老爸|爸爸?|婆婆|公公|老伴|媳妇|对象|老公|老婆|丈夫|老头儿?|老汉|老太太?|老婆儿|大爷|大妈|大娘|大叔|阿姨|大姐|大哥|男的?|女的?|岁数|年龄|年纪)';
const SINCE = '(?:今年|都|也|快|已经|才|刚|虚岁|周岁|岁数|年龄|过|马上|眼看|到){0,3}';
/** 六十五了, 俺娘五十五, 六十多了想: in a clause of its own or before what is wished. */
const AGE_ALONE = new RegExp(
  `(?:${KIN}|(?<![\\p{Script=Han}\\d]))${SINCE}(?<age>${FIGURE})(?:(?:好几|出头|挂零|往上)?(?:了|啦)(?![\\d一二两三四五六七八九十百]|钱|块)|出头|挂零|(?=$|[\\s,。]))`,
  'gu',
);
/** 老头六十七: without 了 an age is told only of somebody named. */
const NAMED = new RegExp(KIN, 'u');
/** 照顾七十岁老人: whom the work is done for. */
const CARED = /(?:照顾|照看|照料|伺候|侍候|陪护|护理|看护)(?:个|一个|一位|着)?$/u;
/** Who is looked for to care for somebody is told how old that one is. */
const CARE = /(?:请|雇)(?:个|人|保姆|阿姨|护工)|(?:找|请)人(?:来)?(?:照顾|照看|伺候|陪护|护理|看护)/u;
/** 五十岁以下: whom an employer takes. */
const YOUNGER = /(?:以下|[以之]内)$/u;
/** From this age on people say 年纪大 of themselves; nobody is refused for it. */
const OLDER = 45;

const NONE =
  '(?:(?:没|木|冇|冒)有?(?:办|考|啥|什么)?|无|不用|不要求?|不需要?|免|不看|不限|没得)(?:办|考|任何|啥|什么)?';
const LACKS: readonly (readonly [Trait | undefined, RegExp])[] = [
  ['no_certificate', new RegExp(`${NONE}(?:健康证|健康卡|资格证|上岗证|证件|证书|证)`, 'gu')],
  ['no_experience', new RegExp(`${NONE}(?:工作)?(?:经验|手艺|技术|技能|基础)`, 'gu')],
  [
    'no_experience',
    /(?:啥|什么|任何|一点儿?)?(?:经验|手艺|技术|技能|特长|本事)(?:都|也)(?:没有?|不会|没得|冇)/gu,
  ],
  ['student', /(?<=(?:寒|暑)假|假期)工(?![作地厂友])/gu],
  // 我上大二, 还在读高中: not of one's child, as in 孩子上大学了
  [
    'student',
    /(?<=^|[\s,。]|我|俺|本人|现在|还|正|了|岁)(?:在|正在)?(?:上|念|读)(?:着)?(?:大[一二三四]|高[一二三]|高中|中专|大专|技校|职高|中职|卫校|大学|本科|研究生|师专)(?=$|[\s,。了呢,]|想|的)/gu,
  ],
  [
    'student',
    /(?<=^|[,。\s]|我是|俺是|我|俺)(?:焦作)?(?:师专|卫校|技校|职业?学院|高专|职高|中专)的(?=$|[,。])/gu,
  ],
  [undefined, new RegExp(`${NONE}(?:学历|文凭|驾照|驾驶证|驾本)`, 'gu')],
];
const HAS =
  /在家(?:里)?(?:没事|没啥事|闲着|闲得慌|没活)(?:干|做)?|(?<![木冇冒没])没?有(?:健康证|驾照|驾驶证|驾本|证|经验|力气|电动车|电瓶车|电车|三轮车?|面包车|货车|小车)/gu;
const WHO =
  /(?:我们?|俺们?)?(?:夫妻俩?|两口子|俩口子|小两口|一家人|[两俩2三3四4几](?:个人|口人|个)(?!小时|钟|月|半)|(?:我|俺)?(?:和|跟)(?:我|俺)?(?:对象|老公|老婆|媳妇|朋友|同学|闺蜜|孩子))(?:一起|一块儿?|结伴)?|一起干|一块儿?干|(?:女|男)(?:的|性|士|生|人)|妇女|(?:我|俺)(?:是|今年)?(?:个)?(?:新手|老手)/gu;

/** Ages and papers, read before words are looked up; nobody is refused for them. Pure. */
export function readPerson(text: string): PersonFound[] {
  const found: PersonFound[] = [];
  const add = (one: PersonFound) => {
    if (!found.some(({ start, end }) => one.start < end && start < one.end)) found.push(one);
  };
  for (const match of text.matchAll(AGE)) {
    const age = numberOf(match.groups?.age ?? '');
    if (age === null || age < 14 || age > 99 || CARED.test(text.slice(0, match.index))) continue;
    const isTheirs = age >= OLDER && !YOUNGER.test(match[0]);
    add({ ...rangeOf(match), ...(isTheirs ? { trait: 'older' as const } : {}) });
  }
  for (const match of text.matchAll(AGE_ALONE)) {
    const age = numberOf(match.groups?.age ?? '');
    if (CARE.test(text)) continue;
    const isTold = NAMED.test(match[0]) || /[了啦]|出头|挂零|今年|虚岁|周岁|年龄/u.test(match[0]);
    if (age !== null && isTold && age >= OLDER && age <= 99) add({ ...rangeOf(match), trait: 'older' });
  }
  for (const [trait, form] of LACKS)
    for (const match of text.matchAll(form)) add({ ...rangeOf(match), ...(trait ? { trait } : {}) });
  for (const match of text.matchAll(HAS)) add(rangeOf(match));
  return found.sort((a, b) => a.start - b.start);
}

/** Words for who is looking (夫妻俩, 女的), to be read in what no other word explains. Pure. */
export function readWho(text: string): PersonFound[] {
  return [...text.matchAll(WHO)].map(rangeOf);
}

function rangeOf(match: RegExpMatchArray): { start: number; end: number } {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}
