/** A stretch that a term takes up; UTF-16 offsets. */
interface Stretch {
  start: number;
  end: number;
}

/** How a term is spoken of. */
export type Stance =
  /** Wished, or just said. */
  | 'said'
  /** Not wanted: 不要中介, 除了保洁, 夜班不上. */
  | 'refused'
  /** Not had or not done so far: 没干过保洁. */
  | 'new'
  /** Asked about, or left open: 管不管饭, 管不管饭都行. */
  | 'open'
  /** Put up with: 不怕脏. */
  | 'accepted';

/** A stance with the stretch of the words that state it together with the term. */
export interface Stated extends Stretch {
  stance: Stance;
}

const VERBS =
  '想要|想干|想做|想去|想当|愿意|愿|考虑|接受|接|喜欢|需要|打算|会|能|想|要|用|干|做|去|上|当|找|进|学|碰|爱|招|弄|是|太|收|交|介绍|推荐|安排';
const FILLERS =
  '再|又|老|总|要|推荐|推送?|介绍|安排|发|的|有|什么|啥|任何|那种|这种|[让叫给跟][我俺咱]|跟|和|去|干|做|上|当|太|是|也|人|加';
/** 大扫除, 清除, 拆除: the 除 of these excepts nothing. */
const SWEEPS = '[扫清拆铲拔解开去免删消锄]';
const BEFORE = new RegExp(
  `(?:不(?:${VERBS})?(?:${VERBS})?|(?<![特区级性个分派鉴识告离差类])别(?!的|处|人|家)(?:再)?(?:[给让叫跟][我俺咱])?(?:${VERBS})?|没有?|无需?|非|勿|莫|甭|休想|拒绝?|讨厌|烦|避开|远离|不含|排除|干不[动了]|做不[动了]|受不了|吃不消|熬不了|扛不动|(?<!${SWEEPS})除(?:了|开|去|掉)?)(?:${FILLERS})*$`,
  'u',
);
const NEW = /(?:没有?|从没|没怎么|未曾?)(?:干|做|当|学|弄|从事)过?(?:过)?$/u;
const ACCEPTED = /不(?:怕|介意|嫌|在乎|排斥|讨厌|反对)$/u;
/** Words of a stance stand no farther from their term, UTF-16 units. */
const BESIDE = 32;
/** 不光洗碗, 不管洗碗还是: the 不 does not deny what follows. */
const NOT_DENYING = /(?:不(?:光|只|仅|但|错|论|管|限|一定)|不得不|少不了|离不开)(?:是|会|能|要)?$/u;
const AFTER =
  /^(?:的|这种|那种|这类|之类的?|类的?|啥的|什么的)?(?:活儿?|工作)?(?:的)?(?:我|俺|就|都|也|可|是|咱)?(?:坚决|绝对|实在)?(?:不(?:送|跑|值|陪|熬|出车?|开|考虑|接受|想[要干做去上]?|愿意?[要干做去上]?|能[干做上去]|会[干做]?|要|干|做|去|上|行|接|中|弄|收|可以|感兴趣)|除外|勿扰|勿|免谈|绕[道行]|走开|闪开|滚|靠边|别(?:来|找|扰|介绍|推荐)|就?算了|干不了|做不了|去不了|上不了|受不了|吃不消|干不动|熬不了|免)(?=$|[\s,。;!?、了的吧啊呀哈哦])/u;
/** Words that carry a denial on to the next term. */
const CARRIES =
  /^\s*(?:、|和|跟|与|或者?|以及|及|\/|还有|也不(?:要|想|做|干|去|上|会)?|又不(?:要|想|做|干)?)\s*(?:的)?$/u;
const EITHER_WAY = /^(?:饭|住|吃)?(?:都|也)?(?:行|可以|中|无所谓|没关系|没事|不要紧|凑合)/u;
const HAVE_YOU = /(?:有没有?|招不招|收不收|缺不缺|聘不聘)(?:什么|啥|那种|能|可以|的)*$/u;
/** 除了保洁(以外)还: what is excepted is wanted, too. */
const ADDS =
  /^(?:以外|之外|外)?\s*[,]?\s*(?:我|俺)?(?:还|也|另外|再)(?!\p{Script=Han}{0,4}(?:啥|什么|别的|哪|其[他它])|有没|有木有|招不招|有吗)/u;
const EXCEPT =
  /(?<![扫清拆铲拔解开去免删消锄])除(?:了|开|去|掉)?\s*([^,。;\s]*?|[^,。;]*?(?=\s?(?:以外|之外|外(?![卖贸墙架出勤]))))(?:以外|之外|外(?![卖贸墙架出勤])|都|其他|其它|别的|啥|什么|[,。;\s]|还|也|$)/gu;

