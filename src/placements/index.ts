export { caseOwners, getCase, listCases } from './case-list';
export { addCaseStep, notPaid, openOverdueCases, ownCases } from './cases';
export { ledgersOf } from './copy';
export { beginPlacement, endPlacement } from './hire';
export * from './ports';
export { PAY_REMINDER_DAYS, remindPay } from './reminders';
export {
  type Assignee,
  type Entry,
  GRACE_HOURS,
  PAY_WITHIN_DAYS,
  type PayTerms,
  payDueOn,
  payFen,
  type Side,
} from './rules';
export * from './schema';
export { getPlacement, listPlacements, sayHours, sayPaid } from './service';
