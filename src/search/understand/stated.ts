import type { TimeReading } from '../../hours';
import { avoidsByItself, type Lexicon, type Term } from '../lexicon';
import type { Span } from '../spans';
import { hiding } from './figures';
import { stancesOf } from './negation-words';
import { asksWhether, type StatedTerm } from './wishes';

/** Terms that mean something, with how the sentence speaks of them; in order. */
export function statedTerms(normal: string, terms: readonly Span[]): StatedTerm[] {
  const meaning = terms.filter(({ term }) => !term.stop);
  return stancesOf(normal, meaning).flatMap(({ start, end, stance }, i) => {
    const term = meaning[i]?.term;
    return term
      ? [
          {
            start,
            end,
            term,
            stance,
            written: normal.slice(start, end),
            before: normal.slice(Math.max(0, start - BESIDE), start),
            after: normal.slice(end, end + BESIDE),
          },
        ]
      : [];
  });
}

/** So many characters before and after a term tell what is done with it. */
const BESIDE = 6;

/** In longer texts words always go before time, so that they are read once. */
const STORY = 80;

/** What the reading of hours makes of a text; its `spans` are the stretches of time. */
type ReadTime = (text: string) => TimeReading;

/**
 * Reads the time of a text beside its words. What is refused (不上夜班) is hidden from it, and so are words that a
 * stretch of time would break up: pay by the day (当天结, 中午管饭), names of places and work (早餐店). A word inside a
 * longer stretch of time is time: 接送孩子之间.
 * @param words what is read in the text without `blocked`
 */
export function timeBeside(
  normal: string,
  blocked: readonly { start: number; end: number }[],
  words: readonly Span[],
  lexicon: Lexicon,
  readTime: ReadTime,
  about: 'posting' | 'person' = 'posting',
): TimeReading {
  const stated = statedTerms(normal, words);
  const refused = stated.filter(
    (one) =>
      isAvoided(one.term) &&
      (one.stance === 'refused' || (one.stance === 'said' && namesRefusedShift(one, about))),
  );
  const fixed = stated.filter(({ term }) => holdsNoTime(term, lexicon));
  // Nobody listens twice to a story.
  if (normal.length > STORY) return readTime(hiding(normal, [...blocked, ...refused, ...fixed]));
  const reading = readTime(hiding(normal, [...blocked, ...refused]));
  const broken = fixed.filter((one) => reading.spans.some((time) => breaksUp(time, one)));
  return broken.length === 0 ? reading : readTime(hiding(normal, [...blocked, ...refused, ...broken]));
}

/** Whether a stretch of time takes a part of a word, or the whole word and nothing more. */
function breaksUp(time: { start: number; end: number }, word: { start: number; end: number }): boolean {
  const overlaps = time.start < word.end && word.start < time.end;
  const goesOn =
    time.start <= word.start && word.end <= time.end && time.end - time.start > word.end - word.start;
  return overlaps && !goesOn;
}

const isAvoided = ({ constraints }: Term) => constraints.some(({ param }) => param === 'avoid');

/** 别上夜班, 不熬夜: the word says by itself what is not wanted. 夜里不干 of a person says when they are free, too. */
const namesRefusedShift = ({ term: { word }, before }: StatedTerm, about: 'posting' | 'person') =>
  avoidsByItself(word) && !asksWhether(before, word) && (about === 'posting' || /[班熬]/u.test(word));

const FIXED = new Set(['settlement', 'benefits', 'pay', 'avoid']);

function holdsNoTime(
  { word, occupations, workplace, place, placeName, constraints }: Term,
  lexicon: Lexicon,
): boolean {
  if (workplace.length > 0 || place || placeName) return true;
  if (occupations.length > 0) return !beginsWithTime(word, lexicon);
  return constraints.some(({ param, value }) => FIXED.has(param) && (param !== 'avoid' || value !== 'night'));
}

/** 夜班保安, 暑假工: the time is said beside the work. */
function beginsWithTime(word: string, { terms }: Lexicon): boolean {
  for (let length = 2; length < word.length; length++) {
    const term = terms.get(word.slice(0, length));
    if (term?.time || term?.constraints.some(({ value }) => value === 'night')) return true;
  }
  return false;
}
