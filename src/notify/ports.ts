/** Sends messages to people's phones. */
export interface Notifier {
  /**
   * Delivers a one-time code.
   * @param phone digits of a mobile number; @param code six digits
   * @throws Error when the message was not accepted; it names neither phone nor code
   */
  sendCode(phone: string, code: string): Promise<void>;
}
