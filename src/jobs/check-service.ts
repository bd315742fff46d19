import { z } from '@hono/zod-openapi';
import { checkPosting, FINDING_CODES, type Finding, SEVERITIES } from '../checks';
import type { Ctx } from '../context';
import { PAY_UNITS } from '../kernel/money';
import { BUSINESS_KINDS, ENGAGEMENTS, SETTLEMENTS } from '../kernel/vocabulary';
import { requireShopOrStaff } from './access';
import { today } from './change';
import { lastDate } from './rules';

const text = (max: number) => z.string().max(max).optional();
const figure = z.number().min(0).max(1_000_000).optional();

/**
 * A JobDraft of which any part may be missing or unfinished, as it stands while it is written. Texts are taken as
 * they are, spaces at their ends too: offsets count from there.
 */
export const checkDraftSchema = z
  .object({
    title: text(200),
    description: text(4000),
    business: z.object({ name: text(200), kind: z.enum(BUSINESS_KINDS).optional() }).optional(),
    place: z
      .object({ address: text(400), lat: z.number().optional(), lng: z.number().optional() })
      .optional(),
    engagement: z.enum(ENGAGEMENTS).optional(),
    pay: z
      .object({
        amount: figure,
        max: figure,
        unit: z.enum(PAY_UNITS).optional(),
        settlement: z.enum(SETTLEMENTS).optional(),
        expectedHours: figure,
      })
      .optional(),
    schedule: z
      .object({
        shifts: z
          .array(z.object({ date: z.string().max(20).optional() }))
          .max(50)
          .optional(),
      })
      .optional(),
    requirements: z
      .object({
        certificates: z.array(z.string().max(40)).max(10).optional(),
        minAge: z.number().optional(),
        note: text(400),
      })
      .optional(),
  })
  .openapi('JobCheck');
export type CheckDraft = z.infer<typeof checkDraftSchema>;

/** A finding with its sentence. */
export const findingSchema = z
  .object({
    code: z.enum(FINDING_CODES),
    severity: z.enum(SEVERITIES),
    field: z.string().openapi({ example: 'description' }),
    start: z.int().openapi({ description: 'UTF-16 offset into the text of the field' }),
    end: z.int().openapi({ description: 'End of the span, exclusive' }),
    article: z.string(),
    text: z.string(),
    suggestion: z
      .object({
        replace: z.string().openapi({
          description:
            'What to put in place of [start, end); of a field that is no text, in place of its value',
        }),
      })
      .optional(),
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })
  .openapi('Finding');

/**
 * What a draft breaks or lacks, on the day it asks people for and in the area of the station. Nothing is stored.
 * @throws DomainError `unauthenticated`, `forbidden` for those who write no postings
 */
export function checkDraft(ctx: Ctx, draft: CheckDraft): Finding[] {
  requireShopOrStaff(ctx);
  const dates = draft.schedule?.shifts?.flatMap(({ date }) => (date === undefined ? [] : [date])) ?? [];
  const workDate = lastDate(dates, today(ctx));
  return checkPosting(draft, { workDate, areaClass: ctx.station.areaClass });
}
