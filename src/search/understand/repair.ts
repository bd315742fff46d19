import type { Lexicon } from '../lexicon';
import { type Around, type Bounds, bounds, isUnexplained, WHOLE } from './bounds';
import { type Candidate, choose, decided, type Repaired, type Verdict } from './choice';
import { type Hearing, hearFrom, isLetterAt, type Likeness, likeness } from './heard';
import { speltBy } from './letters';
import { guardOf } from './ordinary';
import { isInSlot, type Known, type Spelt, withLastHope, withPairs } from './repair-by-context';
import { slipsOf } from './slips';
import type { SoundIndex } from './sound-index';

/** `applied` do not overlap and stand in order; `suggestions` are best first. */
export interface Repairs {
  applied: Repaired[];
  suggestions: { from: string; to: string }[];
}

/** What was not understood is looked at no further than this: a long story is no misspelled word. */
const LOOKED_AT = 30;
const MOST_SUGGESTIONS = 5;
/** Endings of names of places and shops: what ends so is a name, unless the word ends so, too. */
const NAME_ENDING = /[路街巷村镇乡区县市园苑城府庄桥院校店铺馆楼厅]$/u;
/** Adds to a slip's cost per word what ranks cannot tell. */
const SLIP_RANK = 0.02;

/**
 * Reads what no word explains as words that sound or look like it, or are spelled so. `text` is normal, with
 * `EXPLAINED` for what is explained. What is near enough and alone is applied, what is less sure suggested;
 * ordinary words stay as they are. Pure.
 */
export function repair(
  text: string,
  lexicon: Lexicon,
  index: SoundIndex,
  { normal, saysWork }: Known = { normal: text, saysWork: false },
): Repairs {
  const guard = guardOf(text.slice(0, reachOf(text)), index.sounds.ordinary);
  const around: Around = { text, lexicon, guard };
  const found: Candidate[] = [];
  let looked = 0;
  const letters: Hearing[] = [];
  for (let at = 0; at < text.length && looked < LOOKED_AT; at++) {
    if (!isUnexplained(text[at] ?? '')) continue;
    looked++;
    for (const hearing of hearFrom(text, at, index)) {
      if (isLetters(text.slice(hearing.start, hearing.end))) letters.push(hearing);
      else if (!cutsLetters(text, hearing.start) && !cutsLetters(text, hearing.end))
        found.push(...candidatesOf(hearing, text, bounds(around, hearing.start, hearing.end)));
    }
    found.push(...slippedAt(around, at, index));
  }
  for (const hearing of chained(text, letters)) found.push(...candidatesOf(hearing, text, WHOLE));
  const fitting = found.filter(
    ({ start, end, term, verdict }) =>
      isLetters(text.slice(start, end)) ||
      !guard.forbids(start, end) ||
      (verdict === 'apply' &&
        (isAllButOne(text.slice(start, end), term.word) || isInSlot(normal, start, end, term))),
  );
  const chosen = withLastHope(choose(decided(fitting)), text, saysWork);
  const initials = withPairs(spelt(text, chosen.applied, index), text, lexicon, saysWork);
  return {
    applied: [...chosen.applied, ...initials.applied].sort((a, b) => a.start - b.start),
    suggestions: namesOf(text, [...chosen.unsure, ...initials.unsure]),
  };
}

/** Where looking ends, with room for a word that begins there. */
function reachOf(text: string): number {
  let looked = 0;
  let at = 0;
  while (at < text.length && looked < LOOKED_AT) if (isUnexplained(text[at++] ?? '')) looked++;
  return at + LONGEST_SLIP * 2;
}

/** Ordinary words that together are all but one character of a long name are that name: 代价师傅. */
const LONG_NAME = 4;
function isAllButOne(written: string, word: string): boolean {
  const same = [...written].filter((character, i) => character === word[i]).length;
  return written.length === word.length && word.length >= LONG_NAME && same === word.length - 1;
}

const isLetters = (text: string) => /^[a-z ]+$/.test(text);

const cutsLetters = (text: string, at: number) => isLetterAt(text, at - 1) && isLetterAt(text, at);

function candidatesOf({ start, end, path, terms }: Hearing, text: string, bounded: Bounds): Candidate[] {
  const written = text.slice(start, end);
  const letters = path.filter(({ character }) => character === '').length;
  return terms.flatMap((one) => {
    const like = likeness(path, one);
    const isAsWritten = letters === 0 && like.same === path.length;
    const verdict = like.rare > 0 || isAsWritten ? null : verdictOf(like, path.length, letters, bounded);
    if (!verdict || (NAME_ENDING.test(written) && written.at(-1) !== one.term.word.at(-1))) return [];
    return [{ start, end, term: one.term, score: like.score, sense: one.sense, verdict }];
  });
}

