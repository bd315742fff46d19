import {
  accessOf,
  deleteCandidate,
  exportCandidate,
  getCandidate,
  matchesOf,
  ownCandidate,
  ownInterests,
  ownReferrals,
  PURPOSES,
  patchCandidate,
} from '../../candidates';
import { ruleBroken } from '../../kernel/errors';
import { ownWarnings } from '../../review';
import { acceptOffer, declineOffer, ownOffers } from '../../urgent';
import { CheckField } from '../fields';
import { type FormState, freshForm, takeForm } from '../form-state';
import { ErrorSummary, PostForm } from '../forms';
import { page } from '../layout';
import { goTo, withParams } from '../links';
import { createPageRouter, one, type PageContext } from '../page-env';
import { Link } from '../page-frame';
import { idOf } from '../shop/managed';
import { accessText, ME_TEXT as TEXT } from '../text/me';
import { LIST_TEXT } from '../text/seeker';
import { ownProfile } from './guard';
import { JobCard } from './job-card';
import { ConsentCard, DataCard, dayOf, OwnInterests, OwnMatches, ProfileCard } from './me-view';
import { OwnOffers } from './offers';
import { OwnWarnings } from './warnings';

/** Matches shown on the first page of "mine". */
const FEW = 3;
const PAGE_SIZE = 15;
const LOG_LINES = 100;

/** What was done, by the `done` of the address. */
const DONE: Readonly<Record<string, string>> = {
  saved: TEXT.saved,
  consent: TEXT.consentChanged,
  accepted: TEXT.accepted,
  declined: TEXT.declined,
};

/** Pages of a seeker about themselves. */
export const mePages = createPageRouter();

mePages.get('/me', async (c) => {
  const ctx = c.get('ctx');
  const record = await ownCandidate(ctx);
  if (!record) return goTo(c, '/me/profile');
  const [view, matches, interests, referrals, offers, warnings] = await Promise.all([
    getCandidate(ctx, record.id),
    matchesOf(ctx, record.id, { limit: FEW }),
    ownInterests(ctx),
    ownReferrals(ctx),
    ownOffers(ctx),
    ownWarnings(ctx),
  ]);
  const done = DONE[c.req.query('done') ?? ''];
  return page(
    c,
    { title: TEXT.title, section: 'me' },
    <div class="middle">
      {done !== undefined && (
        <p class="banner good" role="status">
          {done}
        </p>
      )}
      <h1>{TEXT.hello(view.name)}</h1>
      <OwnWarnings warnings={warnings} />
      <OwnOffers offers={offers} />
      <OwnMatches {...matches} />
      <div class="stack own-cards">
        <OwnInterests interests={interests} referrals={referrals} />
        <ProfileCard ctx={ctx} view={view} />
        <ConsentCard view={view} />
        <DataCard />
      </div>
    </div>,
  );
});

mePages.get('/me/matches', async (c) => {
  const ctx = c.get('ctx');
  const { id } = await ownProfile(ctx);
  const cursor = c.req.query('cursor') || undefined;
  const { items, total, next } = await matchesOf(ctx, id, { limit: PAGE_SIZE, cursor });
  return page(
    c,
    { title: TEXT.matches, section: 'me' },
    <div class="middle">
      <BackToMe />
      <div class="page-head">
        <h1>{TEXT.matches}</h1>
        <p>{total === 0 ? TEXT.noMatches : TEXT.matchesCount(total)}</p>
      </div>
      <ol class="cards">
        {items.map((item) => (
          <li>
            <JobCard item={item} path={`/jobs/${item.job.id}`} />
          </li>
        ))}
      </ol>
      <p class="actions">
        {next && (
          <Link to={withParams('/me/matches', { cursor: next })} class="button" rel="next">
            {LIST_TEXT.next}
          </Link>
        )}
        {cursor !== undefined && <Link to="/me/matches">{LIST_TEXT.first}</Link>}
      </p>
    </div>,
  );
});

mePages.post('/me/consent', async (c) => {
  const ctx = c.get('ctx');
  const { id } = await ownProfile(ctx);
  const purpose = PURPOSES.find((known) => known === one(c.get('form'), 'purpose'));
  if (!purpose) throw ruleBroken([{ pointer: '/purpose', code: 'unknown_value' }]);
  const give = one(c.get('form'), 'change') === 'give';
  await patchCandidate(ctx, id, give ? { consent: { purpose, channel: 'screen' } } : { withdraw: purpose });
  return goTo(c, '/me?done=consent');
});

mePages.post('/me/offers/:id/accept', async (c) => {
  await acceptOffer(c.get('ctx'), idOf(c, 'offer'));
  return goTo(c, '/me?done=accepted');
});

mePages.post('/me/offers/:id/decline', async (c) => {
  await declineOffer(c.get('ctx'), idOf(c, 'offer'));
  return goTo(c, '/me?done=declined');
});

mePages.get('/me/log', async (c) => {
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
        <ul class="plain-list">
          {lines.map(({ own, action, at }) => (
            <li class="spread">
              <span>{`${own ? TEXT.self : TEXT.staff}：${accessText(action)}`}</span>
              <span class="quiet">{dayOf(at)}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>,
  );
});

mePages.get('/me/export', async (c) => {
  const ctx = c.get('ctx');
  const copy = await exportCandidate(ctx, (await ownProfile(ctx)).id);
  return c.body(JSON.stringify(copy, null, 2), 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="my-data.json"',
    'cache-control': 'no-store',
  });
});

mePages.get('/me/delete', async (c) => {
  await ownProfile(c.get('ctx'));
  return deletePage(c, freshForm());
});

mePages.post('/me/delete', async (c) => {
  const ctx = c.get('ctx');
  const { id } = await ownProfile(ctx);
  const input = c.get('form');
  return takeForm(
    input,
    async () => {
      if (one(input, 'sure') !== 'yes') throw ruleBroken([{ pointer: '/sure', code: 'tick_needed' }]);
      await deleteCandidate(ctx, id);
      const { accounts } = c.get('provided');
      for (const cookie of await accounts.signOut(c.req.raw.headers)) {
        c.header('set-cookie', cookie, { append: true });
      }
      if (ctx.actor.kind === 'user') await accounts.removeAccount(ctx.actor.userId);
      return goTo(c, '/?done=deleted');
    },
    (form) => deletePage(c, form, 422),
  );
});

function deletePage(c: PageContext, form: FormState, status?: 422): Promise<Response> {
  return page(
    c,
    { title: TEXT.deleteTitle, section: 'me', status },
    <div class="narrow">
      <BackToMe />
      <div class="page-head">
        <h1>{TEXT.deleteTitle}</h1>
        <p>{TEXT.deleteLead}</p>
      </div>
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

function BackToMe() {
  return (
    <p class="back">
      <Link to="/me">{TEXT.back}</Link>
    </p>
  );
}
