import type { Context } from 'hono';
import type { AppEnv } from '../http/env';
import { problemResponse, statusOf } from '../http/problem';
import type { DomainError } from '../kernel/errors';
import { page } from './layout';
import { goTo, withParams } from './links';
import { Link } from './page-frame';
import { ERROR_TEXT } from './text/errors';
import { problemText, problemTitle } from './text/problems';

/** Whether the caller is a person with a browser, rather than a program. */
export function wantsPage(c: Context<AppEnv>): boolean {
  return !c.req.path.startsWith('/api/') && (c.req.header('accept') ?? '').includes('text/html');
}

/**
 * The answer to whatever went wrong: a page in plain words for people, problem details for programs. A page that
 * needs an account leads to the door and back.
 */
export async function errorAnswer(c: Context<AppEnv>, error: DomainError | null): Promise<Response> {
  if (!wantsPage(c)) return problemResponse(c, error);
  const { search } = new URL(c.req.url);
  const signIn = c.req.path.startsWith('/desk') ? '/desk/sign-in' : '/sign-in';
  if (error?.code === 'sign_in_needed' && c.req.method === 'GET') {
    const here = withParams(`${c.req.path}${search}`, { station: null });
    return goTo(c, withParams(signIn, { next: here }));
  }
  if (error?.code === 'second_factor_demanded' && c.req.method === 'GET')
    return goTo(c, '/account/second-factor');
  const status = statusOf(error);
  const retryAfter = error?.values.retryAfter;
  if (retryAfter !== undefined) c.header('retry-after', String(retryAfter));
  const code = error?.code ?? 'internal';
  return page(
    c,
    { title: problemTitle(status), status },
    <div class="narrow notice-page">
      <h1>{problemTitle(status)}</h1>
      <p class="lead">{problemText(code, error?.values)}</p>
      {error !== null && error.fields.length > 0 && (
        <ul class="bullets">
          {error.fields.map(({ code: field, values }) => (
            <li>{problemText(field, values)}</li>
          ))}
        </ul>
      )}
      <p>{ERROR_TEXT.ask}</p>
      <p class="actions">
        {status === 401 && (
          <Link to={signIn} class="button">
            {ERROR_TEXT.signIn}
          </Link>
        )}
        <Link to="/" class={status === 401 ? 'button secondary' : 'button'}>
          {ERROR_TEXT.home}
        </Link>
      </p>
      <p class="quiet">{ERROR_TEXT.reference(c.get('requestId') ?? '')}</p>
    </div>,
  );
}
