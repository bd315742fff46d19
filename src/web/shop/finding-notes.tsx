import type { FormState } from '../form-state';
import { findingText, FINDING_TEXT as T } from '../text/findings';
import { SETTLEMENT_TEXT } from '../text/vocabulary';
import type { FormFinding } from './form-findings';

/**
 * What was found in a field, below it: the words, why not, and a button that puts a lawful wording there. Stands empty
 * where nothing was found, for what is found while somebody writes.
 */
export function FindingNotes({ findings, name }: { findings: readonly FormFinding[]; name: string }) {
  const here = findings.filter((one) => one.name === name);
  return (
    <div data-findings={name} aria-live="polite">
      {here.length > 0 && <Findings here={here} />}
    </div>
  );
}

function Findings({ here }: { here: readonly FormFinding[] }) {
  return (
    <ul class="findings">
      {here.map(({ finding, words, apply }) => (
        <li class={`finding ${finding.severity}`}>
          <p>
            <strong>{T.severity[finding.severity]}</strong>{' '}
            {words !== '' && <span class="found-words">{T.quoted(words)}</span>}
            {findingText(finding)}
          </p>
          {apply !== null && (
            <button type="submit" name="apply" value={apply} class="button small secondary">
              {applyLabel(finding.suggestion?.replace ?? '')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function applyLabel(replace: string): string {
  if (replace === '') return T.takeOut;
  return T.apply(
    replace in SETTLEMENT_TEXT ? SETTLEMENT_TEXT[replace as keyof typeof SETTLEMENT_TEXT] : replace,
  );
}

/** What a check came to, at the top of the form. */
export function CheckSummary({
  form,
  findings,
}: {
  form: FormState;
  findings: readonly FormFinding[] | null;
}) {
  // What keeps the form from being stored is said there already.
  if (findings === null || Object.keys(form.errors).length > 0 || form.message !== null) return null;
  const count = findings.length;
  return (
    <div data-findings="all">
      <p class={count === 0 ? 'banner good' : 'banner warn'} role="status">
        {count === 0 ? T.clean : T.found(count)}
      </p>
    </div>
  );
}
