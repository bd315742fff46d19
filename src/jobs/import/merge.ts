import { businessKey } from '../../businesses';
import type { Ctx } from '../../context';
import type { FieldProblem } from '../../kernel/errors';
import { PRECISIONS } from '../../kernel/geo';
import { hourlyFen } from '../../kernel/money';
import { ADULT_AGE } from '../../trust';
import { occupationOf, openingTerms, textOf, today } from '../change';
import { needsApproval, problemOf } from '../check';
import { emptyJob } from '../create';
import { fieldsOf, rulesOf } from '../draft';
import type { JobRecord, JobWithBusiness } from '../record';
import { defaultValidThrough, draftProblems, findingsIn, openingProblems } from '../rules';
import type { JobDraft, ScheduleDraft } from '../schema';

/** A posting to be written at the end of a batch; ids of businesses are filled in there. */
export interface Pending extends JobWithBusiness {
  isNew: boolean;
}

/** What a person closed, filled or blocked stays so, whatever an import says. */
export function keepsClosed(job: JobRecord): boolean {
  return job.status === 'blocked' || job.closedBy === 'person' || job.status === 'filled';
}

/**
 * Whether the stored posting already comes of this very line. What staff changed since is left alone. An expired
 * one that is listed anew without a last day of its own is taken up again.
 */
export function standsAlready(job: JobRecord, digest: string | null, draft: JobDraft): boolean {
  const renews = job.status === 'expired' && draft.validThrough === undefined;
  return job.importDigest !== null && job.importDigest === digest && !renews;
}

/**
 * The posting as it stands after a line, new or changed. It opens if nothing is missing or unlawful and no words
 * need the approval of staff; an open one whose words stay has that already.
 * @returns with it the problems for which the line is refused: of what it brings, not of what time has done since; and
 * in `notes` the words for which it waits for staff
 */
export function mergeLine(
  ctx: Ctx,
  line: {
    draft: JobDraft;
    /** Read from its text; whatever hours the posting has already are known better. */
    hours?: ScheduleDraft | undefined;
    digest: string | null;
    contact: Uint8Array | undefined;
    before: JobWithBusiness | undefined;
    /** Keys of the businesses with an open wage case. */
    owing: ReadonlySet<string>;
  },
): JobWithBusiness & { problems: FieldProblem[]; notes: FieldProblem[] } {
  const { draft } = line;
  const before = line.before?.job;
  const day = today(ctx);
  const business =
    line.before && businessKey(line.before.business.name, line.before.business.kind) === keyOf(draft)
      ? line.before.business
      : { id: '', ...draft.business, verifiedUntil: 0, blocked: false };
  const base =
    before ??
    emptyJob({
      id: ctx.ids.next(),
      stationId: ctx.station.id,
      businessId: business.id,
      title: draft.title,
      createdAt: ctx.clock.now(),
    });
  const fields = fieldsOf(draft);
  const job: JobRecord = {
    ...base,
    ...fields,
    ...keptPlace(base, fields),
    ...keptPay(base, fields),
    schedule: fields.schedule ?? base.schedule ?? (line.hours ? rulesOf(line.hours) : null),
    businessId: business.id,
    externalId: draft.externalId ?? null,
    occupation: occupationOf(draft.occupation, textOf(draft), ctx.lexicon),
    contactSealed: line.contact ?? base.contactSealed,
    importDigest: line.digest,
    validThrough: draft.validThrough ?? stillValid(before, day) ?? defaultValidThrough(day),
    version: before ? before.version + 1 : 1,
    createdBy: base.createdBy ?? (ctx.actor.kind === 'user' ? ctx.actor.userId : null),
  };
  const known = draftProblems(job, day);
  const problems = known.filter(({ pointer }) => (pointer.split('/')[1] ?? '') in draft);
  const terms = openingTerms(ctx);
  const findings = findingsIn({ job, business }, terms);
  const opening = openingProblems({ job, business }, terms, known, findings);
  const approved =
    (before?.status === 'open' && saysTheSame(before, job)) ||
    !needsApproval({ job, business }, findings, ADULT_AGE);
  // What people reported or staff returned is for staff to open, whatever list it stands on.
  const owes = before?.status !== 'open' && line.owing.has(businessKey(business.name, business.kind));
  if (opening.length === 0 && approved && !owes && job.held === null) {
    const publishedAt = (job.status === 'open' ? job.publishedAt : null) ?? ctx.clock.now();
    return { job: { ...job, status: 'open', publishedAt, closedBy: null }, business, problems, notes: [] };
  }
  // Incomplete waits as a draft to be completed; complete but not lawful waits for staff.
  const incomplete = opening.some((problem) => problem.code === 'missing_field');
  const notes: FieldProblem[] = findings.filter(({ severity }) => severity !== 'warn').map(problemOf);
  if (owes) notes.push({ pointer: '/business', code: 'wage_case_open' });
  return { job: { ...job, status: incomplete ? 'draft' : 'review' }, business, problems, notes };
}

/** Whether nothing changed that people read as words. */
function saysTheSame(before: JobRecord, next: JobRecord): boolean {
  const words = ({ title, description, requirements }: JobRecord) =>
    JSON.stringify([title, description, requirements.note, requirements.minAge, requirements.certificates]);
  return words(before) === words(next);
}

const keyOf = (draft: JobDraft) => businessKey(draft.business.name, draft.business.kind);

function stillValid(before: JobRecord | undefined, day: string): string | null {
  return before?.validThrough && before.validThrough >= day ? before.validThrough : null;
}

type Fields = Partial<JobRecord>;

/** A pin that somebody placed is not lost to a line that knows the same address less exactly. */
function keptPlace(base: JobRecord, { address, place }: Fields): Fields {
  const moved = address !== null && address !== undefined && address !== base.address;
  if (place === undefined || base.place === null || moved) return {};
  const rank = (precision: JobRecord['place']) => PRECISIONS.indexOf(precision?.precision ?? 'area');
  if (place !== null && rank(place) <= rank(base.place)) return {};
  return { address: address ?? base.address, place: base.place };
}

/** Hours and settlement that somebody added to a pay stay while its unit does and the line does not say them. */
function keptPay(base: JobRecord, { pay }: Fields): Fields {
  if (!pay || base.pay?.unit !== pay.unit) return {};
  const expectedHours = pay.expectedHours ?? base.pay.expectedHours;
  const settlement = pay.settlement ?? base.pay.settlement;
  const hourly = hourlyFen(pay.amountFen, pay.unit, expectedHours);
  return { pay: { ...pay, expectedHours, settlement, hourlyFen: hourly } };
}
