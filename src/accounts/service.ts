import type { Ctx } from '../context';
import { requireSignedIn } from '../kernel/access';
import { type Actor, actorKey } from '../kernel/actor';
import { conflict, DomainError, forbidden } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import type { AccountOf, StaffView } from './care';
import type { Accounts } from './ports';

type User = Actor & { kind: 'user' };

/**
 * Whoever is signed in.
 * @throws DomainError `unauthenticated/sign_in_needed`; `forbidden` for machines
 */
export function requireUser(ctx: Ctx): User {
  requireSignedIn(ctx.actor);
  if (ctx.actor.kind !== 'user') throw forbidden();
  return ctx.actor;
}

/** The signed-in person's own account, by themself. */
export function ownAccount(ctx: Ctx): AccountOf {
  const { userId, stationId } = requireUser(ctx);
  return { userId, stationId, by: actorKey(ctx.actor) };
}

/** The session that asks. @throws DomainError `unauthenticated/sign_in_needed` */
export function ownSession(session: { id: Id } | null): Id {
  if (session === null) throw new DomainError('unauthenticated', 'sign_in_needed');
  return session.id;
}

/** The own account of staff and admins, who sign in with a password. @throws as {@link requireUser}, `forbidden` */
export function ownStaffAccount(ctx: Ctx): AccountOf {
  const { role } = requireUser(ctx);
  if (role !== 'staff' && role !== 'admin') throw forbidden();
  return ownAccount(ctx);
}

/** @throws DomainError `unauthenticated/sign_in_needed`, `forbidden` for all but admins of the station */
export function requireAdmin(ctx: Ctx): User {
  const user = requireUser(ctx);
  if (user.role !== 'admin' || user.stationId !== ctx.station.id) throw forbidden();
  return user;
}

/** What an admin can do to an account of the station. */
export const STAFF_VERBS = ['disable', 'enable', 'end-sessions', 'reset-second-factor'] as const;
export type StaffVerb = (typeof STAFF_VERBS)[number];

/** Staff and admins of the station. Admins only. */
export function listStaff(ctx: Ctx, accounts: Accounts): Promise<StaffView[]> {
  requireAdmin(ctx);
  return accounts.staffOf(ctx.station.id);
}

/**
 * Does something to an account of the station. Admins only.
 * @throws DomainError `not_found/user_not_found`, `conflict/own_account` for what would lock oneself out
 */
export async function careFor(ctx: Ctx, accounts: Accounts, userId: Id, verb: StaffVerb): Promise<void> {
  const admin = requireAdmin(ctx);
  const of = { userId, stationId: ctx.station.id, by: actorKey(ctx.actor) };
  if (userId === admin.userId && verb !== 'end-sessions') throw conflict('own_account');
  switch (verb) {
    case 'disable':
      return accounts.setDisabled(of, true);
    case 'enable':
      return accounts.setDisabled(of, false);
    case 'end-sessions':
      return accounts.endSessionsOf(of);
    case 'reset-second-factor':
      return accounts.resetSecondFactor(of);
  }
}

/** Whether staff of this station must sign in with a second step. Admins only. */
export async function demandSecondFactor(ctx: Ctx, accounts: Accounts, demanded: boolean): Promise<void> {
  requireAdmin(ctx);
  await accounts.demandSecondFactor({ stationId: ctx.station.id, by: actorKey(ctx.actor) }, demanded);
}
