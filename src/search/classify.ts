import { gappedSpans } from './gapped';
import type { Lexicon, Term } from './lexicon';
import { normalise } from './normalise';
import { readSpans, type Span } from './spans';

/** What stands before the job in a title: 某某餐饮公司招聘|奶茶店店员. */
const INVITATION = /^.*(?:招聘|诚招|急招|直招|招募|诚聘|急聘)/u;
/** A description is read up to here; the duties stand first, the rest speaks of pay and of the business. */
const DUTIES_LENGTH = 160;
/** Names among the first so many characters of a description count twice. */
const OPENING_LENGTH = 40;
/** What the kind of workplace in the title adds at degree 1, in characters of names in the description. */
const WORKPLACE_WEIGHT = 7;
/** A workplace that another follows is only where that one is: 月子会所库房. */
const OUTER_PLACE = 0.5;
/** Fewer characters of names than this are no evidence. */
const LEAST_EVIDENCE = 6;
/** Hands that are wanted anywhere: what they do is said by the place or the duties. */
const HANDS =
  /^(?:小工|帮手|帮工|小时工|壮工|力工|杂工|临时工|短工|学徒|学徒工|助理|工作人员|辅助工|看护|打杂|打杂工|打下手|员工|司机|师傅|老师|阿姨|零工|临时小工)$/u;
const HANDS_WEIGHT = 3;
/** Who is called by the work is what is wanted, whatever duties stand beside: 泥瓦匠补修屋顶. */
const CALLED = /[员工师手嫂匠]$|师傅$|阿姨$|服务生$|司机$/u;
const CALLED_WEIGHT = 1;
/** A name that begins so is a doing: of doings in a row the first is the main one, a noun yields to what follows. */
const DOING =
  /^[洗刷涮端收栽种扫擦送卖看做修剪打搬卸装切炒包擀挖烧烤蒸炸煮揉缝改补换贴铺砌抹刮喷焊拆搭挂叠折糊粘串勾钩编扎剥挑拣选摘掰割锄拔薅浇喂遛牵接带哄陪照伺侍护教辅补写录敲查检验量称过点记发派推拉跑取寄配理摆上下清疏通冲泡调榨拍剪录播唱演守巡值开驾]/u;
/** Work that goes home with people. */
const HOME = /(?:拿|带|领)(?:回去?家?|走|回家)(?:去)?(?:做|干|缝|加工|弄)|(?:在?家里?|居家|在家)(?:做|干|加工)(?!饭|菜|家务|卫生|保洁|客)/u;
const HOME_WORK = '手工活';
/** Somebody's home: who cleans there is called by the hour. */
const AT_HOME = /家里|住户|业主|上门|到家|入户|出租屋|退租|民宅|一家/u;
const AT_HOME_WORK = '家政钟点工';
const AT_HOME_WEIGHT = 5;
/** A workplace to which a name belongs so closely makes it the main one: 理发店打扫带洗头. */
const OWN_WORK = 0.8;
const OWN_WEIGHT = 0.5;
/** A factory of something: 玻璃瓶厂捡瓶工. */
const FACTORY = /(?:厂|车间|作坊)(?!长|房|家|商|区|门|牌)/u;
const FACTORY_WORK = '普工';
/** What is not to be done is no duty: 不用刷碗. */
const DENIED = /(?:不用?|不(?:需要?|必|会|是|要|准|许)|无需|别)(?:再|去|出去|您)?$/u;

/**
 * The canonical occupation of a posting title, or null when none of its words names one. What follows 招聘 is read
 * first, since a business may be called after other work than it offers. The longest name wins (客房服务员 over
 * 服务员), among equals the rightmost, since Chinese puts the noun last (后厨洗碗), but the first of doings (收钱打秤).
 */
export function classifyTitle(title: string, lexicon: Lexicon): string | null {
  return named(normalise(title), lexicon)?.occupations[0] ?? null;
}

/**
 * The canonical occupation of a posting: of its title, and where that names none, or hands for anything (小工), the
 * one that the duties at the beginning of its description name most, helped by the kind of workplace in the title
 * (火锅店招人). Of what a name in the title may mean (车工), they decide as well. Null when nothing says anything.
 */
