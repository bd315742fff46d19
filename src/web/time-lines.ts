import type { Ctx } from '../context';
import { toWgs84 } from '../kernel/geo';
import { formatWeek, parseWeek } from '../kernel/week-syntax';
import type { PersonTime } from '../matching';
import { choiceOf } from './exception-rows';
import { placeAt } from './starting-places';
import { dateText } from './text/jobs';
import { anchorText, exceptionText, TIME_TEXT as T } from './text/time';
import { daysText, weekText } from './text/vocabulary';

type Known = Pick<Ctx, 'lexicon' | 'station'>;

/** Where a person has to be, in words; a place without a name is not told by its coordinates. */
export function anchorLines(ctx: Known, anchors: PersonTime['anchors']): string[] {
  return anchors.map(({ at, days, kind, place }) =>
    anchorText({ at, days: daysText(days), kind, place: place ? placeText(ctx, place) : null }),
  );
}

function placeText(ctx: Known, place: NonNullable<PersonTime['anchors'][number]['place']>): string {
  const at = toWgs84(place, place.datum);
  if (at.lat === ctx.station.lat && at.lng === ctx.station.lng) return ctx.station.name;
  return placeAt(ctx, at) ?? T.placeKept;
}

/** Which days are unlike others, in words. */
export function exceptionLines(exceptions: PersonTime['exceptions']): string[] {
  return exceptions.map(({ date, from, to, holidays, makeupDays, free }) => {
    const { choice, from: start, to: end } = choiceOf(free);
    const how =
      choice === 'other'
        ? ({ choice: 'hours', hours: hoursText(free ?? '') } as const)
        : { choice, hours: `${start}–${end}` };
    if (holidays) return exceptionText('holidays', how);
    if (makeupDays) return exceptionText('makeupDays', how);
    const first = from ?? date ?? '';
    const last = to === undefined ? [] : [dateText(to, to.slice(0, 4) !== first.slice(0, 4))];
    return exceptionText([dateText(first, true), ...last], how);
  });
}

/** Hours in the syntax of the contract in words; as they are when nobody can read them. */
export function hoursText(free: string): string {
  try {
    // A day that is named already is not every day.
    return weekText(formatWeek(parseWeek(free))).replaceAll(`${daysText('Mo-Su')} `, '');
  } catch {
    return free;
  }
}
