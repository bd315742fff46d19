import { type CandidateRecord, ownCandidate } from '../../candidates';
import type { Ctx } from '../../context';
import { requireSignedIn } from '../../kernel/access';
import { DomainError } from '../../kernel/errors';
import type { PageMiddleware } from '../page-env';

/** Lets seekers through. @throws DomainError `unauthenticated/sign_in_needed`, `forbidden/not_a_seeker` */
export const seekersOnly: PageMiddleware = async (c, next) => {
  const { actor } = c.get('ctx');
  requireSignedIn(actor);
  if (actor.kind !== 'user' || actor.role !== 'seeker') throw new DomainError('forbidden', 'not_a_seeker');
  await next();
};

/** The seeker's own profile. @throws DomainError `conflict/profile_needed` when there is none yet */
export async function ownProfile(ctx: Ctx): Promise<CandidateRecord> {
  const record = await ownCandidate(ctx);
  if (!record) throw new DomainError('conflict', 'profile_needed');
  return record;
}
