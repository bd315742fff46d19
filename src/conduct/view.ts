import type { Party } from '../candidates';
import type { Ctx, Stores } from '../context';
import { iso, isoOrNull } from '../kernel/clock';
import { notFound } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import type { ConductFactOf } from './ports';
import { counts } from './rules';
import type { ConductView } from './schema';

/** One fact as a party reads it. @throws DomainError `not_found/conduct_not_found` */
export async function viewFor(ctx: Ctx, stores: Stores, id: Id, party: Party): Promise<ConductView> {
  const found = await stores.conduct.get(ctx.station.id, id);
  const [view] = found ? await viewsOf(ctx, [found], party) : [];
  if (!view) throw notFound('conduct');
  return view;
}

/** Facts as a party reads them, with what was written about them opened. */
export function viewsOf(ctx: Ctx, list: readonly ConductFactOf[], party: Party): Promise<ConductView[]> {
  const opened = (bytes: Uint8Array | null) =>
    bytes === null ? null : ctx.vault.open('conduct_note', bytes);
  return Promise.all(
    list.map(async ({ fact, title, business, person, candidateId }) => ({
      id: fact.id,
      referralId: fact.referralId,
      title,
      business: { id: fact.businessId, name: business },
      person,
      candidateId,
      about: fact.about,
      kind: fact.kind,
      date: fact.onDate,
      saidBy: fact.saidBy,
      note: await opened(fact.noteSealed),
      view: fact.view,
      viewNote: await opened(fact.viewNoteSealed),
      appealedAt: isoOrNull(fact.appealedAt),
      decision: fact.decision,
      reason: await opened(fact.reasonSealed),
      counts: counts(fact, ctx.clock.now()),
      expiresAt: iso(fact.expiresAt),
      own: fact.about === party,
    })),
  );
}
