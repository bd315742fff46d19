import { z } from '@hono/zod-openapi';
import { DATUMS } from '../kernel/geo';
import { BENEFITS, CERTIFICATES, ENGAGEMENTS, MODES, SETTLEMENTS } from '../kernel/vocabulary';
import { parseWeek, WeekSyntaxError } from '../kernel/week-syntax';
import { SORTS } from './rank';

/** Weekly hours in the syntax of the contract. @param empty code for hours without a single minute */
const hoursSchema = (empty: string) =>
  z
    .string()
    .max(1000)
    .superRefine((text, ctx) => {
      try {
        parseWeek(text);
      } catch (error) {
        const isEmpty = error instanceof WeekSyntaxError && error.code === 'empty';
        ctx.addIssue({ code: 'custom', message: isEmpty ? empty : 'free_syntax' });
      }
    })
    .openapi({ example: 'Mo-Fr 08:20-15:40; Sa,Su 09:00-12:00' });

/** Weekly availability as a parameter of a search. */
export const freeSchema = hoursSchema('free_syntax');
/** Weekly availability of a person whom the station keeps; who has no free minute could never be sent anywhere. */
export const personFreeSchema = hoursSchema('no_free_minute');

/** Comma-separated values of a closed list. */
function listOf<T extends readonly string[]>(values: T) {
  return z
    .string()
    .refine(
      (text) => text.split(',').every((part) => (values as readonly string[]).includes(part.trim())),
      'unknown_value',
    )
    .openapi({ example: values[0] ?? '' });
}

/** In place of certificates: the person holds none. */
export const NO_CERTIFICATE = 'none';

/** Parameters of `GET /api/jobs` and of `/why`, as strings of a URL. */
export const searchParamsSchema = z.object({
  q: z.string().max(2000).optional(),
  /** Takes every word of `q` as it is written: nothing is repaired. */
  as_written: z.enum(['1']).optional(),
  lat: z.coerce.number().min(-90).max(90).optional(),
  lng: z.coerce.number().min(-180).max(180).optional(),
  datum: z.enum(DATUMS).optional(),
  minutes: z.coerce.number().min(1).max(120).optional(),
  mode: z.enum(MODES).optional(),
  free: freeSchema.optional(),
  hours_max: z.coerce.number().positive().max(168).optional(),
  pay_min: z.coerce.number().min(0).max(10_000).optional(),
  settlement: listOf(SETTLEMENTS).optional(),
  benefits: listOf(BENEFITS).optional(),
  engagement: listOf(ENGAGEMENTS).optional(),
  certificates: listOf([...CERTIFICATES, NO_CERTIFICATE]).optional(),
  occupation: z.string().min(1).max(200).optional(),
  sort: z.enum(SORTS).optional(),
  plain: z.enum(['0', '1']).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
  cursor: z.string().max(600).optional(),
  station: z.string().max(60).optional(),
});
export type SearchParams = z.infer<typeof searchParamsSchema>;
