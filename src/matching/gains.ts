import type { Ctx } from '../context';
import { CERTIFICATES } from '../kernel/vocabulary';
import { DAY_MINUTES, intersect, normaliseWeek, type Week } from '../kernel/week';
import { formatDays, formatWeek } from '../kernel/week-syntax';
import { radiusMetres, reachMetres } from '../places';
import type { SeekerQuery } from './query';
import { rank } from './rank';
import { matchText, prepare, termsOf } from './service';
import { streetTimes } from './streets';
import { withStreets } from './with-streets';

/** One change of a person's own and how many postings it alone would open. */
export interface Gain {
  code: 'minutes' | 'earlier' | 'later' | 'day' | 'hours' | 'certificate';
  /** What to change: a parameter of the search and its new value. */
  change: { param: string; value: string | number };
  /** Minutes or hours more; the day for `day`; the certificate for `certificate`. */
  by: number | string;
  gain: number;
}

/** Changes small enough that people make them. */
const MORE_TRAVEL_MINUTES = 5;
const MORE_TIME_MINUTES = 20;
const MORE_HOURS = 4;

/**
 * 差什么: which single change of a person opens how many postings, most first; those that open nothing are left out.
 * Counted by ranking everything within reach anew with each change, with the same journeys before and after: along
 * streets as in the list, or by estimate. Exact, but for circles of more postings than are asked for one by one.
 */
export async function gainsOf(ctx: Ctx, query: SeekerQuery): Promise<Gain[]> {
  const { mode, origin } = query;
  const reach = query.minutes + MORE_TRAVEL_MINUTES;
  const circle = {
    ...origin,
    radiusMetres: Math.max(radiusMetres(reach, mode), ctx.streets ? reachMetres(reach, mode) : 0),
  };
  const [rows, text] = await Promise.all([
    ctx.board.inCircle(ctx.station.id, circle),
    matchText(ctx, query, circle),
  ]);
  const now = ctx.clock.now();
  const terms = termsOf(ctx, now, now);
  const plain = prepare(ctx, query, text.scores);
  // A change opens only what nothing else keeps off: just what is asked for when a list is made. Free hours change no
  // place, so that journeys to the places of the day hold for every change.
  const page = { sort: 'near' as const, limit: 0, wider: reach };
  const { street } = await withStreets(ctx, plain, (router, signal) =>
    streetTimes(rows, plain, terms, page, router, signal),
  );
  const countOf = (changed: SeekerQuery) =>
    rank(rows, { ...prepare(ctx, changed, text.scores), street: street ?? null }, terms, {
      sort: 'near',
      limit: 0,
    }).total;
  const gainsFrom = (base: SeekerQuery, changes: Change[]) => {
    const before = countOf(base);
    return changes.map(({ changed, ...gain }) => ({ ...gain, gain: countOf(changed) - before }));
  };
  // Postings that ask for a certificate are on the list, but cannot be taken without it.
  const held = { ...query, filters: { ...query.filters, certificates: query.held } };
  return [...gainsFrom(query, changesOf(query)), ...gainsFrom(held, certificatesFor(held))]
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

type Change = Omit<Gain, 'gain'> & { changed: SeekerQuery };

function changesOf(query: SeekerQuery): Change[] {
  const minutes = query.minutes + MORE_TRAVEL_MINUTES;
  const changes: Change[] = [
    {
      code: 'minutes',
      change: { param: 'minutes', value: minutes },
      by: MORE_TRAVEL_MINUTES,
      changed: { ...query, minutes },
    },
  ];
  const { hoursMax } = query.filters;
  if (hoursMax !== undefined) {
    const filters = { ...query.filters, hoursMax: hoursMax + MORE_HOURS };
    const change = { param: 'hours_max', value: hoursMax + MORE_HOURS };
    changes.push({ code: 'hours', change, by: MORE_HOURS, changed: { ...query, filters } });
  }
  const { free } = query;
  if (free === null) return changes;
  const withFree = (code: Gain['code'], by: Gain['by'], week: Week) =>
    changes.push({
      code,
      by,
      change: { param: 'free', value: formatWeek(week) },
      changed: { ...query, free: week },
    });
  withFree('earlier', MORE_TIME_MINUTES, stretched(free, MORE_TIME_MINUTES, 0));
  withFree('later', MORE_TIME_MINUTES, stretched(free, 0, MORE_TIME_MINUTES));
  for (const [day, week] of withOneMoreDay(free)) withFree('day', formatDays([day]), week);
  return changes;
}

/** Each certificate that the person does not hold. */
function certificatesFor(query: SeekerQuery): Change[] {
  const lacking = CERTIFICATES.filter((code) => !query.held.includes(code));
  return lacking.map((code) => {
    const certificates = [...query.held, code];
    return {
      code: 'certificate',
      change: { param: 'certificates', value: certificates.join(',') },
      by: code,
      changed: { ...query, filters: { ...query.filters, certificates } },
    };
  });
}

function stretched(free: Week, before: number, after: number): Week {
  return normaliseWeek(free.map(([start, end]) => [start - before, end + after] as const));
}

/** For every day without a free minute: the week with that day as free as the longest of the others. */
function withOneMoreDay(free: Week): [day: number, week: Week][] {
  const days = Array.from({ length: 7 }, (_, day) =>
    intersect(free, [[day * DAY_MINUTES, (day + 1) * DAY_MINUTES]]).map(
      ([start, end]) => [start - day * DAY_MINUTES, end - day * DAY_MINUTES] as const,
    ),
  );
  const lengthOf = (day: Week) => day.reduce((sum, [start, end]) => sum + end - start, 0);
  const longest = days.reduce((best, day) => (lengthOf(day) > lengthOf(best) ? day : best), []);
  return days.flatMap((hours, day): [number, Week][] => {
    if (hours.length > 0) return [];
    const more = longest.map(([start, end]) => [start + day * DAY_MINUTES, end + day * DAY_MINUTES] as const);
    return [[day, normaliseWeek([...free, ...more])]];
  });
}
