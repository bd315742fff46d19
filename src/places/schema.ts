import { z } from '@hono/zod-openapi';
import { DATUMS } from '../kernel/geo';

/** A point with its datum, as browsers and map apps give it. */
export const pointSchema = z
  .strictObject({
    lat: z.number().min(-90).max(90),
    lng: z.number().min(-180).max(180),
    datum: z.enum(DATUMS).default('wgs84'),
  })
  .openapi('Point');
