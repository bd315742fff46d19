import {
  findingsIn,
  type JobListQuery,
  type JobStatus,
  type JobWithBusiness,
  type OpeningTerms,
  openingProblems,
  viewOf,
} from '../../jobs';
import type { EmployerLabel } from '../../review';
import { SelectField, TextField } from '../fields';
import { freshForm } from '../form-state';
import { GetForm } from '../forms';
import { withParams } from '../links';
import { Link } from '../page-frame';
import { type Cut, Pager } from '../pager';
import { StateTabs } from '../shop/home';
import { hoursLine, isUnpinned, payLine, StatusTag } from '../shop/job-facts';
import { LACK_OTHER, LACK_TEXT, DESK_JOBS_TEXT as T } from '../text/desk';
import { FINDING_NAMES } from '../text/findings';
import { dateText } from '../text/jobs';
import { SHOP_TEXT } from '../text/shop';
import { EmployerTags } from './employer-tags';

/** What the list of postings looks for. */
export interface JobFilter {
  status: JobStatus | null;
  lacks: NonNullable<JobListQuery['lacks']> | null;
  contains: string;
}

/** What the list of postings is shown with. */
export interface DeskJobsProps {
  filter: JobFilter;
  jobs: Cut<JobWithBusiness>;
  counts: Partial<Record<JobStatus, number>>;
  /** Whether this is not the first page. */
  later: boolean;
  terms: OpeningTerms;
  /** What is known of who gives them, by business. */
  employers: ReadonlyMap<string, EmployerLabel>;
  now: number;
}

/** The station's postings in every state, with what each still lacks. */
export function DeskJobs({ filter, jobs, counts, later, terms, employers, now }: DeskJobsProps) {
  const form = freshForm({ contains: filter.contains, lacks: filter.lacks ?? '' });
  return (
    <>
      <header class="page-head spread">
        <h1>{T.title}</h1>
        <Link to="/desk/jobs/new" class="button">
          {T.post}
        </Link>
      </header>
      <StateTabs counts={counts} status={filter.status} path="/desk/jobs" />
      <GetForm to="/desk/jobs" class="filters" label={T.search}>
        {filter.status !== null && <input type="hidden" name="status" value={filter.status} />}
        <TextField
          form={form}
          name="contains"
          label={T.contains}
          type="search"
          maxlength={60}
          accesskey="q"
        />
        <SelectField
          form={form}
          name="lacks"
          label={T.lacks}
          options={Object.entries(T.lackOptions).map(([value, label]) => ({ value, label }))}
        />
        <button type="submit" class="button secondary">
          {T.search}
        </button>
      </GetForm>
      {jobs.rows.length === 0 ? (
        <p class="card">{T.none}</p>
      ) : (
        <ul class="card plain-list desk-jobs">
          {jobs.rows.map((found) => (
            <Row found={found} terms={terms} employer={employers.get(found.business.id)} now={now} />
          ))}
        </ul>
      )}
      <Pager path={withParams('/desk/jobs', { ...filter })} next={jobs.next} later={later} />
    </>
  );
}

function Row({
  found,
  terms,
  employer,
  now,
}: {
  found: JobWithBusiness;
  terms: OpeningTerms;
  employer: EmployerLabel | undefined;
  now: number;
}) {
  const job = viewOf(found, now);
  const waits = job.status === 'draft' || job.status === 'review';
  const words = waits ? findingsIn(found, terms).filter(({ severity }) => severity !== 'warn') : [];
  const named = new Set(words.map(({ code }) => FINDING_NAMES[code]));
  const problems = waits ? openingProblems(found, terms, undefined, []) : [];
  const lacks = [...new Set(problems.map(({ pointer }) => pointer))];
  const line = [
    job.business.name,
    job.place?.address ?? job.address,
    job.pay && payLine(job.pay),
    job.schedule && hoursLine(job.schedule),
  ];
  return (
    <li class="spread">
      <div class="desk-job">
        <p>
          <Link to={`/desk/jobs/${job.id}`}>{job.title}</Link> <StatusTag status={job.status} />{' '}
          {job.place !== null && isUnpinned(job) && <span class="tag warn">{SHOP_TEXT.pending}</span>}
        </p>
        <p class="quiet">{line.filter(Boolean).join(' · ')}</p>
        <EmployerTags employer={employer} />
        {lacks.length + named.size > 0 && (
          <p class="tags">
            {lacks.map((pointer) => (
              <span class="tag bad">{`${T.missing}${LACK_TEXT[pointer] ?? LACK_OTHER}`}</span>
            ))}
            {[...named].map((name) => (
              <span class="tag warn">{name}</span>
            ))}
          </p>
        )}
      </div>
      {job.status === 'open' && job.validThrough && (
        <span class="quiet num">{SHOP_TEXT.validThrough(dateText(job.validThrough))}</span>
      )}
    </li>
  );
}
