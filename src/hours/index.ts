export { type ReadBack, type ReadBackRule, readBack } from './read-back';
export {
  QUESTIONS,
  type QuestionCode,
  readTime,
  type TimeAnchor,
  type TimeException,
  type TimeReading,
} from './read-time';
export type { Season } from './tokens';
