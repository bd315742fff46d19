import type { CandidateView, OwnInterest, OwnReferral } from '../../candidates';
import type { Ctx } from '../../context';
import type { ReferralState } from '../../desk';
import { shanghaiDate } from '../../kernel/clock';
import { Facts, TimeNotices } from '../facts';
import { Link } from '../page-frame';
import { dateText } from '../text/jobs';
import { INTEREST_TEXT, PROFILE_TEXT, REFERRAL_TEXT, ME_TEXT as TEXT } from '../text/me';
import { TIME_TEXT } from '../text/time';
import { figure, MODE_TEXT, STATUS_TEXT, weekText } from '../text/vocabulary';
import { WORK_TEXT } from '../text/work';
import { anchorLines, exceptionLines } from '../time-lines';
import { JobCard, type Ranked } from './job-card';

/** An instant as a Shanghai date in words. */
export const dayOf = (ms: number): string => dateText(shanghaiDate(ms), true);

/** Jobs by the person's own profile; the first few. */
export function OwnMatches({ items, total }: { items: readonly Ranked[]; total: number }) {
  return (
    <section aria-labelledby="matches" class="own-matches">
      <div class="section-title">
        <h2 id="matches">{TEXT.matches}</h2>
        <p class="quiet">{total === 0 ? TEXT.noMatches : TEXT.matchesCount(total)}</p>
      </div>
      <ol class="cards">
        {items.map((item) => (
          <li>
            <JobCard item={item} path={`/jobs/${item.job.id}`} />
          </li>
        ))}
      </ol>
      <p class="actions">
        {total > items.length && (
          <Link to="/me/matches" class="button">
            {TEXT.allMatches}
          </Link>
        )}
        <Link to="/" class={total > items.length ? 'button secondary' : 'button'}>
          {TEXT.search}
        </Link>
      </p>
    </section>
  );
}

/** The posting by its name; one that was changed and waits for staff is not read by anybody yet. */
function JobName({ found: { job } }: { found: OwnInterest['found'] }) {
  if (job.publishedAt === null) return <span class="quiet">{TEXT.underReview}</span>;
  return <Link to={`/jobs/${job.id}`}>{job.title}</Link>;
}

const TONE = { waiting: 'tag', accepted: 'tag good', declined: 'tag warn' } as const;

/** What the person has said they are interested in, and where the station has sent them. */
export function OwnInterests({
  interests,
  referrals,
}: {
  interests: readonly OwnInterest[];
  referrals: readonly OwnReferral[];
}) {
  return (
    <section class="card" aria-labelledby="interests">
      <h2 id="interests">{TEXT.interests}</h2>
      {interests.length === 0 && <p class="quiet">{TEXT.noInterests}</p>}
      <ul class="plain-list">
        {interests.map(({ interest, found }) => (
          <li class="spread">
            <span>
              <JobName found={found} /> <span class="quiet">{found.business.name}</span>
            </span>
            <span class="tags">
              {found.job.status !== 'open' && <span class="tag">{STATUS_TEXT[found.job.status]}</span>}
              <span class={TONE[interest.status]}>{INTEREST_TEXT[interest.status]}</span>
            </span>
          </li>
        ))}
      </ul>
      {referrals.length > 0 && (
        <>
          <h3 class="sub">{TEXT.referrals}</h3>
          <ul class="plain-list">
            {referrals.map(({ state, at, found }) => (
              <li class="spread">
                <span>
                  <JobName found={found} /> <span class="quiet">{dayOf(at)}</span>
                </span>
                <span class="tag good">{REFERRAL_TEXT[state as ReferralState] ?? state}</span>
              </li>
            ))}
          </ul>
          <p class="actions">
            <Link to="/me/work" class="button secondary">
              {WORK_TEXT.mineLink}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}

/** The profile in a few lines. */
export function ProfileCard({ ctx, view }: { ctx: Ctx; view: CandidateView }) {
  return (
    <section class="card" aria-labelledby="profile">
      <div class="spread">
        <h2 id="profile">{TEXT.profile}</h2>
        <Link to="/me/profile" class="button secondary small">
          {TEXT.edit}
        </Link>
      </div>
      <dl class="facts">
        <div>
          <dt>{PROFILE_TEXT.mode}</dt>
          <dd>{`${MODE_TEXT[view.mode]}，${PROFILE_TEXT.minutes} ${view.minutes} ${TEXT.minutes}`}</dd>
        </div>
        <div>
          <dt>{PROFILE_TEXT.hours}</dt>
          <dd class="num">{view.free === null ? TEXT.notSaid : weekText(view.free)}</dd>
        </div>
        <Facts
          of={[
            [TIME_TEXT.anchors, anchorLines(ctx, view.anchors)],
            [TIME_TEXT.exceptionsSaid, exceptionLines(view.exceptions)],
          ]}
        />
        {view.hoursMax !== null && (
          <div>
            <dt>{PROFILE_TEXT.hoursMax}</dt>
            <dd>{`${figure(view.hoursMax)} ${PROFILE_TEXT.hoursUnit}`}</dd>
          </div>
        )}
        <div>
          <dt>{PROFILE_TEXT.occupations}</dt>
          <dd>{view.occupations.length === 0 ? TEXT.notSaid : view.occupations.join('、')}</dd>
        </div>
      </dl>
      <TimeNotices notices={view.notices} />
    </section>
  );
}
