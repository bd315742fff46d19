export * from './ports';
export {
  addEvent,
  answerInterest,
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
  mergeWalkIn,
  queryOf,
  receiveWalkIn,
  requireStaff,
  SHORTLIST_LENGTH,
  saveShortlist,
  slipOf,
  type WalkInView,
} from './service';
export { type FoundAtDesk, findAtDesk, reviseWalkIn, similarVisits } from './visits';
