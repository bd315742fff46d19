import { LICENCE } from '../support/builders';
import type { Things } from './access-table';

/** What a page makes of somebody: lets them in (whatever it then says of the form), or refuses. */
export type Entry = 'in' | 401 | 403 | 404;
type Entries = readonly [Entry, Entry, Entry, Entry, Entry, Entry, Entry, Entry];

export interface PageRow {
  route: string;
  path: (thing: Things) => string;
  expected: Entries;
  /** Fields that a page needs before it asks who may. */
  form?: (thing: Things) => Record<string, string>;
}

// Columns: public, seeker, shop, otherShop, staff, admin, service, elsewhere.
const everybody: Entries = ['in', 'in', 'in', 'in', 'in', 'in', 'in', 'in'];
const seekers: Entries = [401, 'in', 403, 403, 403, 403, 403, 403];
const shops: Entries = [401, 403, 'in', 'in', 403, 403, 403, 403];
const ownShop: Entries = [401, 403, 'in', 403, 403, 403, 403, 403];
const desk: Entries = [401, 403, 403, 403, 'in', 'in', 'in', 'in'];
const ownDesk: Entries = [401, 403, 403, 403, 'in', 'in', 'in', 404];

const own: Entries = [401, 'in', 'in', 'in', 'in', 'in', 403, 'in'];
const withPassword: Entries = [401, 403, 403, 403, 'in', 'in', 403, 'in'];
const admins: Entries = [401, 403, 403, 403, 403, 'in', 403, 403];

const get = (path: string, expected: Entries): PageRow => ({
  route: `GET ${path}`,
  path: () => path,
  expected,
});
const post = (path: string, expected: Entries): PageRow => ({
  route: `POST ${path}`,
  path: () => path,
  expected,
});
/** A page of one thing; `:id` in the route is its id. */
function of(
  key: keyof Things,
  route: string,
  expected: Entries,
  form?: (thing: Things) => Record<string, string>,
): PageRow {
  const [, pattern = ''] = route.split(' ');
  return { route, path: (thing) => pattern.replace(':id', thing[key]), expected, ...(form ? { form } : {}) };
}

/** What is said of a placement, by the last part of the path. */
const WORK_FORMS: Record<string, () => Record<string, string>> = {
  hours: () => ({ date: '2026-06-01', hours: '4', side: 'worker' }),
  paid: () => ({ dates: '2026-06-01', amount: '100', paidOn: '2026-06-01' }),
  unpaid: () => ({}),
  conduct: () => ({ about: 'worker', kind: 'late_cancel', date: '2026-06-01' }),
};

const VERBS = ['publish', 'close', 'fill', 'renew', 'block', 'merge', 'urgent'];
/** The pages of postings, which shop and desk have both. */
function jobPages(area: '/shop' | '/desk', any: Entries, own: Entries): PageRow[] {
  const merge = (thing: Things) => ({ into: thing.twin });
  return [
    get(`${area}/jobs/new`, any),
    post(`${area}/jobs`, any),
    of('open', `GET ${area}/jobs/:id`, own),
    of('open', `GET ${area}/jobs/:id/edit`, own),
    of('open', `POST ${area}/jobs/:id`, own, () => ({ title: '改名' })),
    ...VERBS.map((verb) =>
      of('open', `POST ${area}/jobs/:id/${verb}`, own, verb === 'merge' ? merge : undefined),
    ),
    of('interest', `POST ${area}/interests/:id/accept`, own),
    of('interest', `POST ${area}/interests/:id/decline`, own),
  ];
}

