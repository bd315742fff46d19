import type { Ctx } from '../context';
import { fingerprint } from '../kernel/cursor';
import type { FieldProblem } from '../kernel/errors';
import { toWgs84 } from '../kernel/geo';
import { DAY_CODES, formatDays, parseDays } from '../kernel/week-syntax';
import type { PersonTime } from '../matching';
import { type FormInput, given, many, one } from './page-env';
import { type Rows, rowsShown } from './rows';
import { placeAt, placeNamed } from './starting-places';

/** Where somebody has to be at a time, one row for each. */
export const ANCHOR_ROWS: Rows = { count: 'a.rows', first: 2, most: 20 };
/** Values of a row's place that are no name of one. */
export const ANCHOR_PLACE = { home: '', station: '@station', kept: '@kept:' } as const;

type Anchor = PersonTime['anchors'][number];
type Known = Pick<Ctx, 'lexicon' | 'station'>;

/** Names of the fields of one row. */
export const anchorFields = (row: number) => ({
  at: `a${row}.at`,
  kind: `a${row}.kind`,
  days: `a${row}.days`,
  place: `a${row}.place`,
});

/** The rows in which somebody entered something, in order; what a row begins with does not count. */
function filledRows(form: FormInput): number[] {
  return Array.from({ length: rowsShown(form, ANCHOR_ROWS) }, (_, row) => row).filter((row) => {
    const names = anchorFields(row);
    return [names.at, names.days, names.place].some((name) => many(form, name).length > 0);
  });
}

/** Whether a row stands for a place that only the stored anchors know. */
export function keepsPlaces(form: FormInput): boolean {
  return filledRows(form).some((row) => one(form, anchorFields(row).place).startsWith(ANCHOR_PLACE.kept));
}

/**
 * The rows as the contract writes anchors, unchecked; undefined when the form has no such rows.
 * @param stored what is known already: places without a name are taken from there
 */
export function anchorsOf(
  ctx: Known,
  form: FormInput,
  stored: readonly Anchor[],
): { anchors: unknown[] | undefined; problems: FieldProblem[] } {
  if (given(form, ANCHOR_ROWS.count) === undefined) return { anchors: undefined, problems: [] };
  const problems: FieldProblem[] = [];
  const anchors = filledRows(form).map((row) => {
    const names = anchorFields(row);
    const value = one(form, names.place);
    const place = placeOf(ctx, value, stored);
    if (value !== ANCHOR_PLACE.home && !place)
      problems.push({ pointer: `/${names.place}`, code: 'place_gone' });
    const days = many(form, names.days).filter((day) => (DAY_CODES as readonly string[]).includes(day));
    return {
      at: given(form, names.at)?.normalize('NFKC'),
      kind: given(form, names.kind),
      ...(days.length > 0 ? { days: formatDays(parseDays(days.join(','))) } : {}),
      ...(place ? { place } : {}),
    };
  });
  return { anchors, problems };
}

function placeOf(ctx: Known, value: string, stored: readonly Anchor[]): Anchor['place'] {
  if (value === ANCHOR_PLACE.home) return undefined;
  if (value === ANCHOR_PLACE.station) return { lat: ctx.station.lat, lng: ctx.station.lng, datum: 'wgs84' };
  if (value.startsWith(ANCHOR_PLACE.kept)) {
    return stored.find(({ place }) => place && keptValue(place) === value)?.place;
  }
  const named = placeNamed(ctx, value);
  return named && { ...named, datum: 'wgs84' };
}

/** A place without a name, told from others; where it is stays off the page. */
function keptValue(place: NonNullable<Anchor['place']>): string {
  return `${ANCHOR_PLACE.kept}${fingerprint(place)}`;
}

/** The fields of the form for anchors, the inverse of {@link anchorsOf}. */
export function anchorValues(ctx: Known, anchors: readonly Anchor[]): Record<string, readonly string[]> {
  const values: Record<string, readonly string[]> = {
    [ANCHOR_ROWS.count]: [String(Math.max(ANCHOR_ROWS.first, anchors.length))],
  };
  anchors.forEach(({ at, kind, days, place }, row) => {
    const names = anchorFields(row);
    values[names.at] = [at.padStart(5, '0')];
    values[names.kind] = [kind];
    values[names.days] = parseDays(days).map((day) => DAY_CODES[day] ?? '');
    values[names.place] = [placeValue(ctx, place)];
  });
  return values;
}

function placeValue(ctx: Known, place: Anchor['place']): string {
  if (!place) return ANCHOR_PLACE.home;
  const at = toWgs84(place, place.datum);
  if (at.lat === ctx.station.lat && at.lng === ctx.station.lng) return ANCHOR_PLACE.station;
  return placeAt(ctx, at) ?? keptValue(place);
}

/** The field of the form that a problem of the anchors belongs to; null for other problems. */
export function anchorField(pointer: string, form: FormInput): string | null {
  if (!/^\/anchors(\/|$)/.test(pointer)) return null;
  const [, , index, part] = pointer.split('/');
  const row = index === undefined ? undefined : filledRows(form)[Number(index)];
  if (row === undefined) return ANCHOR_ROWS.count;
  const names = anchorFields(row);
  return part === 'days' || part === 'kind' || part === 'place' ? names[part] : names.at;
}
