import type { JobDraftInput, JobView } from '../../src/jobs';
import type { Station } from '../../src/stations';
import { answer } from './answers';
import { jobDraft, LICENCE } from './builders';
import type { Client, TestStation } from './station';

/** Name of the shop's business; every cast has a station of its own, so names do not meet. */
export const SHOP_NAME = '测试商铺';

/** Everybody who may ask, at one station of their own. */
export interface Cast {
  station: Station;
  public: Client;
  seeker: Client & { userId: string; phone: string; cookie: string };
  /** Acts for the business {@link SHOP_NAME}. */
  shop: Client & { userId: string; phone: string; cookie: string };
  otherShop: Client;
  staff: Client;
  admin: Client;
  service: Client;
  /** Staff of another station of the same database. */
  elsewhere: Client;
  /** The other station. */
  otherStation: Station;
  shopName: string;
  /** An open posting of the shop, written by the service account. */
  openJob(changes?: Partial<JobDraftInput>): Promise<string>;
  /** A posting of the shop in the state draft. */
  draftJob(changes?: Partial<JobDraftInput>): Promise<string>;
  /** Has staff verify the shop's business: what it writes from then on is public without a review. */
  verifyShop(): Promise<void>;
}

/** Signs in at the first call: hashing passwords takes time that not every suite needs to spend. */
function later(signIn: () => Promise<Client>): Client {
  let signedIn: Promise<Client> | null = null;
  const request: Client['request'] = async (...call) => {
    signedIn ??= signIn();
    return (await signedIn).request(...call);
  };
  return {
    request,
    get: (path) => request('GET', path),
    post: (path, body, headers) => request('POST', path, body, headers),
    patch: (path, body) => request('PATCH', path, body),
    put: (path, body) => request('PUT', path, body),
    delete: (path) => request('DELETE', path),
  };
}

/** Brings everybody together, at a fresh station. */
export async function openCast(t: TestStation): Promise<Cast> {
  const [station, otherStation] = [await t.mintStation(), await t.mintStation()];
  const business = { name: SHOP_NAME, kind: 'shop' as const };
  const service = t.service(station);
  const [seeker, shop] = await Promise.all([t.signIn('seeker', station), t.signIn('shop', station)]);
  const draftJob = async (changes: Partial<JobDraftInput> = {}) =>
    (await answer<JobView>(service.post('/api/jobs', jobDraft({ business, ...changes })), 201)).id;
  // A shop's first posting makes its business.
  await answer(shop.post('/api/jobs', jobDraft({ title: '首个岗位', business })), 201);
  return {
    station,
    otherStation,
    public: t.client({}, station),
    seeker,
    shop,
    otherShop: later(() => t.signIn('shop', station)),
    staff: later(() => t.signIn('staff', station)),
    admin: later(() => t.signIn('admin', station)),
    service,
    elsewhere: later(() => t.signIn('staff', otherStation)),
    shopName: SHOP_NAME,
    draftJob,
    async verifyShop() {
      const [own] = await t.open.services.stores.businesses.ofUser(station.id, shop.userId);
      await answer(service.post(`/api/businesses/${own?.id}/verify`, { licence: LICENCE }));
    },
    async openJob(changes = {}) {
      const id = await draftJob(changes);
      await answer(service.post(`/api/jobs/${id}/publish`));
      return id;
    },
  };
}

/** The smallest profile that may be kept. */
export const profile = (changes: Record<string, unknown> = {}) => ({
  name: '测试求职者',
  consent: { purpose: ['matching', 'contact'], channel: 'screen' },
  ...changes,
});

/** The smallest visit that may be taken down. */
export const visit = (changes: Record<string, unknown> = {}) => ({
  name: '测试来访者',
  consent: { purpose: 'matching', channel: 'paper' },
  ...changes,
});
