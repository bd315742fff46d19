import { checkCsrf, isSameOrigin } from '../accounts';
import { textProblems } from '../http/zod-problems';
import { DomainError } from '../kernel/errors';
import type { FormInput, PageMiddleware } from './page-env';

/** Name of the hidden field that carries the token. */
export const CSRF_FIELD = 'csrf';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const FORM_TYPE = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/**
 * Reads the form of a page once and makes sure that it came from a page of ours: people with a session by the
 * token of that session, others by what the browser says of its origin.
 * @throws DomainError `unsupported_type/form_needed`, `malformed/form_malformed`, `forbidden/form_expired`,
 * `forbidden/cross_site`, `malformed/bad_character` for a field or parameter with a text that cannot be kept
 */
export const formGuard: PageMiddleware = async (c, next) => {
  c.set('form', {});
  refuseBadText(c.req.queries());
  // What is left of /api here has no such call: it is told so, not asked for a form.
  if (SAFE.has(c.req.method) || c.req.path.startsWith('/api/')) return next();
  const session = c.get('session');
  if (session === null && !isSameOrigin(c.req.raw)) throw new DomainError('forbidden', 'cross_site');
  if (!FORM_TYPE.test(c.req.header('content-type') ?? '')) {
    throw new DomainError('unsupported_type', 'form_needed');
  }
  const form = await c.req.formData().then(valuesOf, () => {
    throw new DomainError('malformed', 'form_malformed');
  });
  if (session !== null) {
    const { sessionSecret } = c.get('deps').config;
    const token = form[CSRF_FIELD]?.[0] ?? '';
    if (!(await checkCsrf(token, session.id, sessionSecret))) {
      throw new DomainError('forbidden', 'form_expired');
    }
  }
  refuseBadText(form);
  c.set('form', form);
  await next();
};

/** No browser sends a NUL or half a character by itself: no page has to say it kindly. */
function refuseBadText(input: FormInput): void {
  const fields = textProblems(input);
  if (fields.length > 0) throw new DomainError('malformed', 'bad_character', { fields });
}

function valuesOf(data: FormData): FormInput {
  const form: Record<string, string[]> = Object.create(null);
  data.forEach((value, name) => {
    if (typeof value !== 'string') return;
    // Browsers send line ends as CRLF; everywhere else a line ends with LF.
    const values = form[name] ?? [];
    values.push(value.replaceAll('\r\n', '\n'));
    form[name] = values;
  });
  return form;
}
