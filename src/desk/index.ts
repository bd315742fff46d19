export {
  type DeskPlan,
  type Displaced,
  type PlannedPlace,
  planOf,
  type UnplannedWalkIn,
} from './plan';
export * from './plan-ports';
export * from './ports';
export {
  addEvent,
  answerInterest,
  hireCandidate,
  listReferrals,
  type ReferralView,
  refer,
  referralsOfJob,
} from './referrals';
export { EVENT_FROM, eventsAfter } from './rules';
export * from './schema';
export {
  listWalkIns,
  openWalkIn,
  queryOf,
  readWalkIn,
  receiveWalkIn,
  requireStaff,
  SHORTLIST_LENGTH,
  type WalkInView,
  walkInFor,
} from './service';
export { gainsOfVisit, getWalkIn, type Loosened, type SlipItem, saveShortlist, slipOf } from './shortlist';
export { shareForVisit, unshareForVisit } from './visit-consent';
export { type FoundAtDesk, findAtDesk, mergeWalkIn, reviseWalkIn, similarVisits } from './visits';
