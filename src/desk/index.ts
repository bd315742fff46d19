export {
  type DeskPlan,
  type Displaced,
  type PlannedPlace,
  planOf,
  type UnplannedWalkIn,
} from './plan';
export * from './plan-ports';
export * from './ports';
export { addEvent, hireCandidate } from './referral-events';
export type { ReferralView } from './referral-view';
export { answerInterest, listReferrals, refer, referralsOfJob } from './referrals';
export { EVENT_FROM, eventsAfter } from './rules';
export * from './schema';
export {
  listWalkIns,
  readWalkIn,
  receiveWalkIn,
  SHORTLIST_LENGTH,
  type WalkInView,
  walkInFor,
} from './service';
export { gainsOfVisit, getWalkIn, type Loosened, type SlipItem, saveShortlist, slipOf } from './shortlist';
export { shareForVisit, unshareForVisit } from './visit-consent';
export { type FoundAtDesk, findAtDesk, mergeWalkIn, reviseWalkIn, similarVisits } from './visits';
export { openWalkIn, queryOf } from './walk-in-query';
