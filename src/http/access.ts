import type { Role } from '../kernel/actor';

/** Who may call a route: the public (whoever has no session is meant by it), a role, or the service account. */
export type Who = 'public' | Role | 'service';

/**
 * What a call is bound to besides the station, which everything is: `nothing`; a `business`, of which a shop sees its
 * own and the desk all; a `person`, who sees what is theirs, and the desk all; `parties`: both of these, of the same
 * thing; `self`: what belongs to whoever asks, and is nobody else's.
 */
export type Bound = 'nothing' | 'business' | 'person' | 'parties' | 'self';

export interface Access {
  who: readonly Who[];
  bound: Bound;
}

const EVERYBODY = ['public', 'seeker', 'shop', 'staff', 'admin', 'service'] as const;
const DESK = ['staff', 'admin', 'service'] as const;
const EMPLOYERS = ['shop', ...DESK] as const;
const PEOPLE = ['seeker', ...DESK] as const;

const everybody: Access = { who: EVERYBODY, bound: 'nothing' };
const desk: Access = { who: DESK, bound: 'nothing' };
const employers: Access = { who: EMPLOYERS, bound: 'nothing' };
/** Of one business: the shop's own, and the desk's. */
const business: Access = { who: EMPLOYERS, bound: 'business' };
/** Of one person: their own, and the desk's. */
const person: Access = { who: PEOPLE, bound: 'person' };
/** Between one person and one business: both of them, and the desk. */
const parties: Access = { who: ['seeker', ...EMPLOYERS], bound: 'parties' };
const seekers: Access = { who: ['seeker'], bound: 'self' };
/** One's own account: sessions; and for those who sign in with a password, that. */
const self: Access = { who: ['seeker', 'shop', 'staff', 'admin'], bound: 'self' };
const withPassword: Access = { who: ['staff', 'admin'], bound: 'self' };
const admin: Access = { who: ['admin'], bound: 'nothing' };
const shops: Access = { who: ['shop'], bound: 'nothing' };
const shopOwn: Access = { who: ['shop'], bound: 'business' };

/** The same for several routes. */
const all = (access: Access, ...routes: string[]): Record<string, Access> =>
  Object.fromEntries(routes.map((route) => [route, access]));

/** The pages of postings, which shop and desk have both. */
const jobPages = (area: string, any: Access, own: Access) => ({
  ...all(any, `GET ${area}/jobs/new`, `POST ${area}/jobs`),
  ...all(
    own,
    `GET ${area}/jobs/:id`,
    `GET ${area}/jobs/:id/edit`,
    `POST ${area}/jobs/:id`,
    ...['publish', 'close', 'fill', 'renew', 'merge', 'urgent'].map(
      (verb) => `POST ${area}/jobs/:id/${verb}`,
    ),
    `POST ${area}/interests/:id/accept`,
    `POST ${area}/interests/:id/decline`,
  ),
});

/**
 * Every route of the application, pages included: who may call it, and what it is bound to. The services decide; this
 * says what they have to decide, and test/http/matrix.test.ts holds every route against it as every actor, with ids of
 * two stations. A route that is not listed here fails it. Whatever is named by an id of another station is not found.
 */
