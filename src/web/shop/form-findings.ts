import { applySuggestion, type Finding } from '../../checks';
import type { Ctx } from '../../context';
import { type CheckDraft, checkDraft, checkDraftSchema } from '../../jobs';
import type { FormInput } from '../page-env';
import { CHECK_FIELDS } from './check-fields';

/** A finding at a field of the form. */
export interface FormFinding {
  /** Name of the form's field. */
  name: string;
  finding: Finding;
  /** What stands there, '' for fields that are no text. */
  words: string;
  /** Value of the button that puts the rewording there; null when there is none to put. */
  apply: string | null;
}

/** What the form's fields break, as they stand in it: nothing is trimmed, so that offsets hold. */
export function formFindings(
  ctx: Ctx,
  form: FormInput,
  draft: Record<string, unknown>,
  kind: CheckDraft['business'],
): FormFinding[] {
  const findings = checkDraft(ctx, readable(form, draft, kind));
  return findings
    .filter(({ code }) => code !== 'missing_field')
    .map((finding) => {
      const name = CHECK_FIELDS[finding.field] ?? 'otherCertificates';
      const words = (form[name]?.at(-1) ?? '').slice(finding.start, finding.end);
      const known = finding.field in CHECK_FIELDS;
      const apply = known && finding.suggestion ? `${finding.field}/${finding.code}/${finding.start}` : null;
      return { name, finding, words, apply };
    });
}

/** Parts that are not well-formed yet are left out: the form says so itself when it is stored. */
function readable(
  form: FormInput,
  draft: Record<string, unknown>,
  business: CheckDraft['business'],
): CheckDraft {
  const raw = (name: string) => form[name]?.at(-1);
  const text = {
    title: raw('title'),
    description: raw('description'),
    business: { ...business, name: business?.name ?? raw('business.name') },
    place: { address: raw('address') },
  };
  const requirements = { ...(draft['requirements'] as object | undefined), note: raw('note') };
  for (const rest of [{ ...draft, requirements }, { requirements }, {}]) {
    const parsed = checkDraftSchema.safeParse({ ...rest, ...text });
    if (parsed.success) return parsed.data;
  }
  return {};
}

/** The form after the button of a finding was pressed; as it was when it holds no such finding any more. */
export function withSuggestion(form: FormInput, findings: readonly FormFinding[], wanted: string): FormInput {
  const chosen = findings.find(({ apply }) => apply === wanted);
  if (!chosen) return form;
  const { name, finding } = chosen;
  const before = form[name]?.at(-1) ?? '';
  const isText = finding.end > finding.start;
  const after = isText ? applySuggestion(before, finding) : (finding.suggestion?.replace ?? before);
  return { ...form, [name]: [after] };
}
