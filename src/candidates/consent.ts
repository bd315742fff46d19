import type { Ctx } from '../context';
import type { Id } from '../kernel/ids';
import type { Consent, ConsentPurpose, PersonId } from './ports';
import type { ConsentGiven, ConsentInput } from './schema';

/**
 * Version of the wording that people agree to (`PURPOSE_TEXT` and `EMPLOYER_CONSENT_TEXT`). A test holds it against
 * the sentences: whoever changes them gives them a new version, and the ledger says who agreed to which.
 */
export const CONSENT_TEXT_VERSION = '2';

/** Consent as rows of the ledger, one for each purpose. */
export function consentRows(
  ctx: Ctx,
  input: ConsentInput,
  of: Pick<Consent, 'candidateId' | 'walkInId'>,
): Consent[] {
  const purposes = [...new Set(Array.isArray(input.purpose) ? input.purpose : [input.purpose])];
  return purposes.map((purpose) => rowOf(ctx, input, of, { purpose, businessId: null }));
}

/** The person's yes to one business seeing their phone (PIPL art. 23: a consent of its own for each). */
export function employerConsent(ctx: Ctx, given: ConsentGiven, of: PersonId, businessId: Id): Consent {
  const whose = { candidateId: null, walkInId: null, ...of };
  return rowOf(ctx, given, whose, { purpose: 'employer', businessId });
}

function rowOf(
  ctx: Ctx,
  given: ConsentGiven,
  of: Pick<Consent, 'candidateId' | 'walkInId'>,
  what: Pick<Consent, 'purpose' | 'businessId'>,
): Consent {
  return {
    id: ctx.ids.next(),
    stationId: ctx.station.id,
    ...of,
    ...what,
    textVersion: CONSENT_TEXT_VERSION,
    channel: given.channel,
    witness: given.witness ?? null,
    givenAt: ctx.clock.now(),
    withdrawnAt: null,
  };
}

/** Whether a consent for the purpose stands: given and not withdrawn. */
export function standing(consents: readonly Consent[], purpose: ConsentPurpose): boolean {
  return consents.some((consent) => consent.purpose === purpose && consent.withdrawnAt === null);
}

/** Whether this business may see the person's phone: by a standing consent for it, and by nothing else. */
export function standingFor(consents: readonly Consent[], businessId: Id): boolean {
  return consents.some(
    (consent) =>
      consent.purpose === 'employer' && consent.businessId === businessId && consent.withdrawnAt === null,
  );
}
