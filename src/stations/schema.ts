import { z } from 'zod';
import { DATUMS, isInChina, roundPoint, toWgs84 } from '../kernel/geo';

/** How a station is named in addresses. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What a new station needs. */
export const newStationSchema = z
  .strictObject({
    /** In addresses: `?station=slug`. */
    slug: z.string().regex(SLUG, 'slug').max(40),
    name: z.string().trim().min(1).max(60),
    /** Where walks begin, WGS-84 degrees. */
    lat: z.number().min(-90).max(90),
    lng: z.number().min(-180).max(180),
    /** Area class 1–3 of the provincial hourly floor. */
    areaClass: z.number().int().min(1).max(3).default(1),
  })
  .refine(({ lat, lng }) => lat !== 0 || lng !== 0, { path: ['lat'], message: 'place' });
export type NewStation = z.input<typeof newStationSchema>;

/**
 * The places that a station's people start from, each name once. Coordinates of any datum become WGS-84; those
 * outside China are refused, as everywhere.
 */
export const stationPlacesSchema = z
  .array(
    z
      .strictObject({
        name: z.string().trim().min(1).max(30),
        lat: z.number(),
        lng: z.number(),
        datum: z.enum(DATUMS).default('wgs84'),
      })
      .transform(({ name, datum, ...point }) => ({ name, ...roundPoint(toWgs84(point, datum)) }))
      .refine(isInChina, { message: 'outside_china', path: ['lat'] }),
  )
  .max(100)
  .refine((places) => new Set(places.map(({ name }) => name)).size === places.length, 'duplicate');
export type StationPlacesInput = z.input<typeof stationPlacesSchema>;