export const ACCESS: Readonly<Record<string, Access>> = {
  ...all(everybody, 'GET /healthz', 'GET /readyz', 'GET /metrics', 'GET /openapi.json', 'GET /docs'),
  ...all(everybody, 'GET /assets/:name', 'GET /', 'GET /search', 'GET /jobs/:id'),
  ...all(everybody, 'GET /privacy', 'GET /ranking'),
  ...all(everybody, 'GET /api/jobs', 'GET /api/circle', 'GET /api/jobs/:id', 'GET /api/jobs/:id/why'),
  ...all(everybody, 'POST /api/understand', 'GET /api/suggest', 'POST /api/jobs/draft-from-text'),
  // Nobody asks who reports.
  ...all(everybody, 'POST /api/jobs/:id/report', 'POST /jobs/:id/report'),

  ...all(everybody, 'GET /api/session', 'POST /api/session/password', 'POST /api/session/phone'),
  ...all(everybody, 'POST /api/session/code', 'DELETE /api/session', 'POST /sign-out'),
  ...all(everybody, 'GET /sign-in', 'POST /sign-in', 'GET /sign-in/code', 'POST /sign-in/code'),
  ...all(everybody, 'GET /desk/sign-in', 'POST /desk/sign-in'),

  ...all(
    self,
    'GET /account',
    'POST /account/sessions/:id/end',
    'POST /account/sessions/end-others',
    'GET /api/account/sessions',
    'DELETE /api/account/sessions',
    'DELETE /api/account/sessions/:id',
  ),
  ...all(
    withPassword,
    'POST /account/password',
    'GET /account/second-factor',
    ...['', '/confirm', '/remove'].map((step) => `POST /account/second-factor${step}`),
    'PUT /api/account/password',
    ...['', '/confirm', '/remove'].map((step) => `POST /api/account/second-factor${step}`),
  ),
  ...all(
    admin,
    'GET /desk/users',
    'POST /desk/users/demand',
    'POST /desk/users/:id/:verb',
    'GET /api/users',
    'POST /api/users/:id/:verb',
    'PUT /api/station/second-factor',
    'PUT /api/station/verification',
    'POST /desk/businesses/demand',
  ),

  ...all(employers, 'GET /api/managed-jobs', 'POST /api/jobs/check'),
  ...all(
    business,
    'POST /api/jobs',
    'PATCH /api/jobs/:id',
    ...['publish', 'close', 'fill', 'renew', 'merge', 'urgent'].map((verb) => `POST /api/jobs/:id/${verb}`),
    ...['similar', 'candidates', 'split', 'urgent', 'interests', 'decisions'].map(
      (what) => `GET /api/jobs/:id/${what}`,
    ),
    'POST /api/interests/:id/:answer',
    'POST /api/referrals/:id/events',
    'GET /api/businesses/:id',
    'PATCH /api/businesses/:id',
  ),
  ...all(desk, 'POST /api/jobs/:id/block', 'POST /api/import/jobs', 'GET /api/businesses'),
  ...all(
    desk,
    ...['verify', 'members', 'block', 'unblock'].map((verb) => `POST /api/businesses/:id/${verb}`),
  ),
  ...all(
    desk,
    'GET /api/review-queue',
    'POST /api/jobs/:id/review',
    'GET /api/jobs/:id/reports',
    'POST /api/jobs/:id/reports/dismiss',
    'GET /api/jobs/:id/warned',
    'GET /api/businesses/:id/history',
  ),

  // An interest is of the seeker who shows it, in a posting that everybody may read.
  ...all({ who: ['seeker'], bound: 'nothing' }, 'POST /api/jobs/:id/interest', 'POST /jobs/:id/interest'),
  ...all(seekers, 'GET /api/offers'),
  ...all(person, 'POST /api/offers/:id/accept', 'POST /api/offers/:id/decline'),
  'POST /api/candidates': { who: PEOPLE, bound: 'nothing' },
  ...all(
    person,
    'GET /api/candidates/:id',
    'PATCH /api/candidates/:id',
    'DELETE /api/candidates/:id',
    ...['export', 'matches', 'gains', 'jobs/:jobId/why', 'access-log', 'erasure', 'employers'].map(
      (what) => `GET /api/candidates/:id/${what}`,
    ),
  ),
  ...all(
    person,
    'PUT /api/candidates/:id/employers/:businessId',
    'DELETE /api/candidates/:id/employers/:businessId',
  ),
  ...all(
    seekers,
    ...['', '/profile', '/matches', '/log', '/export', '/copy', '/delete'].map((page) => `GET /me${page}`),
    ...['/profile', '/consent', '/employers', '/delete'].map((page) => `POST /me${page}`),
    'GET /me/work',
  ),
  ...all(
    { who: ['seeker'], bound: 'person' },
    ...['hours', 'paid', 'unpaid', 'conduct'].map((verb) => `POST /me/work/:id/${verb}`),
    'POST /me/conduct/:id/answer',
  ),
  'POST /me/offers/:id/accept': { who: ['seeker'], bound: 'person' },
  'POST /me/offers/:id/decline': { who: ['seeker'], bound: 'person' },

  ...all(
    desk,
    'POST /api/walk-ins',
    'GET /api/walk-ins',
    'PUT /api/walk-ins/:id',
    'DELETE /api/walk-ins/:id',
    'GET /api/walk-ins/:id/export',
    'DELETE /api/walk-ins/:id/consents/:purpose',
    'GET /api/walk-ins/:id/gains',
    'GET /api/walk-ins/:id/jobs/:jobId/why',
    'PUT /api/walk-ins/:id/shortlist',
    'POST /api/walk-ins/:id/merge',
    'GET /api/desk/plan',
    'GET /api/desk/retention',
    'PUT /api/walk-ins/:id/employers/:businessId',
    'DELETE /api/walk-ins/:id/employers/:businessId',
    'GET /api/referrals',
    'POST /api/referrals',
  ),

  ...all({ who: ['seeker', ...EMPLOYERS], bound: 'nothing' }, 'GET /api/placements', 'GET /api/conduct'),
  ...all(
    parties,
    'GET /api/placements/:id',
    'POST /api/placements/:id/hours',
    'POST /api/conduct',
    'POST /api/conduct/:id/answer',
  ),
  ...all(employers, 'POST /api/jobs/check'),
  // What was paid is the worker's word.
  ...all(person, 'POST /api/placements/:id/paid', 'POST /api/placements/:id/unpaid'),
  ...all(
    desk,
    'GET /api/wage-cases',
    'GET /api/wage-cases/:id',
    'POST /api/wage-cases/:id/steps',
    'POST /api/conduct/:id/decide',
  ),

  ...all(shops, 'GET /shop', 'POST /shop/notices/read', 'POST /shop/also-seeking'),
  ...jobPages('/shop', shops, shopOwn),
  // What breaks a rule is for staff to say.
  'POST /shop/jobs/:id/block': { who: [], bound: 'business' },
  'POST /shop/referrals/:id/events': shopOwn,
  'POST /shop/businesses/:id': shopOwn,
  ...all(shops, 'GET /shop/work'),
  ...all(
    shopOwn,
    'POST /shop/work/:id/hours',
    'POST /shop/work/:id/conduct',
    'POST /shop/conduct/:id/answer',
  ),

  ...all(
    desk,
    ...[
      '',
      '/jobs',
      '/candidates',
      '/candidates/new',
      '/businesses',
      '/referrals',
      '/plan',
      '/review',
      '/retention',
    ].map((page) => `GET /desk${page}`),
    ...['/walk-ins', '/candidates', '/plan/refer'].map((page) => `POST /desk${page}`),
    'POST /desk/jobs/:id/block',
    'GET /desk/walk-ins/:id',
    'GET /desk/walk-ins/:id/slip',
    'GET /desk/walk-ins/:id/copy',
    'POST /desk/walk-ins/:id',
    ...['shortlist', 'refer', 'merge', 'withdraw', 'erase'].map((verb) => `POST /desk/walk-ins/:id/${verb}`),
    'GET /desk/candidates/:id',
    'GET /desk/candidates/:id/edit',
    'GET /desk/candidates/:id/copy',
    'GET /desk/candidates/:id/log',
    'POST /desk/candidates/:id',
    'POST /desk/candidates/:id/refer',
    ...['verify', 'members', 'block', 'unblock'].map((verb) => `POST /desk/businesses/:id/${verb}`),
    'POST /desk/jobs/:id/review',
    'POST /desk/jobs/:id/reports/dismiss',
    'POST /desk/referrals/:id/events',
    'GET /desk/cases',
    'GET /desk/cases/:id',
    'POST /desk/cases/:id/steps',
    'GET /desk/work/:id',
    ...['hours', 'paid', 'unpaid', 'conduct'].map((verb) => `POST /desk/work/:id/${verb}`),
    'POST /desk/conduct/:id/decide',
  ),
  ...jobPages('/desk', desk, desk),
};
