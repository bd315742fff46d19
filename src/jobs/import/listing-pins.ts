import { haversineMetres, isInChina, type Point } from '../../kernel/geo';

/** Coordinates as a foreign list has them, with the city that its row names. */
export interface ListedPin {
  lng: string;
  lat: string;
  region: string;
}

/** What all rows together tell about single pins. */
export interface PinSurvey {
  /** Pins that stand for nothing: the default point of a platform, by {@link keyOf}. */
  defaults: ReadonlySet<string>;
  /** Where the postings of a city are: the median of its pins. */
  centres: ReadonlyMap<string, Point>;
}

/** Why a pin is not taken. */
export type PinProblem = 'no_coordinates' | 'outside_china' | 'default_pin' | 'far_from_region';

/** A pin shared by rows of so many cities is the default of some form, not a place. */
const DEFAULT_CITIES = 3;
/** Pins of a city that its centre is reckoned from, at least. */
const CENTRE_PINS = 5;
/** No prefecture but the very largest reaches this far from where its postings are, metres. */
const FAR_METRES = 200_000;
/** Closer to 0/0 than any country's shop; what is left of 0/0 after a datum conversion lies here. */
const NULL_ISLAND_DEGREES = 1;

/** Looks at every pin of a list once. Default pins and those abroad do not count for the centres. */
export function surveyPins(pins: Iterable<ListedPin>): PinSurvey {
  const byPin = new Map<string, { point: Point; cities: Set<string> }>();
  const known: { point: Point; city: string }[] = [];
  for (const pin of pins) {
    const point = pointOf(pin);
    const city = cityOf(pin.region);
    if (point === null || !isInChina(point)) continue;
    const entry = byPin.get(keyOf(point)) ?? { point, cities: new Set<string>() };
    if (city !== '') entry.cities.add(city);
    byPin.set(keyOf(point), entry);
    if (city !== '') known.push({ point, city });
  }
  const shared = [...byPin].filter(([, { cities }]) => cities.size >= DEFAULT_CITIES);
  const defaults = new Set(shared.map(([key]) => key));
  const byCity = new Map<string, Point[]>();
  for (const { point, city } of known) {
    if (defaults.has(keyOf(point))) continue;
    byCity.set(city, [...(byCity.get(city) ?? []), point]);
  }
  const centres = [...byCity].flatMap(([city, points]) =>
    points.length >= CENTRE_PINS ? [[city, medianOf(points)] as const] : [],
  );
  return { defaults, centres: new Map(centres) };
}

/**
 * The pin of a row.
 * @returns null when the row has none, or why it is not taken
 */
export function readListedPin(pin: ListedPin, survey: PinSurvey): Point | PinProblem | null {
  if (pin.lng.trim() === '' && pin.lat.trim() === '') return null;
  const point = pointOf(pin);
  if (point === null) return 'no_coordinates';
  if (Math.abs(point.lat) < NULL_ISLAND_DEGREES && Math.abs(point.lng) < NULL_ISLAND_DEGREES)
    return 'no_coordinates';
  if (!isInChina(point)) return 'outside_china';
  if (survey.defaults.has(keyOf(point))) return 'default_pin';
  const centre = survey.centres.get(cityOf(pin.region));
  const away = centre ? haversineMetres(centre.lat, centre.lng, point.lat, point.lng) : 0;
  return away > FAR_METRES ? 'far_from_region' : point;
}

/** The city of a region such as 某省某市某区, 某市·某区 or 某市-某区, without 市; empty when none is named. */
export function cityOf(region: string): string {
  const text = region.replace(/\s+/g, '').replace(/^.{2,8}?(省|自治区)/, '');
  return (/^([^·\-—/,，]+?)(市|[·\-—/,，]|$)/.exec(text)?.[1] ?? '').trim();
}

function pointOf({ lng, lat }: ListedPin): Point | null {
  const number = /^-?\d+(\.\d+)?$/;
  if (!number.test(lng.trim()) || !number.test(lat.trim())) return null;
  const point = { lat: Number(lat), lng: Number(lng) };
  return Math.abs(point.lat) <= 90 && Math.abs(point.lng) <= 180 ? point : null;
}

/** About a metre: the same default is written with more and with fewer digits. */
function keyOf({ lat, lng }: Point): string {
  return `${lat.toFixed(5)},${lng.toFixed(5)}`;
}

function medianOf(points: readonly Point[]): Point {
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return { lat: middle(points.map((p) => p.lat)), lng: middle(points.map((p) => p.lng)) };
}
