export const NOTICE_KINDS = ['offer', 'place_gone', 'job_blocked'] as const;

/**
 * Something that a person is told without having asked: work that they could take now, that it is taken, or that a
 * posting they had to do with was blocked.
 */
export interface Notice {
  kind: (typeof NOTICE_KINDS)[number];
  /** The whole message, for gateways that send text as it is. */
  text: string;
  /** What gateways with templates of their own fill in. */
  values: Record<string, string>;
}

/** Sends messages to people's phones. */
export interface Notifier {
  /**
   * Delivers a one-time code.
   * @param phone digits of a mobile number; @param code six digits
   * @throws Error when the message was not accepted; it names neither phone nor code
   */
  sendCode(phone: string, code: string): Promise<void>;
  /**
   * Delivers a notice.
   * @throws Error when it was not accepted; it does not name the phone
   */
  sendNotice(phone: string, notice: Notice): Promise<void>;
}
