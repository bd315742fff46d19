import { type CandidateView, type EmployerView, PURPOSES, type Purpose } from '../../candidates';
import { PostForm } from '../forms';
import { Link } from '../page-frame';
import { PURPOSE_TEXT, ME_TEXT as TEXT } from '../text/me';
import { COPY_TEXT, EMPLOYER_CONSENT_TEXT, PRIVACY_TEXT, SHARE_TEXT } from '../text/privacy';
import { dayOf } from './me-view';

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
