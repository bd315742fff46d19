import { createConsoleNotifier } from '../adapters/notify/console';
import { createWebhookNotifier } from '../adapters/notify/webhook';
import type { Notifier } from '../notify';
import type { Env } from './env';

/**
 * Who sends one-time codes and notices: the gateway at SMS_WEBHOOK_URL, else the log. Neither reaches the log of
 * production: without a gateway nothing is sent.
 */
export function notifierOf(env: Env, log: (line: string) => void): Notifier {
  if (env.SMS_WEBHOOK_URL) {
    return createWebhookNotifier({ url: env.SMS_WEBHOOK_URL, secret: env.SMS_WEBHOOK_SECRET ?? '' });
  }
  if (env.NODE_ENV !== 'production') return createConsoleNotifier(log);
  const unset = async () => {
    throw new Error('SMS_WEBHOOK_URL is not set');
  };
  return { sendCode: unset, sendNotice: unset };
}
