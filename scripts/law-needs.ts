import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { fold } from '../src/checks/fold';
import { LAYERS, RULES } from '../src/checks/rule-book';

/** Characters of which a text must hold one. */
type Need = ReadonlySet<string>;

/** Where what the rules need is kept, so that no start has to work it out. */
export const NEEDS_FILE = fileURLToPath(new URL('../law/generated/needs.json', import.meta.url));
const POSTINGS = new URL('../search/golden/postings.jsonl', import.meta.url);
/** How common a character is taken to be that no posting holds. */
const UNSEEN = 0.0005;
/** Widest range of a class that is taken apart; wider ones ask for nothing in particular. */
const WIDEST = 64;

/**
 * For each rule by its id, what a text must hold for the rule to find anything in it: at most {@link LAYERS} sets, one
 * character of each, parted by tabs. Read off the expression, so that it can be no narrower than that; of several the rarest.
 */
export function needsOfRules(): Record<string, string> {
  const rare = rarityIn(readFileSync(POSTINGS, 'utf8'));
  const parser = new RegExpParser({ ecmaVersion: 2024 });
  return Object.fromEntries(
    RULES.map(({ id, find }) => {
      const pattern = parser.parsePattern(find.source, 0, find.source.length, { unicode: false });
      const needs = rarest(ofAlternatives(pattern.alternatives, rare), rare).slice(0, LAYERS);
      return [id, needs.map((need) => [...need].sort().join('')).join('\t')];
    }),
  );
}

type Rarity = (need: Need) => number;

/** How often a sentence of the postings holds any of some characters, summed up. */
function rarityIn(postings: string): Rarity {
  const sentences = fold(postings).text.split(/[。;!?\n]/);
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    for (const one of new Set(sentence)) counts.set(one, (counts.get(one) ?? 0) + 1 / sentences.length);
  }
  return (need) => [...need].reduce((sum, one) => sum + (counts.get(one) ?? UNSEEN), 0);
}

const rarest = (needs: readonly Need[], rarity: Rarity) => needs.toSorted((a, b) => rarity(a) - rarity(b));

/** Whichever of them matches: the needs of all, one beside the other. */
function ofAlternatives(alternatives: readonly AST.Alternative[], rarity: Rarity): Need[] {
  const each = alternatives.map(({ elements }) =>
    rarest(
      elements.flatMap((element) => ofElement(element, rarity)),
      rarity,
    ),
  );
  const [only] = each;
  if (only && each.length === 1) return only;
  const shared = Math.min(LAYERS, ...each.map(({ length }) => length));
  return Array.from({ length: shared }, (_, k) => new Set(each.flatMap((needs) => [...(needs[k] ?? [])])));
}

function ofElement(element: AST.Element, rarity: Rarity): Need[] {
  switch (element.type) {
    case 'Character':
      return [new Set(String.fromCodePoint(element.value))];
    case 'CharacterClass': {
      const characters = element.negate ? null : charactersOf(element);
      return characters ? [new Set(characters)] : [];
    }
    case 'Quantifier':
      return element.min === 0 ? [] : ofElement(element.element, rarity);
    case 'Group':
    case 'CapturingGroup':
      return ofAlternatives(element.alternatives, rarity);
    case 'Assertion':
      // What is looked at stands in the same text.
      return 'alternatives' in element && !element.negate ? ofAlternatives(element.alternatives, rarity) : [];
    default:
      return [];
  }
}

/** The characters of a class; null for one that asks for too many to be told apart. */
function charactersOf({ elements }: AST.CharacterClass): string[] | null {
  const all: string[] = [];
  for (const one of elements) {
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
