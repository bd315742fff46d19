import { requireStaff } from '../../kernel/access';
import { DomainError } from '../../kernel/errors';
import { decide, decisionSchema, dismissReports, reportedQueue, reviewQueue } from '../../review';
import { checked } from '../form-state';
import { page } from '../layout';
import { goTo } from '../links';
import { createPageRouter, given, numberOf, one } from '../page-env';
import { cutPage, Pager, startOf } from '../pager';
import { DESK, doneOf, infoOf } from '../shop/area';
import { idOf } from '../shop/managed';
import { REVIEW_TEXT as T } from '../text/review';
import { Desk } from './menu';
import { ReviewCard } from './review-card';

/** Cards of one page. */
const PAGE = 20;
const DONE = { approve: 'approved', return: 'returned', block: 'blocked' } as const;

/** The queue of staff, and their answers. */
export const reviewPages = createPageRouter();

reviewPages.get('/desk/review', async (c) => {
  const ctx = c.get('ctx');
  DESK.admit(ctx);
  const after = startOf(c, 'after');
  const [found, reported] = await Promise.all([
    reviewQueue(ctx, { after, limit: PAGE + 1 }),
    after === undefined ? reportedQueue(ctx) : [],
  ]);
  const { rows, next } = cutPage(found, PAGE, ({ job }) => job.id);
  const done = T.done[doneOf(c) ?? ''];
  const body = (
    <Desk at="review">
      {done !== undefined && (
        <p class="banner good" role="status">
          {done}
        </p>
      )}
      <header class="page-head">
        <h1>{T.title}</h1>
        <p class="hint">{T.lead}</p>
      </header>
      {rows.length === 0 ? (
        <p class="card">{T.none}</p>
      ) : (
        <ul class="job-cards review-cards">
          {rows.map((item) => (
            <ReviewCard item={item} />
          ))}
        </ul>
      )}
      <Pager path="/desk/review" next={next} later={after !== undefined} by="after" />
      {reported.length > 0 && (
        <section class="stack" aria-labelledby="reported">
          <h2 id="reported" class="section-title">
            {T.reported}
          </h2>
          <ul class="job-cards review-cards">
            {reported.map((item) => (
              <ReviewCard item={item} />
            ))}
          </ul>
        </section>
      )}
    </Desk>
  );
  return page(c, infoOf(DESK, T.title), body);
});

reviewPages.post('/desk/jobs/:id/review', async (c) => {
  const ctx = c.get('ctx');
  requireStaff(ctx);
  const id = idOf(c, 'job');
  const form = c.get('form');
  const decision = one(form, 'decision');
  const why = { reason: given(form, 'reason'), note: given(form, 'note') };
  const draft = checked(decisionSchema, {
    decision,
    version: numberOf(form, 'version'),
    ...(decision === 'approve' ? {} : why),
  });
  try {
    await decide(ctx, id, draft);
  } catch (error) {
    // Somebody else was faster: the queue shows how it stands now.
    if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error;
    return goTo(c, '/desk/review?done=overtaken');
  }
  return goTo(c, `/desk/review?done=${DONE[draft.decision]}`);
});

reviewPages.post('/desk/jobs/:id/reports/dismiss', async (c) => {
  try {
    await dismissReports(c.get('ctx'), idOf(c, 'job'));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'no_reports') throw error;
  }
  return goTo(c, '/desk/review?done=dismissed');
});
