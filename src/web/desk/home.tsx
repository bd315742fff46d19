import type { FoundAtDesk, WalkInView } from '../../desk';
import { SHANGHAI_OFFSET_MS, shanghaiDate } from '../../kernel/clock';
import { GetForm } from '../forms';
import { Link } from '../page-frame';
import { StatusTag } from '../shop/job-facts';
import { DESK_MENU, DESK_TEXT as T } from '../text/desk';
import { dateText } from '../text/jobs';
import { PLAN_TEXT } from '../text/plan';
import { weekText } from '../text/vocabulary';

/** The time of day in Shanghai of an instant, `09:05`. */
export function clockText(iso: string): string {
  return new Date(Date.parse(iso) + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);
}

/** The Shanghai date of an instant, as people say it. */
export function dayText(iso: string): string {
  return dateText(shanghaiDate(Date.parse(iso)));
}

/** Search over everybody and everything of the desk. */
export function Find({ text, found }: { text: string; found: FoundAtDesk | null }) {
  return (
    <section class="card find" aria-label={T.find}>
      <GetForm to="/desk" class="find-form" label={T.find}>
        <label for="find">{T.find}</label>
        <div class="with-button">
          <input
            type="search"
            id="find"
            name="q"
            value={text}
            placeholder={T.findHint}
            maxlength={60}
            accesskey="q"
          />
          <button type="submit" class="button secondary">
            {T.findSubmit}
          </button>
        </div>
      </GetForm>
      {found && <Found text={text} found={found} />}
    </section>
  );
}

function Found({ text, found }: { text: string; found: FoundAtDesk }) {
  const { walkIns, candidates, jobs, businesses } = found;
  const none = walkIns.length + candidates.length + jobs.length + businesses.length === 0;
  return (
    <div class="found">
      <p class="spread">
        <strong>{T.found(text)}</strong>
        <Link to="/desk">{T.clear}</Link>
      </p>
      {none && <p>{T.nothing}</p>}
      <ul class="plain-list">
        {walkIns.map((visit) => (
          <li>
            <span class="tag">{T.visitors}</span>{' '}
            <Link to={`/desk/walk-ins/${visit.id}`}>{visit.name ?? T.anonymous}</Link>{' '}
            <span class="quiet num">{`${dayText(visit.createdAt)} ${visit.phone ?? ''}`}</span>
          </li>
        ))}
        {candidates.map((person) => (
          <li>
            <span class="tag">{T.people}</span>{' '}
            <Link to={`/desk/candidates/${person.id}`}>{person.name}</Link>{' '}
            <span class="quiet num">{person.phone ?? ''}</span>
          </li>
        ))}
        {jobs.map(({ job, business }) => (
          <li>
            <span class="tag">{T.postings}</span> <Link to={`/desk/jobs/${job.id}`}>{job.title}</Link>{' '}
            <span class="quiet">{business.name}</span> <StatusTag status={job.status} />
          </li>
        ))}
        {businesses.map((business) => (
          <li>
            <span class="tag">{T.businesses}</span>{' '}
            <Link to={`/desk/businesses?q=${encodeURIComponent(business.name)}`}>{business.name}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Today's visitors, those who still wait first. */
export function Queue({ visits }: { visits: readonly WalkInView[] }) {
  const waiting = visits.filter(({ status }) => status === 'waiting').reverse();
  const served = visits.filter(({ status }) => status !== 'waiting');
  return (
    <section class="card" aria-labelledby="queue-title">
      <h2 id="queue-title">{T.queue}</h2>
      {waiting.length > 0 && (
        <p>
          <Link to="/desk/plan" class="button secondary">
            {PLAN_TEXT.link(waiting.length)}
          </Link>
        </p>
      )}
      {visits.length === 0 && <p class="quiet">{T.queueEmpty}</p>}
      <ul class="plain-list queue">
        {[...waiting, ...served].map((visit) => (
          <li class="spread">
            <div>
              <span class="num quiet">{clockText(visit.createdAt)}</span>{' '}
              <Link to={`/desk/walk-ins/${visit.id}`}>{visit.name ?? T.anonymous}</Link>{' '}
              <span class="quiet">
                {[visit.occupations.join('、'), visit.free && weekText(visit.free)]
                  .filter(Boolean)
                  .join('　')}
              </span>
            </div>
            <span class={visit.status === 'waiting' ? 'tag warn' : 'tag'}>
              {visit.status === 'waiting' ? T.waiting : T.served}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What waits for staff elsewhere. */
export function Chores({ review }: { review: number }) {
  if (review === 0) return null;
  return (
    <p class="banner warn">
      <Link to="/desk/review">{DESK_MENU.review(review)}</Link>
    </p>
  );
}
