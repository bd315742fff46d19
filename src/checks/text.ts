import words from '../../law/words.json' with { type: 'json' };
import type { BusinessKind, Engagement } from '../kernel/vocabulary';
import { followsDenial, isDenied } from './denial';
import { READERS } from './figures-in-text';
import type { Finding, FindingCode } from './finding';
import { FINDING_CODES } from './finding';
import { type Folded, fold, tighten } from './fold';
import { numbersToCall } from './numbers-to-call';
import { CODE_LAW, type Rule } from './rule-book';
import { nothingHeld, rulesOfSentence, rulesOfText, rulesThat } from './rules-for';
import { unmask } from './unmask';
import { endOfVerdict } from './verdict';

/** Against what the words of a field are read. */
export interface TextSetting {
  engagement: Engagement;
  kind: BusinessKind;
  /** Yuan per hour of the floor; 0 where it does not hold. */
  floor: number;
  /** Hours per unit of pay that the draft names. */
  expectedHours: number | null;
  /** Codes that are looked for; null for all. */
  only: ReadonlySet<FindingCode> | null;
}

/** How far around a match its sentence is looked at, characters. */
const AROUND = 40;
/** Most findings of one field: a text of nothing else is no posting. */
const MOST = 50;
const TAIL = new RegExp(words.tail);
/** Punctuation with which a rule may begin that needs to see it. */
const LEADING = /^[\s,。;!?:、]+/;

/** What the words of one field break; offsets are those of the original. */
export function checkText(field: string, original: string, setting: TextSetting): Finding[] {
  const plain = fold(original);
  const found: Finding[] = [];
  const read = new Set<string>();
  search(unmask(plain), false, field, setting, found, read);
  const tight = tighten(plain);
  if (tight !== plain) search(unmask(tight), true, field, setting, found, read);
  if (setting.only === null || setting.only.has('lure')) {
    for (const { start, end } of numbersToCall(plain)) {
      found.push(findingOf('lure', field, plain, start, end, { replace: '' }));
    }
  }
  return found.length < 2 ? found : withoutOverlaps(found);
}

/**
 * Runs the rules over each sentence that holds what they need, those of whole texts over all of it.
 * @param read sentences that were read before are left out
 */
function search(
  folded: Folded,
  tight: boolean,
  field: string,
  setting: TextSetting,
  found: Finding[],
  read: Set<string>,
): void {
  const { text } = folded;
  const among = rulesThat((rule) => (!tight || rule.tight) && holdsFor(rule, setting));
  const run = (rule: Rule, part: string, from: number) => {
    rule.find.lastIndex = 0;
    for (let match = rule.find.exec(part); match && found.length < MOST; match = rule.find.exec(part)) {
      const one =
        match[0] === '' || !isFollowed(rule, match, part)
          ? null
          : judge(rule, match, from + match.index, folded, field, setting);
      if (one) found.push(one);
      else rule.find.lastIndex = match.index + 1;
    }
  };
  const held = nothingHeld();
  for (let from = 0; from < text.length; ) {
    const to = sentenceEnd(text, from);
    const part = text.slice(from, to);
    const rules = rulesOfSentence(part, held, among);
    if (!read.has(part)) for (const rule of rules) run(rule, part, from);
    if (!tight) read.add(part);
    from = to + 1;
  }
  for (const rule of rulesOfText(held, among)) run(rule, text, 0);
}

/** Whether what a rule asks for follows its words, which then belongs to the match. */
function isFollowed(rule: Rule, match: RegExpExecArray, part: string): boolean {
  if (rule.follows === null) return true;
  const end = endOfVerdict(part, match.index + match[0].length, rule.follows);
  if (end > 0) match[0] = part.slice(match.index, end);
  return end > 0 || rule.follows.may === true;
}

function holdsFor(rule: Rule, { engagement, kind, only, floor }: TextSetting): boolean {
  if (rule.engagement && !rule.engagement.includes(engagement)) return false;
  if (rule.kinds && !rule.kinds.includes(kind)) return false;
  if (rule.code === 'below_floor' && floor === 0) return false;
  return only === null || only.has(rule.code);
}

function judge(
  rule: Rule,
  match: RegExpExecArray,
  at: number,
  folded: Folded,
  field: string,
  setting: TextSetting,
): Finding | null {
  const { text } = folded;
  const leading = rule.trim ? (LEADING.exec(match[0])?.[0].length ?? 0) : 0;
  const start = at + leading;
  const end = at + match[0].length;
  const lead = text.slice(sentenceStart(text, start), start);
  const rest = text.slice(end, end + AROUND);
  if (rule.notBefore?.test(lead) || rule.notAfter?.test(rest)) return null;
  // Most figures are lawful, which is known sooner than whether something is denied.
  const { floor, expectedHours } = setting;
  const figures = rule.reads
    ? READERS[rule.reads](match.groups ?? {}, { text, lead, rest, floor, expectedHours })
    : undefined;
  if (figures === null || isDenied(rule.denial, lead, rest, match[0])) return null;
  const replace =
    rule.to === null || followsDenial(rule.denial, lead) ? undefined : reworded(rule.to, match, setting);
  const suggestion = replace === undefined ? undefined : { replace };
  const reach = rule.reach?.exec(lead)?.[0].length ?? 0;
  // What the rewording would leave hanging goes with it; one that repeats words of the match goes on by itself.
  const tail = rule.to && !rule.to.includes('$') ? (TAIL.exec(rest)?.[0].length ?? 0) : 0;
  return findingOf(rule.code, field, folded, start - reach, end + tail, suggestion, figures);
}

function sentenceStart(text: string, start: number): number {
  const least = Math.max(0, start - AROUND);
  for (let i = start - 1; i >= least; i--) if (ENDS.has(text.charCodeAt(i))) return i + 1;
  return least;
}

function sentenceEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) if (ENDS.has(text.charCodeAt(i))) return i;
  return text.length;
}
/** What ends a sentence: a new line and ! ; ? 。 */
const ENDS = new Set([0x0a, 0x21, 0x3b, 0x3f, 0x3002]);

/** The rewording with the groups of the match and the floor filled in. */
function reworded(to: string, match: RegExpExecArray, { floor }: TextSetting): string {
  return to
    .replaceAll('{floor}', String(floor))
    .replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
}

function findingOf(
  code: FindingCode,
  field: string,
  folded: Folded,
  start: number,
  end: number,
  suggestion?: { replace: string },
  values?: Record<string, number>,
): Finding {
  const law = CODE_LAW.get(code);
  return {
    code,
    severity: law?.severity ?? 'block',
    field,
    start: folded.start[start] ?? 0,
    end: folded.end[end - 1] ?? 0,
    article: law?.article ?? '',
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(values === undefined || Object.keys(values).length === 0 ? {} : { values }),
  };
}

/** Of findings of one code that overlap, the longest; in the order of the text. */
function withoutOverlaps(found: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const one of [...found].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some((other) => other.code === one.code && one.start < other.end && other.start < one.end))
      kept.push(one);
  }
  return kept.sort(
    (a, b) => a.start - b.start || FINDING_CODES.indexOf(a.code) - FINDING_CODES.indexOf(b.code),
  );
}
