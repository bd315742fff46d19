export { applySuggestion } from './apply';
export {
  type CheckTerms,
  FINDING_CODES,
  type Finding,
  type FindingCode,
  type PostingDraft,
  SEVERITIES,
  type Severity,
} from './finding';
export { checkPosting, checkWords } from './posting';
