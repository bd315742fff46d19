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
import words from '../../law/words.json' with { type: 'json' };
import type { BusinessKind, Engagement } from '../kernel/vocabulary';
import type { FindingCode, Severity } from './finding';

/** How what is denied (不收押金) is told from what is said: see `denial.ts`. */
export type Denial = 'usual' | 'fairness' | 'none';

/** Which arithmetic a rule's figures go through: see `figures-in-text.ts`. */
export type FigureReader = 'age' | 'care' | 'minor' | 'days' | 'hourly' | 'daily' | 'monthly';

/** A rule of law/checks/*.json as written. */
interface WrittenRule {
  id: string;
  /** Characters of which a text must hold one for the rule to find anything. */
  on: string;
  find: string;
  /** What before the match belongs to its span, so that the rewording takes its verb and amount along. */
  reach?: string;
  notBefore?: string;
  notAfter?: string;
  negation?: string;
  reads?: string;
  /** `false`: not in words that were pulled apart, for their figures would run together. */
  tight?: boolean;
  /** Whether the span begins after the punctuation that the rule needs to see. */
  trim?: boolean;
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
  tight: boolean;
  trim: boolean;
  to: string | null;
  on: string;
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

/** Compiles an expression of the rules: `{name}` is a phrase of words.json. */
export function expression(source: string, flags = ''): RegExp {
  return new RegExp(expand(source), flags);
}

function expand(source: string): string {
  const macros: Record<string, string> = words.macros;
  return source.replace(/\{([a-z]+)\}/g, (_, name: string) => {
    const phrase = macros[name];
    if (phrase === undefined) throw new Error(`no phrase ${name} in law/words.json`);
    return expand(phrase);
  });
}

const EVERY: readonly Engagement[] = ['part_time', 'task', 'full_time'];

function compile(file: WrittenChecks, rule: WrittenRule): Rule {
  return {
    id: `${file.code}.${rule.id}`,
    code: file.code as FindingCode,
    severity: file.severity as Severity,
    article: file.article,
    find: expression(rule.find, 'g'),
    reach: rule.reach === undefined ? null : expression(`(?:${rule.reach})$`),
    notBefore: rule.notBefore === undefined ? null : expression(rule.notBefore),
    notAfter: rule.notAfter === undefined ? null : expression(rule.notAfter),
    denial: (rule.negation ?? file.negation) as Denial,
    reads: (rule.reads ?? null) as FigureReader | null,
    tight: rule.tight ?? true,
    trim: rule.trim ?? false,
    to: rule.to ?? null,
    on: rule.on,
    engagement: rule.full_time ? EVERY : ((file.engagement ?? null) as readonly Engagement[] | null),
    kinds: (file.kinds ?? null) as readonly BusinessKind[] | null,
  };
}

/** Every rule of law/checks, in the order of the codes. */
export const RULES: readonly Rule[] = FILES.flatMap((file) => file.rules.map((rule) => compile(file, rule)));

/** Severity and article of a code. */
export const CODE_LAW: ReadonlyMap<string, { severity: Severity; article: string }> = new Map(
  FILES.map(({ code, severity, article }) => [code, { severity: severity as Severity, article }]),
);

/** Which rules each character lets through; most characters let none. */
const BY_CHARACTER = new Map<number, number[]>();
for (const [i, rule] of RULES.entries()) {
  for (const one of rule.on)
    BY_CHARACTER.set(one.charCodeAt(0), [...(BY_CHARACTER.get(one.charCodeAt(0)) ?? []), i]);
}

/** The rules that can find anything in a folded text, by one pass over its characters. */
export function rulesFor(text: string): Rule[] {
  const asked = new Uint8Array(RULES.length);
  for (let i = 0; i < text.length; i++) {
    const list = BY_CHARACTER.get(text.charCodeAt(i));
    if (list) for (const rule of list) asked[rule] = 1;
  }
  return RULES.filter((_, i) => asked[i] === 1);
}
