import { z } from '@hono/zod-openapi';
import { DATUMS, PRECISIONS } from '../kernel/geo';
import { PAY_UNITS } from '../kernel/money';
import { BENEFITS, BUSINESS_KINDS, ENGAGEMENTS, SETTLEMENTS } from '../kernel/vocabulary';
import { parseDays } from '../kernel/week-syntax';
import { anyText, questionSchema, readTextSchema } from '../search';

/**
 * JobDraft of the contract. The message of every own check is a code; web/text/zh-CN.ts holds the sentence.
 */
const clock = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'clock')
  .openapi({ example: '18:00' });

const days = z
  .string()
  .max(40)
  .refine((text) => readable(() => parseDays(text)), 'days')
  .openapi({ example: 'Mo-Fr' });

/** Days before this century are slips of the keyboard; some of them no database would take. */
const calendarDate = z.iso
  .date('date')
  .refine((date) => date >= '2000-01-01', 'date')
  .openapi({ example: '2026-12-20' });

function readable(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch {
    return false;
  }
}

const shift = z
  .strictObject({ days: days.optional(), date: calendarDate.optional(), start: clock, end: clock })
  .refine((s) => (s.days === undefined) !== (s.date === undefined), {
    message: 'days_or_date',
    path: ['days'],
  })
  .refine((s) => s.start !== s.end, { message: 'equal', path: ['end'] })
  .refine((s) => s.start !== '24:00', { message: 'clock', path: ['start'] })
  .openapi('Shift');

const window = z
  .strictObject({ days, start: clock, end: clock })
  .refine((s) => s.start !== s.end, { message: 'equal', path: ['end'] })
  .refine((s) => s.start !== '24:00', { message: 'clock', path: ['start'] })
  .openapi('Window');

/** Hours of a posting: shifts (all of them, or at least k), or hours anywhere inside windows. */
export const scheduleSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('shifts'),
      commitment: z
        .union([z.literal('all'), z.strictObject({ atLeast: z.int().min(1).max(50) })])
        .default('all'),
      shifts: z.array(shift).min(1).max(50),
    }),
    z.strictObject({
      kind: z.literal('window'),
      windows: z.array(window).min(1).max(50),
      hoursPerWeek: z.number().positive().max(84),
      minBlockMinutes: z.int().min(15).max(720).default(60),
    }),
  ])
  .openapi('Schedule');

/** Where the work is. An address without coordinates is enough for a draft, never for an open posting. */
export const placeSchema = z
  .strictObject({
    address: z.string().trim().min(1).max(200).optional(),
    lat: z.number().min(-90).max(90).optional(),
    lng: z.number().min(-180).max(180).optional(),
    datum: z.enum(DATUMS).default('wgs84'),
    precision: z.enum(PRECISIONS).default('door'),
  })
  .superRefine((place, ctx) => {
    const missing = place.lat === undefined ? 'lat' : 'lng';
    const half = (place.lat === undefined) !== (place.lng === undefined);
    if (half) ctx.addIssue({ code: 'custom', message: 'required', path: [missing] });
    else if (place.lat === undefined && place.address === undefined) {
      ctx.addIssue({ code: 'custom', message: 'address_or_point', path: ['address'] });
    }
  })
  .openapi('Place');

export const paySchema = z
  .strictObject({
    amount: z.number().min(0.01).max(1_000_000),
    max: z.number().min(0.01).max(1_000_000).optional(),
    unit: z.enum(PAY_UNITS),
    settlement: z.enum(SETTLEMENTS).optional(),
    expectedHours: z.number().positive().max(744).optional(),
  })
  .refine((pay) => pay.max === undefined || pay.max >= pay.amount, {
    message: 'max_below_amount',
    path: ['max'],
  })
  // A slip in the hours of a piece must not make an hour's pay that no column holds.
  .refine((pay) => pay.unit === 'hour' || pay.amount / (pay.expectedHours ?? 1) <= 1_000_000, {
    message: 'too_big',
    path: ['amount'],
  })
  .openapi('Pay');

export const contactSchema = z
  .strictObject({
    name: z.string().trim().max(40).optional(),
    phone: z.string().regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/, 'phone'),
  })
  .openapi('Contact');

export const requirementsSchema = z
  .strictObject({
    certificates: z.array(z.string().max(40)).max(10).optional(),
    minAge: z.int().min(16).max(70).optional(),
    note: z.string().max(200).optional(),
  })
  .openapi('Requirements');

