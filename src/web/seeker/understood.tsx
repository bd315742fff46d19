import type { SeekerQuery } from '../../matching';
import { type ReadSpan, type Understood, without } from '../../search';
import { Link } from '../page-frame';
import { LIST_TEXT, SPAN_TEXT } from '../text/seeker';
import { BENEFIT_TEXT, SETTLEMENT_TEXT, weekText } from '../text/vocabulary';
import type { Condition } from './conditions';
import { type SearchText, searchPath } from './params';

/** What says nothing of its own has nothing to undo. */
const SILENT: ReadonlySet<ReadSpan['kind']> = new Set(['stop', 'space', 'person', 'unsure', 'notice']);
/** How many of what may have been meant are offered. */
const OFFERED = 2;

/** What was read out of the words, each with the search that lacks it; the same thing said twice stands once. */
export function understoodConditions(text: SearchText, { understood }: SeekerQuery): Condition[] {
  if (!understood || !text.q) return [];
  const seen = new Set<string>();
  return understood.spans.flatMap((span) => {
    if (SILENT.has(span.kind)) return [];
    const words = spanText(understood, span);
    if (seen.has(words)) return [];
    seen.add(words);
    return [{ text: words, path: searchPath(text, { q: without(understood, span) || null }) }];
  });
}

/** A stretch of the words as it was taken: by its proper name where there is one, else as it was said. */
function spanText({ normal, time, place }: Understood, { kind, value, start, end }: ReadSpan): string {
  const said = normal.slice(start, end);
  switch (kind) {
    case 'occupation':
      return value ?? said;
    case 'settlement':
      return named(SETTLEMENT_TEXT, value) ?? said;
    case 'benefits':
      return named(BENEFIT_TEXT, value) ?? said;
    case 'place':
      return SPAN_TEXT.place(place?.name ?? said);
    case 'refused':
      return SPAN_TEXT.refused(value ?? said);
    case 'time':
      if (time?.wish) return SPAN_TEXT.wish(weekText(time.wish));
      return time?.free ? SPAN_TEXT.free(weekText(time.free)) : said;
    case 'rest':
      return LIST_TEXT.keyword(said);
    default:
      return said;
  }
}

/** Several values in one span: 管吃住 → 管饭、管住. */
function named(texts: Readonly<Record<string, string>>, value: string | undefined): string | null {
  const known = (value ?? '').split(' ').flatMap((one) => texts[one] ?? []);
  return known.length > 0 ? known.join('、') : null;
}

/** What was changed before reading, what was not used, and what may have been meant, each with its way out. */
export function Readings({ text, query }: { text: SearchText; query: SeekerQuery }) {
  const { understood } = query;
  if (!understood || !text.q) return null;
  const { corrections, unsure, suggestions = [], cut } = understood;
  const q = text.q;
  return (
    <>
      {corrections.length > 0 && (
        <p class="quiet">
          {corrections.map(({ from, to }) => LIST_TEXT.correction(from, to)).join('；')}{' '}
          <Link to={searchPath(text, { as_written: '1' })}>{LIST_TEXT.asWritten}</Link>
        </p>
      )}
      {suggestions.length > 0 && corrections.length === 0 && (
        <p class="quiet">
          {LIST_TEXT.didYouMean}
          {suggestions.slice(0, OFFERED).map(({ from, to }) => (
            <>
              {' '}
              <Link to={searchPath(text, { q: q.replace(from, to) })}>{to}</Link>
            </>
          ))}
        </p>
      )}
      {unsure.length > 0 && <p class="quiet">{LIST_TEXT.unsure(unsure.join('、'))}</p>}
      {cut && <p class="quiet">{LIST_TEXT.cut}</p>}
    </>
  );
}
