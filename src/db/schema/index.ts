/** Every table of the station, by slice. */
export * from './board';
export * from './businesses';
export * from './candidates';
export * from './conduct';
export * from './desk';
export * from './jobs';
export * from './ledger';
export * from './placements';
export * from './review';
export * from './stations';
export * from './urgent';
export * from './users';
