import type { Child } from 'hono/jsx';
import {
  changePasswordSchema,
  ownAccount,
  ownSession,
  ownStaffAccount,
  stepCodeSchema,
} from '../../accounts';
import { notFound } from '../../kernel/errors';
import { isId } from '../../kernel/ids';
import { checked, type FormState, freshForm, takeForm } from '../form-state';
import { page } from '../layout';
import { goTo } from '../links';
import { createPageRouter, one, type PageContext } from '../page-env';
import { Link } from '../page-frame';
import { ACCOUNT_DONE, ACCOUNT_TEXT as T } from '../text/account';
import { BackupCodes, PasswordForm, SecondFactorCard, SecondFactorState, SessionList, SetUp } from './views';

type Status = 200 | 401 | 409 | 422 | 429 | 503;

const accountsOf = (c: PageContext) => c.get('provided').accounts;
const fieldsOf = (c: PageContext, ...names: string[]) =>
  // Spaces at either end belong to a password.
  Object.fromEntries(names.map((name) => [name, c.get('form')[name]?.at(-1) ?? '']));

function DoneNote({ c }: { c: PageContext }) {
  const text = ACCOUNT_DONE[c.req.query('done') ?? ''];
  return text === undefined ? null : (
    <p class="banner good" role="status">
      {text}
    </p>
  );
}

async function accountPage(c: PageContext, form: FormState, status: Status = 200): Promise<Response> {
  const ctx = c.get('ctx');
  const { userId } = ownAccount(ctx);
  const role = ctx.actor.kind === 'user' ? ctx.actor.role : null;
  const isStaff = role === 'staff' || role === 'admin';
  const sessions = await accountsOf(c).sessionsOf(userId);
  const body = (
    <div class="narrow">
      <div class="page-head">
        <h1>{T.title}</h1>
      </div>
      <DoneNote c={c} />
      <SessionList
        sessions={sessions}
        current={c.get('session')?.id ?? null}
        hint={isStaff ? T.sessionsHint : T.sessionsHintPhone}
      />
      {isStaff && <SecondFactorCard view={await accountsOf(c).secondFactorOf(userId)} />}
      {isStaff && <PasswordForm form={form} />}
      {role === 'admin' && (
        <p class="after-card">
          <Link to="/desk/users">{T.users}</Link>
        </p>
      )}
    </div>
  );
  return page(c, { title: T.title, status }, body);
}

function stepPage(c: PageContext, body: Child, status: Status = 200): Response | Promise<Response> {
  return page(
    c,
    { title: T.second, status },
    <div class="narrow">
      <div class="page-head">
        <h1>{T.second}</h1>
      </div>
      {body}
      <p class="after-card">
        <Link to="/account">{T.back}</Link>
      </p>
    </div>,
  );
}

async function drawStep(c: PageContext, form: FormState, status: Status = 200): Promise<Response> {
  const of = ownStaffAccount(c.get('ctx'));
  const view = await accountsOf(c).secondFactorOf(of.userId);
  const secret = view.state === 'pending' ? await accountsOf(c).beginSecondFactor(of) : null;
  return stepPage(
    c,
    <>
      {view.demanded && view.state !== 'on' && <p class="banner warn">{T.secondDemanded}</p>}
      {secret ? <SetUp secret={secret} form={form} /> : <SecondFactorState view={view} form={form} />}
    </>,
    status,
  );
}

/** A person's own account. */
export const accountPages = createPageRouter();

accountPages.get('/account', (c) => accountPage(c, freshForm()));

accountPages.post('/account/sessions/:id/end', async (c) => {
  const of = ownAccount(c.get('ctx'));
  const id = c.req.param('id');
  if (!isId(id)) throw notFound('session');
  await accountsOf(c).endSession(of, id);
  return goTo(c, '/account?done=session');
});

accountPages.post('/account/sessions/end-others', async (c) => {
  await accountsOf(c).endOtherSessions(ownAccount(c.get('ctx')), ownSession(c.get('session')));
  return goTo(c, '/account?done=others');
});

accountPages.post('/account/password', (c) => {
  const of = ownStaffAccount(c.get('ctx'));
  return takeForm(
    c.get('form'),
    async () => {
      const change = checked(changePasswordSchema, fieldsOf(c, 'current', 'next'));
      await accountsOf(c).changePassword(of, { keep: ownSession(c.get('session')), ...change });
      return goTo(c, '/account?done=password');
    },
    (form, status) => accountPage(c, form, status),
  );
});

accountPages.get('/account/second-factor', (c) => drawStep(c, freshForm()));

accountPages.post('/account/second-factor', async (c) => {
  await accountsOf(c).beginSecondFactor(ownStaffAccount(c.get('ctx')));
  return goTo(c, '/account/second-factor');
});

accountPages.post('/account/second-factor/confirm', (c) => {
  const of = ownStaffAccount(c.get('ctx'));
  return takeForm(
    c.get('form'),
    async () => {
      const { code } = checked(stepCodeSchema, { code: one(c.get('form'), 'code') });
      return stepPage(c, <BackupCodes codes={await accountsOf(c).confirmSecondFactor(of, code)} />);
    },
    (form, status) => drawStep(c, form, status),
  );
});

accountPages.post('/account/second-factor/remove', (c) => {
  const of = ownStaffAccount(c.get('ctx'));
  return takeForm(
    c.get('form'),
    async () => {
      const { code } = checked(stepCodeSchema, { code: one(c.get('form'), 'code') });
      await accountsOf(c).removeSecondFactor(of, code);
      return goTo(c, '/account?done=off');
    },
    (form, status) => drawStep(c, form, status),
  );
});
