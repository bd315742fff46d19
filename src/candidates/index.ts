export { acceptedWork, openTime, sealTime } from './accepted';
export { accessLines, accessOf, LOOKERS, type Looker } from './access-log';
export { isOldEnough } from './age';
export { auditCandidate, auditLooks, auditVisit } from './audit';
export { CONSENT_TEXT_VERSION, consentRows, employerConsent, standing, standingFor } from './consent';
export { employersOf, shareContact, shareWith, unshareContact } from './employers';
export { erase, eraseCandidate, erasureOf, forgetVisit } from './erase';
export { type InterestedPerson, interestedIn, showInterest, waitingInterests } from './interest';
export { requireOfAge } from './lawful-age';
export { type CandidateLine, listCandidates } from './list';
export { matchesOf, queryOfCandidate } from './matches';
export {
  type OwnInterest,
  type OwnReferral,
  ownInterests,
  ownReferrals,
} from './own';
export { visitsOf } from './own-visits';
export { type Party, partyOf } from './party';
export * from './ports';
export {
  CELL_RESOLUTION,
  openPoint,
  phoneIndex,
  phoneIndexes,
  phoneText,
  readPhone,
  sealPhone,
  sealPoint,
} from './privacy';
export { everyKind, type Place, type Promising, placesAround, promisingIn } from './reach';
export { candidatesFor, type FittingPerson, isShownToNobody, openPairs, type Pair } from './reverse';
export * from './schema';
export {
  candidateFor,
  candidateView,
  createCandidate,
  getCandidate,
  ownCandidate,
  patchCandidate,
} from './service';
export { LEAST_PART_MINUTES, type SplitAnswer, splitOf, splitToOffer } from './split';
export type { Split, SplitShift } from './splitting';
