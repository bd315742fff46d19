import { type CheckTerms, checkWords, type Finding, type PostingDraft } from '../checks';
import type { FieldProblem } from '../kernel/errors';
import type { JobRecord, JobWithBusiness } from './record';

/** What the words of a stored posting break; its figures and what it lacks are told by `openingProblems`. */
export function findingsOf({ job, business }: JobWithBusiness, terms: CheckTerms): Finding[] {
  return checkWords(wordsOf(job, business), terms);
}

function wordsOf(job: JobRecord, business: JobWithBusiness['business']): PostingDraft {
  return {
    title: job.title,
    description: job.description,
    engagement: job.engagement,
    business,
    place: { address: job.address },
    pay: job.pay && { unit: job.pay.unit, expectedHours: job.pay.expectedHours },
    requirements: job.requirements,
  };
}

/** A finding as a problem of its field; `start` and `end` say where in it. Words of the posting are not repeated. */
export function problemOf({ field, code, start, end, values }: Finding): FieldProblem {
  return { pointer: `/${field.replaceAll('.', '/')}`, code, values: { start, end, ...values } };
}

/** Findings that keep a posting from opening. */
export function blocking(findings: readonly Finding[]): FieldProblem[] {
  return findings.filter(({ severity }) => severity === 'block').map(problemOf);
}

/** Whether staff have to look at a posting before it is public, whoever wrote it; a `minAge` over 18 is an age limit. */
export function needsApproval(
  { job }: JobWithBusiness,
  findings: readonly Finding[],
  adult: number,
): boolean {
  const { minAge } = job.requirements;
  return (minAge !== undefined && minAge > adult) || findings.some(({ severity }) => severity === 'approve');
}
