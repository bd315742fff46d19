export { managedJob, managedJobOf, mayManage } from './access';
export { today } from './change';
export { documentOf } from './document';
export { fieldsOf, rulesOf, scheduleDraftOf, viewOf } from './draft';
export { IMPORT_BATCH, type ImportLine, type ImportResult, importBatch, requireImporter } from './import';
export { EXPIRY_WARNING_DAYS, expireJobs, warnExpiring } from './lifecycle';
export type { JobListQuery, JobStore, ProjectionStore } from './ports';
export type { JobBusiness, JobRecord, JobWithBusiness } from './record';
export { draftProblems, isAllowed, openingProblems, TRANSITIONS } from './rules';
export * from './schema';
export {
  blockJob,
  closeJob,
  createJob,
  fillJob,
  getJob,
  listManaged,
  mergeJob,
  patchJob,
  project,
  publishJob,
  renewJob,
  similarJobs,
} from './service';
