import { ADULT_AGE } from '../trust';
import type { Finding, FindingCode, PostingDraft } from './finding';
import { CODE_LAW } from './rule-book';

/** 人力资源市场暂行条例 art. 24 asks what every posting must show. */
const SHOWN = CODE_LAW.get('missing_field');

/** A finding about a field that is no text, or as a whole. */
function ofField(code: FindingCode, field: string, more: Partial<Finding> = {}): Finding {
  const law = CODE_LAW.get(code) ?? SHOWN;
  return {
    code,
    severity: law?.severity ?? 'warn',
    field,
    start: 0,
    end: 0,
    article: law?.article ?? '',
    ...more,
  };
}

/** The fields that a posting needs to open and that the draft lacks. */
export function missingFields({ title, business, place, pay, schedule }: PostingDraft): Finding[] {
  const missing: string[] = [];
  if (!title?.trim()) missing.push('title');
  if (!business?.name?.trim()) missing.push('business.name');
  if (place?.lat === undefined || place.lng === undefined) missing.push('place');
  if (pay?.amount === undefined) missing.push('pay.amount');
  else {
    if (!pay.unit) missing.push('pay.unit');
    else if (pay.unit !== 'hour' && !pay.expectedHours) missing.push('pay.expectedHours');
    if (!pay.settlement) missing.push('pay.settlement');
  }
  if (!schedule) missing.push('schedule');
  return missing.map((field) => ofField('missing_field', field));
}

/**
 * What the figures of a draft break. Households are no employers under labour law, full-time work has rules of its
 * own: both are left out, as at opening.
 * @param floor yuan per hour
 */
export function figureFindings(draft: PostingDraft, floor: number): Finding[] {
  const findings: Finding[] = [];
  const { pay, engagement = 'part_time', business } = draft;
  const minAge = draft.requirements?.minAge;
  if (minAge !== undefined && minAge > ADULT_AGE) {
    const suggestion = { replace: String(ADULT_AGE) };
    findings.push(ofField('age', 'requirements.minAge', { suggestion, values: { from: minAge } }));
  }
  if (!pay || engagement === 'full_time' || business?.kind === 'household') return findings;
  if (pay.settlement === 'monthly') {
    findings.push(ofField('pay_cycle', 'pay.settlement', { suggestion: { replace: 'weekly' } }));
  }
  const hours = pay.unit === 'hour' ? 1 : (pay.expectedHours ?? null);
  if (pay.amount !== undefined && pay.unit && hours !== null && hours > 0 && pay.amount / hours < floor) {
    const hourly = Math.round((pay.amount / hours) * 100) / 100;
    const replace = String(Math.ceil(floor * hours * 100) / 100);
    findings.push(
      ofField('below_floor', 'pay.amount', { suggestion: { replace }, values: { hourly, floor } }),
    );
  }
  return findings;
}
