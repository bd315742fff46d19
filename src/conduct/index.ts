export * from './ports';
export { COUNTS_DAYS, counts, expiryOf, GATE_DAYS, GATE_FACTS, TOLD_WITHIN_DAYS } from './rules';
export * from './schema';
export {
  answerConduct,
  type ConductQuery,
  conductOf,
  decideConduct,
  listConduct,
  noteNoShow,
  tellConduct,
  urgentGate,
} from './service';
