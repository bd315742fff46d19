import { yuanFromFen } from '../kernel/money';
import { floorFen } from '../trust';
import { figureFindings, missingFields } from './fields';
import type { CheckTerms, Finding, FindingCode, PostingDraft } from './finding';
import { checkText, type TextSetting } from './text';

/** In names and addresses only what leads away from the station is looked for: they are no conditions. */
const IN_NAMES: ReadonlySet<FindingCode> = new Set(['lure', 'fraud']);

/**
 * What a draft breaks: in its words, its figures, and what it lacks (issue: posting checks; domain notes: law
 * table). Pure; parts that are missing are told as such and nothing is supposed of them.
 */
export function checkPosting(draft: PostingDraft, terms: CheckTerms): Finding[] {
  const floor = yuanFromFen(floorFen(terms.workDate, terms.areaClass));
  return [...checkWords(draft, terms), ...figureFindings(draft, floor), ...missingFields(draft)];
}

/** What the words of a draft break, in the order of its fields. */
export function checkWords(draft: PostingDraft, terms: CheckTerms): Finding[] {
  const kind = draft.business?.kind ?? 'shop';
  const engagement = draft.engagement ?? 'part_time';
  const exempt = kind === 'household' || engagement === 'full_time';
  const setting: TextSetting = {
    engagement: kind === 'household' ? 'full_time' : engagement,
    kind,
    floor: exempt ? 0 : yuanFromFen(floorFen(terms.workDate, terms.areaClass)),
    expectedHours: draft.pay?.unit === 'hour' ? null : (draft.pay?.expectedHours ?? null),
    only: null,
  };
  const findings: Finding[] = [];
  const read = (field: string, text: string | null | undefined, only: TextSetting['only'] = null) => {
    if (text)
      for (const one of checkText(field, text, only ? { ...setting, only } : setting)) findings.push(one);
  };
  read('title', draft.title);
  read('description', draft.description);
  read('requirements.note', draft.requirements?.note);
  for (const [i, name] of (draft.requirements?.certificates ?? []).entries()) {
    read(`requirements.certificates.${i}`, name);
  }
  read('business.name', draft.business?.name, IN_NAMES);
  read('place.address', draft.place?.address, IN_NAMES);
  return findings;
}
