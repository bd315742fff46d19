import { z } from '@hono/zod-openapi';
import { epochDay, weekdayOfEpochDay } from '../kernel/clock';
import { ruleBroken } from '../kernel/errors';
import { isInChina, type Point, toWgs84 } from '../kernel/geo';
import type { Id } from '../kernel/ids';
import type { Schedule } from '../kernel/schedule';
import { ALWAYS, DAY_MINUTES, type Interval, WEEK_MINUTES, type Week } from '../kernel/week';
import { parseClock, parseDays, parseWeek, WeekSyntaxError } from '../kernel/week-syntax';
import { pointSchema } from '../places';
import { type Availability, type DatedStop, prepareAvailability, type WeeklyStop } from './availability';
import { specialDaysFrom, unannouncedYears } from './holidays';
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

/**
 * Dates on which other hours hold: `free` as in the parameter, empty or null when not free at all. They are one
 * `date`, all of `from` to `to`, every day off of the 法定节假日 (`holidays`, those in lieu with them), or the weekends
 * that are worked for them (`makeupDays`). A weekend that is worked is else the Saturday or Sunday that it is: a person
 * said when they are free on those, and nobody said that their own work moves with the calendar.
 */
export const exceptionSchema = z
  .strictObject({
    date: date.optional(),
    from: date.optional(),
    to: date.optional(),
    holidays: z.literal(true).optional(),
    makeupDays: z.literal(true).optional(),
    free: z.union([z.literal(''), freeSchema]).nullable(),
  })
  .refine(
    (e) =>
      [e.date, e.from ?? e.to, e.holidays, e.makeupDays].filter((which) => which !== undefined).length === 1,
    { message: 'date_or_range', path: ['date'] },
  )
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
  return parseDays(days).map((weekday) => (weekday * DAY_MINUTES + parseClock(at)) % WEEK_MINUTES);
}

/**
 * A person's week with everything that they have to be somewhere for; null when nothing is known of it. Who said
 * nothing of their hours but has work or an anchor is taken to be free else: that rules out, and never counts.
 * @param today epoch day from which on holidays matter
 */
export function availabilityOf(
  person: {
    origin: Point;
    free: Week | null;
    time: PersonTime | null;
    work: readonly AcceptedWork[];
  },
  today: number,
): Availability | null {
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
  const exceptions = exceptionDays(time?.exceptions ?? [], today);
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

/**
 * The free minutes of each date that is an exception. Dates that were named beat holidays, whatever the order; of two
 * that name the same date the later wins.
 */
export function exceptionDays(exceptions: PersonTime['exceptions'], today: number): Map<number, Interval[]> {
  const days = new Map<number, Interval[]>();
  const isByCalendar = (e: PersonTime['exceptions'][number]) => e.holidays || e.makeupDays;
  const byCalendar = exceptions.filter(isByCalendar);
  if (byCalendar.length > 0) {
    // A night shift of yesterday may still run.
    const special = specialDaysFrom(today - 1);
    for (const { holidays, free } of byCalendar) {
      setHours(days, holidays ? special.holidays : special.makeupDays, free);
    }
  }
  for (const exception of exceptions)
    if (!isByCalendar(exception)) setHours(days, datesOf(exception), exception.free);
  return days;
}

function datesOf({ date: on, from, to }: PersonTime['exceptions'][number]): number[] {
  const [first, last] = [epochDay(from ?? on ?? ''), epochDay(to ?? on ?? '')];
  return Array.from({ length: Math.max(0, last - first + 1) || 0 }, (_, i) => first + i);
}

function setHours(days: Map<number, Interval[]>, dates: readonly number[], free: string | null): void {
  const week = free ? parseWeek(free) : [];
  for (const day of dates) {
    const base = weekdayOfEpochDay(day) * DAY_MINUTES;
    const hours = week.flatMap(([start, end]): Interval[] => {
      const [low, high] = [Math.max(start, base), Math.min(end, base + DAY_MINUTES)];
      return high > low ? [[low - base, high - base]] : [];
    });
    days.set(day, hours);
  }
}

/** Something about a person's time that they should be told. */
export interface TimeNotice {
  code: 'holidays_unannounced';
  year: number;
}

/** Years of which a person spoke, by their holidays, that nobody can know yet. @param today epoch day */
export function timeNotices(time: PersonTime | null, today: number): TimeNotice[] {
  const spoken = time?.exceptions.some(({ holidays, makeupDays }) => holidays || makeupDays);
  if (!spoken) return [];
  return unannouncedYears(today).map((year) => ({ code: 'holidays_unannounced', year }));
}

/** Minutes a week that a person works already, by business. */
export function minutesByBusiness(work: readonly AcceptedWork[]): Map<Id, number> {
  const minutes = new Map<Id, number>();
  for (const { businessId, schedule } of work) {
    minutes.set(businessId, (minutes.get(businessId) ?? 0) + schedule.neededMinutes);
  }
  return minutes;
}
