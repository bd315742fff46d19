import type { Ctx } from '../context';
import type { Consent, Purpose } from './ports';
import type { ConsentInput } from './schema';

/** Consent as rows of the ledger, one for each purpose. */
export function consentRows(
  ctx: Ctx,
  input: ConsentInput,
  of: Pick<Consent, 'candidateId' | 'walkInId'>,
): Consent[] {
  const purposes = [...new Set(Array.isArray(input.purpose) ? input.purpose : [input.purpose])];
  return purposes.map((purpose) => ({
    id: ctx.ids.next(),
    stationId: ctx.station.id,
    ...of,
    purpose,
    channel: input.channel,
    witness: input.witness ?? null,
    givenAt: ctx.clock.now(),
    withdrawnAt: null,
  }));
}

/** Whether a consent for the purpose stands: given and not withdrawn. */
export function standing(consents: readonly Consent[], purpose: Purpose): boolean {
  return consents.some((consent) => consent.purpose === purpose && consent.withdrawnAt === null);
}
