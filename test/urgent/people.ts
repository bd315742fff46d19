import type { OfferView, UrgentState } from '../../src/urgent';
import { answer } from '../support/answers';
import { streetMetresNorth } from '../support/builders';
import type { Client, TestStation } from '../support/station';

/** Hours of tomorrow by the clock of test stations, which is a Monday. */
export const TOMORROW = {
  kind: 'shifts' as const,
  commitment: 'all' as const,
  shifts: [{ date: '2026-06-02', start: '09:00', end: '13:00' }],
};

let counter = 0;

/** A profile that fits a posting of {@link TOMORROW} at the default place. */
export const willing = (changes: Record<string, unknown> = {}) => ({
  name: `人${counter}`,
  phone: `1991${String(1_000_000 + counter++)}`,
  home: streetMetresNorth(0),
  mode: 'walk',
  minutes: 15,
  free: 'Mo-Fr 08:20-15:40',
  consent: { purpose: ['matching', 'contact'], channel: 'paper' },
  ...changes,
});

/** Somebody without an account, taken down at the desk; a minute later than whoever came before. */
export async function register(t: TestStation, changes: Record<string, unknown> = {}): Promise<string> {
  t.clock.advance(1_000);
  return (await answer<{ id: string }>(t.service().post('/api/candidates', willing(changes)), 201)).id;
}

/** Somebody with an account and a profile. */
export async function signUp(
  t: TestStation,
  changes: Record<string, unknown> = {},
): Promise<Client & { id: string; phone: string }> {
  t.clock.advance(1_000);
  const seeker = await t.signIn('seeker');
  const body = willing({ phone: seeker.phone, ...changes });
  return { ...seeker, ...(await answer<{ id: string }>(seeker.post('/api/candidates', body), 201)) };
}

/** A posting for tomorrow. */
export const openTomorrow = (t: TestStation, changes: Record<string, unknown> = {}): Promise<string> =>
  t.openJob({ title: `理货员${counter++}`, schedule: TOMORROW, ...changes });

export const start = (t: TestStation, jobId: string, as: Client = t.service()): Promise<UrgentState> =>
  answer(as.post(`/api/jobs/${jobId}/urgent`), 201);
export const stateOf = (t: TestStation, jobId: string): Promise<UrgentState> =>
  answer(t.service().get(`/api/jobs/${jobId}/urgent`));

/** Ids of those who were asked for a posting, wave by wave. */
export async function asked(t: TestStation, jobId: string): Promise<string[][]> {
  const { urgent } = t.open.services.stores;
  const fill = await urgent.latestFill(t.station.id, jobId);
  const offers = fill ? await urgent.offersOf(t.station.id, { fillId: fill.id }) : [];
  const waves: string[][] = [];
  for (const { wave, candidateId } of offers) {
    const list = waves[wave - 1] ?? [];
    list.push(candidateId);
    waves[wave - 1] = list;
  }
  return waves;
}

/** The one offer that a person can answer. */
export async function offerOf(seeker: Client): Promise<OfferView> {
  const { items } = await answer<{ items: OfferView[] }>(seeker.get('/api/offers'));
  if (items.length !== 1 || !items[0]) throw new Error(`${items.length} offers`);
  return items[0];
}
