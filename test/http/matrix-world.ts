import { answer } from '../support/answers';
import { type Cast, openCast, profile, visit } from '../support/cast';
import type { Client, TestStation } from '../support/station';
import type { Things } from './access-table';

/** Everybody who may ask, as the matrix knows them. `elsewhere` is staff of another station. */
export const ACTORS = [
  'public',
  'seeker',
  'otherSeeker',
  'shop',
  'otherShop',
  'staff',
  'admin',
  'service',
  'elsewhere',
] as const;
export type Actor = (typeof ACTORS)[number];

/** What must not be seen by everybody, and who may see it. */
export interface Secret {
  text: string;
  mayBeSeenBy: readonly Actor[];
}

/** One station with everybody and one of everything: the seeker's own, the shop's own. */
export interface World {
  cast: Cast;
  clients: Record<Actor, Client>;
  things: Things;
  /** Phones and homes. */
  secrets: Secret[];
}

let phones = 0;
const freshPhone = () => `1870000${String(1000 + phones++)}`;
let homes = 0;
/** Nobody else lives there: seven digits that stand nowhere by chance. */
const freshHome = () => ({ lat: 35.1918273 + homes++ / 1e6, lng: 113.2619283 + homes / 1e5 });

/** @param mark stands in everything of this station that somebody wrote */
export async function openWorld(t: TestStation, mark: string): Promise<World> {
  const cast = await openCast(t);
  const otherSeeker = await t.signIn('seeker', cast.station);
  const { ids, stores } = t.open.services;
  const matching = { purpose: ['matching'], channel: 'screen' };
  const idOf = async (call: Promise<Response>) => (await answer<{ id: string }>(call, 201)).id;
  const words = (what: string) => `${mark}${what}`;
  const contactPhone = freshPhone();
  const job = (title: string) =>
    cast.openJob({
      title: words(title),
      description: words('的活'),
      contact: { name: words('联系人'), phone: contactPhone },
    });
  const [home, origin, visitPhone] = [freshHome(), freshHome(), freshPhone()];
  const person = { name: words('求职者'), phone: cast.seeker.phone, home, consent: matching };
  const candidate = await idOf(cast.seeker.post('/api/candidates', profile(person)));
  await idOf(otherSeeker.post('/api/candidates', profile({ name: words('另一人'), consent: matching })));
  const visitOf = async () => {
    const draft = visit({ name: words('来访者'), phone: visitPhone, origin, text: words('想找活') });
    return (await answer<{ walkIn: { id: string } }>(cast.service.post('/api/walk-ins', draft), 201)).walkIn
      .id;
  };
  const [open, twin, draft] = [
    await job('理货'),
    await job('理货'),
    await cast.draftJob({ title: words('草稿') }),
  ];
  const [first, otherVisit] = [await visitOf(), await visitOf()];
  const referral = await idOf(
    cast.service.post('/api/referrals', { jobId: await job('推荐'), candidateId: candidate }),
  );
  const interest = await idOf(cast.seeker.post(`/api/jobs/${await job('报名')}/interest`));
  const now = t.clock.now();
  const at = { stationId: cast.station.id, jobId: await job('急招') };
  const fill = { id: ids.next(), ...at, startedBy: null, startedAt: now, beginsAt: now + 3_600_000 };
  await stores.urgent.insertFill({ ...fill, places: 1, wave: 1, endedAt: null, endedBecause: null });
  const offer = { id: ids.next(), ...at, fillId: fill.id, candidateId: candidate, wave: 1, sentAt: now };
  await stores.urgent.insertOffers([{ ...offer, answeredAt: null, answer: null }]);
  const workJob = await cast.openJob({
    title: words('上岗'),
    business: { name: words('上岗的店'), kind: 'shop' },
    // Beside the others, whose hours the seeker could not take as well.
    schedule: { kind: 'shifts', commitment: 'all', shifts: [{ days: 'Sa', start: '09:00', end: '12:00' }] },
  });
  const employer = (await stores.jobs.get(cast.station.id, workJob))?.business.id ?? '';
  await stores.businesses.addMember(cast.station.id, employer, cast.shop.userId);
  const placement = await idOf(
    cast.service.post('/api/referrals', { jobId: workJob, candidateId: candidate }),
  );
  await answer(cast.service.post(`/api/referrals/${placement}/events`, { kind: 'hired' }), 201);
  await answer(cast.service.post(`/api/placements/${placement}/unpaid`, { note: words('没给钱') }), 201);
  const [wage] = await stores.placements.cases(cast.station.id, { placementIds: [placement], limit: 1 });
  const told = { referralId: placement, about: 'worker', kind: 'no_show', date: '2026-06-01' };
  const conduct = await idOf(cast.service.post('/api/conduct', { ...told, note: words('没来') }));
  const { userId: user } = await t.signIn('staff', cast.station);
  const otherJob = await cast.openJob({ business: { name: words('别家'), kind: 'shop' } });
  const otherBusiness = (await stores.jobs.get(cast.station.id, otherJob))?.business.id ?? '';
  const business = (await stores.jobs.get(cast.station.id, open))?.business.id ?? '';

  const own = (text: string, ...mayBeSeenBy: Actor[]): Secret => ({ text, mayBeSeenBy });
  const coordinates = ({ lat, lng }: typeof home) => [String(lat), String(lng)];
  return {
    cast,
    clients: { ...cast, otherSeeker },
    things: {
      open,
      twin,
      draft,
      candidate,
      visit: first,
      otherVisit,
      interest,
      referral,
      offer: offer.id,
      business,
      otherBusiness,
      placement,
      wageCase: wage?.id ?? '',
      conduct,
      user,
      session: (await t.open.accounts.sessionsOf(user))[0]?.id ?? '',
    },
    secrets: [
      own(cast.seeker.phone, 'seeker'),
      own(cast.shop.phone, 'shop'),
      own(otherSeeker.phone, 'otherSeeker'),
      own(contactPhone),
      own(visitPhone),
      ...coordinates(home).map((text) => own(text, 'seeker', 'staff', 'admin', 'service')),
      ...coordinates(origin).map((text) => own(text, 'staff', 'admin', 'service')),
    ],
  };
}