const fields = {
  title: z.string().trim().min(1).max(60),
  description: z.string().max(4000),
  occupation: z.string().trim().min(1).max(30).optional(),
  engagement: z.enum(ENGAGEMENTS),
  place: placeSchema.optional(),
  pay: paySchema.optional(),
  schedule: scheduleSchema.optional(),
  headcount: z.int().min(1).max(999),
  benefits: z.array(z.enum(BENEFITS)).max(3),
  requirements: requirementsSchema,
  contact: contactSchema.optional(),
  validThrough: calendarDate.optional(),
};

/** A posting as it comes in; place, pay and schedule may be missing in a draft, never in an open posting. */
export const jobDraftSchema = z
  .strictObject({
    ...fields,
    externalId: z.string().trim().min(1).max(120).optional(),
    business: z.strictObject({
      name: z.string().trim().min(1).max(60),
      kind: z.enum(BUSINESS_KINDS).default('shop'),
    }),
    description: fields.description.default(''),
    engagement: fields.engagement.default('part_time'),
    headcount: fields.headcount.default(1),
    benefits: fields.benefits.default([]),
    requirements: fields.requirements.default({}),
  })
  .openapi('JobDraft');

export type JobDraft = z.infer<typeof jobDraftSchema>;
export type JobDraftInput = z.input<typeof jobDraftSchema>;
export type ScheduleDraft = z.infer<typeof scheduleSchema>;

/** Changes to a posting: any field of the draft but its business and external id. */
export const jobPatchSchema = z.strictObject(fields).partial().openapi('JobPatch');
export type JobPatch = z.infer<typeof jobPatchSchema>;

export const JOB_STATUSES = ['draft', 'review', 'open', 'filled', 'closed', 'expired', 'blocked'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** A posting as anyone may read it: no phone number. */
export const jobViewSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    occupation: z.string().nullable(),
    description: z.string(),
    business: z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(BUSINESS_KINDS),
      verified: z.boolean(),
      /** Last Shanghai date of the verification, while it holds. */
      verifiedUntil: z.string().optional(),
    }),
    place: z
      .object({
        address: z.string().nullable(),
        lat: z.number(),
        lng: z.number(),
        precision: z.enum(PRECISIONS),
      })
      .nullable(),
    /** While the pin is not placed yet; afterwards it stands in `place`. */
    address: z.string().optional(),
    pay: z
      .object({
        amount: z.number(),
        max: z.number().optional(),
        unit: z.enum(PAY_UNITS),
        settlement: z.enum(SETTLEMENTS).nullable(),
        expectedHours: z.number().optional(),
        /** Yuan per hour. */
        hourly: z.number().nullable(),
      })
      .nullable(),
    schedule: scheduleSchema.nullable(),
    engagement: z.enum(ENGAGEMENTS),
    headcount: z.number(),
    benefits: z.array(z.enum(BENEFITS)),
    requirements: requirementsSchema,
    status: z.enum(JOB_STATUSES),
    publishedAt: z.string().nullable(),
    validThrough: z.string().nullable(),
  })
  .openapi('Job');
export type JobView = z.infer<typeof jobViewSchema>;

/** One sentence, or a few, of somebody who needs people. */
export const spokenSchema = z.strictObject({ text: anyText }).openapi('SpokenPosting');

/** A draft as far as it was said: the fields of a JobDraft without defaults, any of which may be absent. */
export const spokenDraftSchema = z
  .object({
    draft: z.strictObject({
      ...fields,
      description: fields.description.optional(),
      title: fields.title.optional(),
      engagement: fields.engagement.optional(),
      headcount: fields.headcount.optional(),
      benefits: fields.benefits.optional(),
      requirements: requirementsSchema.optional(),
    }),
    begun: z
      .strictObject({
        dates: z.array(calendarDate).optional(),
        days: days.optional(),
        hours: z.array(z.strictObject({ start: clock, end: clock.optional() })).optional(),
        amount: z.number().optional(),
        max: z.number().optional(),
        settlement: z.enum(SETTLEMENTS).optional(),
      })
      .openapi({
        description:
          'What was said of hours and pay that the draft cannot hold yet: a date without hours, a sum without a unit',
      }),
    missing: z.array(z.string()).openapi({ example: ['business', 'place', 'pay.settlement'] }),
    questions: z.array(questionSchema.extend({ field: z.string() })),
    understood: readTextSchema,
  })
  .openapi('SpokenDraft');
