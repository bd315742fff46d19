import type { Ctx } from '../context';
import { shanghaiDate } from '../kernel/clock';
import type { Circle } from '../search';
import { floorFen } from '../trust';
import { prepareWeek } from './availability';
import { type Evaluation, evaluationOf, Figures, measure, type Search, type Terms } from './evaluate';
import { relatedTo, type SeekerQuery } from './query';
import type { BoardRow } from './row';
import { DEFAULT_WEIGHTS } from './score';

/** Most ids a text engine is asked for: more than any circle's worth of one occupation. */
const TEXT_LIMIT = 10_000;

/** One person's search, made ready to be held against many postings. */
export interface Holding {
  search: Search;
  terms: Terms;
}

/** Makes a search ready. @param text coverage of the words by posting id, from {@link wordsIn}; null without words */
export function holdingOf(ctx: Ctx, query: SeekerQuery, text: ReadonlyMap<string, number> | null): Holding {
  const now = ctx.clock.now();
  return {
    search: {
      origin: query.origin,
      mode: query.mode,
      minutes: query.minutes,
      availability: query.free === null ? null : prepareWeek(query.free, query.origin),
      filters: query.filters,
      wish: query.wish,
      text,
      related: relatedTo(query.wish.occupations ?? [], ctx.lexicon),
      skills: query.skills,
    },
    terms: {
      now,
      asOf: now,
      floorFen: floorFen(shanghaiDate(now), ctx.station.areaClass),
      weights: { ...DEFAULT_WEIGHTS, ...ctx.station.settings.weights },
      requireVerified: ctx.station.settings.requireVerified ?? false,
    },
  };
}

/** How well the postings of a circle cover the words of a search, by id; null when there were no words. */
export async function wordsIn(
  ctx: Ctx,
  query: SeekerQuery,
  circle: Circle,
): Promise<Map<string, number> | null> {
  if (query.alternatives.length === 0) return null;
  const scored = query.understood?.words ?? [];
  const answers = await Promise.all(
    query.alternatives.map((words) =>
      ctx.text.match({ stationId: ctx.station.id, words, scored, circle, limit: TEXT_LIMIT }),
    ),
  );
  const scores = new Map<string, number>();
  for (const { id, score } of answers.flatMap(({ matches }) => matches)) {
    scores.set(id, Math.max(score, scores.get(id) ?? 0));
  }
  return scores;
}

/** The postings that a search would show, in no order, with the figures that the search itself would have. */
export function shownOf(rows: readonly BoardRow[], { search, terms }: Holding): Evaluation[] {
  const figures = new Figures(search, terms, { reach: search.minutes });
  const shown: Evaluation[] = [];
  for (const row of rows) {
    measure(row, search.text?.get(row.id) ?? 0, search, terms, figures);
    if (figures.failed === 0) shown.push(evaluationOf(row, figures));
  }
  return shown;
}
