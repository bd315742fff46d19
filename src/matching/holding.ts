import type { Ctx } from '../context';
import type { Id } from '../kernel/ids';
import type { Circle } from '../search';
import { type Evaluation, evaluationOf, Figures, measure } from './evaluate';
import type { Search, Terms } from './prepared';
import type { SeekerQuery } from './query';
import type { BoardRow } from './row';
import { matchText, prepare, termsOf } from './service';

/** One person's search, made ready once to be held against many postings. */
export interface Holding {
  search: Search;
  terms: Terms;
}

/** Makes a search ready, now. @param text coverage of the words by posting id, from {@link wordsIn}; null without words */
export function holdingOf(ctx: Ctx, query: SeekerQuery, text: Map<Id, number> | null): Holding {
  const now = ctx.clock.now();
  return { search: prepare(ctx, query, text), terms: termsOf(ctx, now, now, query.plain) };
}

/** How well the postings of a circle cover the words of a search, by id; null when there were no words. */
export async function wordsIn(ctx: Ctx, query: SeekerQuery, circle: Circle): Promise<Map<Id, number> | null> {
  return (await matchText(ctx, query, circle)).scores;
}

/** The postings that a search would show, in no order, with the figures that the search itself would have. */
export function shownOf(rows: readonly BoardRow[], { search, terms }: Holding): Evaluation[] {
  const figures = new Figures(search, terms);
  const shown: Evaluation[] = [];
  for (const [at, row] of rows.entries()) {
    measure(row, search.text?.get(row.id) ?? 0, search, terms, figures, at);
    if (figures.failed === 0) shown.push(evaluationOf(row, figures, search.street ? 'street' : 'estimate'));
  }
  return shown;
}
