/**
 * Typed tokens of a sentence about time. Offsets are UTF-16 into the text as given. Minutes are minutes of the day,
 * days are weekday indexes (Monday = 0), dates are epoch days.
 */
export interface Place {
  start: number;
  end: number;
}

/** A vague part of the day. `all` is the whole day, `after_work` the evening after one's own work. */
export type Part =
  | 'dawn'
  | 'early'
  | 'forenoon'
  | 'noon'
  | 'afternoon'
  | 'dusk'
  | 'evening'
  | 'dark'
  | 'night'
  | 'day'
  | 'all'
  | 'ends'
  | 'halves'
  | 'thrice';

/** What somebody has to do at a time. */
export type EventKind =
  | 'send'
  | 'gate'
  | 'fetch'
  | 'school'
  | 'cook'
  | 'feed'
  | 'bus'
  | 'clinic'
  | 'go'
  | 'home'
  | 'off'
  | 'work'
  | 'gather'
  | 'meal'
  | 'other';

/** Seasons without fixed dates. */
export type Season =
  | 'summer_harvest'
  | 'autumn_harvest'
  | 'farm_work'
  | 'winter_holiday'
  | 'summer_holiday'
  | 'before_spring_festival'
  | 'spring_festival'
  | 'after_spring_festival'
  | 'qingming'
  | 'dragon_boat'
  | 'mid_autumn'
  | 'month_start'
  | 'month_middle'
  | 'month_end'
  | 'holidays'
  | 'spring'
  | 'summer'
  | 'autumn'
  | 'winter'
  | 'rainy_days'
  | 'these_days';

/** A clock time. `bare`: the half of the day is not said; `later` is the second of a pair such as 8 or 9 o'clock. */
export interface Clock extends Place {
  kind: 'clock';
  hour: number;
  minute: number;
  bare: boolean;
  /** Written with a colon, single-digit hour: mostly the 24 hours, but 8:30-5:30 occurs. */
  digital: boolean;
  /** Written with a dot; a clock only beside something that makes it one. */
  dotted: boolean;
  later: number | null;
  part: Part | null;
}

/** A date or several; `from` and `to` are null when today is needed and not known. */
export interface Dates extends Place {
  kind: 'dates';
  from: number | null;
  to: number | null;
  /** Says nothing by itself (5号): needs hours or a word of being free or busy. */
  weak: boolean;
}

/** A token that is fully told by its kind. */
export type Mark =
  | 'to'
  | 'dash'
  | 'half'
  | 'unsure'
  | 'after'
  | 'before'
  | 'from'
  | 'until'
  | 'can_until'
  | 'tend'
  | 'past'
  | 'kin'
  | 'job'
  | 'between'
  | 'and'
  | 'except_before'
  | 'except_after'
  | 'free'
  | 'can'
  | 'busy'
  | 'away'
  | 'work'
  | 'rest'
  | 'modal'
  | 'child'
  | 'done'
  | 'of'
  | 'self'
  | 'want'
  | 'fill'
  | 'rest_of_time'
  | 'soft'
  | 'stop'
  | 'duration'
  | 'day_count'
  | 'gap';

export type Token =
  | Clock
  | Dates
  | (Place & { kind: 'number'; value: number })
  | (Place & { kind: 'part'; part: Part; short: boolean; shift?: true })
  | (Place & { kind: 'days'; days: readonly number[]; weak: boolean })
  | (Place & { kind: 'cycle'; own: boolean })
  | (Place & { kind: 'season'; season: Season; labour: boolean })
  | (Place & { kind: 'event'; event: EventKind })
  | (Place & { kind: Mark });
