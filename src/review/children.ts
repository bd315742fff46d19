import type { Finding } from '../checks';
import { type FieldProblem, ruleBroken } from '../kernel/errors';
import type { EmployerLabel } from './schema';

/**
 * Work with children is approved only for an employer that has said, within the year, that it looks up the records of
 * those who do it (未成年人保护法 art. 62). Households are no employers; the check finds nothing in theirs.
 */
export function childrenProblems(
  findings: readonly Pick<Finding, 'code'>[],
  { childrenChecked }: Pick<EmployerLabel, 'childrenChecked'>,
): FieldProblem[] {
  const withChildren = findings.some(({ code }) => code === 'near_children');
  return withChildren && !childrenChecked ? [{ pointer: '/business', code: 'children_check_needed' }] : [];
}

/** @throws DomainError `rule_broken/children_check_needed` */
export function requireChildrenCheck(...of: Parameters<typeof childrenProblems>): void {
  const problems = childrenProblems(...of);
  if (problems.length > 0) throw ruleBroken(problems);
}
