import type { TestStation } from '../support/station';

/** A page for tests that look at every page: its path and whose session it is seen with. */
export interface PageToSee {
  path: string;
  cookie: string;
  /** The status that belongs to it. */
  status: number;
}

const profile = {
  name: '李女士',
  free: 'Mo-Fr 08:20-15:40',
  occupations: ['洗碗工'],
  consent: { purpose: ['matching', 'contact'], channel: 'screen' },
};

/** Every page of seekers and of signing in, with what there is to see on it. */
export async function seekerPagesToSee(t: TestStation): Promise<PageToSee[]> {
  const job = await t.openJob();
  const filled = await t.openJob();
  await t.service().post(`/api/jobs/${filled}/fill`);
  const seeker = await t.signIn('seeker');
  await seeker.post('/api/candidates', profile);
  await seeker.post(`/api/jobs/${job}/interest`);
  const fresh = await t.signIn('seeker');
  const open = (path: string, status = 200): PageToSee => ({ path, cookie: '', status });
  const own = (path: string, status = 200): PageToSee => ({ path, cookie: seeker.cookie, status });
  return [
    open('/'),
    open('/?type=large'),
    open(`/?q=${encodeURIComponent('洗碗 日结 不管饭')}&free=Mo-Fr%2008:20-15:40&pay_min=20`),
    open(`/?q=${encodeURIComponent('宇航员')}`),
    open('/search?pay_min=x&h.Mo.from1=08:00', 400),
    open(`/jobs/${job}?free=Sa%2008:00-10:00`),
    open(`/jobs/${filled}`),
    open('/sign-in'),
    open('/desk/sign-in'),
    open('/docs'),
    open('/nothing-here', 404),
    own('/'),
    own(`/jobs/${job}`),
    own('/me'),
    own('/me/matches'),
    own('/me/profile'),
    own('/me/log'),
    own('/me/delete'),
    own('/shop', 403),
    { path: '/me/profile', cookie: fresh.cookie, status: 200 },
  ];
}
