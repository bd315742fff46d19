import type { Ctx } from '../context';
import { epochDay } from '../kernel/clock';
import { parseWeek } from '../kernel/week-syntax';
import {
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
import type { CandidateRecord } from './ports';
import { openPoint } from './privacy';
import { candidateFor } from './service';

/** The search that a profile stands for: from home, or from the station while no home is known. */
export async function queryOfCandidate(ctx: Ctx, record: CandidateRecord): Promise<SeekerQuery> {
  const query = readQuery(ctx, {
    mode: record.mode,
    minutes: record.minutes,
    hours_max: record.hoursMax ?? undefined,
  });
  return {
    ...query,
    origin: (await openPoint(ctx.vault, 'home', record.homeSealed)) ?? ctx.station,
    free: record.free === null ? null : parseWeek(record.free),
    time: await openTime(ctx, record.timeSealed),
    work: await acceptedWork(ctx, { candidateId: record.id }),
    birthDay: record.birthDate === null ? null : epochDay(record.birthDate),
    held: record.certificates,
    skills: record.occupations.length > 0 ? record.occupations : null,
  };
}

/** Postings for a person by their profile, ranked. @throws DomainError `not_found` for others' profiles */
export async function matchesOf(ctx: Ctx, id: string, page: { limit: number; cursor?: string | undefined }) {
  const record = await candidateFor(ctx, ctx.stores, id);
  const query = await queryOfCandidate(ctx, record);
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
  const query = await queryOfCandidate(ctx, await candidateFor(ctx, ctx.stores, id));
  return whyAnswer(await why(ctx, query, jobId), query);
}

/** 差什么: which single change of a person opens how many postings. */
export async function gainsFor(ctx: Ctx, id: string) {
  const query = await queryOfCandidate(ctx, await candidateFor(ctx, ctx.stores, id));
  return gainsAnswer(await gainsOf(ctx, query));
}
