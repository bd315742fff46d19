import type { Ctx } from '../../context';
import { fieldProblems } from '../../http/zod-problems';
import { DomainError, type FieldProblem, ruleBroken } from '../../kernel/errors';
import { haversineMetres, type Point, toWgs84 } from '../../kernel/geo';
import { readQuery, type SearchParams, searchParamsSchema } from '../../matching';
import { hoursOf, hoursValues } from '../hours';
import { type Params, withParams } from '../links';
import { type FormInput, given, many, one } from '../page-env';
import { placeAt, placeNamed } from '../starting-places';

/** What of an address is a search: everything but the page of the list and the station. */
const NAMES = [
  'q',
  'lat',
  'lng',
  'datum',
  'mode',
  'minutes',
  'free',
  'hours_max',
  'pay_min',
  'settlement',
  'benefits',
  'occupation',
  'sort',
  'as_written',
  'plain',
] as const;
type Name = (typeof NAMES)[number];

/** A search as it stands in an address. */
export type SearchText = Readonly<Partial<Record<Name, string>>>;

/** The search in an address; what belongs to others is left out. */
export function searchText(query: Readonly<Record<string, string>>): SearchText {
  return Object.fromEntries(NAMES.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
}

/**
 * The search as the service takes it.
 * @throws DomainError `rule_broken` with the pointers of the parameters
 */
export function parseSearch(text: SearchText): SearchParams {
  const parsed = searchParamsSchema.safeParse(text);
  if (!parsed.success) throw ruleBroken(fieldProblems(parsed.error));
  return parsed.data;
}

/** The address of a search with some changes; null takes a parameter away. */
export function searchPath(text: SearchText, changes: Params = {}, path = '/'): string {
  return withParams(path, { ...text, ...changes });
}

/** Values of `from` that are no place's name. */
export const FROM = { station: 'station', here: 'here' } as const;

/**
 * Reads the search form into a search.
 * @throws DomainError `rule_broken` with everything that cannot be a search
 */
export function searchOfForm(ctx: Pick<Ctx, 'lexicon' | 'station' | 'clock'>, form: FormInput): SearchText {
  const hours = problemsOf(() => hoursOf(form));
  const text = textOfForm(ctx, form, hours.value ?? null);
  const others = problemsOf(() => readQuery(ctx, parseSearch(text)));
  const problems = [...hours.problems, ...others.problems];
  if (problems.length > 0) throw ruleBroken(problems);
  return text;
}

/** The value, or the problems field by field instead. */
function problemsOf<T>(read: () => T): { value?: T; problems: FieldProblem[] } {
  try {
    return { value: read(), problems: [] };
  } catch (error) {
    if (!(error instanceof DomainError) || error.fields.length === 0) throw error;
    return { problems: error.fields };
  }
}

function textOfForm(ctx: Pick<Ctx, 'lexicon' | 'station'>, form: FormInput, free: string | null): SearchText {
  const point = pointOf(ctx, form);
  const text: Record<Name, string | undefined> = {
    q: given(form, 'q'),
    lat: point.lat,
    lng: point.lng,
    datum: undefined,
    mode: given(form, 'mode'),
    minutes: given(form, 'minutes'),
    free: free ?? undefined,
    hours_max: given(form, 'hours_max')?.normalize('NFKC'),
    pay_min: given(form, 'pay_min')?.normalize('NFKC'),
    settlement: many(form, 'settlement').join(',') || undefined,
    benefits: many(form, 'benefits').join(',') || undefined,
    occupation: given(form, 'occupation'),
    sort: one(form, 'sort') === 'best' ? undefined : given(form, 'sort'),
    as_written: undefined,
    plain: one(form, 'plain') === '1' ? '1' : undefined,
  };
  return searchText(text as Record<string, string>);
}

function pointOf(
  ctx: Pick<Ctx, 'lexicon' | 'station'>,
  form: FormInput,
): { lat?: string | undefined; lng?: string | undefined } {
  const from = one(form, 'from');
  if (from === FROM.here) return { lat: given(form, 'lat'), lng: given(form, 'lng') };
  const place = from === FROM.station ? undefined : placeNamed(ctx, from);
  return place ? { lat: String(place.lat), lng: String(place.lng) } : {};
}

/** What `from` is for a point: the station, a place by its name, or just here. */
export function fromOf(ctx: Pick<Ctx, 'lexicon' | 'station'>, point: Point | null): string {
  if (point === null) return FROM.station;
  const place = placeAt(ctx, point);
  // A 小区 at the very point of the station keeps the name under which it was chosen.
  if (ctx.station.settings.places?.some(({ name }) => name === place)) return place ?? FROM.here;
  const { lat, lng } = ctx.station;
  return haversineMetres(point.lat, point.lng, lat, lng) <= 1 ? FROM.station : (place ?? FROM.here);
}

/** The values of the search form for a search. Coordinates of any datum stand there as WGS-84. */
export function formOfSearch(
  ctx: Pick<Ctx, 'lexicon' | 'station'>,
  text: SearchText,
  params: SearchParams | null,
): Record<string, string | string[] | undefined> {
  const point =
    params?.lat === undefined || params.lng === undefined
      ? null
      : toWgs84({ lat: params.lat, lng: params.lng }, params.datum ?? 'wgs84');
  return {
    ...(params?.free === undefined ? {} : hoursValues(params.free)),
    q: text.q,
    mode: text.mode ?? 'walk',
    minutes: text.minutes ?? '15',
    from: fromOf(ctx, point),
    lat: point?.lat.toFixed(5),
    lng: point?.lng.toFixed(5),
    hours_max: text.hours_max,
    pay_min: text.pay_min,
    settlement: text.settlement?.split(','),
    benefits: text.benefits?.split(','),
    occupation: text.occupation,
    sort: text.sort,
    plain: text.plain,
  };
}
