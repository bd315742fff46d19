import type { JobStatus } from '../../jobs';
import type { DecisionView } from '../../review';
import { DECISION_TEXT, decisionReason, DECISIONS_TEXT as T } from '../text/review';

/** Why a posting stands as it does, where staff or reports have put it there. */
export function LastDecision({
  decisions,
  status,
}: {
  decisions: readonly DecisionView[];
  status: JobStatus;
}) {
  const [last] = decisions;
  if (!last) return null;
  const reason = decisionReason(last.decision, last.reason);
  const words = [reason, last.note].filter(Boolean).join('：');
  if (last.decision === 'returned' && (status === 'draft' || status === 'review')) {
    return (
      <p class="banner warn">
        <strong>{T.returned}</strong> {words}
      </p>
    );
  }
  if (last.decision === 'hidden' && status === 'review') return <p class="banner warn">{T.hidden}</p>;
  if (last.decision === 'blocked' && status === 'blocked') {
    return <p class="banner warn">{`${DECISION_TEXT.blocked}：${words}`}</p>;
  }
  return null;
}
