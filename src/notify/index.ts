export { DRAIN_BATCH, drain } from './drain';
export type { DrainOutcome, Outbox, OutboxEntry } from './outbox';
export type { Notifier } from './ports';
export { type Difference, rebuildProjections, verifyProjections } from './projections';
