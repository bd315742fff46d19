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
  `(?:今年|我今年|年龄|都|快|已经|年过)?(?<age>${FIGURE})(?:周?岁|(?=的?(?:女|男|妇|阿姨|大妈|大姐|大叔|大爷|老头|老太)))(?:出头|以上|左右|多|了|的人)?`,
  'gu',
);
/** 六十五了: by itself, and of an age that people speak of so. */
const AGE_ALONE = new RegExp(
  `(?<=^|[\\s,。])(?:我|俺)?(?:(?:今年|都|快|已经)?(?<age>${FIGURE})(?:了|啦)|(?:娘|妈|爹|爸|婆婆|公公|老伴|媳妇|对象)(?:今年|都|快)?(?<kin>${FIGURE})了?)(?=$|[\\s,。])`,
  'gu',
);
/** From this age on people say 年纪大 of themselves; nobody is refused for it. */
const OLDER = 45;

const NONE = '(?:没有?(?:办|考|啥|什么)?|无|不用|不要求?|不需要?|免|不看|不限|没得)(?:办|考|任何|啥|什么)?';
const LACKS: readonly (readonly [Trait | undefined, RegExp])[] = [
  ['no_certificate', new RegExp(`${NONE}(?:健康证|健康卡|资格证|上岗证|证件|证书|证)`, 'gu')],
  ['no_experience', new RegExp(`${NONE}(?:工作)?(?:经验|手艺|技术|技能|基础)`, 'gu')],
  [
    'no_experience',
    /(?:啥|什么|任何|一点儿?)?(?:经验|手艺|技术|技能|特长|本事)(?:都|也)(?:没有?|不会|没得|冇)/gu,
  ],
  ['student', /(?<=(?:寒|暑)假|假期)工(?![作地厂友])/gu],
  [undefined, new RegExp(`${NONE}(?:学历|文凭|驾照|驾驶证|驾本)`, 'gu')],
];
const HAS =
  /在家(?:里)?(?:没事|没啥事|闲着|闲得慌|没活)(?:干|做)?|没?有(?:健康证|驾照|驾驶证|驾本|证|经验|力气|电动车|电瓶车|电车|三轮车?|面包车|货车|小车)/gu;
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
    if (age === null || age < 14 || age > 99) continue;
    add({ ...rangeOf(match), ...(age >= OLDER ? { trait: 'older' as const } : {}) });
  }
  for (const match of text.matchAll(AGE_ALONE)) {
    const age = numberOf(match.groups?.age ?? match.groups?.kin ?? '');
    if (age !== null && age >= OLDER && age <= 99) add({ ...rangeOf(match), trait: 'older' });
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
