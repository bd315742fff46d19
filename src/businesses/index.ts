export * from './ports';
export { type BusinessView, businessViewSchema, type MemberDraft, memberSchema } from './schema';
export {
  addMember,
  listBusinesses,
  noticesOf,
  ownBusinesses,
  readNotices,
  VERIFIED_MS,
  verifyBusiness,
} from './service';
