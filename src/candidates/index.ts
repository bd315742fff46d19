export { ageOn, isOldEnough, LEAST_AGE } from './age';
export { consentRows, standing } from './consent';
export { type InterestedPerson, interestedIn, showInterest } from './interest';
export * from './ports';
export { CELL_RESOLUTION, openPoint, phoneIndex, readPhone, sealPhone, sealPoint } from './privacy';
export * from './schema';
export {
  candidateFor,
  createCandidate,
  deleteCandidate,
  exportCandidate,
  getCandidate,
  ownCandidate,
  patchCandidate,
} from './service';
