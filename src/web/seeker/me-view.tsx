import {
  type CandidateView,
  type EmployerView,
  type OwnInterest,
  type OwnReferral,
  PURPOSES,
  type Purpose,
} from '../../candidates';
import type { Ctx } from '../../context';
import type { ReferralState } from '../../desk';
import { shanghaiDate } from '../../kernel/clock';
import { Facts, TimeNotices } from '../facts';
import { PostForm } from '../forms';
import { Link } from '../page-frame';
import { dateText } from '../text/jobs';
import { INTEREST_TEXT, PROFILE_TEXT, PURPOSE_TEXT, REFERRAL_TEXT, ME_TEXT as TEXT } from '../text/me';
import { COPY_TEXT, EMPLOYER_CONSENT_TEXT, PRIVACY_TEXT, SHARE_TEXT } from '../text/privacy';
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

/** Gives what is not given, withdraws what is. @param about whose or which consent, for those who hear the page */
function ConsentSwitch({
  given,
  words,
  about,
}: {
  given: boolean;
  words: { give: string; withdraw: string };
  about: string;
}) {
  const verb = given ? words.withdraw : words.give;
  return (
    <button
      type="submit"
      name="change"
      value={given ? 'withdraw' : 'give'}
      class="button secondary small"
      aria-label={`${verb}：${about}`}
    >
      {verb}
    </button>
  );
}

/** Each consent with what it is for; given or withdrawn with one button. */
export function ConsentCard({ view }: { view: CandidateView }) {
  const standing = (purpose: Purpose) =>
    view.consents.find((consent) => consent.purpose === purpose && consent.withdrawnAt === null);
  return (
    <section class="card" aria-labelledby="consents">
      <h2 id="consents">{TEXT.consents}</h2>
      <p class="quiet">{TEXT.consentHint}</p>
      <ul class="plain-list">
        {PURPOSES.map((purpose) => {
          const given = standing(purpose);
          const { title, more } = PURPOSE_TEXT[purpose];
          return (
            <li>
              <p>
                <strong>{title}</strong>
              </p>
              <p class="quiet">{more}</p>
              <PostForm to="/me/consent" class="spread" label={title}>
                <span class={given ? 'tag good' : 'tag'}>
                  {given ? TEXT.given(dayOf(Date.parse(given.givenAt))) : TEXT.notGiven}
                </span>
                <input type="hidden" name="purpose" value={purpose} />
                <ConsentSwitch given={given !== undefined} words={TEXT} about={title} />
              </PostForm>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Which businesses may see the phone; one button each. */
export function EmployersCard({ employers }: { employers: readonly EmployerView[] }) {
  return (
    <section class="card" aria-labelledby="employers">
      <h2 id="employers">{SHARE_TEXT.title}</h2>
      {employers.length === 0 && <p class="quiet">{SHARE_TEXT.none}</p>}
      <ul class="plain-list">
        {employers.map(({ businessId, business, seesPhone }) => (
          <li>
            <PostForm to="/me/employers" class="spread" label={business}>
              <span>
                <strong>{business}</strong>{' '}
                <span class={seesPhone ? 'tag good' : 'tag'}>
                  {seesPhone ? SHARE_TEXT.sees : SHARE_TEXT.masked}
                </span>
              </span>
              <input type="hidden" name="business" value={businessId} />
              <ConsentSwitch given={seesPhone} words={SHARE_TEXT} about={business} />
            </PostForm>
          </li>
        ))}
      </ul>
      <p class="quiet">{EMPLOYER_CONSENT_TEXT.more}</p>
    </section>
  );
}

/** What the station holds: to see, to take along, to erase. */
export function DataCard() {
  return (
    <section class="card" aria-labelledby="data">
      <h2 id="data">{TEXT.data}</h2>
      <p class="quiet">{TEXT.dataHint}</p>
      <ul class="link-list">
        <li>
          <Link to="/me/log">{TEXT.log}</Link>
        </li>
        <li>
          <Link to="/me/copy">{COPY_TEXT.open}</Link>
        </li>
        <li>
          <Link to="/me/export">{TEXT.export}</Link>
        </li>
        <li>
          <Link to="/privacy">{PRIVACY_TEXT.title}</Link>
        </li>
        <li>
          <Link to="/me/delete" class="danger-link">
            {TEXT.delete}
          </Link>
        </li>
      </ul>
    </section>
  );
}
