import type { Avoid, Constraint, Term, Trait } from '../lexicon';
import { avoidsByItself } from '../lexicon';
import type { SpanKind, Understood } from '../understood';
import type { Stance } from './negation-words';

/** A term with the stance of the sentence; offsets include the words of the stance. */
export interface StatedTerm {
  start: number;
  end: number;
  term: Term;
  stance: Stance;
  /** As written, with the words of the stance. */
  written: string;
  /** The few characters before it and after it. */
  before: string;
  after: string;
}

/** What one term comes to in its sentence. */
export interface Meaning {
  kind: SpanKind;
  value?: string;
  /** Is looked for as text. */
  isWord?: true;
  constraints?: readonly Constraint[];
  traits?: readonly Trait[];
  notTraits?: readonly Trait[];
  avoid?: readonly Avoid[];
}

/** What is wished when the contrary is refused. */
const OPPOSITE: Partial<Record<Trait, { trait?: Trait; avoid?: Avoid }>> = {
  heavy: { avoid: 'heavy' },
  outdoor: { trait: 'indoor' },
  indoor: { trait: 'outdoor' },
  standing: { trait: 'sitting' },
};
/** What can be refused though there is no word for the contrary. */
const REFUSABLE: ReadonlySet<Trait> = new Set(['home', 'sitting', 'light', 'quiet', 'urgent']);
/** 接送孩子之间: what somebody does themselves, and looks for work beside. */
const BETWEEN = /^(?:之间|中间|间隙|空[档当余]|之余|的(?:空|间隙|中间))/u;
/** 管接送, 有班车接送: what comes with the work, though it names work by itself. */
const SERVED = /(?:管|包|给|有|免费|车|班车|公司|厂里?|单位)(?:有?车)?$/u;
const FETCHES = /^接送$/u;
const NO_CHILD = /^(?!孩|娃|小孩|学生|小学|放学|上学|一下孩)/u;
/** Parts of some work that people will not do without refusing the work itself: 不用住家, 不跑长途. */
const PARTS: readonly (readonly [RegExp, Avoid])[] = [
  [/^住家|^住人家|^住东家/u, 'live_in'],
  [/^(?:跑|开)?长途/u, 'long_haul'],
  [/^(?:值|看|守|陪|夜里值|夜班值)(?:大|小)?夜?(?:班)?$|^夜里值班$/u, 'night'],
];
const LIVES_IN = /^(不|非)?住家/u;
/** 给老头做饭, 照顾老人: whom the work is done for. */
const OLD_FOLK = /^(?:老|大[爷妈娘])/u;
const FOR =
  /(?:给|替|为|帮|照顾|照看|照料|伺候|侍候|陪|护理|招呼|看护|看|服侍|接送|推)(?:个|俩|那|一个|俩个|着)?(?:老头�?|老人|大爷|老太太?)?[、和跟]?$/u;
/** 没有洗碗的吗: nobody refuses work by saying that there is none. */
const LACK = /^[没无非]/u;

/** Reads one term in its sentence. */
export function meaningOf({ term, stance, written, before, after }: StatedTerm): Meaning {
  const { occupations, workplace, place, placeName, notice, constraints } = term;
  const refused = stance === 'refused' && !(LACK.test(written) && occupations.length > 0);
  if (occupations.length > 0) {
    const value = occupations.join(' ');
    const shunned = constraints.flatMap((one) => (one.param === 'avoid' ? [one.value] : []));
    const part = PARTS.find(([form]) => form.test(term.word))?.[1];
    if (refused && part) return { kind: 'avoid', value: part, avoid: [part] };
    if (refused && shunned.length > 0) return { kind: 'avoid', value: shunned.join(' '), avoid: shunned };
    if (refused) return { kind: 'refused', value };
    if (BETWEEN.test(after)) return { kind: 'person' };
    if (FETCHES.test(term.word) && SERVED.test(before) && NO_CHILD.test(after)) return { kind: 'person' };
    const traits: Trait[] = stance === 'new' ? ['no_experience'] : [];
    const livesIn = LIVES_IN.exec(term.word);
    // 不住家 by itself says how somebody will not live; with a name it names the work, too.
    if (livesIn?.[1] && livesIn[0] === term.word)
      return { kind: 'avoid', value: 'live_in', avoid: ['live_in'] };
    return {
      kind: 'occupation',
      value,
      isWord: true,
      constraints: [...constraints, ...within(term)],
      traits,
      ...(livesIn?.[1] ? { avoid: ['live_in'] } : {}),
    };
  }
  if (workplace.length > 0)
    return refused
      ? { kind: 'refused', value: term.word }
      : { kind: 'workplace', value: term.word, isWord: true };
  if (place) return refused ? { kind: 'refused' } : { kind: 'place', value: place.name };
  if (notice) return refused ? { kind: 'refused' } : { kind: 'notice', value: notice, isWord: true };
  if (placeName) return refused ? { kind: 'refused' } : { kind: 'place', value: placeName, isWord: true };
  return constraints.length > 0 ? conditionOf(term, stance, before) : { kind: 'stop' };
}

/** What stands within the name of work: 奶茶店兼职, 大学生家教. */
const WITHIN: readonly (readonly [RegExp, Constraint])[] = [
  [/兼职/u, { param: 'engagement', value: 'part_time' }],
  [/全职/u, { param: 'engagement', value: 'full_time' }],
  [/^大学生(?!宿舍|公寓)/u, { param: 'trait', value: 'student' }],
  [/^住家./u, { param: 'benefits', value: 'lodging' }],
];

