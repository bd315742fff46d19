import { ownCandidate, ownInterests, queryOfCandidate, showInterest } from '../../candidates';
import type { Ctx } from '../../context';
import { getJob, type JobView, viewOf } from '../../jobs';
import { shanghaiDate } from '../../kernel/clock';
import { DomainError } from '../../kernel/errors';
import { isId } from '../../kernel/ids';
import { readQuery, type SeekerQuery, why } from '../../matching';
import { PostForm } from '../forms';
import { page } from '../layout';
import { goTo, withParams } from '../links';
import { createPageRouter, one, type PageContext } from '../page-env';
import { Link } from '../page-frame';
import { EMPLOYER_CONSENT_TEXT } from '../text/privacy';
import { JOB_PAGE_TEXT as TEXT } from '../text/seeker';
import { figure, MODE_TEXT } from '../text/vocabulary';
import { JobFacts } from './job-facts';
import { parseSearch, type SearchText, searchPath, searchText } from './params';
import { ReportForm } from './report';
import { WhyCard } from './why';

/** One posting's page, to which slips and shared links lead. */
export const jobPages = createPageRouter();

/** What this person can do about the posting. */
type Step = 'sign-in' | 'profile' | 'interest' | 'waiting' | 'accepted' | 'declined' | 'manage' | null;

jobPages.get('/jobs/:id', async (c) => {
  const ctx = c.get('ctx');
  const id = idOf(c);
  const { manages, ...found } = await getJob(ctx, id);
  const job = statusNow(viewOf(found, ctx.clock.now()), ctx);
  const { text, query } = await readSearch(c);
  // A draft is nobody's to be found: there is nothing to explain yet.
  const reasons = job.publishedAt === null ? null : await why(ctx, query, id);
  const step = await stepOf(ctx, job, manages);
  const done = c.req.query('done') === 'interest';
  return page(
    c,
    { title: job.title, section: 'jobs' },
    <div class="middle job-page">
      <p class="no-print">
        <Link to={searchPath(text)}>{TEXT.back}</Link>
      </p>
      {job.status !== 'open' && (
        <div class="banner warn">
          <strong>{TEXT.statusNote[job.status]}</strong>
          <Link to={searchPath(text)}>{TEXT.others}</Link>
        </div>
      )}
      {job.status === 'open' && ctx.station.settings.requireVerified && !job.business.verified && (
        <p class="banner warn">{TEXT.unverified}</p>
      )}
      {done && (
        <p class="banner good" role="status">
          <strong>{TEXT.interestDone}</strong>
        </p>
      )}
      <div class="page-head">
        <h1>{job.title}</h1>
        {reasons?.match && (
          <p class="lead">
            {MODE_TEXT[query.mode]} <strong class="num">{figure(reasons.match.item.minutes)}</strong>{' '}
            {TEXT.minutes}
          </p>
        )}
      </div>
      <div class="stack">
        <section class="card">
          <JobFacts job={job} />
        </section>
        {job.description !== '' && (
          <section class="card" aria-labelledby="about">
            <h2 id="about">{TEXT.about}</h2>
            <p class="prose">{job.description}</p>
          </section>
        )}
        <section class="card contact" aria-labelledby="contact">
          <h2 id="contact">{TEXT.phone}</h2>
          <p>{TEXT.phoneMore}</p>
          <NextStep step={step} job={job} text={text} />
        </section>
        {!manages && <ReportForm id={job.id} />}
        {reasons && job.status === 'open' && <WhyCard {...reasons} query={query} />}
      </div>
    </div>,
  );
});

jobPages.post('/jobs/:id/interest', async (c) => {
  const id = idOf(c);
  const here = searchPath(searchText(c.req.query()), {}, `/jobs/${id}`);
  try {
    await showInterest(c.get('ctx'), id, { shareContact: one(c.get('form'), 'share') === 'yes' });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'sign_in_needed') return goTo(c, withParams('/sign-in', { next: here }));
    if (error.code === 'profile_needed') return goTo(c, withParams('/me/profile', { next: here }));
    // Said twice is said once.
    if (error.code !== 'already_interested') throw error;
  }
  return goTo(c, withParams(here, { done: 'interest' }));
});

function idOf(c: PageContext): string {
  const id = c.req.param('id') ?? '';
  if (!isId(id)) throw new DomainError('not_found', 'job_not_found');
  return id;
}

/**
 * The search that led here; one that cannot be read is none. Without one a seeker's own profile speaks for them:
 * slips and shared links bring no search along.
 */
async function readSearch(c: PageContext): Promise<{ text: SearchText; query: SeekerQuery }> {
  const ctx = c.get('ctx');
  const text = searchText(c.req.query());
  try {
    if (Object.keys(text).length > 0) return { text, query: readQuery(ctx, parseSearch(text)) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
  const own = await ownCandidate(ctx);
  return { text: {}, query: own ? await queryOfCandidate(ctx, own) : readQuery(ctx, {}) };
}

/** Between midnight and the clock-work that ends postings, one that is over must not look open. */
function statusNow(job: JobView, ctx: Ctx): JobView {
  const over = job.validThrough !== null && job.validThrough < shanghaiDate(ctx.clock.now());
  return job.status === 'open' && over ? { ...job, status: 'expired' } : job;
}

async function stepOf(ctx: Ctx, job: JobView, manages: boolean): Promise<Step> {
  if (manages) return 'manage';
  const listed = !ctx.station.settings.requireVerified || job.business.verified;
  const open = job.status === 'open' && listed;
  if (ctx.actor.kind === 'public') return open ? 'sign-in' : null;
  if (ctx.actor.kind !== 'user' || ctx.actor.role !== 'seeker') return null;
  const said = (await ownInterests(ctx)).find(({ interest }) => interest.jobId === job.id);
  if (said) return said.interest.status;
  if (!open) return null;
  return (await ownCandidate(ctx)) === null ? 'profile' : 'interest';
}

function NextStep({ step, job, text }: { step: Step; job: JobView; text: SearchText }) {
  const here = searchPath(text, {}, `/jobs/${job.id}`);
  switch (step) {
    case 'sign-in':
      return (
        <p class="actions">
          <Link to={withParams('/sign-in', { next: here })} class="button big">
            {TEXT.interested}
          </Link>
          <span class="quiet">{TEXT.signInFirst}</span>
        </p>
      );
    case 'profile':
      return (
        <p class="actions">
          <Link to={withParams('/me/profile', { next: here })} class="button big">
            {TEXT.interested}
          </Link>
          <span class="quiet">{TEXT.profileFirst}</span>
        </p>
      );
    case 'interest':
      return (
        <PostForm to={searchPath(text, {}, `/jobs/${job.id}/interest`)} class="actions">
          <button type="submit" class="button big">
            {TEXT.interested}
          </button>
          <label class="choice">
            <input type="checkbox" name="share" value="yes" />
            <span>
              {EMPLOYER_CONSENT_TEXT.screen}
              <small>{EMPLOYER_CONSENT_TEXT.more}</small>
            </span>
          </label>
        </PostForm>
      );
    case 'manage':
      return (
        <p class="actions">
          <Link to={`/shop/jobs/${job.id}`} class="button secondary">
            {TEXT.edit}
          </Link>
        </p>
      );
    case null:
      return null;
    default:
      return <p class="banner good">{TEXT.interestNote[step]}</p>;
  }
}