/** Every page of the station with who is let in. */
export const PAGES: PageRow[] = [
  ...['/', '/search', '/sign-in', '/sign-in/code', '/desk/sign-in', '/docs', '/privacy', '/ranking'].map(
    (path) => get(path, everybody),
  ),
  { route: 'GET /assets/:name', path: () => '/assets/icon.svg', expected: everybody },
  ...['/sign-in', '/sign-in/code', '/desk/sign-in'].map((path) => post(path, everybody)),
  { ...of('open', 'GET /jobs/:id', ['in', 'in', 'in', 'in', 'in', 'in', 'in', 404]) },
  of('open', 'POST /jobs/:id/report', ['in', 'in', 'in', 'in', 'in', 'in', 'in', 404], () => ({
    reason: 'fee',
  })),
  // The public is led to the door, and back.
  of('open', 'POST /jobs/:id/interest', ['in', 'in', 403, 403, 403, 403, 403, 403]),

  ...['/me', '/me/profile', '/me/matches', '/me/log', '/me/export', '/me/copy', '/me/delete'].map((path) =>
    get(path, seekers),
  ),
  ...['/me/profile', '/me/consent', '/me/delete'].map((path) => post(path, seekers)),
  {
    ...post('/me/employers', seekers),
    form: (thing) => ({ business: thing.business, change: 'withdraw' }),
  },

  // Nobody else's offers are anybody's.
  ...['accept', 'decline'].map((answer) =>
    of('offer', `POST /me/offers/:id/${answer}`, [401, 404, 403, 403, 403, 403, 403, 403]),
  ),

  get('/me/work', seekers),
  ...['hours', 'paid', 'unpaid', 'conduct'].map((verb) =>
    of('placement', `POST /me/work/:id/${verb}`, [401, 404, 403, 403, 403, 403, 403, 403], WORK_FORMS[verb]),
  ),
  of('conduct', 'POST /me/conduct/:id/answer', [401, 404, 403, 403, 403, 403, 403, 403]),
  get('/shop/work', shops),
  ...['hours', 'conduct'].map((verb) =>
    of(
      'placement',
      `POST /shop/work/:id/${verb}`,
      [401, 403, 'in', 404, 403, 403, 403, 403],
      WORK_FORMS[verb],
    ),
  ),
  of('conduct', 'POST /shop/conduct/:id/answer', [401, 403, 'in', 404, 403, 403, 403, 403]),

  get('/shop', shops),
  of('business', 'POST /shop/businesses/:id', [401, 403, 'in', 404, 403, 403, 403, 403], () => ({
    licence: LICENCE,
  })),
  post('/shop/notices/read', shops),
  post('/shop/also-seeking', shops),
  ...jobPages('/shop', shops, ownShop).map((row) =>
    // What breaks a rule is for staff to say.
    row.route.endsWith('/block')
      ? { ...row, expected: [401, 403, 403, 403, 403, 403, 403, 403] as const }
      : row,
  ),
  of('referral', 'POST /shop/referrals/:id/events', [401, 403, 'in', 404, 403, 403, 403, 403], () => ({
    kind: 'contacted',
  })),

  ...[
    '/desk',
    '/desk/jobs',
    '/desk/candidates',
    '/desk/candidates/new',
    '/desk/businesses',
    '/desk/referrals',
    '/desk/cases',
    '/desk/plan',
    '/desk/review',
    '/desk/retention',
  ].map((path) => get(path, desk)),
  ...['/desk/walk-ins', '/desk/candidates', '/desk/plan/refer'].map((path) => post(path, desk)),
  ...jobPages('/desk', desk, ownDesk),
  of('visit', 'GET /desk/walk-ins/:id', ownDesk),
  of('visit', 'GET /desk/walk-ins/:id/slip', ownDesk),
  of('visit', 'GET /desk/walk-ins/:id/copy', ownDesk),
  of('visit', 'POST /desk/walk-ins/:id/withdraw', ownDesk, () => ({ purpose: 'contact' })),
  of('visit', 'POST /desk/walk-ins/:id/erase', ownDesk),
  of('visit', 'POST /desk/walk-ins/:id', ownDesk),
  of('visit', 'POST /desk/walk-ins/:id/shortlist', ownDesk, (thing) => ({ job: thing.open })),
  of('visit', 'POST /desk/walk-ins/:id/refer', ownDesk, (thing) => ({ refer: thing.open })),
  of('visit', 'POST /desk/walk-ins/:id/merge', ownDesk, (thing) => ({ from: thing.otherVisit })),
  of('candidate', 'GET /desk/candidates/:id', ownDesk),
  of('candidate', 'GET /desk/candidates/:id/edit', ownDesk),
  of('candidate', 'GET /desk/candidates/:id/copy', ownDesk),
  of('candidate', 'GET /desk/candidates/:id/log', ownDesk),
  of('candidate', 'POST /desk/candidates/:id', ownDesk, () => ({
    name: '改名',
    mode: 'walk',
    minutes: '15',
  })),
  of('candidate', 'POST /desk/candidates/:id/refer', ownDesk, (thing) => ({ refer: thing.open })),
  of('business', 'POST /desk/businesses/:id/verify', ownDesk, () => ({ licence: LICENCE })),
  of('otherBusiness', 'POST /desk/businesses/:id/block', ownDesk, () => ({ reason: 'fee' })),
  of('otherBusiness', 'POST /desk/businesses/:id/unblock', ownDesk),
  of('open', 'POST /desk/jobs/:id/review', ownDesk, () => ({ decision: 'approve', version: '1' })),
  of('open', 'POST /desk/jobs/:id/reports/dismiss', ownDesk),
  post('/desk/businesses/demand', admins),
  of('business', 'POST /desk/businesses/:id/members', ownDesk, () => ({
    phone: '19844440000',
    name: '店员',
  })),
  of('referral', 'POST /desk/referrals/:id/events', ownDesk, () => ({ kind: 'contacted' })),
  of('wageCase', 'GET /desk/cases/:id', ownDesk),
  of('wageCase', 'POST /desk/cases/:id/steps', ownDesk, () => ({ kind: 'noted', note: '打过电话' })),
  of('placement', 'GET /desk/work/:id', ownDesk),
  ...['hours', 'paid', 'unpaid', 'conduct'].map((verb) =>
    of('placement', `POST /desk/work/:id/${verb}`, ownDesk, WORK_FORMS[verb]),
  ),
  of('conduct', 'POST /desk/conduct/:id/decide', ownDesk, () => ({ decision: 'upheld', reason: '问过了' })),

  get('/account', own),
  // Nobody's own.
  of('session', 'POST /account/sessions/:id/end', [401, 404, 404, 404, 404, 404, 403, 404]),
  post('/account/sessions/end-others', own),
  post('/account/password', withPassword),
  get('/account/second-factor', withPassword),
  ...['', '/confirm', '/remove'].map((step) => post(`/account/second-factor${step}`, withPassword)),
  get('/desk/users', admins),
  post('/desk/users/demand', admins),
  ...['end-sessions', 'disable', 'enable', 'reset-second-factor'].map((verb) => ({
    ...of('user', 'POST /desk/users/:id/:verb', admins),
    path: (thing: Things) => `/desk/users/${thing.user}/${verb}`,
  })),

  // The last one: it ends the sessions.
  post('/sign-out', everybody),
];
