import type { Ctx } from '../context';
import { iso } from '../kernel/clock';
import type { Id } from '../kernel/ids';
import { accessText, whyText } from '../web/text/access';
import type { AccessLineView } from './schema';
import { candidateFor } from './service';

/** Who somebody is to the person whose data it is. */
export const LOOKERS = ['self', 'staff', 'admin', 'employer', 'service', 'system', 'gone'] as const;
export type Looker = (typeof LOOKERS)[number];

/**
 * Who has read or changed a person's data, newest first (PIPL art. 44–45): by role, an employer by name, what they saw,
 * and why they could. @throws DomainError `not_found` for others' profiles
 */
export async function accessOf(ctx: Ctx, id: Id, limit: number): Promise<AccessLineView[]> {
  const record = await candidateFor(ctx, ctx.stores, id);
  return accessLines(ctx, id, record.userId, limit);
}

/**
 * {@link accessOf} of a profile or a visit; the caller has seen to it that it is theirs to read.
 * @param own account of the person; null when they have none
 */
export async function accessLines(
  ctx: Ctx,
  id: Id,
  own: Id | null,
  limit: number,
): Promise<AccessLineView[]> {
  const lines = await ctx.stores.audit.accessTo(ctx.station.id, id, limit);
  return lines.map(({ actor, action, at, role, business }) => {
    const who = lookerOf(actor, role, own);
    return {
      at: iso(at),
      who,
      business: who === 'employer' ? business : null,
      what: action,
      text: accessText(action),
      why: whyText(action, who),
    };
  });
}

function lookerOf(actor: string, role: string | null, own: Id | null): Looker {
  if (actor === own) return 'self';
  if (actor === 'service' || actor === 'system') return actor;
  if (role === 'shop') return 'employer';
  if (role === 'staff' || role === 'admin') return role;
  return role === 'seeker' ? 'self' : 'gone';
}
