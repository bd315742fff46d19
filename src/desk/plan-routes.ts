import { z } from '@hono/zod-openapi';
import { createRouter, describeRoute, jsonAnswer } from '../http/openapi';
import { iso } from '../kernel/clock';
import { rankedOf, rankedSchema } from '../matching';
import { DESK_TEXT, displacedText, unplannedText } from '../web/text/zh-CN';
import { type DeskPlan, type Displaced, planOf, type UnplannedWalkIn } from './plan';

const person = {
  walkInId: z.string(),
  name: z.string().nullable(),
  waitingSince: z.string(),
};
const displacedFields = {
  /** The posting that suits them best. */
  jobId: z.string(),
  title: z.string(),
  for: z.string().nullable(),
  because: z.enum(['fewer_shifts', 'waits_longer', 'worse_together']),
  shifts: z.number().optional(),
  waitedMinutes: z.number().optional(),
  score: z.number().optional(),
  text: z.string(),
};

const planSchema = z
  .object({
    filled: z.number(),
    of: z.number(),
    degraded: z.boolean(),
    assignments: z.array(
      rankedSchema.extend({
        ...person,
        jobId: z.string(),
        shifts: z.number(),
        reasons: z.array(z.object({ code: z.literal('moved'), ...displacedFields })),
      }),
    ),
    unassigned: z.array(
      z.object({
        ...person,
        why: z.looseObject({
          code: z.enum(['no_consent', 'no_match', 'sent', 'taken']),
          text: z.string(),
        }),
      }),
    ),
  })
  .openapi('DeskPlan');

/** A displacement with its sentence. */
function displacedOf({ found, for: other, ...rest }: Displaced) {
  const { id: jobId, title } = found.job;
  const name = other && (other.name ?? DESK_TEXT.anonymous);
  return {
    jobId,
    title,
    for: other?.walkInId ?? null,
    ...rest,
    text: displacedText({ title, for: name, ...rest }),
  };
}

function whyOf(why: UnplannedWalkIn['why']) {
  if (why.code === 'taken') return { code: why.code, ...displacedOf(why.displaced) };
  if (why.code !== 'sent') return { code: why.code, text: unplannedText(why.code) };
  const job = why.found?.job;
  return { code: why.code, ...(job ? { jobId: job.id } : {}), text: unplannedText('sent', job?.title) };
}

function planAnswer(plan: DeskPlan, now: number): z.infer<typeof planSchema> {
  return {
    filled: plan.filled,
    of: plan.of,
    degraded: plan.degraded,
    assignments: plan.assignments.map(({ walkInId, name, since, match, query, shifts, displaced }) => ({
      walkInId,
      name,
      waitingSince: iso(since),
      jobId: match.found.job.id,
      shifts,
      reasons: displaced === null ? [] : [{ code: 'moved' as const, ...displacedOf(displaced) }],
      ...rankedOf(match, query, now),
    })),
    unassigned: plan.unassigned.map(({ walkInId, name, since, why }) => ({
      walkInId,
      name,
      waitingSince: iso(since),
      why: whyOf(why),
    })),
  };
}

/** The desk plan: staff and the service account of the station. */
export const planRoutes = createRouter().openapi(
  describeRoute({
    method: 'get',
    path: '/api/desk/plan',
    summary:
      'Everybody who waits today, assigned to the open jobs: most shifts filled, then the longest wait',
    responses: { 200: jsonAnswer(planSchema, 'Who goes where, and why not where it suits them best') },
  }),
  async (c) => {
    const ctx = c.get('ctx');
    return c.json(planAnswer(await planOf(ctx), ctx.clock.now()), 200);
  },
);
