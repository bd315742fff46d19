import type { ReferralView } from '../../desk';
import { type JobView, type JobWithBusiness, viewOf } from '../../jobs';
import type { Mode } from '../../kernel/vocabulary';
import type { Gain, Match, SearchResult } from '../../matching';
import type { EmployerLabel } from '../../review';
import { PostForm } from '../forms';
import { Link, useHref } from '../page-frame';
import { Hours, payLine, StatusTag } from '../shop/job-facts';
import { VISIT_TEXT as T } from '../text/desk';
import { gainText, missingText, reasonText, relaxationText } from '../text/matching';
import { EMPLOYER_CONSENT_TEXT } from '../text/privacy';
import { REFERRAL_STEP_TEXT } from '../text/shop';
import { BENEFIT_TEXT } from '../text/vocabulary';
import { EmployerTags } from './employer-tags';

/** More would not be read. */
const MOST_GAINS = 3;

/** What the ranked list of a visitor is shown with. */
export interface RankedProps {
  walkInId: string;
  mode: Mode;
  matches: SearchResult;
  /** Which single change of their own hours opens how many postings. */
  gains: readonly Gain[];
  saved: readonly JobWithBusiness[];
  referrals: readonly ReferralView[];
  /** What is known of who gives them, by business. */
  employers: ReadonlyMap<string, EmployerLabel>;
  /** ms; decides whether a verification is current. */
  now: number;
  /** How many are shown now. */
  limit: number;
  /** The query of the address while the list is a loosened one; null otherwise. */
  loosened: string | null;
}

/** The ranked list: tick, save, slip. One form; a referral is a button of it with an address of its own. */
export function Ranked(props: RankedProps) {
  const { walkInId, matches, saved, now } = props;
  const path = `/desk/walk-ins/${walkInId}`;
  const listed = new Set(matches.items.map(({ found }) => found.job.id));
  const others = saved.filter(({ job }) => !listed.has(job.id));
  return (
    <PostForm to={`${path}/shortlist`} class="card ranked" label={T.list(matches.total)}>
      <div class="ranked-head">
        <h2>{T.list(matches.total)}</h2>
        {(matches.items.length > 0 || saved.length > 0) && (
          <button type="submit" class="button" accesskey="s" title="Alt+S">
            {T.save} <kbd>S</kbd>
          </button>
        )}
        {saved.length > 0 && (
          <Link to={`${path}/slip`} class="button secondary" accesskey="p" title="Alt+P">
            {T.slip} <kbd>P</kbd>
          </Link>
        )}
      </div>
      {props.loosened !== null && (
        <p class="banner warn">
          {T.loosened} <Link to={path}>{T.tighten}</Link>
        </p>
      )}
      {matches.items.length === 0 ? <p>{T.none}</p> : <p class="hint">{T.saveHint}</p>}
      <ol class="matches">
        {matches.items.map((match, i) => (
          <Row {...props} match={match} place={i} />
        ))}
      </ol>
      <Others jobs={others.map((found) => viewOf(found, now))} />
      <Relaxations {...props} />
      {props.gains.length > 0 && (
        <p class="relaxations">
          <span>{T.gains}</span>
          {props.gains.slice(0, MOST_GAINS).map((gain) => (
            <span>{gainText(gain)}</span>
          ))}
        </p>
      )}
    </PostForm>
  );
}

function Row({
  walkInId,
  mode,
  saved,
  referrals,
  employers,
  now,
  match,
  place,
}: RankedProps & { match: Match; place: number }) {
  const job = viewOf(match.found, now);
  const key = place < 10 ? String((place + 1) % 10) : undefined;
  const isSaved = saved.some((other) => other.job.id === job.id);
  const fixable = match.missing.filter(({ lateBy, earlyBy }) => lateBy || earlyBy);
  const employer = employers.get(match.found.business.id);
  const referral = referrals.find(({ jobId }) => jobId === job.id);
  return (
    <li class="match">
      <label class="pick">
        <input
          type="checkbox"
          name="job"
          value={job.id}
          checked={isSaved}
          accesskey={key}
          aria-label={T.pick(job.title)}
        />
        <span aria-hidden="true">{place + 1}</span>
      </label>
      <div class="match-body">
        <p class="match-title">
          <Link to={`/desk/jobs/${job.id}`}>{job.title}</Link>
          <span>{job.business.name}</span>
          <EmployerTags employer={employer} />
        </p>
        <p class="tags">
          {match.reasons
            .filter(({ code }) => !SAID_BELOW.has(code))
            .map((reason) => (
              <span class={TONE[reason.code] ?? 'tag'}>{reasonText(reason, mode)}</span>
            ))}
          {job.benefits.map((benefit) => (
            <span class="tag">{BENEFIT_TEXT[benefit]}</span>
          ))}
        </p>
        {fixable.length > 0 && <p class="quiet">{fixable.map(missingText).join('；')}</p>}
        <p class="quiet match-hours">
          <Hours job={job} />
          {job.pay && <span>{payLine(job.pay)}</span>}
          <span>{job.place?.address}</span>
        </p>
      </div>
      <div class="match-side">
        {referral ? (
          <span class="tag good">{REFERRAL_STEP_TEXT[referral.state]}</span>
        ) : (
          <>
            <label class="choice">
              <input type="checkbox" name="share" value={job.id} />
              <span>{EMPLOYER_CONSENT_TEXT.spoken}</span>
            </label>
            <button
              type="submit"
              class="button small secondary"
              name="refer"
              value={job.id}
              formaction={useHref(`/desk/walk-ins/${walkInId}/refer`)}
            >
              {T.refer}
            </button>
          </>
        )}
      </div>
    </li>
  );
}

/** Reasons that the line of hours and pay tells already. */
const SAID_BELOW = new Set(['pay', 'choose_shifts', 'flexible_window']);

const TONE: Record<string, string> = {
  travel: 'tag good',
  fit_full: 'tag good',
  fit_partial: 'tag warn',
  related: 'tag warn',
  unmet: 'tag warn',
};

/** What was put aside and is not on this list: it stays ticked, or it would be lost at the next save. */
function Others({ jobs }: { jobs: readonly JobView[] }) {
  if (jobs.length === 0) return null;
  return (
    <fieldset class="field">
      <legend>{T.others}</legend>
      {jobs.map((job) => (
        <label class="choice choice-line">
          <input type="checkbox" name="job" value={job.id} checked />
          <span>
            {`${job.title} · ${job.business.name} `}
            <StatusTag status={job.status} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const LOOSER: Record<string, (value: string | number | null) => string> = {
  minutes: (value) => `minutes=${value}`,
  free: () => 'time=any',
  hours_max: () => 'hours=any',
};

function Relaxations({ walkInId, matches, limit }: RankedProps) {
  const path = `/desk/walk-ins/${walkInId}`;
  const more = matches.total > matches.items.length && limit < 50;
  if (matches.relaxations.length === 0 && !more) return null;
  return (
    <p class="relaxations">
      {more && <Link to={`${path}?limit=${limit + 20}`}>{T.more}</Link>}
      {matches.relaxations.length > 0 && <span>{T.relax}</span>}
      {matches.relaxations.map((relaxation) => {
        const query = LOOSER[relaxation.change.param]?.(relaxation.change.value);
        const text = relaxationText(relaxation);
        return query === undefined ? <span>{text}</span> : <Link to={`${path}?${query}`}>{text}</Link>;
      })}
    </p>
  );
}
