import type { Ctx } from '../context';
import type { Id } from '../kernel/ids';
import { accessOf } from './access-log';
import { auditCandidate } from './audit';
import { employersOf } from './employers';
import { readPhone } from './privacy';
import type { CandidateExport } from './schema';
import { candidateFor, candidateView } from './service';

/** Everything the station holds about a person, in clear, for the person (PIPL art. 45). */
export async function exportCandidate(ctx: Ctx, id: Id): Promise<CandidateExport> {
  const record = await candidateFor(ctx, ctx.stores, id);
  const station = ctx.station.id;
  const [consents, interests, referrals, offers, access] = await Promise.all([
    ctx.stores.candidates.consentsOf(station, { candidateId: id }),
    ctx.stores.candidates.interestsOfCandidate(station, id),
    ctx.stores.desk.listReferrals(station, { candidateId: id, limit: 1000 }),
    ctx.stores.urgent.offersOf(station, { candidateId: id }),
    accessOf(ctx, id, 1000),
  ]);
  await auditCandidate(ctx, ctx.stores, 'export', id);
  const ids = [...interests, ...referrals, ...offers].map(({ jobId }) => jobId);
  const jobs = ids.length === 0 ? [] : await ctx.stores.jobs.getMany(station, [...new Set(ids)]);
  const titles = new Map(jobs.map(({ job }) => [job.id, job.title]));
  const what = ({ jobId }: { jobId: Id }) => ({ jobId, title: titles.get(jobId) ?? null });
  const iso = (ms: number) => new Date(ms).toISOString();
  return {
    profile: {
      ...(await candidateView(ctx, record, consents)),
      phone: await readPhone(ctx.vault, record.phoneSealed, true),
    },
    interests: interests.map((i) => ({ ...what(i), status: i.status, at: iso(i.createdAt) })),
    referrals: referrals.map((r) => ({ ...what(r), state: r.state, at: iso(r.createdAt) })),
    offers: offers.map((o) => ({ ...what(o), answer: o.answer, at: iso(o.sentAt) })),
    employers: await employersOf(ctx, id),
    access: access.map((line) => ({ ...line, action: line.what })),
  };
}
