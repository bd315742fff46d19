import { accessOf, eraseCandidate, erasureOf, shareContact, unshareContact } from '../../candidates';
import { notFound, ruleBroken } from '../../kernel/errors';
import { isId } from '../../kernel/ids';
import { exportCandidate } from '../../rights';
import { AccessLines, CopyView } from '../copy/view';
import { CheckField } from '../fields';
import { type FormState, freshForm, takeForm } from '../form-state';
import { ErrorSummary, PostForm } from '../forms';
import { page } from '../layout';
import { goTo } from '../links';
import { createPageRouter, one, type PageContext } from '../page-env';
import { Link } from '../page-frame';
import { dateText } from '../text/jobs';
import { ME_TEXT as TEXT } from '../text/me';
import { COPY_TEXT, ERASE_TEXT, RETENTION_TEXT } from '../text/privacy';
import { ownProfile } from './guard';

const LOG_LINES = 100;

/** Pages of a seeker about what the station holds of them. */
export const meDataPages = createPageRouter();

meDataPages.get('/me/log', async (c) => {
  const ctx = c.get('ctx');
  const lines = await accessOf(ctx, (await ownProfile(ctx)).id, LOG_LINES);
  return page(
    c,
    { title: TEXT.log, section: 'me' },
    <div class="middle">
      <BackToMe />
      <div class="page-head">
        <h1>{TEXT.log}</h1>
      </div>
      <div class="card">
        {lines.length === 0 && <p>{TEXT.noLog}</p>}
        <AccessLines lines={lines} />
      </div>
    </div>,
  );
});

meDataPages.post('/me/employers', async (c) => {
  const ctx = c.get('ctx');
  const { id } = await ownProfile(ctx);
  const businessId = one(c.get('form'), 'business');
  if (!isId(businessId)) throw notFound('business');
  if (one(c.get('form'), 'change') === 'give') {
    await shareContact(ctx, id, businessId, { channel: 'screen' });
  } else await unshareContact(ctx, id, businessId);
  return goTo(c, '/me?done=consent');
});

meDataPages.get('/me/export', async (c) => {
  const ctx = c.get('ctx');
  const copy = await exportCandidate(ctx, (await ownProfile(ctx)).id);
  return c.body(JSON.stringify(copy, null, 2), 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="my-data.json"',
    'cache-control': 'no-store',
  });
});

meDataPages.get('/me/copy', async (c) => copyPage(c, (await ownProfile(c.get('ctx'))).id));

/** The copy of a person's data for printing. */
export async function copyPage(c: PageContext, id: string): Promise<Response> {
  const ctx = c.get('ctx');
  const copy = await exportCandidate(ctx, id);
  return page(
    c,
    { title: COPY_TEXT.title, plain: true, scripts: ['print.js'] },
    <CopyView ctx={ctx} copy={copy} />,
  );
}

meDataPages.get('/me/delete', async (c) => deletePage(c, freshForm()));

meDataPages.post('/me/delete', async (c) => {
  const ctx = c.get('ctx');
  const { id } = await ownProfile(ctx);
  const input = c.get('form');
  return takeForm(
    input,
    async () => {
      if (one(input, 'sure') !== 'yes') throw ruleBroken([{ pointer: '/sure', code: 'tick_needed' }]);
      const { outcome } = await eraseCandidate(ctx, id);
      const { accounts } = c.get('provided');
      for (const cookie of await accounts.signOut(c.req.raw.headers)) {
        c.header('set-cookie', cookie, { append: true });
      }
      if (ctx.actor.kind === 'user') await accounts.removeAccount(ctx.actor.userId);
      return goTo(c, outcome === 'erased' ? '/?done=deleted' : '/?done=locked');
    },
    (form) => deletePage(c, form, 422),
  );
});

async function deletePage(c: PageContext, form: FormState, status?: 422): Promise<Response> {
  const ctx = c.get('ctx');
  const { kept } = await erasureOf(ctx, (await ownProfile(ctx)).id);
  return page(
    c,
    { title: TEXT.deleteTitle, section: 'me', status },
    <div class="narrow">
      <BackToMe />
      <div class="page-head">
        <h1>{TEXT.deleteTitle}</h1>
        <p>{TEXT.deleteLead}</p>
      </div>
      {kept.length > 0 && (
        <section class="card">
          <p>{ERASE_TEXT.kept}</p>
          <ul>
            {kept.map(({ class: name, count, article, until }) => (
              <li>{ERASE_TEXT.line(RETENTION_TEXT[name].what, count, article, dateText(until, true))}</li>
            ))}
          </ul>
        </section>
      )}
      <PostForm to="/me/delete" class="card">
        <ErrorSummary form={form} labels={{ sure: TEXT.deleteSure }} />
        <CheckField form={form} name="sure" label={TEXT.deleteSure} />
        <div class="actions">
          <button type="submit" class="button danger">
            {TEXT.deleteButton}
          </button>
          <Link to="/me" class="button secondary">
            {TEXT.keep}
          </Link>
        </div>
      </PostForm>
    </div>,
  );
}

/** The way back to the person's own page. */
export function BackToMe() {
  return (
    <p class="back">
      <Link to="/me">{TEXT.back}</Link>
    </p>
  );
}
