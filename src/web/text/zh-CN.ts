/** Every Chinese sentence that the station says to people; split by who says it. */
export * from './desk';
export * from './docs';
export * from './draft';
export * from './errors';
export * from './forms';
export * from './hours';
export * from './jobs';
export * from './layout';
export * from './matching';
export * from './me';
export * from './plan';
export * from './seeker';
export * from './session';
export * from './shop';
export * from './split';
export * from './urgent';
export * from './vocabulary';
