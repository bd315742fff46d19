import type { Id } from './ids';

export const ROLES = ['seeker', 'shop', 'staff', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who is asking. `public` has no account; `service` is the machine account of a station (importers,
 * kiosks, checks) and may do what staff may.
 */
export type Actor =
  | { kind: 'public' }
  | { kind: 'user'; userId: Id; role: Role; stationId: Id }
  | { kind: 'service'; stationId: Id };

/** Staff rights: staff and admins of the station, and its service account. */
export function isStaff(actor: Actor, stationId: Id): boolean {
  if (actor.kind === 'service') return actor.stationId === stationId;
  return (
    actor.kind === 'user' &&
    actor.stationId === stationId &&
    (actor.role === 'staff' || actor.role === 'admin')
  );
}

/** Admin rights of the station. */
export function isAdmin(actor: Actor, stationId: Id): boolean {
  return actor.kind === 'user' && actor.role === 'admin' && actor.stationId === stationId;
}

/** The name under which an actor stands in the audit log: an id or a word, never personal text. */
export function actorKey(actor: Actor): string {
  return actor.kind === 'user' ? actor.userId : actor.kind;
}
