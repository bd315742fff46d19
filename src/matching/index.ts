export * from './answer';
export * from './availability';
export * from './bound';
export { Columns, type ColumnsView } from './columns';
export * from './evaluate';
export * from './filters';
export * from './fit';
export { type Gain, gainsOf } from './gains';
export * from './gates';
export { type Holding, holdingOf, shownOf, wordsIn } from './holding';
export { employerMinutes, firstWorkDay, isOfAge, PART_TIME_MINUTES } from './law';
export { alongStreets } from './many-streets';
export { AT, DATE, FLAG, HEAD, LAYOUT, lengthAt, packRow, SHIFT } from './pack';
export { PackedRow, PackedRows, rowsOf, unpackRows, viewOf } from './packed-rows';
export { DEFAULT_PAGE } from './page';
export {
  type AcceptedWork,
  availabilityOf,
  minutesByBusiness,
  type PersonTime,
  personTimeShape,
  requirePossible,
  type TimeNotice,
  timeNotices,
} from './person-time';
export * from './ports';
export * from './prepared';
export { toBoardRow } from './project';
export { DEFAULT_MINUTES, readQuery, type SeekerQuery } from './query';
export * from './rank';
export * from './reasons';
export { type Relaxation, relaxationsOf, widerLimit } from './relax';
export * from './row';
export { freeSchema, personFreeSchema, type SearchParams, searchParamsSchema } from './schema';
export * from './score';
export { evaluatePair, type Match, type SearchResult, search, weightsOf } from './service';
export { shiftsAsked, shiftsFilled } from './shifts';
export { ASK_ALL, allStreetTimes, streetTimes } from './streets';
export { travelsOf } from './travels';
export { type Bounded, WaysTo } from './ways-to';
export { type GateAnswer, why } from './why';
export type { Wishes } from './wishes';
