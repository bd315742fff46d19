import { addressOf } from '../../http/address';
import { notFound } from '../../kernel/errors';
import { isId } from '../../kernel/ids';
import { REPORT_CODES, reportJob, reportSchema } from '../../review';
import { checked } from '../form-state';
import { PostForm } from '../forms';
import { page } from '../layout';
import { createPageRouter, one } from '../page-env';
import { Link } from '../page-frame';
import { REPORT_TEXT, REPORT_PAGE_TEXT as T } from '../text/review';

/** Takes reports of postings from anybody. */
export const reportPages = createPageRouter();

/** One tap for each thing that may be wrong; each button sends the form by itself. */
export function ReportForm({ id }: { id: string }) {
  return (
    <details class="card fold report no-print">
      <summary>{T.title}</summary>
      <PostForm to={`/jobs/${id}/report`} class="fold-body" label={T.title}>
        <p class="hint">{T.hint}</p>
        <p class="row-actions">
          {REPORT_CODES.map((code) => (
            <button type="submit" name="reason" value={code} class="button small secondary">
              {REPORT_TEXT[code]}
            </button>
          ))}
        </p>
      </PostForm>
    </details>
  );
}

reportPages.post('/jobs/:id/report', async (c) => {
  const id = c.req.param('id');
  if (!isId(id)) throw notFound('job');
  const { reason } = checked(reportSchema, { reason: one(c.get('form'), 'reason') });
  await reportJob(c.get('ctx'), id, reason, addressOf(c));
  // No way back to the posting: it may be hidden by now. Sent twice it counts once.
  return page(
    c,
    { title: T.thanks, section: 'jobs' },
    <div class="middle">
      <h1 class="page-head">{T.thanks}</h1>
      <p class="banner good" role="status">
        {T.thanksMore}
      </p>
      <p>{T.urgent}</p>
      <p class="actions">
        <Link to="/" class="button">
          {T.others}
        </Link>
      </p>
    </div>,
  );
});
