import { z } from '@hono/zod-openapi';
import { accessOf, PURPOSES } from '../../candidates';
import { retentionDue } from '../../retention';
import { eraseVisit, exportVisit, withdrawForVisit } from '../../rights';
import { AccessLines, VisitCopyView } from '../copy/view';
import { checked } from '../form-state';
import { page } from '../layout';
import { goTo } from '../links';
import { createPageRouter, one } from '../page-env';
import { Link } from '../page-frame';
import { copyPage } from '../seeker/me-data';
import { dayOf } from '../seeker/me-view';
import { DESK, infoOf } from '../shop/area';
import { idOf } from '../shop/managed';
import { CANDIDATES_TEXT } from '../text/desk';
import { COPY_TEXT, monthsText, PRIVACY_TEXT, RETENTION_TEXT, DUE_TEXT as T } from '../text/privacy';
import { Desk } from './menu';

const LOG_LINES = 200;
const withdrawSchema = z.strictObject({ purpose: z.enum(PURPOSES) });

/** What the desk does for people about their data, and what is past its period. */
export const privacyDeskPages = createPageRouter();

privacyDeskPages.get('/desk/candidates/:id/copy', (c) => {
  DESK.admit(c.get('ctx'));
  return copyPage(c, idOf(c, 'candidate'));
});

privacyDeskPages.get('/desk/walk-ins/:id/copy', async (c) => {
  const ctx = c.get('ctx');
  DESK.admit(ctx);
  const copy = await exportVisit(ctx, idOf(c, 'walk_in'));
  return page(
    c,
    { title: COPY_TEXT.title, plain: true, scripts: ['print.js'] },
    <VisitCopyView ctx={ctx} copy={copy} />,
  );
});

privacyDeskPages.post('/desk/walk-ins/:id/withdraw', async (c) => {
  const ctx = c.get('ctx');
  DESK.admit(ctx);
  const id = idOf(c, 'walk_in');
  const { purpose } = checked(withdrawSchema, { purpose: one(c.get('form'), 'purpose') });
  await withdrawForVisit(ctx, id, purpose);
  return goTo(c, `/desk/walk-ins/${id}?done=visit_withdrawn`);
});

privacyDeskPages.post('/desk/walk-ins/:id/erase', async (c) => {
  const ctx = c.get('ctx');
  DESK.admit(ctx);
  await eraseVisit(ctx, idOf(c, 'walk_in'));
  return goTo(c, '/desk?done=visit_erased');
});

privacyDeskPages.get('/desk/candidates/:id/log', async (c) => {
  const ctx = c.get('ctx');
  DESK.admit(ctx);
  const id = idOf(c, 'candidate');
  const lines = await accessOf(ctx, id, LOG_LINES);
  const body = (
    <Desk at="candidates">
      <div class="middle">
        <h1 class="page-head">{COPY_TEXT.log}</h1>
        <p class="back">
          <Link to={`/desk/candidates/${id}`}>{CANDIDATES_TEXT.title}</Link>
        </p>
        <div class="card">
          <AccessLines lines={lines} />
        </div>
      </div>
    </Desk>
  );
  return page(c, infoOf(DESK, COPY_TEXT.log), body);
});

privacyDeskPages.get('/desk/retention', async (c) => {
  const ctx = c.get('ctx');
  DESK.admit(ctx);
  const due = await retentionDue(ctx);
  const body = (
    <Desk at={null}>
      <h1 class="page-head">{T.title}</h1>
      <p>{T.lead}</p>
      <section class="card scroll" tabindex={0} aria-label={T.title}>
        <table>
          <thead>
            <tr>
              {[PRIVACY_TEXT.what, PRIVACY_TEXT.period, PRIVACY_TEXT.article, T.count, T.oldest].map(
                (name) => (
                  <th scope="col">{name}</th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {due.map((one) => (
              <tr>
                <td>{RETENTION_TEXT[one.class].what}</td>
                <td>{monthsText(one.months)}</td>
                <td>{one.article}</td>
                <td class="num">{one.count}</td>
                <td>{one.oldest === null ? T.never : dayOf(one.oldest)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Desk>
  );
  return page(c, infoOf(DESK, T.title), body);
});
