import { shanghaiDate } from '../../kernel/clock';
import type { EmployerLabel } from '../../review';
import { Link } from '../page-frame';
import { dayText, EMPLOYER_TEXT as T } from '../text/review';

/**
 * What staff see of an employer wherever they see a posting: until when verified, wage cases, facts that count. What is
 * as it should be takes no room, but for the verification.
 */
export function EmployerTags({
  employer,
  whole = false,
}: {
  employer: EmployerLabel | undefined;
  /** Also what matters to work with children only. */
  whole?: boolean;
}) {
  if (employer === undefined) return null;
  const {
    id,
    verified,
    verifiedUntil,
    openCases,
    pastCases,
    facts,
    childrenCheckedUntil: checked,
  } = employer;
  const until = verifiedUntil && dayText(shanghaiDate(Date.parse(verifiedUntil)));
  return (
    <span class="tags">
      <span class={verified ? 'tag good' : 'tag warn'}>
        {until ? (verified ? T.verified(until) : T.expired(until)) : T.never}
      </span>
      {openCases > 0 && (
        <Link to={`/desk/cases?business=${id}`} class="tag bad">
          {T.openCases(openCases)}
        </Link>
      )}
      {pastCases > 0 && (
        <Link to={`/desk/cases?business=${id}&all=1`} class="tag warn">
          {T.pastCases(pastCases)}
        </Link>
      )}
      {facts > 0 && <span class="tag warn">{T.facts(facts)}</span>}
      {whole && checked !== null && (
        <span class={employer.childrenChecked ? 'tag good' : 'tag warn'}>
          {(employer.childrenChecked ? T.childrenChecked : T.childrenExpired)(dayText(checked))}
        </span>
      )}
    </span>
  );
}
