import { type FormInput, given, numberOf } from './page-env';

/** Whatever lies farther east than this many degrees is no latitude: all of China does (its west is 73°). */
const LEAST_LNG = 73;

/**
 * The coordinates of a form's fields `lat` and `lng`. Map services copy both at once, some with the longitude
 * first: a pair in one of the fields is taken apart by its size.
 * @returns undefined for an empty field, NaN for one that holds no number
 */
export function coordinatesIn(form: FormInput): { lat: number | undefined; lng: number | undefined } {
  const texts = [given(form, 'lat'), given(form, 'lng')].filter((text) => text !== undefined);
  const pair = texts.length === 1 ? texts[0]?.normalize('NFKC').split(/[,、\s]+/) : undefined;
  if (pair?.length === 2) {
    const [a, b] = pair.map(Number) as [number, number];
    return a > LEAST_LNG ? { lat: b, lng: a } : { lat: a, lng: b };
  }
  return { lat: numberOf(form, 'lat'), lng: numberOf(form, 'lng') };
}
