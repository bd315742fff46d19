export { forReview, isTrusted, managedJob, managedJobOf, mayManage } from './access';
export { auditLine, openingTerms, project, today, writeChange } from './change';
export { problemOf } from './check';
export { type CheckDraft, checkDraft, checkDraftSchema, findingSchema } from './check-service';
export { createJob, emptyJob } from './create';
export { documentOf } from './document';
export { fieldsOf, rulesOf, scheduleDraftOf, viewOf } from './draft';
export { mergeJob, similarJobs } from './duplicates';
export {
  IMPORT_BATCH,
  type ImportLine,
  type ImportResult,
  importBatch,
} from './import/batch';
export { csvReader, type RecordReader } from './import/csv';
export { foreignLine, lineOfDraft } from './import/lines';
export { isListing, type ListingWords, listingReader, listingRow } from './import/listing';
export { type ListedPin, type PinSurvey, surveyPins } from './import/listing-pins';
export { type ByteSource, MAX_LINE_BYTES, readNdjson } from './import/ndjson';
export { type ImportReport, importLines, runImport } from './import/run';
export { EXPIRY_WARNING_DAYS, expireJobs, warnExpiring } from './lifecycle';
export { countManaged } from './overview';
export type { JobListQuery, JobStore, ProjectionStore } from './ports';
export { getJob, listManaged } from './read';
export type { JobBusiness, JobRecord, JobWithBusiness } from './record';
export {
  draftProblems,
  findingsIn,
  isAllowed,
  type OpeningTerms,
  openingProblems,
  TRANSITIONS,
  type Transition,
} from './rules';
export * from './schema';
export { change, closeJob, fillJob, patchJob, publishJob, renewJob } from './service';
export { type DraftQuestion, draftFromText, type SpokenDraft } from './spoken/from-text';
export { together, turn } from './together';
export { unplacedJobs } from './unplaced';
