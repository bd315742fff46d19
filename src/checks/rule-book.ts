import age from '../../law/checks/age.json' with { type: 'json' };
import bait from '../../law/checks/bait.json' with { type: 'json' };
import belowFloor from '../../law/checks/below_floor.json' with { type: 'json' };
import children from '../../law/checks/children.json' with { type: 'json' };
import deposit from '../../law/checks/deposit.json' with { type: 'json' };
import ethnicity from '../../law/checks/ethnicity.json' with { type: 'json' };
import fee from '../../law/checks/fee.json' with { type: 'json' };
import fraud from '../../law/checks/fraud.json' with { type: 'json' };
import health from '../../law/checks/health.json' with { type: 'json' };
import idHeld from '../../law/checks/id_held.json' with { type: 'json' };
import loan from '../../law/checks/loan.json' with { type: 'json' };
import lure from '../../law/checks/lure.json' with { type: 'json' };
import marriage from '../../law/checks/marriage.json' with { type: 'json' };
import minors from '../../law/checks/minors.json' with { type: 'json' };
import missingField from '../../law/checks/missing_field.json' with { type: 'json' };
import nearChildren from '../../law/checks/near_children.json' with { type: 'json' };
import origin from '../../law/checks/origin.json' with { type: 'json' };
import payCycle from '../../law/checks/pay_cycle.json' with { type: 'json' };
import penalty from '../../law/checks/penalty.json' with { type: 'json' };
import probation from '../../law/checks/probation.json' with { type: 'json' };
import religion from '../../law/checks/religion.json' with { type: 'json' };
import sex from '../../law/checks/sex.json' with { type: 'json' };
import style from '../../law/checks/style.json' with { type: 'json' };
import unpaidTrial from '../../law/checks/unpaid_trial.json' with { type: 'json' };
import type { BusinessKind, Engagement } from '../kernel/vocabulary';
import { expression } from './expressions';
import type { FindingCode, Severity } from './finding';
import type { Following } from './verdict';

/** How what is denied (不收押金) is told from what is said: see `denial.ts`. */
export type Denial = 'usual' | 'charge' | 'fairness' | 'none';

/** Which arithmetic a rule's figures go through: see `figures-in-text.ts`. */
export type FigureReader =
  | 'age'
  | 'care'
  | 'minor'
  | 'days'
  | 'hourly'
  | 'shift'
  | 'pieces'
  | 'daily'
  | 'monthly'
  | 'total'
  | 'promise';

/** A rule of law/checks/*.json as written. */
interface WrittenRule {
  id: string;
  find: string;
  /** What before the match belongs to its span, so that the rewording takes its verb and amount along. */
  reach?: string;
  notBefore?: string;
  notAfter?: string;
  negation?: string;
  reads?: string;
  /** What must follow for the words to be a finding: see `verdict.ts`. */
  follows?: Following;
  /** `false`: not in words that were pulled apart, for their figures would run together. */
  tight?: boolean;
  /** Whether the span begins after the punctuation that the rule needs to see. */
  trim?: boolean;
  /** Whether it reads beyond the end of a sentence. */
  whole?: boolean;
  /** Whether it holds for full-time work where its code does not. */
  full_time?: boolean;
  /** The rewording, with the groups of `find`; '' takes the words out; none: nothing lawful says the same. */
  to?: string;
}

/** A file of law/checks. */
interface WrittenChecks {
  code: string;
  severity: string;
  article: string;
  negation: string;
  engagement?: string[];
  kinds?: string[];
  /** Phrases of this file, by name, beside those of words.json. */
  words?: Record<string, string>;
  rules: WrittenRule[];
}

/** A rule ready to be used. */
export interface Rule {
  id: string;
  code: FindingCode;
  severity: Severity;
  article: string;
  find: RegExp;
  reach: RegExp | null;
  notBefore: RegExp | null;
  notAfter: RegExp | null;
  denial: Denial;
  reads: FigureReader | null;
  follows: Following | null;
  tight: boolean;
  trim: boolean;
  whole: boolean;
  to: string | null;
  engagement: readonly Engagement[] | null;
  kinds: readonly BusinessKind[] | null;
}

const FILES: readonly WrittenChecks[] = [
  sex,
  marriage,
  children,
  origin,
  ethnicity,
  religion,
  health,
  age,
  deposit,
  fee,
  idHeld,
  unpaidTrial,
  probation,
  penalty,
  belowFloor,
  payCycle,
  bait,
  fraud,
  loan,
  lure,
  minors,
  nearChildren,
  missingField,
  style,
];

const EVERY: readonly Engagement[] = ['part_time', 'task', 'full_time'];

function compile(file: WrittenChecks, rule: WrittenRule): Rule {
  const own = (source: string, flags?: string) => expression(source, flags, file.words);
  return {
    id: `${file.code}.${rule.id}`,
    code: file.code as FindingCode,
    severity: file.severity as Severity,
    article: file.article,
    find: own(rule.find, 'g'),
    reach: rule.reach === undefined ? null : own(`(?:${rule.reach})$`),
    notBefore: rule.notBefore === undefined ? null : own(rule.notBefore),
    notAfter: rule.notAfter === undefined ? null : own(rule.notAfter),
    denial: (rule.negation ?? file.negation) as Denial,
    reads: (rule.reads ?? null) as FigureReader | null,
    follows: rule.follows ?? null,
    tight: rule.tight ?? true,
    trim: rule.trim ?? false,
    whole: rule.whole ?? false,
    to: rule.to ?? null,
    engagement: rule.full_time ? EVERY : ((file.engagement ?? null) as readonly Engagement[] | null),
    kinds: (file.kinds ?? null) as readonly BusinessKind[] | null,
  };
}

/** Most sets of characters of each of which a text must hold one for a rule to be asked: see `rules-for.ts`. */
export const LAYERS = 3;

/** Every rule of law/checks, in the order of the codes. */
export const RULES: readonly Rule[] = FILES.flatMap((file) => file.rules.map((rule) => compile(file, rule)));

/** Severity and article of a code. */
export const CODE_LAW: ReadonlyMap<string, { severity: Severity; article: string }> = new Map(
  FILES.map(({ code, severity, article }) => [code, { severity: severity as Severity, article }]),
);
