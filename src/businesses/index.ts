export {
  audit as auditBusiness,
  heldBusiness,
} from './access';
export { licenceKey, ownKeys, phoneKey, refuseBarred } from './barred';
export { demandVerification } from './demand';
export { getBusiness } from './details';
export * from './ports';
export { remindVerifications, VERIFICATION_WARNING_MS } from './reminders';
export { CHILDREN_CHECK_DAYS, childrenCheckedUntil } from './rules';
export {
  type BusinessDetail,
  type BusinessPatch,
  type BusinessView,
  businessContactSchema,
  businessDetailSchema,
  businessPatchSchema,
  businessViewSchema,
  licenceSchema,
  type MemberDraft,
  memberSchema,
} from './schema';
export {
  addMember,
  listBusinesses,
  noticesOf,
  ownBusinesses,
  readNotices,
  updateBusiness,
  VERIFIED_MS,
  verifyBusiness,
} from './service';
export { contactOf, detailOf } from './view';
