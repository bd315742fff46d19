export * from './care';
export { checkCsrf, isSameOrigin, issueCsrf } from './csrf';
export type { Accounts, SignedIn, SignedInActor } from './ports';
export * from './rules';
export * from './schema';
export * from './service';
export * from './totp';
