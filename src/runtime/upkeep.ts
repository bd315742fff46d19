import type { Accounts } from '../accounts';
import type { Services } from '../context';
import { expireJobs, warnExpiring } from '../jobs';
import { sendWaves } from '../urgent';

/** How often upkeep runs on Node, ms. */
export const UPKEEP_MS = 60_000;

/** Where no search engine is fed, news for one are kept this long, ms: another process may yet feed one. */
const UNHEARD_MS = 60 * 60_000;

/** What a station does by itself: ends postings, warns of endings, forgets what it need not keep, asks the next for urgent ones. */
export async function upkeep(services: Services, accounts: Accounts): Promise<void> {
  await expireJobs(services);
  await warnExpiring(services);
  await services.stores.idempotency.removeOld();
  if (services.text.engine === 'postgres') await services.stores.outbox.discard(UNHEARD_MS);
  await services.stores.outbox.trimFeed();
  await accounts.removeExpired();
  await sendWaves(services);
}
