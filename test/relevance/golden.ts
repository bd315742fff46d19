import { readFileSync } from 'node:fs';
import type { JobDraftInput } from '../../src/jobs';
import type { Benefit, Engagement, Settlement } from '../../src/kernel/vocabulary';

/** What a posting says of the work besides its fields, read out of its text by a person. */
export const TRAITS = [
  'sitting',
  'home',
  'light',
  'heavy',
  'quiet',
  'flexible',
  'urgent',
  'student',
  'skilled',
  'no_experience',
] as const;
export type LabelTrait = (typeof TRAITS)[number];

/** The truth about a posting, written from its text and never from the classifier. */
export interface Label {
  externalId: string;
  /** What the work is, first; then what it is as well, where the text leaves both true. */
  occupations: string[];
  /** Kind of place: 火锅店, 驿站, 工地. */
  workplace?: string;
  traits: LabelTrait[];
}

/** Units in which people speak of pay. */
export type SaidUnit = 'hour' | 'day' | 'month';

/** What a query asks beside the occupation. Each field is one condition; all of them must be met. */
export interface Conditions {
  /** Any of these. */
  settlement?: Settlement[];
  /** All of these. */
  benefits?: Benefit[];
  /** Any of these. */
  engagement?: Engagement[];
  /** Weekly hours in the syntax of kernel/week-syntax, in which the shifts must lie. */
  time?: string;
  /** Share of a shift's minutes that must lie in `time`; 1 when not said, less for 晚上 and other vague parts of a day. */
  timeShare?: number;
  /** Work at night is asked for. */
  night?: true;
  /** Yuan. */
  pay?: { min: number; unit: SaidUnit };
  /** Metres along streets (crow-fly × 1.3) from a point in WGS-84. */
  near?: { place?: string; lat: number; lng: number; maxMetres: number };
  /** Any of these. */
  workplace?: string[];
  /** All of these; `light` is met by sitting work too, `no_experience` by whatever is not skilled. */
  traits?: LabelTrait[];
  /** Most hours on any one day. */
  dayHoursMax?: number;
  /** Most days a week that one has to come. */
  weekDaysMax?: number;
  /** One chooses the hours oneself: a window, or no more than half of the shifts offered. */
  flexible?: true;
  // What is refused: a posting with any of it is no answer at all.
  excludeOccupations?: string[];
  excludeWorkplaces?: string[];
  excludeTraits?: LabelTrait[];
  excludeBenefits?: Benefit[];
  excludeCertificates?: string[];
  /** Weekly hours in which no shift may lie for the greater part. */
  excludeTime?: string;
  avoidNight?: true;
}

/** What a query wants; see grade.ts for how postings are graded by it. */
export interface Wants {
  /** The occupations asked for; `['*']` when none was. */
  occupations2: string[];
  /** Occupations that would do. */
  occupations1: string[];
  constraints?: Conditions;
}

/** A query as people type or say it. */
export interface GoldenQuery {
  id: string;
  q: string;
  kind: string;
  wants: Wants;
  /** The notice that must come; postings do not count then. */
  notice?: 'no_such_job' | 'fraud';
  /** Every word is right: nothing may be corrected. */
  unrepaired?: true;
  /** Fields of `understood` that must have exactly this value; null: must be absent. */
  reads?: Record<string, unknown>;
}

/** A posting with the truth about it. */
export interface GoldenPosting {
  draft: JobDraftInput;
  label: Label;
}

const FOLDER = new URL('../../search/golden/', import.meta.url);

/** The postings as they are imported: NDJSON, a JobDraft a line. */
export const postingsText = (): string => readFileSync(new URL('postings.jsonl', FOLDER), 'utf8');

/** @throws Error for a posting without a label */
export function readPostings(): GoldenPosting[] {
  const labels = new Map(readLines<Label>('labels.jsonl').map((label) => [label.externalId, label]));
  return linesOf<JobDraftInput>(postingsText()).map((draft) => {
    const label = labels.get(draft.externalId ?? '');
    if (!label) throw new Error(`no label for ${draft.externalId}`);
    return { draft, label };
  });
}

export const readLabels = (): Label[] => readLines<Label>('labels.jsonl');
export const readQueries = (): GoldenQuery[] => readLines<GoldenQuery>('queries.jsonl');

const readLines = <T>(name: string): T[] => linesOf<T>(readFileSync(new URL(name, FOLDER), 'utf8'));

function linesOf<T>(text: string): T[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
