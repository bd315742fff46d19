import type { z } from '@hono/zod-openapi';
import type { CandidateView } from '../../candidates';
import type { ReferralView } from '../../desk';
import type { rankedSchema } from '../../matching';
import type { EmployerLabel } from '../../review';
import { PostForm } from '../forms';
import { Link } from '../page-frame';
import { Hours, payLine } from '../shop/job-facts';
import { CANDIDATES_TEXT as T } from '../text/desk';
import { EMPLOYER_CONSENT_TEXT } from '../text/privacy';
import { EmployerTags } from './employer-tags';

type Ranked = z.infer<typeof rankedSchema>;

/** Reasons that the line of hours and pay tells already. */
const SAID_BELOW = new Set(['pay', 'choose_shifts', 'flexible_window']);

/** Postings that suit a profile; those with a standing consent can be sent to one. */
export function CandidateMatches({
  view,
  items,
  referrals,
  employers,
}: {
  view: CandidateView;
  items: readonly Ranked[];
  referrals: readonly ReferralView[];
  /** What is known of who gives them, by business. */
  employers: ReadonlyMap<string, EmployerLabel>;
}) {
  const consented = view.consents.some(({ withdrawnAt }) => withdrawnAt === null);
  const sent = new Set(referrals.map(({ jobId }) => jobId));
  return (
    <section class="card ranked" aria-labelledby="matches-title">
      <h2 id="matches-title">{T.matches}</h2>
      {!consented && <p class="banner warn">{T.noConsent}</p>}
      {items.length === 0 && <p class="quiet">{T.noMatches}</p>}
      <ol class="matches">
        {items.map(({ job, match }) => (
          <li class="match no-pick">
            <div class="match-body">
              <p class="match-title">
                <Link to={`/desk/jobs/${job.id}`}>{job.title}</Link>
                <span>{job.business.name}</span>
                <EmployerTags employer={employers.get(job.business.id)} />
              </p>
              <p class="tags">
                {match.reasons
                  .filter(({ code }) => !SAID_BELOW.has(code))
                  .map(({ text }) => (
                    <span class="tag">{text}</span>
                  ))}
              </p>
              <p class="quiet match-hours">
                <Hours job={job} />
                {job.pay && <span>{payLine(job.pay)}</span>}
              </p>
            </div>
            {consented && !sent.has(job.id) && (
              <PostForm to={`/desk/candidates/${view.id}/refer`} class="match-side">
                <label class="choice">
                  <input type="checkbox" name="share" value={job.id} />
                  <span>{EMPLOYER_CONSENT_TEXT.spoken}</span>
                </label>
                <button type="submit" name="refer" value={job.id} class="button small secondary">
                  {T.refer}
                </button>
              </PostForm>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
