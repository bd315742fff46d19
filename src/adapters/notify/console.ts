import { maskPhone } from '../../kernel/phone';
import type { Notifier } from '../../notify';

/** For development: hands what would be sent to `log` as a line. Of a phone only the ends are shown. */
export function createConsoleNotifier(log: (line: string) => void): Notifier {
  return {
    async sendCode(phone, code) {
      log(`one-time code for ${maskPhone(phone)}: ${code}`);
    },
    async sendNotice(phone, { kind, text }) {
      log(`${kind} for ${maskPhone(phone)}: ${text}`);
    },
  };
}
