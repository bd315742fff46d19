import type { Child } from 'hono/jsx';
import { isAllowed } from '../../jobs';
import type { ReviewItem } from '../../review';
import { PostForm } from '../forms';
import { Link } from '../page-frame';
import { ReasonFields } from '../reasons';
import { hoursLine, payLine, StatusTag } from '../shop/job-facts';
import { jobField } from '../shop/job-form';
import { FINDING_TEXT } from '../text/findings';
import { JOB_FIELD_LABELS } from '../text/job-form';
import {
  BLOCK_TEXT,
  decisionReason,
  historyText,
  REPORT_TEXT,
  RETURN_TEXT,
  REVIEW_TEXT as T,
} from '../text/review';
import { BUSINESS_KIND_TEXT } from '../text/vocabulary';
import { EmployerTags } from './employer-tags';

/** A posting that waits: what it says, what was found in it, who gives it, and the three answers. */
export function ReviewCard({ item }: { item: ReviewItem }) {
  const { job } = item;
  const line = [
    job.place?.address ?? job.address,
    job.pay && payLine(job.pay),
    job.schedule && hoursLine(job.schedule),
  ];
  return (
    <li class="card stack">
      <div>
        <div class="spread">
          <h2>
            <Link to={`/desk/jobs/${job.id}`}>{job.title}</Link>
          </h2>
          <span class="tags">
            {item.held !== null && <span class="tag bad">{T.held[item.held]}</span>}
            <StatusTag status={job.status} />
          </span>
        </div>
        <p class="quiet">{line.filter(Boolean).join(' · ')}</p>
        {job.description !== '' && <p class="prose">{job.description}</p>}
        {item.last?.decision === 'returned' && (
          <p class="quiet">
            {[T.held.returned, decisionReason('returned', item.last.reason), item.last.note]
              .filter(Boolean)
              .join('：')}
          </p>
        )}
      </div>
      <Findings item={item} />
      <Reports item={item} />
      <History item={item} />
      <Answers item={item} />
    </li>
  );
}

const textOf = ({ job }: ReviewItem, field: string): string =>
  ({ title: job.title, description: job.description, 'requirements.note': job.requirements.note })[field] ??
  '';

function Findings({ item }: { item: ReviewItem }) {
  const field = jobField({});
  if (item.findings.length + item.problems.length === 0) return <p class="tag good">{T.clean}</p>;
  return (
    <ul class="findings">
      {item.findings.map((one) => {
        const words = textOf(item, one.field).slice(one.start, one.end);
        return (
          <li class={`finding ${one.severity}`}>
            <strong>{FINDING_TEXT.severity[one.severity]}</strong>{' '}
            {words !== '' && <span class="found-words">{FINDING_TEXT.quoted(words)}</span>}
            {one.text}
          </li>
        );
      })}
      {item.problems.map(({ pointer, message }) => (
        <li class="finding block">
          <strong>{T.missing}</strong>{' '}
          {pointer === '/business' ? message : `${JOB_FIELD_LABELS[field(pointer)] ?? ''}：${message}`}
        </li>
      ))}
    </ul>
  );
}

/** Reports by code, those that nobody has looked at first; nothing while there are none. */
export function Reports({ item }: { item: ReviewItem }) {
  const open = Object.entries(item.reports.open);
  if (open.length === 0) return null;
  return (
    <p class="tags">
      <strong>{T.reports}</strong>
      {open.map(([code, count]) => (
        <span class="tag bad">
          {T.reportCount(REPORT_TEXT[code as keyof typeof REPORT_TEXT], count ?? 0)}
        </span>
      ))}
    </p>
  );
}

/** What is known of the business from before. */
export function History({ item }: { item: ReviewItem }) {
  const { employer } = item;
  const lines = employer.postings <= 1 ? [T.first, ...historyText(employer).slice(1)] : historyText(employer);
  return (
    <p class="quiet">
      {`${T.employer}：`}
      <Link to={`/desk/businesses?q=${encodeURIComponent(employer.name)}`}>{employer.name}</Link>{' '}
      {BUSINESS_KIND_TEXT[employer.kind]} <EmployerTags employer={employer} whole /> {lines.join(' · ')}
    </p>
  );
}

/** Staff have looked at the reports and found nothing. */
export function Dismiss({ id }: { id: string }) {
  return (
    <PostForm to={`/desk/jobs/${id}/reports/dismiss`}>
      <button type="submit" class="button small secondary">
        {T.dismiss}
      </button>
    </PostForm>
  );
}

function Answers({ item }: { item: ReviewItem }) {
  const { job, version } = item;
  const path = `/desk/jobs/${job.id}/review`;
  const seen = <input type="hidden" name="version" value={String(version)} />;
  const waits = job.status === 'review';
  const blocked = item.problems.length > 0 || item.findings.some(({ severity }) => severity === 'block');
  return (
    <div class="job-actions">
      {waits && !blocked && (
        <PostForm to={path}>
          {seen}
          <button type="submit" name="decision" value="approve" class="button">
            {T.approve}
          </button>
        </PostForm>
      )}
      {waits && blocked && <p class="hint">{T.cannotApprove}</p>}
      {!waits && <Dismiss id={job.id} />}
      {waits && (
        <Refusal path={path} decision="return" title={T.give} reasons={RETURN_TEXT} sure={T.giveSure}>
          {seen}
        </Refusal>
      )}
      {isAllowed('block', job.status) && (
        <Refusal path={path} decision="block" title={T.block} reasons={BLOCK_TEXT} sure={T.blockSure} danger>
          {seen}
        </Refusal>
      )}
    </div>
  );
}

interface RefusalProps {
  path: string;
  decision: 'return' | 'block';
  title: string;
  reasons: Readonly<Record<string, string>>;
  /** What is pressed once a reason is given. */
  sure: string;
  danger?: boolean;
  /** Fields that go along. */
  children: Child;
}

/** An answer that needs a reason: folded away until somebody means it. */
function Refusal({ path, decision, title, reasons, sure, danger = false, children }: RefusalProps) {
  return (
    <details class="fold">
      <summary>{title}</summary>
      <PostForm to={path} class="fold-body">
        {children}
        <ReasonFields name="reason" reasons={reasons} />
        <button
          type="submit"
          name="decision"
          value={decision}
          class={danger ? 'button danger small' : 'button small'}
        >
          {sure}
        </button>
      </PostForm>
    </details>
  );
}
