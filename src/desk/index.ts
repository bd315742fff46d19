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
  getWalkIn,
  type Loosened,
  listWalkIns,
  queryOf,
  receiveWalkIn,
  requireStaff,
  SHORTLIST_LENGTH,
  saveShortlist,
  slipOf,
  type WalkInView,
} from './service';
export { type FoundAtDesk, findAtDesk, mergeWalkIn, reviseWalkIn, similarVisits } from './visits';
