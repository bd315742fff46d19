import { z } from '@hono/zod-openapi';
import { MAX_SAID_LENGTH } from './normalise';

const span = { start: z.int(), end: z.int() };

/** What was read of time, about a person: weekly hours, other dates, and where they have to be. */
export const timeSaidSchema = z
  .object({
    wish: z.string().optional(),
    free: z.string().optional().openapi({ example: 'Mo-Fr 08:00-16:00' }),
    exceptions: z
      .array(
        z.object({
          date: z.string().optional(),
          from: z.string().optional(),
          to: z.string().optional(),
          season: z.string().optional(),
          free: z.string(),
        }),
      )
      .readonly(),
    anchors: z
      .array(
        z.object({
          at: z.string(),
          days: z.string(),
          kind: z.enum(['leave', 'be_at']),
          place: z.string().optional(),
        }),
      )
      .readonly(),
  })
  .openapi('TimeSaid');

/** Everything that was read out of a text; offsets in UTF-16 units of `normal`. */
export const readTextSchema = z
  .looseObject({
    text: z.string(),
    normal: z.string(),
    occupations: z.array(z.string()),
    settlement: z.string().optional(),
    benefits: z.array(z.string()).optional(),
    place: z.object({ name: z.string(), lat: z.number(), lng: z.number() }).optional(),
    time: timeSaidSchema.optional(),
    corrections: z.array(z.object({ from: z.string(), to: z.string(), ...span })),
    unsure: z.array(z.string()),
    spans: z.array(z.object({ ...span, kind: z.string(), value: z.string().optional() })),
    cut: z.boolean().optional(),
  })
  .openapi('ReadText');

/** A question that what was said leaves open. */
export const questionSchema = z.object({ about: z.string(), text: z.string() });

/** Any text: marks that cannot be kept become spaces instead of a refusal. Longer texts are cut by the reader. */
export const anyText = z.string().overwrite((text) => text.toWellFormed().replaceAll('\0', ' '));

export const understandSchema = z
  .strictObject({
    text: anyText.openapi({
      description: `Everyday Chinese; the first ${MAX_SAID_LENGTH} UTF-16 units are taken in`,
    }),
    today: z.iso.date('date').optional(),
  })
  .openapi('UnderstandRequest');

export const understandingSchema = z
  .object({
    understood: readTextSchema,
    readBack: z.string().nullable(),
    questions: z.array(questionSchema),
  })
  .openapi('Understanding');

export const suggestionSchema = z
  .object({
    text: z.string(),
    kind: z.enum(['occupation', 'place', 'constraint']),
    canonical: z.string(),
  })
  .openapi('Suggestion');
