import table from '../../law/retention.json' with { type: 'json' };
import { shanghaiDate } from '../kernel/clock';

/** Kinds of records by how long they are kept, in the order in which what is over goes. */
export const RETENTION_CLASSES = [
  'visit_words',
  'interest',
  'idle_profile',
  'visit',
  'service_ledger',
  'wage_ledger',
  'posting_contact',
  'locked',
] as const;
export type RetentionClass = (typeof RETENTION_CLASSES)[number];

/** How long records of a class are kept, and where that is written. */
export interface RetentionRule {
  class: RetentionClass;
  /** Calendar months; 0: until the date that the record itself carries. */
  months: number;
  /** Whether the law wants it for at least so long: then it is locked, not erased, when the person asks. */
  keep: boolean;
  article: string;
  verified: boolean;
}

/** Every rule, as data (law/retention.json). */
export const RETENTION: readonly RetentionRule[] = RETENTION_CLASSES.map((name) => ruleOf(name));

/** The rule of a class. @throws Error when the data lacks it */
export function ruleOf(name: RetentionClass): RetentionRule {
  const rule = table.classes.find((one) => one.class === name);
  if (!rule) throw new Error(`law/retention.json lacks ${name}`);
  return { ...rule, class: name };
}

/** The Shanghai date on which a record of this class goes. @param at when it was last used, ms */
export function goesOn(rule: RetentionRule, at: number): string {
  return addMonths(shanghaiDate(at), rule.months);
}

/** Records last used on this Shanghai date or before it are over. @param today `YYYY-MM-DD` */
export function overSince(rule: RetentionRule, today: string): string {
  return addMonths(today, -rule.months);
}

/** The same day some months on; the last of a month that has fewer days. */
function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}
