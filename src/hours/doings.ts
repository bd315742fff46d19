import {
  BACK,
  CHILD,
  DENIED_DUTY,
  FAILING,
  GOING,
  HOMECOMING,
  NIGHT,
  NO_DUTY,
  NO_NEED,
  NOT,
  OTHERS_ASLEEP,
  RUSH,
  SCHOOL_RUN,
  SETTING_OUT,
  SLEEP,
  TO_AND_FRO,
} from './event-words';
import type { EventKind, Place, Token } from './tokens';

/** Something that somebody does at a time: taking children to school, cooking, catching a bus. */
export interface Doing extends Place {
  kind: 'doing';
  event: EventKind;
  /** It is over then: 送完孩子, 接罢孩子. */
  done: boolean;
  /** They have to: 要, 得. */
  duty: boolean;
  /** Of a night's work, which is over in the morning. */
  night?: true;
}

export type Node = Token | Doing;

const SCHOOL: ReadonlySet<EventKind> = new Set(['send', 'fetch', 'school', 'gate']);
/** Words of doing that mean a time only when they are a duty, or stand right beside a clock time. */
const PLAIN: ReadonlySet<EventKind> = new Set(['cook', 'feed', 'bus', 'clinic', 'go', 'home', 'other']);

/** Joins words of one doing (送 + 完 + 孩子 + 上学); words that say nothing of time become gaps. */
export function joinDoings(tokens: readonly Token[], text: string, about: 'posting' | 'person'): Node[] {
  const hasChild =
    tokens.some(
      ({ kind, start, end }) => kind === 'child' || (kind === 'tend' && CHILD.test(text.slice(start, end))),
    ) ||
    SCHOOL_RUN.test(text) ||
    (about === 'person' && TO_AND_FRO.test(text));
  const nodes: Node[] = [];
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i] as Token;
    const setsOut =
      token.kind === 'away' && SETTING_OUT.test(text.slice(token.start, token.end)) && afterClock(tokens, i);
    const joined = setsOut
      ? { node: doing('meal', token, token, false, false), next: i + 1 }
      : doingAt(tokens, i, text, about, hasChild);
    if (joined) {
      const { node } = joined;
      // 上午要睡觉: the part of the day is taken.
      if (
        node.event === 'go' &&
        about === 'person' &&
        isSleep(text, node) &&
        tokens[i - 1]?.kind === 'part'
      ) {
        node.event = 'other';
        node.duty = true;
      } else if (
        node.event === 'go' &&
        isSleep(text, node) &&
        OTHERS_ASLEEP.test(text.slice(Math.max(0, node.start - 4), node.end))
      ) {
        // 八点半孩子睡了: then they are free.
        node.event = 'meal';
      }
      const freed = SCHOOL.has(node.event) ? freedFrom(nodes, node, text) : null;
      if (freed) {
        while ((nodes.at(-1)?.start ?? -1) >= freed.start) nodes.pop();
        nodes.push(freed);
      } else nodes.push(node);
      i = joined.next;
    } else {
      nodes.push(
        token.kind === 'event' ||
          isFailing(token, text) ||
          isRush(token, text, about) ||
          isHomecoming(token, text)
          ? asGap(token)
          : token,
      );
      i++;
    }
  }
  return nodes;
}

const asGap = ({ start, end }: Place): Node => ({ kind: 'gap', start, end });

/** 实在不行晚上八点以后也成: failing that. */
const isFailing = ({ kind, start }: Token, text: string) =>
  kind === 'busy' && FAILING.test(text.slice(Math.max(0, start - 3), start));

/** 店里周末忙不过来: a business that looks for somebody. */
const isRush = ({ kind, start, end }: Token, text: string, about: string) =>
  kind === 'busy' && about === 'posting' && RUSH.test(text.slice(start, end));

/** 晚上能回家: when one is at home, not when one is free. */
const isHomecoming = ({ kind, end }: Token, text: string) =>
  kind === 'part' && HOMECOMING.test(text.slice(end, end + 8));

/** 二四不用接: no duty on days said right before; beside anything else it tells nothing. */
function freedFrom(nodes: readonly Node[], { start, end, duty }: Doing, text: string): Node | null {
  const before = text.slice(Math.max(0, start - 4), start);
  const length = (duty ? DENIED_DUTY : NO_NEED).exec(before)?.[0].length ?? 0;
  if (length === 0) return null;
  const from = start - length;
  let last = nodes.length - 1;
  while (last >= 0 && ((nodes[last]?.start ?? 0) >= from || SUBJECTS.has(nodes[last]?.kind ?? ''))) last--;
  const kind = nodes[last]?.kind;
  return { kind: kind === 'days' || kind === 'dates' ? 'free' : 'gap', start: from, end };
}

