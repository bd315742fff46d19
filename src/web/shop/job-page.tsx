import type { Child } from 'hono/jsx';
import type { InterestedPerson } from '../../candidates';
import type { ReferralView } from '../../desk';
import type { JobRecord, JobView } from '../../jobs';
import type { FieldProblem } from '../../kernel/errors';
import type { DecisionView } from '../../review';
import type { UrgentState } from '../../urgent';
import { PostForm } from '../forms';
import { Link } from '../page-frame';
import { JOB_FIELD_LABELS } from '../text/job-form';
import { problemText } from '../text/problems';
import { STATUS_HINT, JOB_TEXT as T } from '../text/shop';
import { LastDecision } from './decisions';
import { Done } from './done';
import { JobActions } from './job-actions';
import { isUnpinned, JobFacts, StatusTag } from './job-facts';
import { jobField } from './job-form';
import { Interests, Referrals } from './people';
import { Urgent } from './urgent';

/** A posting with all that its keepers need to know. */
export interface JobPageProps {
  job: JobView;
  version: number;
  /** What keeps it from opening. */
  problems: readonly FieldProblem[];
  similar: readonly JobRecord[];
  interests: readonly InterestedPerson[];
  referrals: readonly ReferralView[];
  /** How its hours could be cut, or nothing. */
  split: Child;
  urgent: UrgentState;
  /** What staff decided, newest first. */
  decisions: readonly DecisionView[];
  /** Reports and who was told, for staff. */
  staffCards: Child;
  base: string;
  list: string;
  staff: boolean;
  /** Whether staff look at the caller's changes before they are public. */
  reviewed: boolean;
  done: string | null;
}

/** The page of one posting for its shop and for staff. */
export function JobPage({
  job,
  version,
  problems,
  similar,
  interests,
  referrals,
  split,
  urgent,
  decisions,
  staffCards,
  base,
  list,
  staff,
  reviewed,
  done,
}: JobPageProps) {
  const wasPublic = job.publishedAt !== null && job.status !== 'blocked';
  // What is ready waits for those who may open it; a shop in review can do nothing but wait.
  const waits = job.status === 'draft' || (job.status === 'review' && (staff || problems.length > 0));
  return (
    <>
      <Done done={done} />
      <header class="page-head">
        <p>
          <Link to={list}>{T.back}</Link>
        </p>
        <h1>
          {job.title} <StatusTag status={job.status} />
        </h1>
        {STATUS_HINT[job.status] && <p class="quiet">{STATUS_HINT[job.status]}</p>}
        {job.status === 'review' && <p class="quiet">{staff ? T.reviewStaff : T.review}</p>}
      </header>
      <LastDecision decisions={decisions} status={job.status} />
      {waits && <Missing problems={problems} />}
      {job.status === 'open' && isUnpinned(job) && (
        <p class="banner warn">
          <strong>{T.pending}</strong>
          {T.pendingHint}
        </p>
      )}
      <JobActions
        job={job}
        base={base}
        version={version}
        ready={problems.length === 0}
        staff={staff}
        reviewed={reviewed}
      />
      <div class="job-columns">
        <section class="card" aria-label={job.title}>
          <JobFacts job={job} />
          {wasPublic && (
            <p class="actions">
              <Link to={`/jobs/${job.id}`}>{T.public}</Link>
            </p>
          )}
        </section>
        <div class="stack">
          {(job.status === 'open' || urgent.state !== 'none') && (
            <Urgent urgent={urgent} path={`${base}/jobs/${job.id}`} />
          )}
          {staffCards}
          <Similar similar={similar} base={base} into={job.id} />
          {split}
          <section class="card" aria-labelledby="interests-title">
            <h2 id="interests-title">{T.people}</h2>
            <Interests people={interests} base={base} />
          </section>
          <section class="card" aria-labelledby="referrals-title">
            <h2 id="referrals-title">{T.referrals}</h2>
            <Referrals referrals={referrals} base={base} />
          </section>
        </div>
      </div>
    </>
  );
}

function Missing({ problems }: { problems: readonly FieldProblem[] }) {
  if (problems.length === 0) return <p class="banner good">{T.ready}</p>;
  const field = jobField({});
  return (
    <div class="banner warn">
      <strong>{T.missing}</strong>
      <ul class="bullets">
        {problems.map(({ pointer, code, values }) => (
          <li>
            {pointer === '/business'
              ? problemText(code, values)
              : `${JOB_FIELD_LABELS[field(pointer)] ?? ''}：${problemText(code, values)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Similar({ similar, base, into }: { similar: readonly JobRecord[]; base: string; into: string }) {
  if (similar.length === 0) return null;
  return (
    <section class="card" aria-labelledby="similar-title">
      <h2 id="similar-title">{T.similar}</h2>
      <p class="hint">{T.similarHint}</p>
      <ul class="plain-list">
        {similar.map((other) => (
          <li class="spread">
            <Link to={`${base}/jobs/${other.id}`}>{other.title}</Link>
            <StatusTag status={other.status} />
            <PostForm to={`${base}/jobs/${other.id}/merge`}>
              <input type="hidden" name="into" value={into} />
              <button type="submit" class="button small secondary">
                {T.merge}
              </button>
            </PostForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
