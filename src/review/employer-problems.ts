import type { Finding } from '../checks';
import type { Ctx } from '../context';
import { findingsIn, type JobWithBusiness, openingTerms } from '../jobs';
import { type FieldProblem, ruleBroken } from '../kernel/errors';
import { employerLabel } from './history';
import type { EmployerLabel } from './schema';

type Found = readonly Pick<Finding, 'code'>[];

/**
 * Work with children is approved only for an employer that has said, within the year, that it looks up the records of
 * those who do it (未成年人保护法 art. 62). Households are no employers; the check finds nothing in theirs.
 */
function childrenProblems(
  findings: Found,
  { childrenChecked }: Pick<EmployerLabel, 'childrenChecked'>,
): FieldProblem[] {
  const withChildren = findings.some(({ code }) => code === 'near_children');
  return withChildren && !childrenChecked ? [{ pointer: '/business', code: 'children_check_needed' }] : [];
}

/** What of an employer keeps a posting from being approved, whatever stands in it. */
export function employerProblems(findings: Found, employer: EmployerLabel): FieldProblem[] {
  const owes = employer.openCases > 0 ? [{ pointer: '/business', code: 'wage_case_open' }] : [];
  return [...childrenProblems(findings, employer), ...owes];
}

/** {@link employerProblems} of one posting. @throws DomainError `unauthenticated`, `forbidden` for all but staff */
export async function employerProblemsOf(ctx: Ctx, found: JobWithBusiness): Promise<FieldProblem[]> {
  const employer = await employerLabel(ctx, found.business.id);
  return employerProblems(findingsIn(found, openingTerms(ctx)), employer);
}

/** @throws DomainError `rule_broken/children_check_needed` */
export function requireChildrenCheck(findings: Found, employer: EmployerLabel): void {
  const problems = childrenProblems(findings, employer);
  if (problems.length > 0) throw ruleBroken(problems);
}
