import type { BusinessKind, Engagement } from '../kernel/vocabulary';

/** What can be found in a posting (contract, `POST /api/jobs/check`), in the order in which it is told. */
export const FINDING_CODES = [
  'sex',
  'marriage',
  'children',
  'origin',
  'ethnicity',
  'religion',
  'health',
  'age',
  'deposit',
  'fee',
  'id_held',
  'unpaid_trial',
  'probation',
  'penalty',
  'below_floor',
  'pay_cycle',
  'bait',
  'fraud',
  'loan',
  'lure',
  'minors',
  'near_children',
  'missing_field',
  'style',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** `block` keeps a posting from opening, `approve` needs a look of staff, `warn` is advice. */
export const SEVERITIES = ['block', 'approve', 'warn'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One thing found in one field of a posting. */
export interface Finding {
  code: FindingCode;
  severity: Severity;
  /** Path of the field in the draft: `title`, `requirements.note`, `requirements.certificates.0`, `pay.amount`. */
  field: string;
  /** UTF-16 offsets into the field's own text, end exclusive; both 0 for fields that are no text. */
  start: number;
  end: number;
  /** The article of law, as people cite it. */
  article: string;
  /** What one tap puts in place of [start, end); of a field that is no text, in place of its whole value. */
  suggestion?: { replace: string };
  /** Numbers that the sentence needs, such as yuan per hour; never words of the posting. */
  values?: Record<string, string | number>;
}

/** What is read of a draft; every part may be missing. */
export interface PostingDraft {
  title?: string | undefined;
  description?: string | undefined;
  business?: { name?: string | undefined; kind?: BusinessKind | undefined } | undefined;
  place?:
    | { address?: string | null | undefined; lat?: number | undefined; lng?: number | undefined }
    | null
    | undefined;
  engagement?: Engagement | undefined;
  pay?: PostingPay | null | undefined;
  /** Only whether there is one. */
  schedule?: unknown;
  requirements?:
    | { note?: string | undefined; certificates?: readonly string[] | undefined; minAge?: number | undefined }
    | undefined;
}

/** Pay in yuan per unit, hours per unit. */
export interface PostingPay {
  amount?: number | undefined;
  unit?: string | undefined;
  settlement?: string | null | undefined;
  expectedHours?: number | null | undefined;
}

/** Under which law a posting is read. */
export interface CheckTerms {
  /** Shanghai date of the work: the last that is named, or today. */
  workDate: string;
  /** Area class of the station, 1–3. */
  areaClass: number;
}
