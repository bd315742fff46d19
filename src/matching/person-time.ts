import { z } from '@hono/zod-openapi';
import { epochDay, weekdayOfEpochDay } from '../kernel/clock';
import { ruleBroken } from '../kernel/errors';
import { isInChina, type Point, toWgs84 } from '../kernel/geo';
import type { Id } from '../kernel/ids';
import type { Schedule } from '../kernel/schedule';
import { ALWAYS, DAY_MINUTES, type Interval, type Week } from '../kernel/week';
import { parseClock, parseDays, parseWeek, WeekSyntaxError } from '../kernel/week-syntax';
import { pointSchema } from '../places';
import { type Availability, type DatedStop, prepareAvailability, type WeeklyStop } from './availability';
import { freeSchema } from './schema';

/** Longest stretch of dates that one exception covers. */
const LONGEST_EXCEPTION_DAYS = 366;

const readable = (read: (text: string) => unknown) => (text: string) => {
  try {
    read(text);
    return true;
  } catch (error) {
    if (error instanceof WeekSyntaxError) return false;
    throw error;
  }
};

/** 送/接孩子, 喂饭, a bus: a place where somebody has to be at a time. Who waits there is never stored. */
export const anchorSchema = z
  .strictObject({
    at: z.string().max(5).refine(readable(parseClock), 'clock'),
    days: z.string().max(40).refine(readable(parseDays), 'days').default('Mo-Su'),
    kind: z.enum(['leave', 'be_at']),
    /** Home when it is not said. */
    place: pointSchema.optional(),
  })
  .openapi('Anchor');

const date = z.iso.date('date');

/** Dates on which other hours hold: `free` as in the parameter, empty or null when not free at all. */
export const exceptionSchema = z
  .strictObject({
    date: date.optional(),
    from: date.optional(),
    to: date.optional(),
    free: z.union([z.literal(''), freeSchema]).nullable(),
  })
  .refine((e) => (e.date !== undefined) !== (e.from !== undefined || e.to !== undefined), {
    message: 'date_or_range',
    path: ['date'],
  })
  .refine((e) => (e.from === undefined) === (e.to === undefined), { message: 'required', path: ['to'] })
  .refine((e) => e.from === undefined || e.to === undefined || e.from <= e.to, {
    message: 'ends_before_start',
    path: ['to'],
  })
  .refine(
    (e) =>
      e.from === undefined ||
      e.to === undefined ||
      epochDay(e.to) - epochDay(e.from) < LONGEST_EXCEPTION_DAYS,
    { message: 'too_far', path: ['to'] },
  )
  .openapi('FreeException');

/** Where a person has to be, and the dates on which their week is another, as they said it. */
export const personTimeShape = {
  anchors: z.array(anchorSchema).max(20),
  exceptions: z.array(exceptionSchema).max(40),
};
export type PersonTime = {
  anchors: z.infer<typeof anchorSchema>[];
  exceptions: z.infer<typeof exceptionSchema>[];
};

/** Work that a person does already: it blocks its hours, and counts for its business. */
export interface AcceptedWork {
  jobId: Id;
  businessId: Id;
  place: Point;
  schedule: Schedule;
}

/**
 * @throws DomainError `rule_broken` when a person would have to be at two places at once, or at one abroad
 */
export function requirePossible(time: PersonTime): void {
  const seen = new Map<number, string>();
  time.anchors.forEach((anchor, i) => {
    const place = anchor.place && toWgs84(anchor.place, anchor.place.datum);
    if (place && !isInChina(place)) {
      throw ruleBroken([{ pointer: `/anchors/${i}/place/lat`, code: 'outside_china' }]);
    }
    const where = place ? `${place.lat},${place.lng}` : '';
    for (const minute of minutesOf(anchor)) {
      if ((seen.get(minute) ?? where) !== where) {
        throw ruleBroken([{ pointer: `/anchors/${i}/at`, code: 'two_places_at_once' }]);
      }
      seen.set(minute, where);
    }
  });
}

function minutesOf({ at, days }: PersonTime['anchors'][number]): number[] {
  return parseDays(days).map((weekday) => weekday * DAY_MINUTES + parseClock(at));
}

/**
 * A person's week with everything that they have to be somewhere for; null when nothing is known of it. Who said
 * nothing of their hours but has work or an anchor is taken to be free else: that rules out, and never counts.
 */
export function availabilityOf(person: {
  origin: Point;
  free: Week | null;
  time: PersonTime | null;
  work: readonly AcceptedWork[];
}): Availability | null {
  const { origin: home, free, time, work } = person;
  const stops: WeeklyStop[] = (time?.anchors ?? []).flatMap((anchor) => {
    const place = anchor.place ? toWgs84(anchor.place, anchor.place.datum) : home;
    return minutesOf(anchor).map((minute) => ({ start: minute, end: minute, place }));
  });
  const dated: DatedStop[] = [];
  for (const { place, schedule } of work) {
    // When somebody works who may choose is between them and the business.
    if (schedule.kind !== 'all') continue;
    for (const { start, end, day } of schedule.shifts) {
      if (day < 0) stops.push({ start, end, place });
      else dated.push({ start, end, day, place });
    }
  }
  const exceptions = exceptionDays(time?.exceptions ?? []);
  if (free === null && stops.length + dated.length + exceptions.size === 0) return null;
  return prepareAvailability({
    home,
    free: free ?? ALWAYS,
    assumed: free === null,
    stops,
    dated,
    exceptions,
  });
}

/** The free minutes of each date that is an exception; a later one wins over an earlier. */
function exceptionDays(exceptions: PersonTime['exceptions']): Map<number, Interval[]> {
  const days = new Map<number, Interval[]>();
  for (const { date: on, from, to, free } of exceptions) {
    const week = free ? parseWeek(free) : [];
    const [first, last] = [epochDay(from ?? on ?? ''), epochDay(to ?? on ?? '')];
    for (let day = first; day <= last; day++) {
      const base = weekdayOfEpochDay(day) * DAY_MINUTES;
      const hours = week.flatMap(([start, end]): Interval[] => {
        const [low, high] = [Math.max(start, base), Math.min(end, base + DAY_MINUTES)];
        return high > low ? [[low - base, high - base]] : [];
      });
      days.set(day, hours);
    }
  }
  return days;
}

/** Minutes a week that a person works already, by business. */
export function minutesByBusiness(work: readonly AcceptedWork[]): Map<Id, number> {
  const minutes = new Map<Id, number>();
  for (const { businessId, schedule } of work) {
    minutes.set(businessId, (minutes.get(businessId) ?? 0) + schedule.neededMinutes);
  }
  return minutes;
}
