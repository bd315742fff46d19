import type { Ctx } from '../../context';
import type { JobWithBusiness } from '../../jobs';
import { type ReviewItem, reviewItem, type WarnedView, warnedOf } from '../../review';
import { Link } from '../page-frame';
import { DECISIONS_TEXT as T } from '../text/review';
import { Dismiss, History, Reports } from './review-card';

/** What only staff see of a posting: reports, the history of its business, and who was told that it is blocked. */
export async function staffCardsOf(ctx: Ctx, found: JobWithBusiness) {
  const [item, warned] = await Promise.all([
    reviewItem(ctx, found),
    found.job.status === 'blocked' ? warnedOf(ctx, found.job.id) : null,
  ]);
  return (
    <>
      {item && <ReportsCard item={item} />}
      {warned !== null && <Warned people={warned} />}
    </>
  );
}

function ReportsCard({ item }: { item: ReviewItem }) {
  return (
    <section class="card stack">
      <Reports item={item} />
      {Object.keys(item.reports.open).length > 0 && <Dismiss id={item.job.id} />}
      <History item={item} />
    </section>
  );
}

function Warned({ people }: { people: readonly WarnedView[] }) {
  const count = (state: WarnedView['state']) => people.filter((one) => one.state === state).length;
  const left = people.filter(({ state }) => state === 'unreachable' || state === 'failed');
  return (
    <section class="card" aria-labelledby="warned-title">
      <h2 id="warned-title">{T.warned}</h2>
      {people.length === 0 ? (
        <p>{T.nobody}</p>
      ) : (
        <p class="tags">
          <span class="tag good">{T.warnedCount(count('sent'))}</span>
          {count('waiting') > 0 && <span class="tag">{T.waiting(count('waiting'))}</span>}
        </p>
      )}
      {left.length > 0 && (
        <>
          <p class="banner warn">{T.left}</p>
          <ul class="bullets">
            {left.map(({ candidateId, walkInId }, i) => (
              <li>
                {candidateId !== null ? (
                  <Link to={`/desk/candidates/${candidateId}`}>{`${T.person} ${i + 1}`}</Link>
                ) : (
                  <Link to={`/desk/walk-ins/${walkInId}`}>{`${T.visitor} ${i + 1}`}</Link>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
