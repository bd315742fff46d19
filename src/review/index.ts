export { blockJob, decide, decisionsOf } from './decisions';
export { blockBusiness, finishBlocks, unblockBusiness } from './employers';
export { employerLabel, employerLabels } from './history';
export * from './ports';
export { reportedQueue, reviewItem, reviewQueue } from './queue';
export { dismissReports, forgetReporters, reportJob, reportsOf } from './reports';
export { REPORTER_DAYS, REPORTS_TO_HIDE, WARNING_ATTEMPTS } from './rules';
export * from './schema';
export { type OwnWarning, ownWarnings, sendWarnings, warnedOf } from './warnings';
