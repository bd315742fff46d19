export { type ReadBack, type ReadBackRule, readBack } from './read-back';
export { readTime } from './read-time';
export {
  QUESTIONS,
  type QuestionCode,
  type TimeAnchor,
  type TimeException,
  type TimeReading,
} from './reading';
export type { RestDays } from './rest-days';
export { type ReadShift, SHIFT_QUESTIONS, type ShiftQuestion, type ShiftReading } from './shift-reading';
export { readShifts } from './shifts';
export type { Season } from './tokens';
