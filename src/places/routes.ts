import { z } from '@hono/zod-openapi';
import { createRouter, describeRoute, jsonAnswer } from '../http/openapi';
import { DATUMS } from '../kernel/geo';
import { MODES } from '../kernel/vocabulary';
import { areaKm2 } from './area';
import { circleAround } from './circle';
import { originOf } from './origin';

const circleParams = z.object({
  lat: z.coerce.number().min(-90).max(90).optional(),
  lng: z.coerce.number().min(-180).max(180).optional(),
  datum: z.enum(DATUMS).optional(),
  mode: z.enum(MODES).default('walk'),
  minutes: z.coerce.number().min(1).max(120).default(15),
  station: z.string().max(60).optional(),
});

const ring = z.array(z.array(z.number()).length(2));
/** A GeoJSON feature (RFC 7946), always WGS-84 whatever the datum of the question. */
const circleSchema = z
  .object({
    type: z.literal('Feature'),
    geometry: z.union([
      z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
      z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
    ]),
    properties: z.object({
      minutes: z.number(),
      mode: z.enum(MODES),
      source: z.enum(['estimate', 'street']),
      areaKm2: z.number(),
    }),
  })
  .openapi('Circle');

/** Places: open to everyone. */
export const placeRoutes = createRouter().openapi(
  describeRoute({
    method: 'get',
    path: '/api/circle',
    summary: 'How far one gets in so many minutes, as GeoJSON',
    request: { query: circleParams },
    responses: { 200: jsonAnswer(circleSchema, 'The area that can be reached, in WGS-84') },
  }),
  async (c) => {
    const ctx = c.get('ctx');
    const { mode, minutes, ...given } = c.req.valid('query');
    const { area, source } = await circleAround(ctx, originOf(ctx.station, given), mode, minutes);
    const { coordinates } = area;
    const only = coordinates.length === 1 ? coordinates[0] : undefined;
    const geometry = only
      ? { type: 'Polygon' as const, coordinates: only }
      : { type: 'MultiPolygon' as const, coordinates };
    const properties = { minutes, mode, source, areaKm2: Math.round(areaKm2(area) * 1000) / 1000 };
    return c.json({ type: 'Feature' as const, geometry, properties }, 200);
  },
);
