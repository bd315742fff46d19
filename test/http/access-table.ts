import { jobDraft, LICENCE } from '../support/builders';
import { profile, SHOP_NAME, visit } from '../support/cast';

/** Everybody who may call; the columns of the table. `elsewhere` is staff of another station. */
export const ROLES = [
  'public',
  'seeker',
  'shop',
  'otherShop',
  'staff',
  'admin',
  'service',
  'elsewhere',
] as const;
type Expected = readonly [number, number, number, number, number, number, number, number];

/** One of everything that has an id. */
export interface Things {
  open: string;
  twin: string;
  draft: string;
  candidate: string;
  visit: string;
  otherVisit: string;
  interest: string;
  referral: string;
  business: string;
  /** Of nobody in the cast, to be blocked. */
  otherBusiness: string;
  /** Not the seeker's own. */
  offer: string;
  /** Between the shop and somebody who is not the seeker. */
  placement: string;
  wageCase: string;
  /** Told by the desk of somebody who is not the seeker, who works for the shop. */
  conduct: string;
  /** Of the station's staff, and of nobody in the cast. */
  user: string;
  /** That user's. */
  session: string;
}

export type Call = (thing: Things) => [path: string, body?: unknown, headers?: Record<string, string>];
export interface Row {
  route: string;
  call: Call;
  expected: Expected;
}

/** Open to everybody; of another station's there is nothing. */
const everybody: Expected = [200, 200, 200, 200, 200, 200, 200, 200];
const readable: Expected = [200, 200, 200, 200, 200, 200, 200, 404];
/** The business itself and the desk. */
const managed: Expected = [401, 403, 200, 403, 200, 200, 200, 404];
const deskOnly = (right: number, elsewhere: number): Expected => [
  401,
  403,
  403,
  403,
  right,
  right,
  right,
  elsewhere,
];
/** A person's own and the desk's: for all others there is nothing. */
const personal = (right: number): Expected => [401, 404, 404, 404, right, right, right, 404];

/** Of one worker and one business, and the desk. */
const between = (right: number): Expected => [401, 404, right, 404, right, right, right, 404];

const action = (verb: string, expected: Expected = managed): Row => ({
  route: `POST /api/jobs/:id/${verb}`,
  call: (x) => [`/api/jobs/${x.open}/${verb}`],
  expected,
});
let calls = 1000;
const ndjson = { 'content-type': 'application/x-ndjson' };

