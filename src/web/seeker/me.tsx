import {
  employersOf,
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
import { page } from '../layout';
import { goTo, withParams } from '../links';
import { createPageRouter, one } from '../page-env';
import { Link } from '../page-frame';
import { idOf } from '../shop/managed';
import { ME_TEXT as TEXT } from '../text/me';
import { LIST_TEXT } from '../text/seeker';
import { ownProfile } from './guard';
import { JobCard } from './job-card';
import { BackToMe, meDataPages } from './me-data';
import { OwnInterests, OwnMatches, ProfileCard } from './me-view';
import { OwnOffers } from './offers';
import { ConsentCard, DataCard, EmployersCard } from './own-data-view';
import { OwnWarnings } from './warnings';

/** Matches shown on the first page of "mine". */
const FEW = 3;
const PAGE_SIZE = 15;

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
  const [view, matches, interests, referrals, offers, warnings, employers] = await Promise.all([
    getCandidate(ctx, record.id),
    matchesOf(ctx, record.id, { limit: FEW }),
    ownInterests(ctx),
    ownReferrals(ctx),
    ownOffers(ctx),
    ownWarnings(ctx),
    employersOf(ctx, record.id),
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
        <EmployersCard employers={employers} />
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
  const shareContact = one(c.get('form'), 'share') === 'yes';
  await acceptOffer(c.get('ctx'), idOf(c, 'offer'), { shareContact });
  return goTo(c, '/me?done=accepted');
});

mePages.post('/me/offers/:id/decline', async (c) => {
  await declineOffer(c.get('ctx'), idOf(c, 'offer'));
  return goTo(c, '/me?done=declined');
});

mePages.route('/', meDataPages);
