import { describe, expect, it } from 'vitest';
import needs from '../../law/generated/needs.json' with { type: 'json' };
import generated from '../../law/generated/traditional.json' with { type: 'json' };
import { needsOfRules } from '../../scripts/law-needs';
import { traditionalPairs } from '../../scripts/traditional-pairs';
import { applySuggestion } from '../../src/checks';
import { fold } from '../../src/checks/fold';
import { RULES } from '../../src/checks/rule-book';
import { nothingHeld, rulesOfSentence, rulesThat } from '../../src/checks/rules-for';
import { unmask } from '../../src/checks/unmask';
import { badSentences, cleanSentences, findingsIn, printed, shares } from './corpus';

/** Sentences as employers and chat groups write them; written before the rules were tuned on them, then mended. */
const bad = badSentences();
const clean = cleanSentences();

it('finds what is unlawful, kind by kind', () => {
  const labels = bad.flatMap(({ codes, sentence, words }) =>
    codes.map((code) => ({ code, sentence, words })),
  );
  const found = ({ code, sentence, words }: (typeof labels)[number]) => {
    const at = sentence.indexOf(words);
    // Later sentences name their code only.
    const meets = (start: number, end: number) => words === '' || (start < at + words.length && at < end);
    return findingsIn(sentence).some((one) => one.code === code && meets(one.start, one.end));
  };
  const recall = shares(labels, ({ code }) => code, found);
  console.log(`recall: ${printed(recall)}`);
  const { of = 0, hit = 0 } = recall.get('all') ?? {};
  expect(of).toBeGreaterThanOrEqual(1200);
  expect(labels.filter((label) => !found(label)).length).toBeLessThanOrEqual(of * 0.03);
  expect(hit / of).toBeGreaterThanOrEqual(0.97);
  for (const [code, share] of recall) expect(share.hit / share.of, code).toBeGreaterThanOrEqual(0.85);
});

it('leaves alone what is lawful, near misses among them', () => {
  const alarms = shares(
    clean,
    ({ near }) => near,
    ({ sentence }) => findingsIn(sentence).length > 0,
  );
  console.log(`false alarms: ${printed(alarms)}`);
  const { of = 0, hit = 0 } = alarms.get('all') ?? {};
  expect(of).toBeGreaterThanOrEqual(1500);
  expect(hit / of).toBeLessThanOrEqual(0.02);
});

describe('rules', () => {
  it('are asked of every text that they can find anything in: needs.json is up to date (npm run law)', () => {
    expect(needs).toEqual(needsOfRules());
  });

  it('are among those asked of each sentence in which they match', () => {
    const every = rulesThat(() => true);
    const forgotten = [...bad, ...clean]
      .filter((_, i) => i % 5 === 0)
      .flatMap(({ sentence }) => unmask(fold(sentence)).text.split(/[\n!;?。]/))
      .flatMap((part) => {
        const asked = new Set(rulesOfSentence(part, nothingHeld(), every));
        const matching = RULES.filter(
          ({ find, whole, follows }) => !whole && !follows && part.search(find) >= 0,
        );
        return matching.filter((rule) => !asked.has(rule)).map(({ id }) => `${id}: ${part}`);
      });
    expect(forgotten).toEqual([]);
  });

  it('have an article of law each', () => {
    expect(RULES.filter(({ article }) => article.length < 4)).toEqual([]);
  });

  it('read traditional characters by a table that is up to date', () => {
    expect(generated.pairs).toBe(traditionalPairs());
  });
});

it('rewords until nothing that can be reworded is left', () => {
  const left: string[] = [];
  for (const { sentence } of bad) {
    let text = sentence;
    for (let taps = 0; taps < 8; taps++) {
      const next = findingsIn(text).find(({ suggestion }) => suggestion !== undefined);
      if (!next) break;
      text = applySuggestion(text, next);
    }
    if (findingsIn(text).some(({ suggestion }) => suggestion !== undefined))
      left.push(`${sentence} → ${text}`);
  }
  expect(left).toEqual([]);
});
