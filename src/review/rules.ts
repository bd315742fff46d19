/** How many independent reports hide a posting until staff have looked. */
export const REPORTS_TO_HIDE = 3;
/** How long it is known whether two reports came from one place, days; older ones count no more. */
export const REPORTER_DAYS = 14;
/** A message that the gateway refused is tried so often. */
export const WARNING_ATTEMPTS = 3;
/** And again after so long, ms. */
export const WARNING_RETRY_MS = 5 * 60_000;
/** For so long a person is shown that a posting of theirs was blocked, days. */
export const WARNING_SHOWN_DAYS = 60;

/** Whether a posting with so many standing reports of different people is hidden. */
export function hides(independent: number): boolean {
  return independent >= REPORTS_TO_HIDE;
}
