export { exportCandidate, exportVisit } from './copy';
export * from './ports';
export * from './schema';
export { eraseVisit, visitConsents, withdrawForVisit } from './visits';