/**
 * Hearings of letters only that, one after the other, take up whole runs of letters: xiwangongrijie is 洗碗工 and
 * 日结, while the xian in xianjie is nothing.
 */
function chained(text: string, hearings: readonly Hearing[]): Hearing[] {
  const begins = new Set<number>();
  const ends = new Set<number>();
  for (const { index, 0: run } of text.matchAll(/[a-z]+/g)) {
    begins.add(index);
    ends.add(index + run.length);
  }
  const forward = [...hearings].sort((a, b) => a.start - b.start);
  for (const { start, end } of forward) if (begins.has(start)) begins.add(end);
  for (const { start, end } of [...hearings].sort((a, b) => b.end - a.end))
    if (ends.has(end)) ends.add(start);
  return forward.filter(({ start, end }) => begins.has(start) && ends.has(end));
}

function verdictOf(
  { same, dialect }: Likeness,
  length: number,
  letters: number,
  bounded: Bounds,
): Verdict | null {
  if (letters === length) {
    if (!bounded.edge) return dialect === 0 && length > 2 ? 'apply' : null;
    return dialect === 0 || length > 2 ? 'apply' : 'suggest';
  }
  const wrong = length - same - letters;
  if (!bounded.word) {
    if (length < 3) return null;
    return wrong * 3 <= length && dialect === 0 ? 'apply' : wrong * 2 <= length ? 'suggest' : null;
  }
  if (wrong === 0) return 'apply';
  if (length === 2) return wrong === 1 && (dialect === 0 || bounded.edge) ? 'apply' : 'suggest';
  if (wrong * 2 <= length + 1 && wrong < length) return dialect < 2 ? 'apply' : 'suggest';
  return dialect === 0 ? 'apply' : 'suggest';
}

const LONGEST_SLIP = 7;
const isHanAt = (text: string, at: number) => text.charCodeAt(at) >= 0x3400 && isUnexplained(text[at] ?? '');

function slippedAt(around: Around, at: number, index: SoundIndex): Candidate[] {
  const { text, lexicon } = around;
  const found: Candidate[] = [];
  for (let end = at + 1; end <= at + LONGEST_SLIP && isHanAt(text, end - 1); end++) {
    const bounded = bounds(around, at, end);
    // What does not begin at the edge of a word does not do so later either.
    if (!bounded.begins) return found;
    if (!bounded.word || end < at + 2) continue;
    const written = text.slice(at, end);
    for (const { term, cost, plain, changed } of slipsOf(written, bounded.edge, lexicon, index)) {
      if (NAME_ENDING.test(written) && written.at(-1) !== term.word.at(-1)) continue;
      // 乘务员 is no 服务员: 乘务 is a word.
      if (changed !== undefined && around.guard.covers(at + changed)) continue;
      const verdict = plain && (written.length > 2 || bounded.edge) ? 'apply' : 'suggest';
      const sense = term.occupations.join(' ') || term.word;
      found.push({
        start: at,
        end,
        term,
        score: cost / written.length + (term.occupations.includes(term.word) ? 0 : SLIP_RANK),
        sense,
        verdict,
      });
    }
  }
  return found;
}

/** Runs of letters that nothing explains yet: initials and slips of spelling. */
function spelt(text: string, applied: readonly Repaired[], index: SoundIndex): Spelt {
  const found: Spelt = { applied: [], unsure: [] };
  for (const match of text.slice(0, LOOKED_AT * 2).matchAll(/(?<![a-z0-9])[a-z]{2,24}(?![a-z0-9])/g)) {
    const start = match.index;
    const end = start + match[0].length;
    if (applied.some((one) => one.start < end && start < one.end)) continue;
    const { terms, sure } = speltBy(match[0], index);
    const read = terms.map(({ term }) => ({ start, end, term }));
    if (sure) found.applied.push(...read.slice(0, 1));
    else found.unsure.push(...read);
  }
  return found;
}

function namesOf(text: string, unsure: readonly Repaired[]): { from: string; to: string }[] {
  const seen = new Set<string>();
  const names = unsure.flatMap(({ start, end, term }) => {
    const key = `${start} ${term.word}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ from: text.slice(start, end), to: term.word }];
  });
  return names.slice(0, MOST_SUGGESTIONS);
}
