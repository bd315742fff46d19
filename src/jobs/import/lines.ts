import { fieldProblems, textProblems } from '../../http/zod-problems';
import type { FieldProblem } from '../../kernel/errors';
import { payProblems } from '../rules';
import { jobDraftSchema } from '../schema';
import type { ImportLine } from './batch';
import { hoursInText } from './hours';

/**
 * One line of an import from what was read of it.
 * @param line 1-based number of the line in its file
 * @param raw a value of any shape; only a complete JobDraft of the contract is taken
 * @returns the draft, or what was wrong with it: a line is taken whole or not at all
 */
export function lineOfDraft(line: number, raw: unknown): ImportLine {
  const read = foreignLine(line, raw);
  const problems = payProblems(read.draft?.pay);
  return problems.length > 0 ? refusedLine(line, problems, read.externalId) : read;
}

/**
 * {@link lineOfDraft} for lists that do not know the hours of a pay: staff add them before it can open.
 * @param told everything that the list says of the posting, where that is more than title and description
 */
export function foreignLine(line: number, raw: unknown, told?: string): ImportLine {
  const parsed = jobDraftSchema.safeParse(raw);
  if (!parsed.success) return refusedLine(line, fieldProblems(parsed.error), externalIdOf(raw));
  const problems = textProblems(parsed.data);
  const externalId = parsed.data.externalId ?? null;
  return problems.length > 0
    ? refusedLine(line, problems, externalId)
    : withHours({ line, externalId, draft: parsed.data, problems: [] }, told);
}

/** A line that does not say its hours, with those that its title and description tell. */
function withHours(line: ImportLine, told?: string): ImportLine {
  const { draft } = line;
  const hours = draft && !draft.schedule ? hoursInText(told ?? `${draft.title}\n${draft.description}`) : null;
  return hours ? { ...line, hours, notes: [{ pointer: '/schedule', code: 'hours_from_text' }] } : line;
}

/** A line that is not taken, with the reasons. */
export function refusedLine(
  line: number,
  problems: FieldProblem[],
  externalId: string | null = null,
): ImportLine {
  return { line, externalId, draft: null, problems };
}

/** The id under which the sender knows a line that could not be taken, so that they find it. */
function externalIdOf(raw: unknown): string | null {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, 'externalId')) return null;
  const { externalId } = raw as { externalId: unknown };
  return typeof externalId === 'string' ? externalId.slice(0, 120) : null;
}
