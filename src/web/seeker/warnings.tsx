import type { OwnWarning } from '../../review';
import { WARNING_TEXT as T } from '../text/review';

/** Postings of the person's that were blocked: the first thing they have to know. */
export function OwnWarnings({ warnings }: { warnings: readonly OwnWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <section class="banner warn" aria-labelledby="warnings" role="alert">
      <strong id="warnings">{T.title}</strong>
      <ul class="bullets">
        {warnings.map((one) => (
          <li>{T.line(one)}</li>
        ))}
      </ul>
      <p>{T.hint}</p>
    </section>
  );
}
