import { PAUSES } from './clauses';
import type { Node } from './doings';
import { OWN_LIFE } from './event-words';
import { readNumeral } from './numerals';
import { isUntold } from './piece';
import { isKnown } from './scan-words';
import type { Reading } from './statement';
import { DENIAL, OWN_JOB, SHIFT, SHIFT_TOLD, SOME_DAYS } from './time-words';

/** The nodes between pauses. */
function clausesOf(nodes: readonly Node[]): Node[][] {
  const clauses: Node[][] = [[]];
  for (const node of nodes) {
    if (PAUSES.has(node.kind)) clauses.push([]);
    else clauses.at(-1)?.push(node);
  }
  return clauses;
}

const kindsOf = (clause: readonly Node[]): ReadonlySet<string> => new Set(clause.map(({ kind }) => kind));
const hasAny = (kinds: ReadonlySet<string>, wanted: readonly string[]) =>
  wanted.some((kind) => kinds.has(kind));

/** A clock time that no rule made something of is no part of the week: when it is meant is asked. */
export function askUnread(nodes: readonly Node[], text: string, { spans, questions }: Reading): void {
  const isRead = ({ start, end }: Node) => spans.some((span) => span.start < end && start < span.end);
  const isOwnLife = ({ end }: Node) => OWN_LIFE.test(text.slice(end, end + 4));
  const left = nodes.filter((node) => node.kind === 'clock' && !node.dotted && !isRead(node));
  if (left.some((node) => !isOwnLife(node)) || isDenied(nodes, text)) questions.push('when');
}

/** A word of denial that no table knows, in a clause that says a time and nothing of being free: 周三玩不转. */
function isDenied(nodes: readonly Node[], text: string): boolean {
  return clausesOf(nodes).some((clause) => {
    const kinds = kindsOf(clause);
    if (hasAny(kinds, ['free', 'busy', 'can', 'except_before'])) return false;
    if (!hasAny(kinds, ['part', 'days', 'clock'])) return false;
    return clause.some(({ kind, start, end }) => {
      const word = text.slice(start, end);
      return kind === 'gap' && DENIAL.test(word) && !isKnown(word);
    });
  });
}

const TIME = ['part', 'clock', 'number', 'days', 'dates', 'season', 'cycle'];
/** What tells how the time of a clause is meant. */
const TOLD = [
  'free',
  'can',
  'busy',
  'tend',
  'away',
  'doing',
  'rest',
  'unsure',
  'self',
  'want',
  'kin',
  'child',
  'past',
];
const FREE = ['free', 'can', 'can_until'];
const BOUNDS = ['from', 'until', 'can_until', 'after', 'before', 'between', 'except_before'];
/** Shortest run of unknown words that may say what somebody does then. */
const DOING_LENGTH = 2;

/**
 * What a careful listener would not let pass: days that are named by something unknown and taken (浇地那两天不能去),
 * shifts in turn, and a clause of which only the time was understood beside one that says when somebody is free.
 */
export function askUnclear(nodes: readonly Node[], text: string, questions: string[]): void {
  const clauses = clausesOf(nodes);
  const said = clauses.map(kindsOf);
  const denied = clauses.some((clause, i) => {
    const kinds = said[i] as ReadonlySet<string>;
    const [first, last] = [clause[0]?.start ?? 0, clause.at(-1)?.end ?? 0];
    if (!kinds.has('busy') || hasAny(kinds, TIME) || hasAny(kinds, ['rest_of_time', 'unsure'])) return false;
    return SOME_DAYS.test(text.slice(first, last));
  });
  if (denied) questions.push('dates');
  if (isInTurn(text)) questions.push('alternation');
  const isOpen = said.map((kinds) => hasAny(kinds, FREE) && hasAny(kinds, TIME));
  if (!isOpen.includes(true)) return;
  const ofJob = clauses.some(
    (clause, i) =>
      OWN_JOB.test(text.slice(clause[0]?.start ?? 0, clause.at(-1)?.end ?? 0)) &&
      !hasAny(said[i] as ReadonlySet<string>, [...TIME, 'doing']) &&
      isBareRange(said[i + 1]) &&
      isOpen.lastIndexOf(true) > i + 1,
  );
  const unknown = clauses.some((clause, i) => {
    const kinds = said[i] as ReadonlySet<string>;
    if (!hasAny(kinds, ['part', 'clock']) || hasAny(kinds, TOLD) || hasAny(kinds, BOUNDS)) return false;
    const at = clause.findLastIndex(({ kind }) => kind === 'part' || kind === 'clock');
    return clause
      .slice(at + 1)
      .some(
        ({ kind, start, end }) =>
          kind === 'gap' && end - start >= DOING_LENGTH && !isKnown(text.slice(start, end)),
      );
  });
  const rest = said.some((kinds) => kinds.has('rest_of_time'));
  if (ofJob || (unknown && !rest)) questions.push('when');
}

/** Whether somebody tells of two shifts of their own: 白班的时候…, 夜班的时候…. */
export const isInTurn = (text: string): boolean =>
  text.includes(SHIFT) && new Set([...text.matchAll(SHIFT_TOLD)].map(([, name]) => name)).size > 1;

/** A range and nothing of how it is meant. */
const isBareRange = (kinds: ReadonlySet<string> | undefined): boolean =>
  kinds !== undefined &&
  hasAny(kinds, ['to', 'dash', 'number']) &&
  hasAny(kinds, ['clock', 'part']) &&
  !hasAny(kinds, TOLD);

/** 能干两个钟头,七点到九点: the hours are as long as was said, so nothing is left to ask. */
export function dropKnown(nodes: readonly Node[], text: string, { statements, questions }: Reading): void {
  const lengths = nodes.filter(({ kind }) => kind === 'duration');
  const pieces = statements.flatMap((statement) => statement.pieces);
  const [length] = lengths;
  const [hours] = pieces.filter(({ type }) => type === 'range');
  const count = length ? (readNumeral(text, length.start)?.value ?? 0) : 0;
  if (lengths.length !== 1 || !hours || pieces.length > 2 || hours.b - hours.a !== count * 60) return;
  if (pieces.some((piece) => piece.type !== 'part' && piece.type !== 'range' && !isUntold(piece))) return;
  const at = questions.indexOf('when');
  if (at >= 0) questions.splice(at, 1);
}
