import { getJob, type JobWithBusiness } from '../../jobs';
import { forbidden, notFound } from '../../kernel/errors';
import { isId } from '../../kernel/ids';
import type { PageContext } from '../page-env';

/** The id of a path. @throws DomainError `not_found` for what is no id */
export function idOf(c: PageContext, entity: string): string {
  const id = c.req.param('id') ?? '';
  if (!isId(id)) throw notFound(entity);
  return id;
}

/** A posting that the caller manages. @throws DomainError `not_found`, `forbidden` */
export async function managed(c: PageContext): Promise<JobWithBusiness> {
  const { manages, ...found } = await getJob(c.get('ctx'), idOf(c, 'job'));
  if (!manages) throw forbidden();
  return found;
}
