export { type ReadBack, type ReadBackRule, readBack } from './read-back';
export {
  QUESTIONS,
  type QuestionCode,
  readTime,
  type TimeAnchor,
  type TimeException,
  type TimeReading,
} from './read-time';
export type { RestDays } from './rest-days';
export { type ReadShift, readShifts, SHIFT_QUESTIONS, type ShiftQuestion, type ShiftReading } from './shifts';
export type { Season } from './tokens';
