import { readTime } from '../hours';
import { wordsOf } from './gapped-words';
import type { Lexicon } from './lexicon';
import { MAX_QUERY_LENGTH, MAX_SAID_LENGTH, normaliseAndCut } from './normalise';
import { readSpans, type Span } from './spans';
import { compose } from './understand/compose';
import { withoutConcessions } from './understand/concessions';
import { withChineseTime } from './understand/english-time-words';
import { type Figures, hiding, readFigures } from './understand/figures';
import { joinWords } from './understand/joined';
import { readMixed } from './understand/mixed';
import { readBlurred } from './understand/own-life-words';
import { readWho } from './understand/person-words';
import { wordsOfPictures } from './understand/picture-words';
import type { Repairs } from './understand/repair';
import { repairBeside } from './understand/repair-beside';
import { soundsOf } from './understand/shipped-sounds';
import type { SoundIndex } from './understand/sound-index';
import { withSpelledTime } from './understand/spelled-time-words';
import { statedTerms, timeBeside } from './understand/stated';
import { streetNames } from './understand/street-names';
import { meaningOf } from './understand/wishes';
import type { Correction, Understood } from './understood';

/** How a text is to be read. */
export interface UnderstandOptions {
  /** YYYY-MM-DD in Asia/Shanghai; without it, words like 明天 are left as questions. */
  today?: string | null;
  /**
   * `posting` (default): a part of the day is a wish about the hours of the work. `person`: hours are always when
   * the person is free, and the text is heard to {@link MAX_SAID_LENGTH} characters instead of
   * {@link MAX_QUERY_LENGTH}.
   */
  about?: 'posting' | 'person';
  /** Nothing is repaired: for texts of which every word was meant, such as postings. */
  asWritten?: boolean;
}

/**
 * Reads a query of everyday Chinese: figures of pay and nearness first, then time, then words over the lexicon by
 * longest match, then what is misspelled. What is refused or left open is not applied, what is unsure is suggested,
 * the rest is kept as text. Every character of the normal form is accounted for. Pure; never throws.
 */
export function understand(text: string, lexicon: Lexicon, options: UnderstandOptions = {}): Understood {
  const { today = null, about = 'posting' } = options;
  const { normal, cut } = normalFormOf(
    text,
    lexicon,
    about === 'person' ? MAX_SAID_LENGTH : MAX_QUERY_LENGTH,
  );
  const figures = readFigures(normal);
  const index = soundsOf(lexicon);
  const plain = readSpans(hiding(normal, figures.spans), lexicon);
  const mixed = options.asWritten ? [] : readMixed(normal, plain, index);
  const blocked = [...figures.spans, ...mixed];
  // Most texts are cut into words once: nothing is hidden from the second and the third look.
  const known = mixed.length === 0 ? plain : readSpans(hiding(normal, blocked), lexicon);
  // What somebody does on their own days is when they are not free.
  const told = about === 'person' ? blocked.filter((one) => !isAside(figures, one)) : blocked;
  const hear = (stretch: string) => withoutConcessions(stretch, readTime(stretch, { today, about }));
  const time = timeBeside(normal, [...told, ...readBlurred(normal)], known, lexicon, hear, about);
  const timed = time.spans.map(({ start, end }) => ({ start, end, kind: 'time' as const }));
  const words = wordsOf(
    hiding(normal, [...blocked, ...timed]),
    lexicon,
    timed.length === 0 ? known : undefined,
  );
  const streets = streetNames(normal, words);
  const read = words.filter((one) => !streets.some(({ start, end }) => start < one.end && one.start < end));
  const who = readWho(hiding(normal, [...blocked, ...timed, ...read, ...streets]));
  const hidden = [...blocked, ...timed, ...who, ...streets];
  const { sound, repairs } = options.asWritten
    ? { sound: read, repairs: NO_REPAIRS }
    : repairBeside(normal, hidden, read, lexicon, index);
  const repaired = [...mixed, ...repairs.applied];
  const terms = mergedTerms(inOrder([...sound, ...repaired]), repaired, lexicon);
  const stated = statedTerms(normal, terms);
  return {
    ...compose(
      {
        normal,
        stated,
        meanings: stated.map(meaningOf),
        figures,
        time,
        timed,
        who: [
          ...who.map((one) => ({ ...one, kind: 'person' as const })),
          ...streets.map((one) => ({
            ...one,
            kind: 'place' as const,
            value: normal.slice(one.start, one.end),
          })),
        ],
        stops: terms.filter(({ term }) => term.stop),
        isNoise: noiseBeside(normal, repaired, index),
      },
      lexicon,
    ),
    corrections: inOrder(repaired).map((one) => correctionOf(normal, one)),
    ...(repairs.suggestions.length > 0 ? { suggestions: repairs.suggestions } : {}),
    ...(cut ? { cut: true as const } : {}),
  };
}

const isAside = ({ asides }: Figures, { start, end }: { start: number; end: number }): boolean =>
  asides.some((one) => one.start === start && one.end === end);

/** In a query that is spelled out, single syllables are particles: wo xiang zhao xiwan de huo. */
function noiseBeside(normal: string, repaired: readonly Span[], index: SoundIndex): (run: string) => boolean {
  const isSpelled = repaired.some(({ start, end }) => /^[a-z ]+$/.test(normal.slice(start, end)));
  return (run) => isSpelled && index.sounds.syllables.has(run);
}

/** A corrected word and its neighbour that are a longer word together are read as that: 叉车 私机. */
function mergedTerms(terms: readonly Span[], repaired: readonly Span[], { terms: known }: Lexicon): Span[] {
  const merged: Span[] = [];
  for (const span of terms) {
    const last = merged.at(-1);
    const whole = last?.end === span.start ? known.get(`${last.term.word}${span.term.word}`) : undefined;
    const touches = last && (repaired.includes(last) || repaired.includes(span));
    if (last && whole && touches)
      merged[merged.length - 1] = { start: last.start, end: span.end, term: whole };
    else merged.push(span);
  }
  return merged;
}

const inOrder = (spans: readonly Span[]): Span[] => [...spans].sort((a, b) => a.start - b.start);

const correctionOf = (normal: string, { start, end, term }: Span): Correction => ({
  from: normal.slice(start, end),
  to: term.word,
  start,
  end,
});

const NO_REPAIRS: Repairs = { applied: [], suggestions: [] };

/** The text that offsets point into; pictures are words where there is nothing else. */
function normalFormOf(text: string, lexicon: Lexicon, most: number): { normal: string; cut: boolean } {
  const { normal, cut } = normaliseAndCut(text, most);
  const read = withChineseTime(normal === '' ? wordsOfPictures(text) : normal);
  const timed = withSpelledTime(read, lexicon, soundsOf(lexicon).sounds);
  return { normal: joinWords(timed, lexicon), cut };
}
