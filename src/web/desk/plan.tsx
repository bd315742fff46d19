import type { DeskPlan, Displaced, PlannedPlace, UnplannedWalkIn } from '../../desk';
import { viewOf } from '../../jobs';
import { PostForm } from '../forms';
import { Link } from '../page-frame';
import { Hours, payLine } from '../shop/job-facts';
import { DESK_TEXT } from '../text/desk';
import { reasonText } from '../text/matching';
import { displacedText, PLAN_TEXT as T, unplannedText } from '../text/plan';

/** What the page of the plan is shown with. */
export interface PlanProps {
  plan: DeskPlan;
  /** ms */
  now: number;
  /** How many could not be sent just now. */
  unsent: number;
}

/** The plan: who goes where, a button for each and one for all; then who goes nowhere, and why. */
export function Plan({ plan, now, unsent }: PlanProps) {
  const { assignments, unassigned } = plan;
  const people = assignments.length + unassigned.length;
  return (
    <>
      <header class="page-head">
        <h1>{T.title}</h1>
        <p class="quiet">{T.lead}</p>
      </header>
      {unsent > 0 && (
        <p class="banner warn" role="alert">
          {T.unsent(unsent)}
        </p>
      )}
      {plan.degraded && <p class="banner warn">{T.byEstimate}</p>}
      {people === 0 ? <p class="card">{T.nobody}</p> : <Places plan={plan} now={now} people={people} />}
      {unassigned.length > 0 && (
        <section class="card" aria-labelledby="unassigned-title">
          <h2 id="unassigned-title">{T.others}</h2>
          <ul class="plain-list">
            {unassigned.map((visit) => (
              <li>
                <Who visit={visit} now={now} />
                <p class="quiet">{whyText(visit.why)}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Places({ plan, now, people }: { plan: DeskPlan; now: number; people: number }) {
  const { assignments, filled, of } = plan;
  return (
    <section class="card ranked" aria-labelledby="plan-title">
      <div class="ranked-head">
        <h2 id="plan-title">{T.places}</h2>
        {assignments.length > 1 && (
          <PostForm to="/desk/plan/refer">
            {assignments.map((place) => (
              <input type="hidden" name="pair" value={pairOf(place)} />
            ))}
            <button type="submit" class="button">
              {T.referAll(assignments.length)}
            </button>
          </PostForm>
        )}
      </div>
      <p>
        {T.summary(people, assignments.length)}
        {assignments.length > 0 && T.shifts(filled, of)}
      </p>
      {assignments.length === 0 && <p>{T.none}</p>}
      <ol class="matches">
        {assignments.map((place) => (
          <Place place={place} now={now} />
        ))}
      </ol>
    </section>
  );
}

/** The value of a button: who, and where to. */
const pairOf = ({ walkInId, match }: PlannedPlace) => `${walkInId} ${match.found.job.id}`;

function Place({ place, now }: { place: PlannedPlace; now: number }) {
  const { match, query, shifts, displaced } = place;
  const job = viewOf(match.found, now);
  return (
    <li class="match no-pick">
      <div class="match-body">
        <Who visit={place} now={now} />
        <p class="match-title">
          <span aria-hidden="true">→</span>
          <Link to={`/desk/jobs/${job.id}`}>{job.title}</Link>
          <span>{job.business.name}</span>
        </p>
        <p class="tags">
          <span class="tag good">{T.fills(shifts)}</span>
          {match.reasons
            .filter(({ code }) => SAID.has(code))
            .map((reason) => (
              <span class={WARN.has(reason.code) ? 'tag warn' : 'tag'}>{reasonText(reason, query.mode)}</span>
            ))}
        </p>
        <p class="quiet match-hours">
          <Hours job={job} />
          {job.pay && <span>{payLine(job.pay)}</span>}
        </p>
        {displaced && <p class="displaced">{textOf(displaced)}</p>}
      </div>
      <PostForm to="/desk/plan/refer" class="match-side">
        <button
          type="submit"
          name="pair"
          value={pairOf(place)}
          class="button small secondary"
          aria-label={T.referOne(nameOf(place), job.title)}
        >
          {T.refer}
        </button>
      </PostForm>
    </li>
  );
}

/** Reasons that tell one pair from another; hours and pay stand below. */
const SAID = new Set(['travel', 'fit_full', 'fit_partial', 'related', 'unmet']);
const WARN = new Set(['fit_partial', 'related', 'unmet']);

const nameOf = ({ name }: { name: string | null }) => name ?? DESK_TEXT.anonymous;

function Who({
  visit,
  now,
}: {
  visit: { walkInId: string; name: string | null; since: number };
  now: number;
}) {
  return (
    <p>
      <Link to={`/desk/walk-ins/${visit.walkInId}`}>{nameOf(visit)}</Link>{' '}
      <span class="quiet num">{T.waited(Math.max(0, Math.floor((now - visit.since) / 60_000)))}</span>
    </p>
  );
}

function textOf({ found, for: other, ...rest }: Displaced): string {
  return displacedText({ title: found.job.title, for: other && nameOf(other), ...rest });
}

function whyText(why: UnplannedWalkIn['why']): string {
  if (why.code === 'taken') return textOf(why.displaced);
  return unplannedText(why.code, why.code === 'sent' ? why.found?.job.title : undefined);
}