/**
 * How each term is spoken of, in the order of the terms (by position, without overlap). A denial reaches the term
 * beside it and on over 和, 、 and the like; 有没有 and 要不要 ask. Pure.
 */
export function stancesOf(text: string, terms: readonly Stretch[]): Stated[] {
  const exceptions = exceptionsIn(text);
  const stated: Stated[] = [];
  terms.forEach((term, i) => {
    const before = terms[i - 1];
    const carried = stated[i - 1];
    const from = before?.end ?? 0;
    const to = terms[i + 1]?.start ?? text.length;
    const own = ownStance(text, term, from, to, exceptions);
    const linked =
      before && carried?.stance === 'refused' && CARRIES.test(text.slice(before.end, term.start));
    // 夜班和加班不要: a denial after the last term reaches back.
    if (own.stance === 'said' && linked) stated.push({ start: term.start, end: term.end, stance: 'refused' });
    else stated.push(own);
    if (own.stance === 'refused' && own.end > term.end) reachBack(text, terms, stated, i);
    if (before && asksTwice(text, before, term)) leaveOpen(text, stated, i);
  });
  return stated;
}

function reachBack(text: string, terms: readonly Stretch[], stated: Stated[], last: number): void {
  for (let i = last; i > 0; i--) {
    const [before, term] = [terms[i - 1], terms[i]];
    if (!before || !term || !/^(?:、|和|跟|与|或者?|及|\/)$/u.test(text.slice(before.end, term.start)))
      return;
    stated[i - 1] = { ...before, stance: 'refused' };
  }
}

function ownStance(
  text: string,
  term: Stretch,
  from: number,
  to: number,
  exceptions: readonly Stretch[],
): Stated {
  const head = text.slice(Math.max(from, term.start - BESIDE), term.start);
  const tail = text.slice(term.end, to);
  const stance = (kind: Stance, words: string, after = ''): Stated => ({
    start: term.start - words.length,
    end: term.end + after.length,
    stance: kind,
  });
  const excepted = exceptions.find(({ start, end }) => start <= term.start && term.end <= end);
  if (excepted) {
    const opens = /除(?:了|开|去|掉)?$/u.exec(head)?.[0] ?? '';
    const closes = /^(?:以外|之外|外)/u.exec(tail)?.[0] ?? '';
    return stance('refused', opens, closes);
  }
  const accepted = ACCEPTED.exec(head)?.[0];
  if (accepted) return stance('accepted', accepted);
  const fresh = NEW.exec(head)?.[0];
  if (fresh) return stance('new', fresh);
  const after = AFTER.exec(text.slice(term.end, term.end + BESIDE))?.[0];
  if (after && after.length <= tail.length) return stance('refused', '', after);
  const denial = NOT_DENYING.test(head) ? undefined : BEFORE.exec(head)?.[0];
  if (!denial || denial.startsWith('除')) return stance('said', '');
  const either = EITHER_WAY.exec(tail)?.[0];
  // 有没有管住的 asks for it, other than 管不管住.
  if (HAVE_YOU.test(head)) return either ? stance('open', denial, either) : stance('said', '');
  if (asks(text, term.start - denial.length)) return stance('open', head.slice(-denial.length - 1), either);
  return either ? stance('open', denial, either) : stance('refused', denial);
}

/** 管饭不管饭: either is fine. */
function asksTwice(text: string, before: Stretch, term: Stretch): boolean {
  const [first, second] = [before, term].map(({ start, end }) => text.slice(start, end));
  return /^(?:还是)?[不没]$/u.test(text.slice(before.end, term.start)) && first === second;
}

function leaveOpen(text: string, stated: Stated[], i: number): void {
  const [before, term] = [stated[i - 1], stated[i]];
  if (!before || !term) return;
  const either = EITHER_WAY.exec(text.slice(term.end))?.[0] ?? '';
  stated[i - 1] = { ...before, stance: 'open' };
  stated[i] = { ...term, end: term.end + either.length, stance: 'open' };
}

/** A不A asks: 有没有, 要不要, 管不管, 是不是. */
function asks(text: string, at: number): boolean {
  const [before, denial, after] = [text[at - 1], text[at], text[at + 1]];
  return before !== undefined && (denial === '不' || denial === '没') && before === after;
}

function exceptionsIn(text: string): Stretch[] {
  if (!text.includes('除')) return [];
  return [...text.matchAll(EXCEPT)].flatMap(({ index, 0: whole, 1: inner = '' }) => {
    const start = index + whole.indexOf(inner, 1);
    const end = start + inner.length;
    return inner === '' || ADDS.test(text.slice(end)) ? [] : [{ start, end }];
  });
}
