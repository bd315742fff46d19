import type { CandidateLine, CandidateView } from '../../candidates';
import type { Ctx } from '../../context';
import type { ReferralView } from '../../desk';
import { shanghaiDate } from '../../kernel/clock';
import { type Fact, Facts, TimeNotices } from '../facts';
import { TextField } from '../fields';
import { freshForm } from '../form-state';
import { GetForm } from '../forms';
import { withParams } from '../links';
import { Link } from '../page-frame';
import { type Cut, Pager } from '../pager';
import { placeAt } from '../starting-places';
import { CANDIDATES_TEXT as T, VISIT_TEXT } from '../text/desk';
import { INTAKE_TEXT } from '../text/intake';
import { dateText } from '../text/jobs';
import { COPY_TEXT } from '../text/privacy';
import { TIME_TEXT } from '../text/time';
import { certificateText, MODE_TEXT, weekText } from '../text/vocabulary';
import { anchorLines, exceptionLines } from '../time-lines';
import { ReferralRow } from './referrals';

/** The station's people, newest first; phones masked. */
export function CandidateList({
  contains,
  people,
  later,
}: {
  contains: string;
  people: Cut<CandidateLine>;
  later: boolean;
}) {
  const form = freshForm({ q: contains });
  return (
    <>
      <header class="page-head spread">
        <h1>{T.title}</h1>
        <Link to="/desk/candidates/new" class="button">
          {T.new}
        </Link>
      </header>
      <GetForm to="/desk/candidates" class="filters" label={T.search}>
        <TextField form={form} name="q" label={T.contains} type="search" maxlength={60} accesskey="q" />
        <button type="submit" class="button secondary">
          {T.search}
        </button>
      </GetForm>
      {people.rows.length === 0 ? (
        <p class="card">{T.none}</p>
      ) : (
        <ul class="card plain-list">
          {people.rows.map((person) => (
            <li class="spread">
              <div>
                <Link to={`/desk/candidates/${person.id}`}>{person.name}</Link>{' '}
                <span class="quiet num">{person.phone ?? ''}</span>
                <p class="quiet">
                  {[person.occupations.join('、'), person.free && weekText(person.free)]
                    .filter(Boolean)
                    .join('　')}
                </p>
              </div>
              <span class="quiet">{VISIT_TEXT.travelOf(MODE_TEXT[person.mode], person.minutes)}</span>
            </li>
          ))}
        </ul>
      )}
      <Pager path={withParams('/desk/candidates', { q: contains })} next={people.next} later={later} />
    </>
  );
}

/** A profile with the consents that were given and withdrawn. */
export function Profile({ ctx, view }: { ctx: Ctx; view: CandidateView }) {
  const home = view.home && (placeAt(ctx, view.home) ?? VISIT_TEXT.ownPoint);
  const facts: Fact[] = [
    [T.phone, view.phone],
    [T.birthDate.replace(/（.*/, ''), view.birthDate],
    [T.home, home],
    [VISIT_TEXT.travel, VISIT_TEXT.travelOf(MODE_TEXT[view.mode], view.minutes)],
    [VISIT_TEXT.free, view.free && weekText(view.free)],
    [TIME_TEXT.anchors, anchorLines(ctx, view.anchors)],
    [TIME_TEXT.exceptionsSaid, exceptionLines(view.exceptions)],
    [VISIT_TEXT.hoursMax, view.hoursMax === null ? null : VISIT_TEXT.hours(view.hoursMax)],
    [T.can, view.occupations.join('、') || null],
    [T.certificates, view.certificates.map(certificateText).join('、') || null],
  ];
  return (
    <section class="card" aria-labelledby="profile-title">
      <div class="spread">
        <h1 id="profile-title">{view.name}</h1>
        <span class="row-actions">
          <Link to={`/desk/candidates/${view.id}/copy`}>{COPY_TEXT.open}</Link>
          <Link to={`/desk/candidates/${view.id}/log`}>{COPY_TEXT.log}</Link>
          <Link to={`/desk/candidates/${view.id}/edit`} accesskey="e">
            {T.edit}
          </Link>
        </span>
      </div>
      <dl class="facts">
        <Facts of={facts} />
        <div>
          <dt>{T.consents}</dt>
          <dd>
            {view.consents.map((consent) => (
              <span class={consent.withdrawnAt === null ? 'line' : 'line quiet'}>
                {T.consentLine(
                  INTAKE_TEXT.purposes[consent.purpose],
                  INTAKE_TEXT.channels[consent.channel],
                  dateText(shanghaiDate(Date.parse(consent.givenAt))),
                )}
                {consent.witness && ` ${T.witness(consent.witness)}`}
                {consent.withdrawnAt !== null && ` ${T.withdrawn}`}
              </span>
            ))}
          </dd>
        </div>
      </dl>
      <TimeNotices notices={view.notices} />
    </section>
  );
}

/** Where a person was sent. */
export function ReferralsOf({ referrals }: { referrals: readonly ReferralView[] }) {
  if (referrals.length === 0) return null;
  return (
    <section class="card" aria-labelledby="referred-title">
      <h2 id="referred-title">{T.referrals}</h2>
      <ul class="plain-list">
        {referrals.map((referral) => (
          <ReferralRow referral={referral} />
        ))}
      </ul>
    </section>
  );
}
