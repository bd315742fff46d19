import type { ReferralView } from '../../desk';
import { PostForm } from '../forms';
import { Link } from '../page-frame';
import { type Cut, Pager } from '../pager';
import { DESK_TEXT, REFERRALS_TEXT as T } from '../text/desk';
import { REFERRAL_STEP_TEXT } from '../text/shop';
import { WORK_TEXT } from '../text/work';
import { dayText } from './home';

/** States of people who have worked there. */
const WORKED: ReadonlySet<string> = new Set(['hired', 'finished', 'revisited']);

/** Whether nothing more can happen to a referral. */
const isOver = ({ next }: ReferralView) => next.length === 0;

/** The station's referrals, newest first: who, where, how it stands, and what may come next as buttons. */
export function ReferralList({
  referrals,
  all,
  later,
}: {
  referrals: Cut<ReferralView>;
  /** Whether those are among them to which nothing more can happen. */
  all: boolean;
  later: boolean;
}) {
  return (
    <>
      <h1 class="page-head">{T.title}</h1>
      <nav class="tabs" aria-label={T.title}>
        <Link to="/desk/referrals" aria-current={all ? undefined : 'true'}>
          {T.open}
        </Link>
        <Link to="/desk/referrals?all=1" aria-current={all ? 'true' : undefined}>
          {T.all}
        </Link>
      </nav>
      {referrals.rows.length === 0 ? (
        <p class="card">{T.none}</p>
      ) : (
        <ul class="card plain-list referrals">
          {referrals.rows.map((referral) => (
            <ReferralRow referral={referral} />
          ))}
        </ul>
      )}
      <Pager path={all ? '/desk/referrals?all=1' : '/desk/referrals'} next={referrals.next} later={later} />
    </>
  );
}

/** One referral as a row. `back`: the list that the buttons lead back to. */
export function ReferralRow({ referral }: { referral: ReferralView }) {
  const person = referral.person.name ?? DESK_TEXT.anonymous;
  const to =
    referral.walkInId === null
      ? `/desk/candidates/${referral.candidateId}`
      : `/desk/walk-ins/${referral.walkInId}`;
  return (
    <li class="referral">
      <div>
        <Link to={to}>{person}</Link> <span class="num">{referral.person.phone ?? ''}</span>
        <p class="quiet num">{`${T.since} ${dayText(referral.createdAt)}`}</p>
      </div>
      <div>
        <Link to={`/desk/jobs/${referral.jobId}`}>{referral.title}</Link>
        <p class="quiet">{referral.business}</p>
        {WORKED.has(referral.state) && <Link to={`/desk/work/${referral.id}`}>{WORK_TEXT.desk}</Link>}
      </div>
      <span class={referral.state === 'hired' ? 'tag good' : isOver(referral) ? 'tag' : 'tag warn'}>
        {REFERRAL_STEP_TEXT[referral.state]}
      </span>
      <PostForm
        to={`/desk/referrals/${referral.id}/events`}
        class="row-actions"
        label={`${T.next}：${person}，${referral.title}`}
      >
        <input type="hidden" name="back" value="list" />
        {referral.next.map((kind) => (
          <button type="submit" name="kind" value={kind} class="button small secondary">
            {REFERRAL_STEP_TEXT[kind]}
          </button>
        ))}
      </PostForm>
    </li>
  );
}