export function classifyPosting(
  posting: { title: string; description: string },
  lexicon: Lexicon,
): string | null {
  const title = normalise(posting.title);
  const name = named(title, lexicon);
  const isSure = name !== null && !HANDS.test(name.word);
  if (isSure && name.occupations.length === 1) return name.occupations[0] ?? null;
  const evidence = evidenceOf(title, posting.description, lexicon);
  if (isSure) return mostLikely(name.occupations, evidence);
  // Hands in a factory are its workers, whatever they are called.
  const hands = name && FACTORY.test(title) ? FACTORY_WORK : name?.occupations[0];
  if (hands !== undefined) evidence.set(hands, (evidence.get(hands) ?? 0) + (hands === FACTORY_WORK ? LEAST_EVIDENCE : HANDS_WEIGHT));
  const [best] = [...evidence].sort(([, a], [, b]) => b - a);
  return best && best[1] >= LEAST_EVIDENCE ? best[0] : (hands ?? null);
}

function mostLikely(occupations: readonly string[], evidence: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  for (const one of occupations)
    if (best === null || (evidence.get(one) ?? 0) > (evidence.get(best) ?? 0)) best = one;
  return best;
}

/** Characters of names for each occupation, from the places and names of the title and the duties. */
function evidenceOf(title: string, description: string, lexicon: Lexicon): Map<string, number> {
  const evidence = new Map<string, number>();
  const add = (occupation: string, weight: number) =>
    evidence.set(occupation, (evidence.get(occupation) ?? 0) + weight);
  const inTitle = wordsOf(title, lexicon);
  const places = inTitle.filter(({ term }) => term.workplace.length > 0);
  places.forEach(({ term }, i) => {
    const weight = i === places.length - 1 ? WORKPLACE_WEIGHT : WORKPLACE_WEIGHT * OUTER_PLACE;
    for (const { occupation, degree } of term.workplace) add(occupation, degree * weight);
  });
  for (const { term } of inTitle)
    if (!HANDS.test(term.word)) for (const one of term.occupations) add(one, term.word.length);
  const duties = normalise(description.slice(0, DUTIES_LENGTH), DUTIES_LENGTH);
  for (const { start, term } of wordsOf(duties, lexicon)) {
    if (DENIED.test(duties.slice(0, start)) || HANDS.test(term.word)) continue;
    const weight = term.word.length * (start < OPENING_LENGTH ? 2 : 1);
    const [first, ...others] = term.occupations;
    if (first) add(first, weight);
    for (const other of others) add(other, weight / 2);
  }
  if (HOME.test(title) || HOME.test(duties)) add(HOME_WORK, LEAST_EVIDENCE);
  if (AT_HOME.test(title)) add(AT_HOME_WORK, AT_HOME_WEIGHT);
  if (FACTORY.test(title) && places.length === 0) add(FACTORY_WORK, LEAST_EVIDENCE);
  return evidence;
}

function named(title: string, lexicon: Lexicon): Term | null {
  const offered = title.replace(INVITATION, '');
  return bestName(offered, lexicon) ?? (offered === title ? null : bestName(title, lexicon));
}

function bestName(text: string, lexicon: Lexicon): Term | null {
  const words = wordsOf(text, lexicon);
  const own = words.flatMap(({ term }) =>
    term.workplace.filter(({ degree }) => degree >= OWN_WORK).map(({ occupation }) => occupation),
  );
  let best: { term: Term; weight: number } | null = null;
  for (const { start, term } of words) {
    if (term.occupations.length === 0 || DENIED.test(text.slice(0, start))) continue;
    const [first = ''] = term.occupations;
    const its = weight(term) + (own.includes(first) ? OWN_WEIGHT : 0);
    const ahead = best === null ? 1 : its - best.weight;
    if (ahead > 0 || (ahead === 0 && best !== null && !DOING.test(best.term.word)))
      best = { term, weight: its };
  }
  return best?.term ?? null;
}

/** The words of a text, with what is said with a gap. */
function wordsOf(text: string, lexicon: Lexicon): Span[] {
  const words = readSpans(text, lexicon);
  const gapped = gappedSpans(text, lexicon);
  if (gapped.length === 0) return words;
  const free = words.filter(({ start, end }) => !gapped.some((one) => one.start < end && start < one.end));
  return [...free, ...gapped].sort((a, b) => a.start - b.start);
}

/** A name that states a condition as well (小时工), or hands for anything, names the work only where nothing else does. */
function weight({ word, constraints }: Term): number {
  if (constraints.length > 0 || HANDS.test(word)) return 0;
  return word.length + (CALLED.test(word) ? CALLED_WEIGHT : 0);
}
