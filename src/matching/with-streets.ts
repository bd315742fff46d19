import type { Ctx } from '../context';
import { NoStreet, type TravelTime } from '../places';
import type { Search, StreetTimes } from './prepared';

/**
 * A search with the journeys along streets that it needs. Without a router, when it does not answer in time and where
 * it knows no street the search is as it was, and goes by the estimate.
 */
export async function withStreets(
  { streets }: Pick<Ctx, 'streets'>,
  search: Search,
  times: (router: TravelTime, signal: AbortSignal) => Promise<StreetTimes>,
): Promise<Search> {
  if (!streets) return search;
  try {
    const street = await streets.ask(search.mode, times);
    return street ? { ...search, street } : search;
  } catch (error) {
    if (!(error instanceof NoStreet)) throw error;
    streets.none();
    return search;
  }
}
