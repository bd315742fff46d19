import type { z } from '@hono/zod-openapi';
import type { JobView } from '../../jobs';
import type { rankedSchema } from '../../matching';
import { Link } from '../page-frame';
import { dateText, hourlyText, payText, scheduleLines, scheduleText } from '../text/jobs';
import { JOB_PAGE_TEXT, LIST_TEXT } from '../text/seeker';
import { BENEFIT_TEXT, figure, MODE_TEXT, SETTLEMENT_TEXT } from '../text/vocabulary';

/** One posting of a list, with why it stands there. */
export type Ranked = z.infer<typeof rankedSchema>;

/** Reasons that stand in the card by themselves. */
const ELSEWHERE = new Set(['travel', 'pay']);
/** Reasons that speak for a posting, and those that speak against it. */
const TONE: Readonly<Record<string, string>> = {
  fit_full: 'tag good',
  choose_shifts: 'tag good',
  flexible_window: 'tag good',
  fit_partial: 'tag warn',
  related: 'tag warn',
  unmet: 'tag warn',
};

/** The business with its mark. `dated`: until when it is verified. */
export function BusinessName({ business, dated }: { business: JobView['business']; dated?: boolean }) {
  const household = business.kind === 'household';
  return (
    <span class="of-business">
      {business.name}
      {business.verified && (
        <span class="tag good" title={household ? LIST_TEXT.verifiedHousehold : LIST_TEXT.verifiedHint}>
          {dated && business.verifiedUntil !== undefined
            ? LIST_TEXT.verifiedUntil(dateText(business.verifiedUntil, true))
            : LIST_TEXT.verified}
        </span>
      )}
      {household && <span class="tag">{LIST_TEXT.household}</span>}
    </span>
  );
}

/** What a posting pays, in one line. */
export function PayLine({ pay }: { pay: NonNullable<JobView['pay']> }) {
  const hourly = hourlyText(pay);
  return (
    <>
      <strong class="pay num">{payText(pay)}</strong>
      {hourly !== null && <span class="quiet">{hourly}</span>}
    </>
  );
}

/** How long the way is: the first thing to see. */
function Travel({ travel }: { travel: Ranked['match']['travel'] }) {
  return (
    <p class="travel">
      <span class="travel-mode">{MODE_TEXT[travel.mode]}</span>{' '}
      <strong class="num">{figure(travel.minutes)}</strong> <span>{LIST_TEXT.minutes}</span>
    </p>
  );
}

/** A posting in a list. `path`: its page, with the search that led there. */
export function JobCard({ item, path }: { item: Ranked; path: string }) {
  const { job, match } = item;
  const missing = match.time.fit === null || match.time.fit === 1 ? [] : match.time.missing;
  return (
    <article class="card job">
      <Travel travel={match.travel} />
      <div class="job-main">
        <h3>
          <Link to={path} class="job-link">
            {job.title}
          </Link>
        </h3>
        <p>
          <BusinessName business={job.business} />
        </p>
      </div>
      <div class="job-lines">
        {job.pay && (
          <p class="pay-line">
            <PayLine pay={job.pay} />
            {job.pay.settlement && <span class="tag">{SETTLEMENT_TEXT[job.pay.settlement]}</span>}
            {job.benefits.map((benefit) => (
              <span class="tag">{BENEFIT_TEXT[benefit]}</span>
            ))}
          </p>
        )}
        {job.schedule && <p class="num">{scheduleText(job.schedule)}</p>}
        <ul class="tags">
          {match.reasons
            .filter(({ code }) => !ELSEWHERE.has(code))
            .map(({ code, text }) => (
              <li class={TONE[code] ?? 'tag'}>{text}</li>
            ))}
        </ul>
        {missing.length > 0 && (
          <p class="missing">
            <span class="visually-hidden">{LIST_TEXT.notWhole}</span>
            {missing.map(({ text }) => text).join('；')}
          </p>
        )}
      </div>
    </article>
  );
}

/** A posting whose way cannot be reckoned yet. */
export function UnplacedCard({ job, path }: { job: JobView; path: string }) {
  return (
    <article class="card job unplaced">
      <div class="job-main">
        <h3>
          <Link to={path} class="job-link">
            {job.title}
          </Link>
        </h3>
        <p>
          <BusinessName business={job.business} />
        </p>
      </div>
      <div class="job-lines">
        {job.pay && (
          <p class="pay-line">
            <PayLine pay={job.pay} />
          </p>
        )}
        {job.schedule && scheduleLines(job.schedule).map((line) => <p class="num">{line}</p>)}
        <p class="tags">
          <span class="tag warn">{JOB_PAGE_TEXT.unplaced}</span>
        </p>
      </div>
    </article>
  );
}
