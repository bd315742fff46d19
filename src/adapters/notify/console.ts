import { maskPhone } from '../../kernel/phone';
import type { Notifier } from '../../notify';

/** For development: hands the code to `log` as an English line instead of sending it. */
export function createConsoleNotifier(log: (line: string) => void): Notifier {
  return {
    async sendCode(phone, code) {
      log(`one-time code for ${maskPhone(phone)}: ${code}`);
    },
  };
}
