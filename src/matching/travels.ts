import type { Ctx } from '../context';
import { epochDay, shanghaiDate } from '../kernel/clock';
import type { Point } from '../kernel/geo';
import { estimateTravel, NoStreet, type Travel } from '../places';
import { placesOf } from './many-streets';
import { availabilityOf } from './person-time';
import type { SeekerQuery } from './query';

/**
 * The ways from where a search starts to a few places, with the minutes that its list has; Infinity where no street
 * leads. For what was put aside and may stand on no list any more.
 */
export async function travelsOf(
  { streets, clock }: Pick<Ctx, 'streets' | 'clock'>,
  query: SeekerQuery,
  to: readonly Point[],
): Promise<Travel[]> {
  const { mode, origin } = query;
  // A list goes by the estimate as soon as one of the places of a day is near no street.
  const [, ...others] = placesOf({
    availability: availabilityOf(query, epochDay(shanghaiDate(clock.now()))),
    origin,
  });
  const byEstimate = () => to.map((place) => estimateTravel(origin, place, mode));
  if (!streets || to.length === 0) return byEstimate();
  try {
    const answer = await streets.ask(mode, async (router, signal) => {
      const [own] = await Promise.all([
        router.journeys(origin, mode, to, signal),
        ...others.map((place) => router.journeys(place, mode, [], signal)),
      ]);
      return own.to;
    });
    if (answer === null) return byEstimate();
    return answer.map((journey) => ({
      minutes: journey?.minutes ?? Number.POSITIVE_INFINITY,
      metres: journey?.metres ?? Number.POSITIVE_INFINITY,
      mode,
      source: 'street',
    }));
  } catch (error) {
    if (!(error instanceof NoStreet)) throw error;
    streets.none();
    return byEstimate();
  }
}