/** Every route of the API with the statuses by role. */
export const TABLE: Row[] = [
  { route: 'GET /healthz', call: () => ['/healthz'], expected: everybody },
  { route: 'GET /readyz', call: () => ['/readyz'], expected: everybody },
  { route: 'GET /metrics', call: () => ['/metrics'], expected: everybody },
  { route: 'GET /openapi.json', call: () => ['/openapi.json'], expected: everybody },

  { route: 'GET /api/jobs', call: () => ['/api/jobs'], expected: everybody },
  { route: 'GET /api/circle', call: () => ['/api/circle'], expected: everybody },
  {
    route: 'POST /api/understand',
    call: () => ['/api/understand', { text: '周末有空' }],
    expected: everybody,
  },
  { route: 'GET /api/suggest', call: () => ['/api/suggest?q=xw'], expected: everybody },
  {
    route: 'POST /api/jobs/draft-from-text',
    call: () => ['/api/jobs/draft-from-text', { text: '缺个洗碗的' }],
    expected: everybody,
  },
  { route: 'GET /api/jobs/:id', call: (x) => [`/api/jobs/${x.open}`], expected: readable },
  {
    route: 'GET /api/jobs/:id',
    call: (x) => [`/api/jobs/${x.draft}`],
    expected: [404, 404, 200, 404, 200, 200, 200, 404],
  },
  { route: 'GET /api/jobs/:id/why', call: (x) => [`/api/jobs/${x.open}/why`], expected: readable },
  {
    route: 'GET /api/jobs/:id/why',
    call: (x) => [`/api/jobs/${x.draft}/why`],
    expected: [404, 404, 404, 404, 404, 404, 404, 404],
  },
  {
    route: 'POST /api/jobs/check',
    call: () => ['/api/jobs/check', { title: 'x' }],
    expected: [401, 403, 200, 200, 200, 200, 200, 200],
  },
  {
    route: 'POST /api/jobs',
    call: () => ['/api/jobs', jobDraft({ business: { name: SHOP_NAME, kind: 'shop' } })],
    expected: [401, 403, 201, 403, 201, 201, 201, 201],
  },
  { route: 'PATCH /api/jobs/:id', call: (x) => [`/api/jobs/${x.open}`, { headcount: 2 }], expected: managed },
  {
    route: 'PATCH /api/jobs/:id',
    call: (x) => [`/api/jobs/${x.draft}`, { headcount: 2 }],
    expected: [401, 403, 200, 404, 200, 200, 200, 404],
  },
  {
    route: 'POST /api/jobs/:id/publish',
    call: (x) => [`/api/jobs/${x.draft}/publish`],
    expected: [401, 403, 200, 404, 200, 200, 200, 404],
  },
  action('close'),
  action('fill'),
  action('renew'),
  action('block', deskOnly(200, 404)),
  {
    route: 'POST /api/jobs/:id/report',
    call: (x) => [`/api/jobs/${x.open}/report`, { reason: 'fee' }],
    expected: [202, 202, 202, 202, 202, 202, 202, 404],
  },
  { route: 'GET /api/review-queue', call: () => ['/api/review-queue'], expected: deskOnly(200, 200) },
  {
    // It is open: nobody waits for an answer.
    route: 'POST /api/jobs/:id/review',
    call: (x) => [`/api/jobs/${x.open}/review`, { decision: 'approve', version: 1 }],
    expected: deskOnly(409, 404),
  },
  { route: 'GET /api/jobs/:id/decisions', call: (x) => [`/api/jobs/${x.open}/decisions`], expected: managed },
  {
    route: 'GET /api/jobs/:id/reports',
    call: (x) => [`/api/jobs/${x.open}/reports`],
    expected: deskOnly(200, 404),
  },
  action('reports/dismiss', deskOnly(409, 404)),
  {
    route: 'GET /api/jobs/:id/warned',
    call: (x) => [`/api/jobs/${x.open}/warned`],
    expected: deskOnly(200, 404),
  },
  {
    route: 'GET /api/businesses/:id/history',
    call: (x) => [`/api/businesses/${x.business}/history`],
    expected: deskOnly(200, 404),
  },
  {
    route: 'POST /api/jobs/:id/merge',
    call: (x) => [`/api/jobs/${x.open}/merge`, { into: x.twin }],
    expected: managed,
  },
  { route: 'GET /api/jobs/:id/similar', call: (x) => [`/api/jobs/${x.open}/similar`], expected: managed },
  {
    route: 'GET /api/jobs/:id/candidates',
    call: (x) => [`/api/jobs/${x.open}/candidates`],
    expected: managed,
  },
  { route: 'GET /api/jobs/:id/split', call: (x) => [`/api/jobs/${x.open}/split`], expected: managed },
  { route: 'GET /api/jobs/:id/urgent', call: (x) => [`/api/jobs/${x.open}/urgent`], expected: managed },
  action('urgent', [401, 403, 201, 403, 201, 201, 201, 404]),
  {
    route: 'GET /api/offers',
    call: () => ['/api/offers'],
    expected: [401, 200, 403, 403, 403, 403, 403, 403],
  },
  {
    route: 'POST /api/offers/:id/accept',
    call: (x) => [`/api/offers/${x.offer}/accept`],
    expected: personal(200),
  },
  {
    route: 'POST /api/offers/:id/decline',
    call: (x) => [`/api/offers/${x.offer}/decline`],
    expected: personal(200),
  },
  {
    route: 'GET /api/managed-jobs',
    call: () => ['/api/managed-jobs'],
    expected: [401, 403, 200, 200, 200, 200, 200, 200],
  },
  {
    route: 'POST /api/import/jobs',
    call: () => ['/api/import/jobs', '{}\n', ndjson],
    expected: deskOnly(200, 200),
  },

  action('interest', [401, 201, 403, 403, 403, 403, 403, 403]),
  { route: 'GET /api/jobs/:id/interests', call: (x) => [`/api/jobs/${x.open}/interests`], expected: managed },
  {
    route: 'POST /api/interests/:id/:answer',
    call: (x) => [`/api/interests/${x.interest}/accept`],
    expected: managed,
  },
  {
    route: 'POST /api/interests/:id/:answer',
    call: (x) => [`/api/interests/${x.interest}/decline`],
    expected: managed,
  },

  { route: 'GET /api/businesses', call: () => ['/api/businesses'], expected: deskOnly(200, 200) },
  {
    route: 'POST /api/businesses/:id/verify',
    call: (x) => [`/api/businesses/${x.business}/verify`, { licence: LICENCE }],
    expected: deskOnly(200, 404),
  },
  {
    route: 'GET /api/businesses/:id',
    call: (x) => [`/api/businesses/${x.business}`],
    expected: [401, 403, 200, 404, 200, 200, 200, 404],
  },
  {
    route: 'PATCH /api/businesses/:id',
    call: (x) => [`/api/businesses/${x.business}`, { licence: LICENCE }],
    expected: [401, 403, 200, 404, 200, 200, 200, 404],
  },
  {
    route: 'POST /api/businesses/:id/block',
    call: (x) => [`/api/businesses/${x.otherBusiness}/block`, { reason: 'fee' }],
    expected: deskOnly(200, 404),
  },
  {
    // It is not blocked.
    route: 'POST /api/businesses/:id/unblock',
    call: (x) => [`/api/businesses/${x.business}/unblock`],
    expected: deskOnly(409, 404),
  },
  {
    route: 'PUT /api/station/verification',
    call: () => ['/api/station/verification', { demanded: false }],
    expected: [401, 403, 403, 403, 403, 204, 403, 403],
  },
  {
    route: 'POST /api/businesses/:id/members',
    call: (x) => [`/api/businesses/${x.business}/members`, { phone: '19811110000', name: '店员' }],
    expected: deskOnly(204, 404),
  },

  {
    route: 'POST /api/candidates',
    call: () => ['/api/candidates', profile()],
    expected: [401, 409, 403, 403, 201, 201, 201, 201],
  },
  {
    route: 'GET /api/candidates/:id',
    call: (x) => [`/api/candidates/${x.candidate}`],
    expected: personal(200),
  },
  {
    route: 'PATCH /api/candidates/:id',
    call: (x) => [`/api/candidates/${x.candidate}`, { minutes: 20 }],
    expected: personal(200),
  },
  {
    route: 'DELETE /api/candidates/:id',
    call: (x) => [`/api/candidates/${x.candidate}`],
    expected: personal(204),
  },
  {
    route: 'GET /api/candidates/:id/export',
    call: (x) => [`/api/candidates/${x.candidate}/export`],
    expected: personal(200),
  },
  {
    route: 'GET /api/candidates/:id/matches',
    call: (x) => [`/api/candidates/${x.candidate}/matches`],
    expected: personal(200),
  },
  {
    route: 'GET /api/candidates/:id/gains',
    call: (x) => [`/api/candidates/${x.candidate}/gains`],
    expected: personal(200),
  },
  {
    route: 'GET /api/candidates/:id/jobs/:jobId/why',
    call: (x) => [`/api/candidates/${x.candidate}/jobs/${x.open}/why`],
    expected: personal(200),
  },

  ...['access-log', 'erasure', 'employers'].map(
    (what): Row => ({
      route: `GET /api/candidates/:id/${what}`,
      call: (x) => [`/api/candidates/${x.candidate}/${what}`],
      expected: personal(200),
    }),
  ),
  {
    route: 'PUT /api/candidates/:id/employers/:businessId',
    call: (x) => [`/api/candidates/${x.candidate}/employers/${x.business}`, { channel: 'screen' }],
    expected: personal(200),
  },
  {
    route: 'DELETE /api/candidates/:id/employers/:businessId',
    call: (x) => [`/api/candidates/${x.candidate}/employers/${x.business}`],
    expected: personal(200),
  },
  {
    route: 'PUT /api/walk-ins/:id/employers/:businessId',
    call: (x) => [`/api/walk-ins/${x.visit}/employers/${x.business}`, { channel: 'paper' }],
    expected: deskOnly(204, 404),
  },
  {
    route: 'DELETE /api/walk-ins/:id/employers/:businessId',
    call: (x) => [`/api/walk-ins/${x.visit}/employers/${x.business}`],
    expected: deskOnly(204, 404),
  },
  { route: 'GET /api/desk/retention', call: () => ['/api/desk/retention'], expected: deskOnly(200, 200) },

  { route: 'POST /api/walk-ins', call: () => ['/api/walk-ins', visit()], expected: deskOnly(201, 201) },
  { route: 'GET /api/walk-ins', call: () => ['/api/walk-ins'], expected: deskOnly(200, 200) },
  {
    route: 'PUT /api/walk-ins/:id',
    call: (x) => [`/api/walk-ins/${x.visit}`, { name: '改' }],
    expected: deskOnly(200, 404),
  },
  {
    route: 'GET /api/walk-ins/:id/export',
    call: (x) => [`/api/walk-ins/${x.visit}/export`],
    expected: deskOnly(200, 404),
  },
  {
    route: 'DELETE /api/walk-ins/:id/consents/:purpose',
    call: (x) => [`/api/walk-ins/${x.visit}/consents/contact`],
    expected: deskOnly(204, 404),
  },
  {
    route: 'DELETE /api/walk-ins/:id',
    call: (x) => [`/api/walk-ins/${x.visit}`],
    expected: deskOnly(200, 404),
  },
  {
    route: 'GET /api/walk-ins/:id/gains',
    call: (x) => [`/api/walk-ins/${x.visit}/gains`],
    expected: deskOnly(200, 404),
  },
  {
    route: 'GET /api/walk-ins/:id/jobs/:jobId/why',
    call: (x) => [`/api/walk-ins/${x.visit}/jobs/${x.open}/why`],
    expected: deskOnly(200, 404),
  },
  {
    route: 'PUT /api/walk-ins/:id/shortlist',
    call: (x) => [`/api/walk-ins/${x.visit}/shortlist`, { jobIds: [] }],
    expected: deskOnly(200, 404),
  },
  {
    route: 'POST /api/walk-ins/:id/merge',
    call: (x) => [`/api/walk-ins/${x.visit}/merge`, { into: x.otherVisit }],
    expected: deskOnly(200, 404),
  },

  { route: 'GET /api/desk/plan', call: () => ['/api/desk/plan'], expected: deskOnly(200, 200) },
  { route: 'GET /api/referrals', call: () => ['/api/referrals'], expected: deskOnly(200, 200) },
  {
    route: 'POST /api/referrals',
    call: (x) => ['/api/referrals', { jobId: x.open, walkInId: x.visit }],
    expected: deskOnly(201, 404),
  },
  {
    route: 'POST /api/referrals/:id/events',
    call: (x) => [`/api/referrals/${x.referral}/events`, { kind: 'contacted' }],
    expected: [401, 404, 201, 404, 201, 201, 201, 404],
  },

  ...['placements', 'conduct'].map(
    (what): Row => ({
      route: `GET /api/${what}`,
      call: () => [`/api/${what}`],
      expected: [401, 200, 200, 200, 200, 200, 200, 200],
    }),
  ),
  {
    route: 'GET /api/placements/:id',
    call: (x) => [`/api/placements/${x.placement}`],
    expected: between(200),
  },
  {
    route: 'POST /api/placements/:id/hours',
    call: (x) => [
      `/api/placements/${x.placement}/hours`,
      { date: '2026-06-01', minutes: 60, side: 'employer' },
    ],
    expected: between(201),
  },
  {
    route: 'POST /api/placements/:id/paid',
    call: (x) => [
      `/api/placements/${x.placement}/paid`,
      { dates: ['2026-06-01'], amount: 25, paidOn: '2026-06-01' },
    ],
    expected: [401, 404, 403, 404, 201, 201, 201, 404],
  },
  {
    route: 'POST /api/placements/:id/unpaid',
    call: (x) => [`/api/placements/${x.placement}/unpaid`, {}],
    expected: [401, 404, 403, 404, 201, 201, 201, 404],
  },
  { route: 'GET /api/wage-cases', call: () => ['/api/wage-cases'], expected: deskOnly(200, 200) },
  {
    route: 'GET /api/wage-cases/:id',
    call: (x) => [`/api/wage-cases/${x.wageCase}`],
    expected: deskOnly(200, 404),
  },
  {
    route: 'POST /api/wage-cases/:id/steps',
    call: (x) => [`/api/wage-cases/${x.wageCase}/steps`, { kind: 'noted', note: '打过电话' }],
    expected: deskOnly(201, 404),
  },
  {
    route: 'POST /api/conduct',
    call: (x) => [
      '/api/conduct',
      { referralId: x.placement, about: 'worker', kind: 'late_cancel', date: '2026-06-01' },
    ],
    expected: between(201),
  },
  {
    // Not the shop's to answer: it is about the worker.
    route: 'POST /api/conduct/:id/answer',
    call: (x) => [`/api/conduct/${x.conduct}/answer`, { view: 'disagrees', appeal: true }],
    expected: [401, 404, 409, 404, 200, 200, 200, 404],
  },
  {
    route: 'POST /api/conduct/:id/decide',
    call: (x) => [`/api/conduct/${x.conduct}/decide`, { decision: 'struck', reason: '说清楚了' }],
    expected: deskOnly(200, 404),
  },

  {
    route: 'GET /api/account/sessions',
    call: () => ['/api/account/sessions'],
    expected: [401, 200, 200, 200, 200, 200, 403, 200],
  },
  {
    route: 'DELETE /api/account/sessions',
    call: () => ['/api/account/sessions'],
    expected: [401, 204, 204, 204, 204, 204, 403, 204],
  },
  {
    // Nobody's own: whose it is stays untold.
    route: 'DELETE /api/account/sessions/:id',
    call: (x) => [`/api/account/sessions/${x.session}`],
    expected: [401, 404, 404, 404, 404, 404, 403, 404],
  },
  {
    route: 'PUT /api/account/password',
    call: () => ['/api/account/password', { current: 'not the password', next: 'another password' }],
    expected: [401, 403, 403, 403, 422, 422, 403, 422],
  },
  {
    route: 'POST /api/account/second-factor',
    call: () => ['/api/account/second-factor'],
    expected: [401, 403, 403, 403, 200, 200, 403, 200],
  },
  {
    route: 'POST /api/account/second-factor/confirm',
    call: () => ['/api/account/second-factor/confirm', { code: '000000x' }],
    expected: [401, 403, 403, 403, 422, 422, 403, 422],
  },
  {
    route: 'POST /api/account/second-factor/remove',
    call: () => ['/api/account/second-factor/remove', { code: '000000x' }],
    expected: [401, 403, 403, 403, 204, 204, 403, 204],
  },
  {
    route: 'GET /api/users',
    call: () => ['/api/users'],
    expected: [401, 403, 403, 403, 403, 200, 403, 403],
  },
  ...['end-sessions', 'disable', 'enable', 'reset-second-factor'].map(
    (verb): Row => ({
      route: 'POST /api/users/:id/:verb',
      call: (x) => [`/api/users/${x.user}/${verb}`],
      expected: [401, 403, 403, 403, 403, 204, 403, 403],
    }),
  ),
  {
    route: 'PUT /api/station/second-factor',
    call: () => ['/api/station/second-factor', { demanded: false }],
    expected: [401, 403, 403, 403, 403, 204, 403, 403],
  },

  { route: 'GET /api/session', call: () => ['/api/session'], expected: everybody },
  {
    route: 'POST /api/session/password',
    call: () => ['/api/session/password', { username: 'nobody', password: 'wrong-password' }],
    expected: [401, 401, 401, 401, 401, 401, 401, 401],
  },
  {
    route: 'POST /api/session/phone',
    call: () => ['/api/session/phone', { phone: '19822220000', code: '000000' }],
    expected: [401, 401, 401, 401, 401, 401, 401, 401],
  },
  {
    route: 'POST /api/session/code',
    call: () => ['/api/session/code', { phone: `1983333${String(calls++).padStart(4, '0')}` }],
    expected: [202, 202, 202, 202, 202, 202, 202, 202],
  },
  // The last one: it ends the sessions.
  {
    route: 'DELETE /api/session',
    call: () => ['/api/session'],
    expected: [204, 204, 204, 204, 204, 204, 204, 204],
  },
];
