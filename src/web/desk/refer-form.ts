import type { Ctx } from '../../context';
import type { ReferralDraft } from '../../desk';
import { requireStaff } from '../../kernel/access';
import { notFound } from '../../kernel/errors';
import { isId } from '../../kernel/ids';
import { many, one, type PageContext } from '../page-env';
import { DESK_TEXT } from '../text/desk';

/** The consent that the person said aloud to this employer seeing their phone; whoever sits there has heard it. */
export function sharedBy(c: PageContext, jobId: string): ReferralDraft['share'] {
  if (!many(c.get('form'), 'share').includes(jobId)) return undefined;
  return { channel: 'spoken', witness: c.get('session')?.name || DESK_TEXT.title };
}

/** The id that a form names. @throws DomainError `not_found` for what is no id */
export function formId(ctx: Ctx, c: PageContext, name: string, entity: string): string {
  requireStaff(ctx);
  const id = one(c.get('form'), name);
  if (!isId(id)) throw notFound(entity);
  return id;
}