const within = ({ word, constraints }: Term): Constraint[] =>
  WITHIN.flatMap(([form, said]) =>
    form.test(word) && !constraints.some(({ param }) => param === said.param) ? [said] : [],
  );

function conditionOf({ word, constraints }: Term, stance: Stance, before: string): Meaning {
  const [first] = constraints;
  if (!first) return { kind: 'stop' };
  const value = constraints.map((one) => one.value).join(' ');
  if (first.param === 'avoid') return avoidanceOf(`${before}${word}`, word, first.value, stance);
  if (stance === 'said' && OTHER_DOOR.test(`${before}${word}`)) return { kind: 'stop' };
  if (first.value === 'older' && OLD_FOLK.test(word) && FOR.test(before)) return { kind: 'person' };
  if (stance === 'said') return { kind: kindOf(first), value, constraints };
  if (first.param !== 'trait') return { kind: 'unsure' };
  if (stance === 'accepted')
    return first.value === 'heavy' ? { kind: 'trait', value, constraints } : { kind: 'person' };
  if (stance === 'refused' && REFUSABLE.has(first.value))
    return { kind: 'avoid', value, notTraits: [first.value] };
  const opposite = stance === 'refused' ? OPPOSITE[first.value] : undefined;
  if (opposite?.avoid) return { kind: 'avoid', value: opposite.avoid, avoid: [opposite.avoid] };
  return opposite?.trait
    ? { kind: 'trait', value: opposite.trait, traits: [opposite.trait] }
    : { kind: 'unsure' };
}

/** The door of a school is not one's own. */
const OTHER_DOOR = /[校厂院店站园馆司]大?门口$/u;
const PAID = /(?:交|垫|付|缴|收)(?:了|个|一?点)?$/u;

/** 有没有夜班: the word that would deny ends a question. */
export const asksWhether = (before: string, word: string): boolean =>
  /^[不没]/u.test(word) && word.length > 1 && before.at(-1) === word.charAt(1);

function avoidanceOf(sentence: string, word: string, value: Avoid, stance: Stance): Meaning {
  if (stance === 'accepted') return { kind: 'person' };
  const isMeant = avoidsByItself(word) ? stance === 'said' : stance === 'refused';
  if (isMeant && !asksWhether(sentence.slice(0, -word.length), word))
    return { kind: 'avoid', value, avoid: [value] };
  if (avoidsByItself(word)) return { kind: 'person' };
  // A fee to be paid before there is work is the bait of a fraud.
  const isPaid = PAID.test(sentence.slice(0, -word.length)) || PAID.test(word.charAt(0));
  return value === 'fee' && stance === 'said' && isPaid
    ? { kind: 'notice', value: 'fraud', isWord: true }
    : { kind: 'rest', isWord: true };
}

function kindOf({ param }: Constraint): SpanKind {
  return param === 'mode' ? 'near' : param;
}

/** Several conditions of one kind that cannot hold together are not chosen from. */
export function contradicting(meanings: readonly Meaning[], param: 'settlement' | 'engagement'): boolean {
  const said = meanings.flatMap(({ constraints = [] }) => constraints.filter((one) => one.param === param));
  return new Set(said.map(({ value }) => value)).size > 1;
}

type Conditions = Pick<
  Understood,
  'settlement' | 'benefits' | 'engagement' | 'duration' | 'near' | 'pay' | 'traits' | 'notTraits' | 'avoid'
>;

/** The conditions of all meanings together; of what can be said once only, the first. */
export function conditionsOf(meanings: readonly Meaning[]): Conditions {
  const all = meanings.flatMap(({ constraints = [] }) => constraints);
  const values = <P extends Constraint['param']>(param: P) => {
    type Value = Extract<Constraint, { param: P }>['value'];
    return unique(all.filter((one) => one.param === param).map((one) => one.value as Value));
  };
  const [settlement] = contradicting(meanings, 'settlement') ? [] : values('settlement');
  const [engagement] = contradicting(meanings, 'engagement') ? [] : values('engagement');
  const [duration] = values('duration');
  const [mode] = values('mode');
  const near = values('near');
  const benefits = values('benefits');
  const traits = unique([...values('trait'), ...meanings.flatMap((one) => one.traits ?? [])]);
  const notTraits = unique(meanings.flatMap((one) => one.notTraits ?? []));
  const avoid = unique(meanings.flatMap((one) => one.avoid ?? []));
  return {
    ...(settlement ? { settlement } : {}),
    ...(benefits.length > 0 ? { benefits } : {}),
    ...(engagement ? { engagement } : {}),
    ...(duration ? { duration } : {}),
    ...(near.length > 0 || mode
      ? {
          near: {
            ...(mode ? { mode } : {}),
            ...(near.includes('next_door') ? { nextDoor: true as const } : {}),
          },
        }
      : {}),
    ...(values('pay').length > 0 ? { pay: { high: true as const } } : {}),
    ...(traits.length > 0 ? { traits } : {}),
    ...(notTraits.length > 0 ? { notTraits } : {}),
    ...(avoid.length > 0 ? { avoid } : {}),
  };
}

/** Each once, in the order in which they came. */
export function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
