import type { PlacementView } from '../../src/placements';
import { answer } from '../support/answers';
import { jobDraft } from '../support/builders';
import { profile } from '../support/cast';
import type { Client, TestStation } from '../support/station';

/** A shop with a business of its own, a worker with a profile, and the desk. */
export interface Work {
  shop: Client & { userId: string; cookie: string };
  worker: Client & { userId: string; cookie: string };
  staff: Client;
  /** Of the referral and of the placement. */
  id: string;
  jobId: string;
  candidateId: string;
  businessId: string;
  business: { name: string; kind: 'shop' };
}

let counter = 0;

/** Somebody hired by a business that has only this posting. @param changes to the posting */
export async function hired(
  t: TestStation,
  changes: Record<string, unknown> = {},
  staff?: Client,
): Promise<Work> {
  const business = { name: `台账店${counter++}`, kind: 'shop' as const };
  const [shop, worker] = [await t.signIn('shop'), await t.signIn('seeker')];
  const { id: candidateId } = await answer<{ id: string }>(
    worker.post('/api/candidates', profile({ phone: undefined })),
    201,
  );
  const draft = jobDraft({ business, ...changes });
  const { id: jobId } = await answer<{ id: string }>(shop.post('/api/jobs', draft), 201);
  await answer(t.service().post(`/api/jobs/${jobId}/publish`));
  const desk = staff ?? t.service();
  const { id } = await answer<{ id: string }>(desk.post('/api/referrals', { jobId, candidateId }), 201);
  await answer(desk.post(`/api/referrals/${id}/events`, { kind: 'hired' }), 201);
  const [own] = await t.open.services.stores.businesses.ofUser(t.station.id, shop.userId);
  return { shop, worker, staff: desk, id, jobId, candidateId, businessId: own?.id ?? '', business };
}

export const hours = (client: Client, id: string, date: string, minutes: number, side?: string) =>
  client.post(`/api/placements/${id}/hours`, { date, minutes, ...(side ? { side } : {}) });
export const paid = (client: Client, id: string, dates: string[], amount: number, paidOn = dates[0]) =>
  client.post(`/api/placements/${id}/paid`, { dates, amount, paidOn });
export const ledger = (client: Client, id: string): Promise<PlacementView> =>
  answer<PlacementView>(client.get(`/api/placements/${id}`));
