export { DRAIN_BATCH, type DrainDeps, type Drained, drain } from './drain';
export { createFeed, type Feed, type FeedDeps, type Round } from './feed';
export type { DrainedJobs, DrainOutcome, Outbox, OutboxEntry } from './outbox';
export type { Notice, Notifier } from './ports';
export { type RebuildDeps, rebuildIndex, rebuildProjections } from './rebuild';
export { refreshBoard } from './refresh';
export { type Difference, proveProjections, verifyProjections } from './verify';
