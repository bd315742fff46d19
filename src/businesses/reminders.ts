import type { Services } from '../context';
import { DAY_MS, shanghaiDate } from '../kernel/clock';
import type { Business, Notice } from './ports';

/** How long before its end a business is told that its verification ends, ms. */
export const VERIFICATION_WARNING_MS = 14 * DAY_MS;
/** A server that was down when a verification ended tells of it as long afterwards, ms. */
const TOLD_LATE_MS = 30 * DAY_MS;

/**
 * Tells businesses that their verification ends within two weeks, and that it has ended: each once for every end.
 * @returns how many were told
 */
export async function remindVerifications(services: Services): Promise<number> {
  const now = services.clock.now();
  return services.tx(async (stores) => {
    await stores.jobs.lockUpkeep();
    const ending = await stores.businesses.verificationDue(
      'verification_ending',
      now,
      now + VERIFICATION_WARNING_MS,
    );
    const ended = await stores.businesses.verificationDue('verification_ended', now - TOLD_LATE_MS, now);
    await stores.businesses.notify([
      ...ending.map((one) => noticeOf(services, one, 'verification_ending')),
      ...ended.map((one) => noticeOf(services, one, 'verification_ended')),
    ]);
    return ending.length + ended.length;
  });
}

function noticeOf(services: Services, business: Business, code: Notice['code']) {
  const { id, stationId, name, verifiedUntil } = business;
  // `at` tells one end from the next after a renewal.
  const values = { name, until: shanghaiDate(verifiedUntil), at: verifiedUntil };
  return { id: services.ids.next(), stationId, businessId: id, code, entityId: id, values };
}
