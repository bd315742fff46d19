import type { InterestedPerson } from '../../candidates';
import type { ReferralView } from '../../desk';
import { PostForm } from '../forms';
import { REFERRAL_STEP_TEXT, JOB_TEXT as T } from '../text/shop';
import { weekText } from '../text/vocabulary';

const ANSWER_TEXT = { waiting: T.waiting, accepted: T.accepted, declined: T.declined } as const;

/** Who is interested in a posting. Phones come masked from the service unless consent and an answer allow them. */
export function Interests({ people, base }: { people: readonly InterestedPerson[]; base: string }) {
  if (people.length === 0) return <p class="quiet">{T.nobody}</p>;
  return (
    <>
      <ul class="plain-list">
        {people.map((person) => (
          <li class="spread">
            <div>
              <strong>{person.name}</strong> <span class="num">{person.phone ?? ''}</span>{' '}
              <span class={person.status === 'waiting' ? 'tag warn' : 'tag'}>
                {ANSWER_TEXT[person.status]}
              </span>
              <p class="quiet">
                {[
                  person.free === null ? '' : `${T.free}：${weekText(person.free)}`,
                  person.occupations.length === 0 ? '' : `${T.can}：${person.occupations.join('、')}`,
                ]
                  .filter(Boolean)
                  .join('　')}
              </p>
            </div>
            {person.status === 'waiting' && (
              <div class="row-actions">
                <PostForm to={`${base}/interests/${person.interestId}/accept`}>
                  <button type="submit" class="button small">
                    {T.accept}
                  </button>
                </PostForm>
                <PostForm to={`${base}/interests/${person.interestId}/decline`}>
                  <button type="submit" class="button small secondary">
                    {T.decline}
                  </button>
                </PostForm>
              </div>
            )}
          </li>
        ))}
      </ul>
      <p class="quiet">{T.phoneLater}</p>
    </>
  );
}

/** The state of a referral and what may come next, each a button. */
export function ReferralSteps({ referral, base }: { referral: ReferralView; base: string }) {
  return (
    <PostForm to={`${base}/referrals/${referral.id}/events`} class="row-actions">
      {referral.next.map((kind) => (
        <button type="submit" name="kind" value={kind} class="button small secondary">
          {REFERRAL_STEP_TEXT[kind]}
        </button>
      ))}
    </PostForm>
  );
}

/** Who the station sent to a posting. */
export function Referrals({ referrals, base }: { referrals: readonly ReferralView[]; base: string }) {
  if (referrals.length === 0) return <p class="quiet">{T.noReferrals}</p>;
  return (
    <ul class="plain-list">
      {referrals.map((referral) => (
        <li class="spread">
          <div>
            <strong>{referral.person.name ?? T.anonymous}</strong>{' '}
            <span class="num">{referral.person.phone ?? ''}</span>{' '}
            <span class={referral.state === 'hired' ? 'tag good' : 'tag'}>
              {REFERRAL_STEP_TEXT[referral.state]}
            </span>
          </div>
          <ReferralSteps referral={referral} base={base} />
        </li>
      ))}
    </ul>
  );
}
