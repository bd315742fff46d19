import { answer } from '../support/answers';
import { type Cast, profile, visit } from '../support/cast';
import type { TestStation } from '../support/station';
import type { Call, Things } from './access-table';

let made = 0;
/** Makes what is asked for; by default one of everything. */
export async function makeThings(
  t: TestStation,
  cast: Cast,
  keys?: readonly (keyof Things)[],
): Promise<Things> {
  const { ids, stores } = t.open.services;
  const idOf = async (call: Promise<Response>) => (await answer<{ id: string }>(call, 201)).id;
  const visitOf = async () =>
    (await answer<{ walkIn: { id: string } }>(cast.service.post('/api/walk-ins', visit()), 201)).walkIn.id;
  const job = { title: `岗位${made++}` };
  const staffOf = async () => (await t.signIn('staff', cast.station)).userId;
  /** Of a business of its own that belongs to the shop too: a wage case of one would close the other's postings. */
  const placementOf = async () => {
    const business = { name: `上岗的店${made++}`, kind: 'shop' as const };
    const jobId = await cast.openJob({ business });
    const found = await stores.jobs.get(cast.station.id, jobId);
    await stores.businesses.addMember(cast.station.id, found?.business.id ?? '', cast.shop.userId);
    const id = await idOf(cast.service.post('/api/referrals', { jobId, walkInId: await visitOf() }));
    await answer(cast.service.post(`/api/referrals/${id}/events`, { kind: 'hired' }), 201);
    return id;
  };
  const makers: { [Key in keyof Things]: () => Promise<string> } = {
    open: () => cast.openJob(job),
    twin: () => cast.openJob(job),
    draft: () => cast.draftJob(),
    candidate: () => idOf(cast.service.post('/api/candidates', profile())),
    visit: visitOf,
    otherVisit: visitOf,
    business: async () => (await stores.jobs.get(cast.station.id, await cast.openJob()))?.business.id ?? '',
    otherBusiness: async () => {
      const id = await cast.openJob({ business: { name: `别家${made++}`, kind: 'shop' } });
      return (await stores.jobs.get(cast.station.id, id))?.business.id ?? '';
    },
    referral: async () =>
      idOf(cast.service.post('/api/referrals', { jobId: await cast.openJob(), walkInId: await visitOf() })),
    interest: async () => {
      const id = ids.next();
      const candidateId = await idOf(cast.service.post('/api/candidates', profile()));
      const of = { jobId: await cast.openJob(), candidateId, stationId: cast.station.id };
      await stores.candidates.addInterest({ id, ...of, status: 'waiting', createdAt: t.clock.now() });
      return id;
    },
    offer: async () => {
      const candidateId = await idOf(cast.service.post('/api/candidates', profile()));
      const at = { stationId: cast.station.id, jobId: await cast.openJob() };
      const now = t.clock.now();
      const fill = { id: ids.next(), ...at, startedBy: null, startedAt: now, beginsAt: now + 3_600_000 };
      await stores.urgent.insertFill({ ...fill, places: 1, wave: 1, endedAt: null, endedBecause: null });
      const offer = { id: ids.next(), ...at, fillId: fill.id, candidateId, wave: 1, sentAt: now };
      await stores.urgent.insertOffers([{ ...offer, answeredAt: null, answer: null }]);
      return offer.id;
    },
    placement: () => placementOf(),
    wageCase: async () => {
      const id = await placementOf();
      await answer(cast.service.post(`/api/placements/${id}/unpaid`, {}), 201);
      const query = { placementIds: [id], limit: 1 };
      return (await stores.placements.cases(cast.station.id, query))[0]?.id ?? '';
    },
    conduct: async () => {
      const referralId = await placementOf();
      const fact = { referralId, about: 'worker', kind: 'late_cancel', date: '2026-06-01' };
      return idOf(cast.service.post('/api/conduct', fact));
    },
    user: staffOf,
    session: async () => (await t.open.accounts.sessionsOf(await staffOf()))[0]?.id ?? '',
  };
  const wanted = keys ?? (Object.keys(makers) as (keyof Things)[]);
  const entries = await Promise.all(wanted.map(async (key) => [key, await makers[key]()] as const));
  return Object.fromEntries(entries) as unknown as Things;
}

/** Which things a call speaks of. */
export function spokenOf(call: Call): (keyof Things)[] {
  const keys: (keyof Things)[] = [];
  call(new Proxy({} as Things, { get: (_, key) => keys.push(key as keyof Things) && '' }));
  return keys;
}
