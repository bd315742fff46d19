import type { Ctx } from '../../context';
import type { FieldProblem } from '../../kernel/errors';
import { haversineMetres, type Point } from '../../kernel/geo';
import { understand } from '../../search';
import { coordinatesIn } from '../coordinates';
import { type FormInput, given, many, one } from '../page-env';

/** Value of the field 从哪儿出发 that stands for coordinates. */
export const POINT = 'point';
/** Value that stands for the station. */
export const STATION = '';
/** Two points nearer than this are the same place, metres. */
const SAME_METRES = 1;

/**
 * The point of the form as the contract takes it, unchecked: coordinates when there are any, else the chosen
 * place of the gazetteer; undefined for the station.
 */
export function pointOf(ctx: Pick<Ctx, 'lexicon'>, form: FormInput): unknown {
  const { lat, lng } = coordinatesIn(form);
  if (lat !== undefined || lng !== undefined) return { lat, lng, datum: given(form, 'datum') };
  const place = ctx.lexicon.places.find(({ name }) => name === one(form, 'from'));
  return place && { lat: place.lat, lng: place.lng };
}

/** The fields of the form for a point, the inverse of {@link pointOf}. */
export function pointFields(
  ctx: Pick<Ctx, 'lexicon'>,
  point: Point | null,
): Record<string, readonly string[]> {
  if (point === null) return { from: [STATION] };
  const place = placeAt(ctx, point);
  if (place) return { from: [place] };
  return { from: [POINT], lat: [String(point.lat)], lng: [String(point.lng)], datum: ['wgs84'] };
}

/** The name of the gazetteer's place at a point; undefined for none. */
export function placeAt(ctx: Pick<Ctx, 'lexicon'>, point: Point): string | undefined {
  return ctx.lexicon.places.find(
    (place) => haversineMetres(place.lat, place.lng, point.lat, point.lng) <= SAME_METRES,
  )?.name;
}

/**
 * Occupations as typed, by their canonical names. `unknown` is the first piece that names none.
 */
export function occupationsOf(
  ctx: Pick<Ctx, 'lexicon'>,
  form: FormInput,
): { occupations: string[]; problems: FieldProblem[] } {
  const pieces = one(form, 'occupations')
    .split(/[、,，;；\s]+/)
    .filter((piece) => piece !== '');
  const read = pieces.map((piece) => ({ piece, named: understand(piece, ctx.lexicon).occupations }));
  const unknown = read.find(({ named }) => named.length === 0);
  return {
    occupations: [...new Set(read.flatMap(({ named }) => named))],
    problems: unknown
      ? [
          {
            pointer: '/occupations',
            code: 'unknown_occupation',
            values: { word: unknown.piece.slice(0, 20) },
          },
        ]
      : [],
  };
}

/** The consent of the form as the contract takes it, unchecked. A witness is asked for only where one is needed. */
export function consentOf(form: FormInput): unknown {
  const channel = given(form, 'channel');
  return {
    purpose: many(form, 'purpose'),
    channel,
    witness: channel === 'spoken' ? given(form, 'witness') : undefined,
  };
}

/** Nothing is kept of a person who agreed to nothing (PIPL art. 13). */
export function consentProblems(form: FormInput): FieldProblem[] {
  return many(form, 'purpose').length > 0 ? [] : [{ pointer: '/consent/purpose', code: 'consent_needed' }];
}

/** The field of the form that a problem belongs to. */
export function personField(pointer: string): string {
  if (/^\/(origin|home)\/(lat|lng|datum)/.test(pointer)) return pointer.split('/')[2] ?? 'from';
  if (/^\/(origin|home)/.test(pointer)) return 'from';
  if (pointer.startsWith('/consent/')) return pointer.split('/')[2] ?? 'purpose';
  if (pointer.startsWith('/occupations')) return 'occupations';
  if (pointer.startsWith('/certificates')) return 'otherCertificates';
  return pointer.slice(1).replaceAll('/', '.');
}
