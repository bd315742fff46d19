import { and, eq, isNull } from 'drizzle-orm';
import type { CandidateStore, Consent, PersonId } from '../../candidates';
import { consents } from '../../db/schema';
import type { Db } from '../../db/tx';

const whose = (of: PersonId) =>
  'candidateId' in of ? eq(consents.candidateId, of.candidateId) : eq(consents.walkInId, of.walkInId);

/** The verbs of CandidateStore over the ledger of consent. */
export function consentVerbs(db: Db): Pick<CandidateStore, 'giveConsent' | 'withdrawConsent' | 'consentsOf'> {
  return {
    async giveConsent(list) {
      if (list.length === 0) return;
      await db.insert(consents).values(
        list.map((consent) => ({
          ...consent,
          givenAt: new Date(consent.givenAt),
          withdrawnAt: consent.withdrawnAt === null ? null : new Date(consent.withdrawnAt),
        })),
      );
    },
    async withdrawConsent(stationId, of, { purpose, businessId }, at) {
      const rows = await db
        .update(consents)
        .set({ withdrawnAt: new Date(at) })
        .where(
          and(
            eq(consents.stationId, stationId),
            whose(of),
            eq(consents.purpose, purpose),
            businessId === undefined ? undefined : eq(consents.businessId, businessId),
            isNull(consents.withdrawnAt),
          ),
        )
        .returning({ id: consents.id });
      return rows.length;
    },
    async consentsOf(stationId, of) {
      const rows = await db
        .select()
        .from(consents)
        .where(and(eq(consents.stationId, stationId), whose(of)))
        .orderBy(consents.givenAt, consents.id);
      return rows.map(
        (row): Consent => ({
          ...row,
          givenAt: row.givenAt.getTime(),
          withdrawnAt: row.withdrawnAt?.getTime() ?? null,
        }),
      );
    },
  };
}
