import type { Accounts } from '../accounts';
import { remindVerifications } from '../businesses';
import type { Services } from '../context';
import { expireJobs, warnExpiring } from '../jobs';
import { openOverdueCases, ownCases, remindPay } from '../placements';
import { retain } from '../retention';
import { finishBlocks, forgetReporters, hideLapsed, sendWarnings } from '../review';
import { sendWaves } from '../urgent';

/** How often upkeep runs on Node, ms. */
export const UPKEEP_MS = 60_000;

/** Where no search engine is fed, news for one are kept this long, ms: another process may yet feed one. */
const UNHEARD_MS = 60 * 60_000;

/** Minute of every hour in which what is past its period goes: a machine that is off at night does it by day. */
const RETENTION_MINUTE = 17;

/** Lines of the audit log that one round links; after a large import the next rounds do the rest. */
const SEALED_AT_ONCE = 50_000;

/**
 * What a station does by itself: ends postings, warns of endings, forgets what it need not keep, links the audit log,
 * reminds of pay that falls due, makes cases of what is overdue, asks the next for urgent ones.
 */
export async function upkeep(services: Services, accounts: Accounts): Promise<void> {
  await expireJobs(services);
  await warnExpiring(services);
  await remindVerifications(services);
  await hideLapsed(services);
  await finishBlocks(services);
  await sendWarnings(services);
  await forgetReporters(services);
  await services.stores.idempotency.removeOld();
  if (services.text.engine === 'postgres') await services.stores.outbox.discard(UNHEARD_MS);
  await services.stores.outbox.trimFeed();
  await accounts.removeExpired();
  await services.stores.conduct.removeOver(services.clock.now());
  await remindPay(services);
  await openOverdueCases(services);
  await ownCases(services);
  await services.auditChain.seal(SEALED_AT_ONCE);
  if (new Date(services.clock.now()).getUTCMinutes() === RETENTION_MINUTE) await retain(services);
  await sendWaves(services);
}