/** Who does not have to. */
const SUBJECTS: ReadonlySet<string> = new Set(['fill', 'self', 'child']);

const isSleep = (text: string, { start, end }: Place) =>
  SLEEP.test(text.slice(start, end)) && !NOT.test(text[end] ?? '');

/** 八点半出门: from then on they are out. */
function afterClock(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (tokens[before]?.kind === 'fill') before--;
  return tokens[before]?.kind === 'clock';
}

function doingAt(tokens: readonly Token[], at: number, text: string, about: string, hasChild: boolean) {
  let next = at;
  let duty = false;
  while (tokens[next]?.kind === 'modal') {
    duty = true;
    next++;
  }
  const first = tokens[next];
  if (!first) return null;
  if (
    duty &&
    first.kind === 'gap' &&
    about === 'person' &&
    !leadsToDoing(tokens, next) &&
    !NO_DUTY.test(text.slice(first.start, first.end))
  ) {
    return { node: doing('other', tokens[at] as Token, first, false, duty), next: next + 1 };
  }
  if (duty && first.kind === 'kin' && about === 'person' && GOING.test(text[first.start - 1] ?? ''))
    return { node: doing('other', tokens[at] as Token, first, false, duty), next: next + 1 };
  if (
    duty &&
    first.kind === 'fill' &&
    BACK.test(text.slice(first.start, first.end)) &&
    PAUSE.has(tokens[next + 1]?.kind ?? 'stop')
  ) {
    // 四点就得回
    return { node: doing('go', tokens[at] as Token, first, false, duty), next: next + 1 };
  }
  if (first.kind !== 'event') {
    // 要给孩子做饭: whom it is done for stands between.
    let over = next;
    while (duty && over - next < 4 && BETWEEN.has(tokens[over]?.kind ?? '')) over++;
    const meant = tokens[over];
    if (!duty || meant?.kind !== 'event') return null;
    return chain(tokens, at, over, duty, hasChild, text);
  }
  return chain(tokens, at, next, duty, hasChild, text);
}

/** Whom and where: what stands between having to and what is done. */
const BETWEEN: ReadonlySet<string> = new Set(['fill', 'child', 'self', 'kin', 'gap', 'to']);

/** 得站到学校门口接孙子: what is done comes after how. */
function leadsToDoing(tokens: readonly Token[], at: number): boolean {
  let over = at;
  while (over - at < 4 && BETWEEN.has(tokens[over]?.kind ?? '')) over++;
  return tokens[over]?.kind === 'event';
}

const PAUSE: ReadonlySet<string> = new Set(['soft', 'stop']);

function chain(
  tokens: readonly Token[],
  at: number,
  first: number,
  duty: boolean,
  hasChild: boolean,
  text: string,
): { node: Doing; next: number } | null {
  let last = first;
  let end = first;
  let done = false;
  let event: EventKind | null = null;
  for (; last < tokens.length; last++) {
    const token = tokens[last] as Token;
    if (token.kind === 'event') {
      const own = token.event;
      if (event === null) event = own;
      else if (SCHOOL.has(event) && SCHOOL.has(own)) {
        // 送孩子放学 is not said; 接 after 送 is another doing.
        if (own !== event && !(event === 'fetch' || own === 'send')) break;
        if (event === 'send' && own === 'fetch') break;
        if (event === 'gate' || own === 'gate') event = event === 'gate' ? own : event;
      } else if (event === 'go' && PLAIN.has(own)) event = own;
      else if (own !== 'go') break;
      end = last;
    } else if (token.kind === 'done') {
      done = true;
      end = last;
    } else if (token.kind === 'child' || token.kind === 'self') end = last;
    else if (token.kind === 'gap' || token.kind === 'kin') {
      // 要回去给爹喂饭: for whom.
      if (event !== 'go' || tokens[last + 1]?.kind !== 'event' || token.end - token.start > 4) break;
    } else if (token.kind !== 'fill') break;
  }
  if (event === null) return null;
  const word = text.slice((tokens[first] as Token).start, (tokens[first] as Token).end);
  if (SCHOOL.has(event) && !hasChild) {
    // A pupil's own day: after school they are free.
    if (word.length < 2 || event === 'school') return null;
    event = event === 'fetch' ? 'off' : 'work';
  }
  const node = doing(event, tokens[at] as Token, tokens[end] as Token, done, duty);
  return { node: event === 'off' && NIGHT.test(word) ? { ...node, night: true } : node, next: end + 1 };
}

function doing(event: EventKind, from: Place, to: Place, done: boolean, duty: boolean): Doing {
  return { kind: 'doing', event, start: from.start, end: to.end, done, duty };
}

/** Whether a doing without a clock time beside it says something about the day. */
export function meansTime({ event, duty, done }: Doing): boolean {
  return duty || done || !PLAIN.has(event);
}
