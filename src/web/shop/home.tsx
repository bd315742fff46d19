import type { BusinessView, Notice } from '../../businesses';
import { JOB_STATUSES, type JobStatus, type JobView } from '../../jobs';
import { shanghaiDate } from '../../kernel/clock';
import type { FormState } from '../form-state';
import { PostForm } from '../forms';
import { withParams } from '../links';
import { Link } from '../page-frame';
import { type Cut, Pager } from '../pager';
import { dateText } from '../text/jobs';
import { LIST_TEXT } from '../text/seeker';
import { noticeText, SHOP_TEXT as T } from '../text/shop';
import { STATUS_TEXT } from '../text/vocabulary';
import { WORK_TEXT } from '../text/work';
import { BusinessForm } from './business-form';
import { Done } from './done';
import { Hours, isUnpinned, payLine, StatusTag } from './job-facts';

/** What the shopkeeper's own page shows. */
export interface ShopHomeProps {
  jobs: Cut<JobView>;
  /** Whether this is not the first page. */
  later: boolean;
  counts: Partial<Record<JobStatus, number>>;
  /** People waiting for an answer, by posting. */
  waiting: ReadonlyMap<string, number>;
  notices: readonly Notice[];
  businesses: readonly BusinessView[];
  /** The form of a business that was refused; null when none was. */
  refused: { id: string; form: FormState } | null;
  /** The state looked at; null for all. */
  status: JobStatus | null;
  done: string | null;
}

/** The shopkeeper's own page: post, what happened, and the postings by state. */
export function ShopHome(props: ShopHomeProps) {
  const { jobs, later, counts, waiting, notices, businesses, refused, status, done } = props;
  return (
    <>
      <Done done={done} />
      <header class="page-head spread">
        <h1>{T.title}</h1>
        <span class="row-actions">
          <Link to="/shop/work" class="button secondary">
            {WORK_TEXT.shop}
          </Link>
          <Link to="/shop/jobs/new" class="button big">
            {T.post}
          </Link>
        </span>
      </header>
      <Notices notices={notices} />
      <StateTabs counts={counts} status={status} path="/shop" />
      <JobCards jobs={jobs.rows} waiting={waiting} none={status === null && !later ? T.none : T.noneHere} />
      <Pager path={withParams('/shop', { status })} next={jobs.next} later={later} />
      <div class="stack shop-more">
        <Businesses businesses={businesses} refused={refused} />
        <AlsoSeeking />
      </div>
    </>
  );
}

/** The way to an account for looking for work, which the form of signing in does not make beside a shop. */
function AlsoSeeking() {
  return (
    <details class="fold">
      <summary>{T.alsoSeeking}</summary>
      <PostForm to="/shop/also-seeking" class="fold-body">
        <p class="hint">{T.alsoSeekingHint}</p>
        <button type="submit" class="button small secondary">
          {T.alsoSeekingDo}
        </button>
      </PostForm>
    </details>
  );
}

function Notices({ notices }: { notices: readonly Notice[] }) {
  const unread = notices.filter(({ readAt }) => readAt === null);
  if (unread.length === 0) return null;
  return (
    <section class="card notices" aria-labelledby="notices-title">
      <div class="spread">
        <h2 id="notices-title">{T.notices}</h2>
        <PostForm to="/shop/notices/read">
          <button type="submit" class="button small secondary">
            {T.readAll}
          </button>
        </PostForm>
      </div>
      <ul class="plain-list">
        {unread.map((notice) => (
          <li>
            {notice.code.startsWith('verification') ? (
              noticeText(notice)
            ) : (
              <Link to={notice.code === 'pay_due' ? '/shop/work' : `/shop/jobs/${notice.entityId}`}>
                {noticeText(notice)}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Links to the postings of each state, with how many there are. */
export function StateTabs({
  counts,
  status,
  path,
}: {
  counts: Partial<Record<JobStatus, number>>;
  status: JobStatus | null;
  path: string;
}) {
  const shown = JOB_STATUSES.filter((one) => counts[one] || one === status);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  return (
    <nav class="tabs" aria-label={T.states}>
      <Link to={path} aria-current={status === null ? 'true' : undefined}>
        {T.all} <span class="num">{all}</span>
      </Link>
      {shown.map((one) => (
        <Link to={`${path}?status=${one}`} aria-current={status === one ? 'true' : undefined}>
          {STATUS_TEXT[one]} <span class="num">{counts[one] ?? 0}</span>
        </Link>
      ))}
    </nav>
  );
}

function JobCards({
  jobs,
  waiting,
  none,
}: {
  jobs: readonly JobView[];
  waiting: ReadonlyMap<string, number>;
  none: string;
}) {
  if (jobs.length === 0) return <p class="card">{none}</p>;
  return (
    <ul class="job-cards">
      {jobs.map((job) => {
        const count = waiting.get(job.id) ?? 0;
        return (
          <li class="card">
            <div class="spread">
              <h2>
                <Link to={`/shop/jobs/${job.id}`}>{job.title}</Link>
              </h2>
              <StatusTag status={job.status} />
            </div>
            <p class="quiet">
              {[job.business.name, job.pay && payLine(job.pay)].filter(Boolean).join(' · ')}
            </p>
            <p>{job.schedule && <Hours job={job} />}</p>
            <p class="tags">
              {count > 0 && <span class="tag good">{T.waiting(count)}</span>}
              {job.status === 'open' && isUnpinned(job) && <span class="tag warn">{T.pending}</span>}
              {job.status === 'open' && job.validThrough && (
                <span class="tag">{T.validThrough(dateText(job.validThrough))}</span>
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function standingText({ verified, blocked, verifiedUntil }: BusinessView): string {
  if (blocked) return T.blocked;
  if (!verified || verifiedUntil === null) return T.unverified;
  return LIST_TEXT.verifiedUntil(dateText(shanghaiDate(Date.parse(verifiedUntil)), true));
}

function Businesses({
  businesses,
  refused,
}: {
  businesses: readonly BusinessView[];
  refused: { id: string; form: FormState } | null;
}) {
  if (businesses.length === 0) return <p class="quiet">{T.noBusiness}</p>;
  return (
    <section aria-labelledby="businesses-title">
      <h2 id="businesses-title" class="section-title">
        {T.businesses}
      </h2>
      <p class="tags">
        {businesses.map((one) => (
          <span class={one.verified ? 'tag good' : one.blocked ? 'tag bad' : 'tag warn'}>
            {`${one.name} · ${standingText(one)}`}
          </span>
        ))}
      </p>
      {businesses.some(({ blocked }) => blocked) && <p class="banner warn">{T.blockedHint}</p>}
      {businesses.some(({ verified, blocked }) => !verified && !blocked) && (
        <p class="hint">{T.unverifiedHint}</p>
      )}
      {businesses
        .filter(({ blocked }) => !blocked)
        .map((one) => (
          <BusinessForm business={one} refused={refused?.id === one.id ? refused.form : null} />
        ))}
    </section>
  );
}
