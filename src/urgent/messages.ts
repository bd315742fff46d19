import { type CandidateRecord, readPhone } from '../candidates';
import type { Ctx } from '../context';
import type { JobWithBusiness } from '../jobs';
import type { Id } from '../kernel/ids';
import type { Notice } from '../notify';
import { goneNotice, momentText, offerNotice } from '../web/text/zh-CN';

/** Tells people that work is offered to them. @returns how many messages were accepted for delivery */
export function tellOffer(
  ctx: Ctx,
  people: readonly CandidateRecord[],
  { job, business }: JobWithBusiness,
  beginsAt: number,
): Promise<number> {
  const values = {
    title: job.title,
    business: business.name,
    address: job.address ?? '',
    moment: momentText(beginsAt),
  };
  return tell(ctx, people, { kind: 'offer', text: offerNotice(values), values });
}

/** Tells those who have not answered that they need not any more. */
export async function tellGone(
  ctx: Ctx,
  ids: readonly Id[],
  { job, business }: JobWithBusiness,
): Promise<number> {
  if (ids.length === 0) return 0;
  // Whoever has withdrawn consent meanwhile is not written to again.
  const people = await ctx.stores.candidates.consenting(ctx.station.id, ids, ['contact']);
  const values = { title: job.title, business: business.name };
  return tell(ctx, people, { kind: 'place_gone', text: goneNotice(values), values });
}

/** One who cannot be reached does not keep the others from hearing; the offer stands on their own page too. */
async function tell(ctx: Ctx, people: readonly CandidateRecord[], notice: Notice): Promise<number> {
  const sent = await Promise.allSettled(
    people.map(async ({ phoneSealed }) => {
      const phone = await readPhone(ctx.vault, phoneSealed, true);
      if (phone !== null) await ctx.notifier.sendNotice(phone, notice);
    }),
  );
  await ctx.stores.audit.append(
    people.map(({ id }) => ({
      stationId: ctx.station.id,
      actor: 'system',
      action: 'candidate.messaged',
      entity: 'candidate',
      entityId: id,
    })),
  );
  return sent.filter(({ status }) => status === 'fulfilled').length;
}
