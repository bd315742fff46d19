import type { Purpose } from '../../candidates';
import { PostForm } from '../forms';
import { Link } from '../page-frame';
import { INTAKE_TEXT } from '../text/intake';
import { VISIT_DATA_TEXT as T } from '../text/privacy';

/** What a visitor can ask for about their data: a copy, a consent taken back, to be forgotten. */
export function VisitData({ id, consents }: { id: string; consents: readonly Purpose[] }) {
  return (
    <details class="card fold">
      <summary>{T.title}</summary>
      <div class="fold-body stack">
        <p class="hint">{T.hint}</p>
        <p>
          <Link to={`/desk/walk-ins/${id}/copy`}>{T.copy}</Link>
        </p>
        {consents.length > 0 && (
          <PostForm to={`/desk/walk-ins/${id}/withdraw`} class="row-actions">
            {consents.map((purpose) => (
              <button type="submit" name="purpose" value={purpose} class="button small secondary">
                {T.withdraw(INTAKE_TEXT.purposes[purpose])}
              </button>
            ))}
          </PostForm>
        )}
        <details class="fold">
          <summary>{T.erase}</summary>
          <PostForm to={`/desk/walk-ins/${id}/erase`} class="fold-body stack">
            <p>{T.eraseHint}</p>
            <button type="submit" class="button danger small">
              {T.eraseSure}
            </button>
          </PostForm>
        </details>
      </div>
    </details>
  );
}
