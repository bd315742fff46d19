import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { fold } from '../src/checks/fold';
import { LAYERS, RULES, type Rule } from '../src/checks/rule-book';
import { verdictExpression } from '../src/checks/verdict';

/** Characters, and pairs of such that follow each other, of which a text must hold one. */
type Need = ReadonlySet<string>;

/** Where what the rules need is kept, so that no start has to work it out. */
export const NEEDS_FILE = fileURLToPath(new URL('../law/generated/needs.json', import.meta.url));
const POSTINGS = new URL('../search/golden/postings.jsonl', import.meta.url);
/** How common a character or pair is taken to be that no posting holds. */
const UNSEEN = [0.0005, 0.00005] as const;
/** Most pairs that two classes next to each other are written as. */
const MOST_PAIRS = 128;
/** Widest range of a class that is taken apart; wider ones ask for nothing in particular. */
const WIDEST = 64;

/**
 * For each rule by its id, what a text must hold for the rule to find anything in it: at most {@link LAYERS} sets on
 * lines of their own, one character or pair of each, parted by tabs. Read off the expression, so that it can be no
 * narrower than that; of several the rarest.
 */
export function needsOfRules(): Record<string, string> {
  const rarity = rarityIn(readFileSync(POSTINGS, 'utf8'));
  return Object.fromEntries(
    RULES.map((rule) => {
      const needs = rarest(needsOf(rule, rarity), rarity).slice(0, LAYERS);
      return [rule.id, needs.map((need) => [...need].sort().join('\t')).join('\n')];
    }),
  );
}

/** What a rule needs by its words and by what must follow them. */
function needsOf({ find, follows, whole }: Rule, rarity: Rarity): Need[] {
  // What a whole text holds is put together from its sentences: pairs across their borders are not among it.
  const own = new Reader(rarity, !whole).ofExpression(find);
  if (follows === null || follows.may === true) return own;
  return [...own, ...new Reader(rarity, true).ofExpression(verdictExpression(follows.say))];
}

type Rarity = (need: Need) => number;

/** How often a sentence of the postings holds any of some characters or pairs, summed up. */
function rarityIn(postings: string): Rarity {
  const sentences = fold(postings).text.split(/[。;!?\n]/);
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    const held = new Set([...sentence].flatMap((one, i) => [one, sentence.slice(i, i + 2)]));
    for (const one of held) counts.set(one, (counts.get(one) ?? 0) + 1 / sentences.length);
  }
  return (need) =>
    [...need].reduce((sum, one) => sum + (counts.get(one) ?? UNSEEN[one.length === 1 ? 0 : 1]), 0);
}

const rarest = (needs: readonly Need[], rarity: Rarity) => needs.toSorted((a, b) => rarity(a) - rarity(b));

/** Reads what a text must hold off an expression. */
class Reader {
  private readonly parser = new RegExpParser({ ecmaVersion: 2024 });

  /** @param pairs whether characters that follow each other are taken together */
  constructor(
    private readonly rarity: Rarity,
    private readonly pairs: boolean,
  ) {}

  ofExpression({ source }: RegExp): Need[] {
    return this.ofAlternatives(
      this.parser.parsePattern(source, 0, source.length, { unicode: false }).alternatives,
    );
  }

  /** Whichever of them matches: the needs of all, one beside the other. */
  private ofAlternatives(alternatives: readonly AST.Alternative[]): Need[] {
    const each = alternatives.map(({ elements }) => rarest(this.ofSequence(elements), this.rarity));
    const [only] = each;
    if (only && each.length === 1) return only;
    const shared = Math.min(LAYERS, ...each.map(({ length }) => length));
    return Array.from({ length: shared }, (_, k) => new Set(each.flatMap((needs) => [...(needs[k] ?? [])])));
  }

  private ofSequence(elements: readonly AST.Element[]): Need[] {
    const needs: Need[] = [];
    for (let i = 0; i < elements.length; i++) {
      const pair = this.pairs ? pairOf(elements[i], elements[i + 1]) : null;
      if (pair) i++;
      needs.push(...(pair ? [pair] : this.ofElement(elements[i] as AST.Element)));
    }
    return needs;
  }

  private ofElement(element: AST.Element): Need[] {
    switch (element.type) {
      case 'Character':
      case 'CharacterClass': {
        const characters = charactersOf(element);
        return characters ? [new Set(characters)] : [];
      }
      case 'Quantifier':
        return element.min === 0 ? [] : this.ofElement(element.element);
      case 'Group':
      case 'CapturingGroup':
        return this.ofAlternatives(element.alternatives);
      case 'Assertion':
        // What is looked at stands in the same text.
        return 'alternatives' in element && !element.negate ? this.ofAlternatives(element.alternatives) : [];
      default:
        return [];
    }
  }
}

/** The pairs that two characters or classes next to each other match; null where one is neither, or too many. */
function pairOf(first: AST.Element | undefined, second: AST.Element | undefined): Need | null {
  const [from, to] = [charactersOf(first), charactersOf(second)];
  if (!from || !to || from.length * to.length > MOST_PAIRS) return null;
  return new Set(from.flatMap((one) => to.map((next) => one + next)));
}

/** What a character or class matches; null for what is neither, and for a class that asks for too many to be told apart. */
function charactersOf(element: AST.Element | undefined): string[] | null {
  if (element?.type === 'Character') return [String.fromCodePoint(element.value)];
  if (element?.type !== 'CharacterClass' || element.negate) return null;
  const all: string[] = [];
  for (const one of element.elements) {
    if (one.type === 'Character') all.push(String.fromCodePoint(one.value));
    else if (one.type !== 'CharacterClassRange' || one.max.value - one.min.value > WIDEST) return null;
    else for (let code = one.min.value; code <= one.max.value; code++) all.push(String.fromCodePoint(code));
  }
  return all;
}

/** Run by itself it writes the file. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(NEEDS_FILE, `${JSON.stringify(needsOfRules(), null, 2)}\n`);
}
