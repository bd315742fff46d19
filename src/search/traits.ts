import demands from '../../search/lexicon/demands.json' with { type: 'json' };
import { bitsOf } from '../kernel/bits';
import { TRAITS, type Trait } from '../kernel/vocabulary';
import type { Lexicon, Occupation } from './lexicon';
import { normalise } from './normalise';
import { shippedLexicon } from './shipped-lexicon';

/** What is known of a posting's work before anybody has described it. */
export interface DescribedWork {
  occupation: string | null;
  /** Title and description, as people wrote them. */
  text: string;
}

/** What an occupation asks of whoever does it: a skill, to read, to talk with people. */
type Demand = keyof typeof demands;

const asks = (occupation: string | null, demand: Demand): boolean =>
  occupation !== null && demands[demand].includes(occupation);

/** A posting that says the one is not the other, whatever is usual for its occupation. */
const OPPOSITE: Partial<Record<Trait, Trait>> = {
  light: 'heavy',
  heavy: 'light',
  sitting: 'standing',
  standing: 'sitting',
  indoor: 'outdoor',
  outdoor: 'indoor',
};

/** Says where one has to come to: work that usually goes home with people does not then. */
const ON_SITE =
  /(?:工坊|作坊|车间|厂房|活动室|店|厂|棚|现场|工位)(?:里面?|内)(?:做|干|剥|串|装|坐)|到[店厂岗]|来[店厂]/u;

/**
 * Bits of TRAITS: what the work is like by its occupation, and what the posting itself says of it, which wins. Whether it
 * asks for a certificate or leaves hours to choose is known from elsewhere.
 */
export function traitsOf({ occupation, text }: DescribedWork, lexicon: Lexicon = shippedLexicon): number {
  const traits = new Set(usualTraits(occupation === null ? undefined : lexicon.occupations.get(occupation)));
  if (!asks(occupation, 'skill')) traits.add('no_experience');
  if (!asks(occupation, 'reading')) traits.add('no_literacy');
  if (!asks(occupation, 'talking')) traits.add('no_talking');
  if (ON_SITE.test(text)) traits.delete('home');
  for (const trait of saidTraits(text, lexicon)) {
    const opposite = OPPOSITE[trait];
    if (opposite) traits.delete(opposite);
    traits.add(trait);
  }
  return bitsOf([...traits], TRAITS);
}

function usualTraits(occupation: Occupation | undefined): Trait[] {
  if (!occupation) return [];
  const { load, posture, where } = occupation;
  return [
    ...(load === 'light' || load === 'heavy' ? ([load] as const) : []),
    ...(posture === 'sitting' || posture === 'driving' ? (['sitting'] as const) : []),
    ...(posture === 'standing' || posture === 'moving' ? (['standing'] as const) : []),
    ...(where === 'home' ? (['home'] as const) : []),
    ...(where === 'outdoor' || where === 'road' ? (['outdoor'] as const) : []),
    ...(where === 'indoor' || where === 'home' || where === 'clients_home' ? (['indoor'] as const) : []),
  ];
}

interface TraitWords {
  pattern: RegExp;
  traits: ReadonlyMap<string, Trait>;
}
const READ = new WeakMap<Lexicon, TraitWords>();

/** One pattern for all words that say what work is like: every posting that opens is read by it. */
function traitWordsOf(lexicon: Lexicon): TraitWords {
  const known = READ.get(lexicon);
  if (known) return known;
  const traits = new Map<string, Trait>();
  for (const { word, constraints } of lexicon.terms.values()) {
    const said = constraints.find((one) => one.param === 'trait');
    if (said && word.length > 1) traits.set(word, said.value as Trait);
  }
  const longestFirst = [...traits.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const words = { pattern: new RegExp(longestFirst.join('|'), 'gu'), traits };
  READ.set(lexicon, words);
  return words;
}

const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
const NEGATION = /[不没别无非免]$|不用$|不需要$|无需$/u;

/** What a posting says of the work, each in the order in which it is said; what it says is not so is left out. */
function saidTraits(text: string, lexicon: Lexicon): Trait[] {
  const { pattern, traits } = traitWordsOf(lexicon);
  const plain = normalise(text, Number.POSITIVE_INFINITY);
  const said: Trait[] = [];
  for (const { 0: word, index } of plain.matchAll(pattern)) {
    const trait = traits.get(word);
    if (trait && !NEGATION.test(plain.slice(Math.max(0, index - 3), index))) said.push(trait);
  }
  return said;
}
