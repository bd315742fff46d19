import { type Actor, isStaff } from './actor';
import { DomainError, forbidden } from './errors';
import type { Id } from './ids';

/** Anybody with an account, person or machine. */
export type SignedIn = Exclude<Actor, { kind: 'public' }>;

/** @throws DomainError `unauthenticated/sign_in_needed` for whoever has no account */
export function requireSignedIn(actor: Actor): asserts actor is SignedIn {
  if (actor.kind === 'public') throw new DomainError('unauthenticated', 'sign_in_needed');
}

/** @throws DomainError `unauthenticated`, `forbidden` for all but staff of the station and its service account */
export function requireStaff({ actor, station }: { actor: Actor; station: { id: Id } }): void {
  requireSignedIn(actor);
  if (!isStaff(actor, station.id)) throw forbidden();
}
