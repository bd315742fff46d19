import type { Notifier } from '../../notify';

/** A gateway that has not answered by then will not send the message while the person waits. */
const TIMEOUT_MS = 5_000;

/**
 * Sends messages through any SMS gateway: `POST url` with `{"phone": "…", "code": "…"}`, or for a notice
 * `{"phone": "…", "kind": "…", "text": "…", "values": {…}}`, as JSON and the secret as bearer token. Anything but a
 * 2xx answer within 5 seconds throws. Redirects are not followed, so that the secret stays with the host it is
 * meant for.
 */
export function createWebhookNotifier(gateway: { url: string; secret: string }): Notifier {
  const post = async (message: object) => {
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.secret}` },
      body: JSON.stringify(message),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the message gateway answered ${response.status}`);
  };
  return {
    sendCode: (phone, code) => post({ phone, code }),
    sendNotice: (phone, notice) => post({ phone, ...notice }),
  };
}
