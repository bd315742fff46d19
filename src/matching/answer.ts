import { z } from '@hono/zod-openapi';
import type { Ctx } from '../context';
import { jobViewSchema, today, viewOf } from '../jobs';
import { epochDay } from '../kernel/clock';
import { MODES } from '../kernel/vocabulary';
import {
  gainText,
  gateText,
  missingText,
  NOTICE_TEXT,
  reasonText,
  relaxationText,
  timeNoticeText,
} from '../web/text/zh-CN';
import type { Gain } from './gains';
import { type PersonTime, timeNotices } from './person-time';
import type { SeekerQuery } from './query';
import type { Match, SearchResult } from './service';
import type { GateAnswer, WhyResult } from './why';

const missingSchema = z.object({
  days: z.string(),
  start: z.string(),
  end: z.string(),
  lateBy: z.number().optional(),
  earlyBy: z.number().optional(),
  text: z.string(),
});

/** How one posting suits one search. */
export const matchSchema = z
  .object({
    score: z.number(),
    travel: z.object({
      minutes: z.number(),
      metres: z.number(),
      mode: z.enum(MODES),
      source: z.enum(['estimate', 'street']),
    }),
    group: z.enum(['exact', 'related']),
    time: z.object({ fit: z.number().nullable(), freedom: z.number(), missing: z.array(missingSchema) }),
    text: z.number().nullable(),
    reasons: z.array(z.looseObject({ code: z.string(), text: z.string() })),
  })
  .openapi('Match');

export const relaxationSchema = z
  .object({
    change: z.object({ param: z.string(), value: z.union([z.string(), z.number()]).nullable() }),
    text: z.string(),
    gain: z.number(),
  })
  .openapi('Relaxation');

export const understoodSchema = z
  .looseObject({
    text: z.string(),
    occupations: z.array(z.string()),
    settlement: z.string().optional(),
    benefits: z.array(z.string()).optional(),
    corrections: z.array(z.object({ from: z.string(), to: z.string() })),
    unsure: z.array(z.string()),
  })
  .openapi('Understood');

export const rankedSchema = z.object({ job: jobViewSchema, match: matchSchema }).openapi('RankedJob');

/** Answer of `GET /api/jobs`. */
export const searchAnswerSchema = z
  .object({
    items: z.array(rankedSchema),
    total: z.number(),
    next: z.string().nullable(),
    understood: understoodSchema,
    relaxations: z.array(relaxationSchema),
    notice: z.object({ code: z.string(), text: z.string() }).nullable(),
    engine: z.enum(['meilisearch', 'postgres']),
    degraded: z.boolean(),
  })
  .openapi('SearchAnswer');

/** One ranked posting of the contract. @param now ms */
export function rankedOf(match: Match, query: SeekerQuery, now: number): z.infer<typeof rankedSchema> {
  return { job: viewOf(match.found, now), match: matchOf(match, query) };
}

/** The figures and sentences of one match. */
export function matchOf({ item, reasons, missing }: Match, query: SeekerQuery): z.infer<typeof matchSchema> {
  return {
    score: item.score,
    travel: {
      minutes: Math.round(item.minutes * 100) / 100,
      metres: Math.round(item.metres),
      mode: query.mode,
      source: item.source,
    },
    group: item.group,
    time: {
      fit: item.fit,
      freedom: item.freedom,
      missing: missing.map((m) => ({ ...m, text: missingText(m) })),
    },
    text: item.text,
    reasons: reasons.map((reason) => ({ ...reason, text: reasonText(reason, query.mode) })),
  };
}

/** What was read out of the words, as the contract shows it; empty fields when there were none. */
export function understoodOf(query: SeekerQuery): z.infer<typeof understoodSchema> {
  if (!query.understood) return { text: '', occupations: [], corrections: [], unsure: [] };
  const { words: _words, alternatives: _alternatives, ...understood } = query.understood;
  return understood;
}

/** A whole search answer of the contract. */
export function searchAnswer(
  result: SearchResult,
  query: SeekerQuery,
  about: { now: number; engine: 'meilisearch' | 'postgres' },
): z.infer<typeof searchAnswerSchema> {
  return {
    items: result.items.map((match) => rankedOf(match, query, about.now)),
    total: result.total,
    next: result.next,
    understood: understoodOf(query),
    relaxations: result.relaxations.map((relaxation) => ({
      ...relaxation,
      text: relaxationText(relaxation),
    })),
    notice: result.notice && { code: result.notice, text: NOTICE_TEXT[result.notice] },
    engine: about.engine,
    degraded: result.degraded,
  };
}

/** A gate of `/why` with its sentence. */
export function gateOf(gate: GateAnswer) {
  return { ...gate, ...gateText(gate) };
}

/** Answer of `/why`. */
export const whyAnswerSchema = z
  .object({
    shown: z.boolean(),
    gates: z.array(
      z.looseObject({ code: z.string(), ok: z.boolean(), text: z.string(), fix: z.string().optional() }),
    ),
    match: matchSchema.nullable(),
  })
  .openapi('WhyAnswer');

/** Every gate with its sentence. */
export function whyAnswer(answer: WhyResult, query: SeekerQuery): z.infer<typeof whyAnswerSchema> {
  return {
    shown: answer.shown,
    gates: answer.gates.map(gateOf),
    match: answer.match && matchOf(answer.match, query),
  };
}

/** Answer of the gains of a person. */
export const gainsSchema = z
  .object({
    items: z.array(
      z.object({
        code: z.enum(['minutes', 'earlier', 'later', 'day', 'hours', 'certificate']),
        change: z.object({ param: z.string(), value: z.union([z.string(), z.number()]) }),
        by: z.union([z.string(), z.number()]),
        gain: z.number(),
        text: z.string(),
      }),
    ),
  })
  .openapi('Gains');

/** Gains with their sentences. */
export function gainsAnswer(gains: readonly Gain[]): z.infer<typeof gainsSchema> {
  return { items: gains.map((gain) => ({ ...gain, text: gainText(gain) })) };
}

/** What somebody should be told about their own time: a year whose holidays nobody knows yet. */
export const timeNoticesSchema = z
  .array(z.object({ code: z.enum(['holidays_unannounced']), year: z.int(), text: z.string() }))
  .openapi('TimeNotices');

/** What a person should be told about their own time now. */
export function timeNoticesOf(
  ctx: Pick<Ctx, 'clock'>,
  time: PersonTime | null,
): z.infer<typeof timeNoticesSchema> {
  return timeNotices(time, epochDay(today(ctx))).map((notice) => ({
    ...notice,
    text: timeNoticeText(notice),
  }));
}
