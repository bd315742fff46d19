import type { SignedIn } from '../../accounts';
import { codeSignInSchema, passwordSignInSchema, requestCodeSchema } from '../../accounts';
import { addressOf } from '../../http/address';
import type { Role } from '../../kernel/actor';
import { checked, type FormState, freshForm, takeForm } from '../form-state';
import { page } from '../layout';
import { goTo, safePath } from '../links';
import { createPageRouter, one, type PageContext } from '../page-env';
import { SESSION_TEXT as TEXT } from '../text/session';
import { dropPending, keepPending, readPending } from './pending';
import { CodeView, PhoneView, StaffView } from './views';

/** The first page of each role. */
const HOME: Record<Role, string> = { seeker: '/me', shop: '/shop', staff: '/desk', admin: '/desk' };

const nextOf = (c: PageContext) => safePath(c.req.query('next'), '');
const info = (title: string, status?: FormStatus) => ({ title, section: 'sign-in' as const, status });
type FormStatus = 401 | 409 | 422 | 429 | 503;

function phonePage(c: PageContext, form: FormState, status?: FormStatus) {
  return page(c, info(TEXT.title, status), <PhoneView form={form} next={nextOf(c)} />);
}

function staffPage(c: PageContext, form: FormState, status?: FormStatus) {
  const { demo } = c.get('deps').config;
  return page(c, info(TEXT.staffTitle, status), <StaffView form={form} next={nextOf(c)} demo={demo} />);
}

/** Where somebody signs in, from where and with what. */
const aboutOf = (c: PageContext) => ({
  stationId: c.get('ctx').station.id,
  address: addressOf(c),
  agent: c.req.header('user-agent'),
});

/** Takes a new session's cookies along to the page that was wanted. */
function enter(c: PageContext, signedIn: SignedIn, next: string): Response {
  for (const cookie of signedIn.cookies) c.header('set-cookie', cookie, { append: true });
  c.header('cache-control', 'no-store');
  return goTo(c, next || HOME[signedIn.role]);
}

/** Who is signed in already has nothing to do here. */
function alreadyIn(c: PageContext): Response | null {
  const { actor } = c.get('ctx');
  return actor.kind === 'user' ? goTo(c, nextOf(c) || HOME[actor.role]) : null;
}

/** Signing in and out. */
export const sessionPages = createPageRouter();

sessionPages.get('/sign-in', (c) => {
  const shop = c.req.query('as') === 'shop' || nextOf(c).startsWith('/shop');
  return alreadyIn(c) ?? phonePage(c, freshForm({ role: shop ? 'shop' : 'seeker' }));
});

sessionPages.post('/sign-in', (c) => {
  const input = c.get('form');
  return takeForm(
    input,
    async () => {
      const wanted = checked(requestCodeSchema, {
        phone: one(input, 'phone'),
        role: one(input, 'role') || undefined,
      });
      const about = { stationId: c.get('ctx').station.id, address: addressOf(c) };
      await c.get('provided').accounts.requestCode({ ...about, ...wanted });
      await keepPending(c, { phone: wanted.phone, next: nextOf(c) });
      return goTo(c, '/sign-in/code');
    },
    (form, status) => phonePage(c, form, status),
  );
});

sessionPages.get('/sign-in/code', async (c) => {
  const pending = await readPending(c);
  if (!pending) return goTo(c, '/sign-in');
  const { demo } = c.get('deps').config;
  return page(c, info(TEXT.codeTitle), <CodeView form={freshForm()} {...pending} demo={demo} />);
});

sessionPages.post('/sign-in/code', async (c) => {
  const pending = await readPending(c);
  if (!pending) return goTo(c, '/sign-in');
  const input = c.get('form');
  const { demo } = c.get('deps').config;
  return takeForm(
    input,
    async () => {
      const entered = checked(codeSignInSchema, { phone: pending.phone, code: one(input, 'code') });
      const about = aboutOf(c);
      const signedIn = await c.get('provided').accounts.signInWithCode({ ...about, ...entered });
      dropPending(c);
      return enter(c, signedIn, safePath(pending.next, ''));
    },
    (form, status) => {
      const beside =
        form.message === null ? form : { ...form, errors: { code: form.message }, message: null };
      return page(c, info(TEXT.codeTitle, status), <CodeView form={beside} {...pending} demo={demo} />);
    },
  );
});

sessionPages.get('/desk/sign-in', (c) => alreadyIn(c) ?? staffPage(c, freshForm()));

sessionPages.post('/desk/sign-in', (c) => {
  const input = c.get('form');
  return takeForm(
    input,
    async () => {
      const entered = checked(passwordSignInSchema, {
        username: one(input, 'username'),
        // Spaces at either end belong to a password.
        password: input.password?.at(-1) ?? '',
        code: one(input, 'code') || undefined,
      });
      const about = aboutOf(c);
      return enter(
        c,
        await c.get('provided').accounts.signInWithPassword({ ...about, ...entered }),
        nextOf(c),
      );
    },
    (form, status) => staffPage(c, form, status),
  );
});

sessionPages.post('/sign-out', async (c) => {
  const cookies = await c.get('provided').accounts.signOut(c.req.raw.headers);
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
  c.header('cache-control', 'no-store');
  return goTo(c, '/');
});
