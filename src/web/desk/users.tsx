import {
  careFor,
  demandSecondFactor,
  listStaff,
  requireAdmin,
  STAFF_VERBS,
  type StaffVerb,
  type StaffView,
} from '../../accounts';
import { notFound } from '../../kernel/errors';
import { isId } from '../../kernel/ids';
import { PostForm } from '../forms';
import { page } from '../layout';
import { goTo } from '../links';
import { createPageRouter, one } from '../page-env';
import { DESK, doneOf, infoOf } from '../shop/area';
import { ACCOUNT_DONE, USERS_TEXT as T } from '../text/account';
import { DemandCard } from './demand-card';
import { Desk } from './menu';

/** What can be done to an account as it is. */
function verbsFor(one: StaffView, isOwn: boolean): StaffVerb[] {
  return [
    ...(one.sessions > 0 ? (['end-sessions'] as const) : []),
    ...(one.secondFactor && !isOwn ? (['reset-second-factor'] as const) : []),
    ...(isOwn ? [] : [one.disabled ? ('enable' as const) : ('disable' as const)]),
  ];
}

function Row({ one, isOwn }: { one: StaffView; isOwn: boolean }) {
  return (
    <li class="business-row">
      <div>
        <p>
          <strong>{one.username}</strong> <span class="quiet">{T.roles[one.role]}</span>{' '}
          {isOwn && <span class="tag">{T.you}</span>}
        </p>
        <p class="tags">
          {one.disabled && <span class="tag bad">{T.disabled}</span>}
          <span class={one.secondFactor ? 'tag good' : 'tag warn'}>
            {one.secondFactor ? T.second : T.noSecond}
          </span>
          <span class="tag">{T.sessions(one.sessions)}</span>
        </p>
      </div>
      <div class="tags">
        {verbsFor(one, isOwn).map((verb) => (
          <PostForm to={`/desk/users/${one.id}/${verb}`}>
            <button
              type="submit"
              class="button small secondary"
              aria-label={T.verbOf(T.verbs[verb], one.username)}
            >
              {T.verbs[verb]}
            </button>
          </PostForm>
        ))}
      </div>
    </li>
  );
}

/** Accounts of the station's staff, for its admin. */
export const userPages = createPageRouter();

userPages.get('/desk/users', async (c) => {
  const ctx = c.get('ctx');
  const admin = requireAdmin(ctx);
  const staff = await listStaff(ctx, c.get('provided').accounts);
  const demanded = ctx.station.settings.requireSecondFactor === true;
  const done = ACCOUNT_DONE[doneOf(c) ?? ''];
  const body = (
    <Desk at={null}>
      {done !== undefined && (
        <p class="banner good" role="status">
          {done}
        </p>
      )}
      <h1 class="page-head">{T.title}</h1>
      <p class="hint">{T.lead}</p>
      <ul class="card plain-list">
        {staff.map((one) => (
          <Row one={one} isOwn={one.id === admin.userId} />
        ))}
      </ul>
      <DemandCard to="/desk/users/demand" demanded={demanded} words={T.demand} />
    </Desk>
  );
  return page(c, infoOf(DESK, T.title), body);
});

userPages.post('/desk/users/demand', async (c) => {
  const demanded = one(c.get('form'), 'demanded') === 'yes';
  await demandSecondFactor(c.get('ctx'), c.get('provided').accounts, demanded);
  return goTo(c, '/desk/users?done=demand');
});

userPages.post('/desk/users/:id/:verb', async (c) => {
  const ctx = c.get('ctx');
  requireAdmin(ctx);
  const id = c.req.param('id');
  const verb = STAFF_VERBS.find((known) => known === c.req.param('verb'));
  if (verb === undefined || !isId(id)) throw notFound('user');
  await careFor(ctx, c.get('provided').accounts, id, verb);
  return goTo(c, `/desk/users?done=${verb}`);
});
