import type { Ctx } from '../context';
import { isStaff } from '../kernel/actor';
import { epochDay } from '../kernel/clock';
import { parseWeek } from '../kernel/week-syntax';
import {
  type AcceptedWork,
  gainsAnswer,
  gainsOf,
  rankedOf,
  readQuery,
  type SeekerQuery,
  search,
  timeNoticesOf,
  why,
  whyAnswer,
} from '../matching';
import { acceptedWork, openTime } from './accepted';
import { auditLooks } from './audit';
import type { CandidateRecord } from './ports';
import { openPoint } from './privacy';
import { candidateFor } from './service';

/** The search that a profile stands for: from home, or from the station while no home is known. */
export async function queryOfCandidate(ctx: Ctx, record: CandidateRecord): Promise<SeekerQuery> {
  const work = await acceptedWork(ctx, { candidateIds: [record.id] });
  return queryOf(ctx, record, work.get(record.id) ?? []);
}

/** The searches of many profiles, in their order; their work is asked for at once. */
export async function queriesOfCandidates(
  ctx: Ctx,
  records: readonly CandidateRecord[],
): Promise<SeekerQuery[]> {
  const work = await acceptedWork(ctx, { candidateIds: records.map(({ id }) => id) });
  return Promise.all(records.map((record) => queryOf(ctx, record, work.get(record.id) ?? [])));
}

async function queryOf(
  ctx: Ctx,
  record: CandidateRecord,
  work: readonly AcceptedWork[],
): Promise<SeekerQuery> {
  const query = readQuery(ctx, {
    mode: record.mode,
    minutes: record.minutes,
    hours_max: record.hoursMax ?? undefined,
    plain: record.plain ? '1' : undefined,
  });
  return {
    ...query,
    origin: (await openPoint(ctx.vault, 'home', record.homeSealed)) ?? ctx.station,
    free: record.free === null ? null : parseWeek(record.free),
    time: await openTime(ctx, record.timeSealed),
    work,
    birthDay: record.birthDate === null ? null : epochDay(record.birthDate),
    held: record.certificates,
    skills: record.occupations.length > 0 ? record.occupations : null,
  };
}

/** The search of somebody's profile for whoever may see it; that staff did so stands in the person's access log. */
async function queryFor(ctx: Ctx, id: string): Promise<SeekerQuery> {
  const record = await candidateFor(ctx, ctx.stores, id);
  if (isStaff(ctx.actor, ctx.station.id)) await auditLooks(ctx, ctx.stores, 'matched', [id]);
  return queryOfCandidate(ctx, record);
}

/** Postings for a person by their profile, ranked. @throws DomainError `not_found` for others' profiles */
export async function matchesOf(ctx: Ctx, id: string, page: { limit: number; cursor?: string | undefined }) {
  const query = await queryFor(ctx, id);
  const result = await search(ctx, query, page);
  return {
    items: result.items.map((match) => rankedOf(match, query, ctx.clock.now())),
    total: result.total,
    next: result.next,
    notices: timeNoticesOf(ctx, query.time),
  };
}

/** Why a posting is, or is not, on a person's list. @throws DomainError `not_found` for others' profiles */
export async function whyFor(ctx: Ctx, id: string, jobId: string) {
  const query = await queryFor(ctx, id);
  return whyAnswer(await why(ctx, query, jobId), query);
}

/** 差什么: which single change of a person opens how many postings. */
export async function gainsFor(ctx: Ctx, id: string) {
  const query = await queryFor(ctx, id);
  return gainsAnswer(await gainsOf(ctx, query));
}
