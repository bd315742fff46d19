import type { Ctx } from '../../context';
import type { FieldProblem } from '../../kernel/errors';
import type { Point } from '../../kernel/geo';
import { understand } from '../../search';
import { coordinatesIn } from '../coordinates';
import { type FormInput, given, many, one } from '../page-env';
import { placeAt, placeNamed } from '../starting-places';
import { timeField } from '../time-form';

/** Value of the field 从哪儿出发 that stands for coordinates. */
export const POINT = 'point';
/** Value that stands for the station. */
export const STATION = '';

/**
 * The point of the form as the contract takes it, unchecked: coordinates when there are any, else the chosen
 * place's; undefined for the station.
 */
export function pointOf(ctx: Pick<Ctx, 'lexicon' | 'station'>, form: FormInput): unknown {
  const { lat, lng } = coordinatesIn(form);
  if (lat !== undefined || lng !== undefined) return { lat, lng, datum: given(form, 'datum') };
  const from = one(form, 'from');
  return from === STATION || from === POINT ? undefined : placeNamed(ctx, from);
}

/** The fields of the form for a point, the inverse of {@link pointOf}. */
export function pointFields(
  ctx: Pick<Ctx, 'lexicon' | 'station'>,
  point: Point | null,
): Record<string, readonly string[]> {
  if (point === null) return { from: [STATION] };
  const place = placeAt(ctx, point);
  if (place) return { from: [place] };
  return { from: [POINT], lat: [String(point.lat)], lng: [String(point.lng)], datum: ['wgs84'] };
}

/**
 * Occupations as typed, by their canonical names. `unknown` is the first piece that names none.
 */
export function occupationsOf(
  ctx: Pick<Ctx, 'lexicon' | 'station'>,
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

/** The field of the form that a problem belongs to, by its pointer. @param form rows are counted in what was sent */
export const personField =
  (form: FormInput) =>
  (pointer: string): string =>
    timeField(pointer, form) ?? plainField(pointer);

function plainField(pointer: string): string {
  if (/^\/(origin|home)\/(lat|lng|datum)/.test(pointer)) return pointer.split('/')[2] ?? 'from';
  if (/^\/(origin|home)/.test(pointer)) return 'from';
  if (pointer.startsWith('/consent/')) return pointer.split('/')[2] ?? 'purpose';
  if (pointer.startsWith('/occupations')) return 'occupations';
  if (pointer.startsWith('/certificates')) return 'otherCertificates';
  return pointer.slice(1).replaceAll('/', '.');
}
