import { isoOrNull, shanghaiDate } from '../kernel/clock';
import { roundPoint, toWgs84 } from '../kernel/geo';
import { fenFromYuan, hourlyFen, yuanFromFen } from '../kernel/money';
import type { ScheduleRules, ShiftRule } from '../kernel/schedule';
import { formatClock, parseSpan } from '../kernel/week-syntax';
import type { JobRecord, JobWithBusiness } from './record';
import type { JobDraft, JobPatch, JobView, ScheduleDraft } from './schema';

type Fields = Pick<
  JobRecord,
  | 'title'
  | 'description'
  | 'engagement'
  | 'address'
  | 'place'
  | 'pay'
  | 'schedule'
  | 'headcount'
  | 'benefits'
  | 'requirements'
  | 'validThrough'
>;

/** The columns that a draft or a patch sets; absent fields are absent here too. Yuan become fen, any datum WGS-84. */
export function fieldsOf(draft: JobDraft | JobPatch): Partial<Fields> {
  const fields: Partial<Fields> = {};
  if (draft.title !== undefined) fields.title = draft.title;
  if (draft.description !== undefined) fields.description = draft.description;
  if (draft.engagement !== undefined) fields.engagement = draft.engagement;
  if (draft.headcount !== undefined) fields.headcount = draft.headcount;
  if (draft.benefits !== undefined) fields.benefits = [...new Set(draft.benefits)];
  if (draft.requirements !== undefined) fields.requirements = draft.requirements;
  if (draft.validThrough !== undefined) fields.validThrough = draft.validThrough;
  if (draft.place !== undefined) {
    fields.address = draft.place.address ?? null;
    fields.place = pinOf(draft.place);
  }
  if (draft.pay !== undefined) fields.pay = payOf(draft.pay);
  if (draft.schedule !== undefined) fields.schedule = rulesOf(draft.schedule);
  return fields;
}

/** An address alone is no place yet: somebody has to put the pin. */
function pinOf({ lat, lng, datum, precision }: NonNullable<JobDraft['place']>): JobRecord['place'] {
  if (lat === undefined || lng === undefined) return null;
  return { ...roundPoint(toWgs84({ lat, lng }, datum)), precision };
}

function payOf(pay: NonNullable<JobDraft['pay']>): JobRecord['pay'] {
  const amountFen = fenFromYuan(pay.amount);
  return {
    amountFen,
    maxFen: pay.max === undefined ? null : fenFromYuan(pay.max),
    unit: pay.unit,
    expectedHours: pay.expectedHours ?? null,
    settlement: pay.settlement ?? null,
    hourlyFen: hourlyFen(amountFen, pay.unit, pay.expectedHours),
  };
}

/** A schedule of the contract as stored rules. */
export function rulesOf(schedule: ScheduleDraft): ScheduleRules {
  if (schedule.kind === 'window') {
    return {
      kind: 'window',
      atLeast: null,
      hoursPerWeek: schedule.hoursPerWeek,
      minBlockMinutes: schedule.minBlockMinutes,
      rules: schedule.windows.map((w) => ruleOf({ days: w.days, start: w.start, end: w.end })),
    };
  }
  return {
    kind: 'shifts',
    atLeast: schedule.commitment === 'all' ? null : schedule.commitment.atLeast,
    hoursPerWeek: null,
    minBlockMinutes: null,
    rules: schedule.shifts.map(ruleOf),
  };
}

function ruleOf(shift: {
  days?: string | undefined;
  date?: string | undefined;
  start: string;
  end: string;
}): ShiftRule {
  const [startMinute, endMinute] = parseSpan(`${shift.start}-${shift.end}`);
  return { days: shift.days ?? null, date: shift.date ?? null, startMinute, endMinute };
}

/** Stored rules as a schedule of the contract, the inverse of {@link rulesOf}. */
export function scheduleDraftOf(schedule: ScheduleRules): ScheduleDraft {
  const span = (rule: ShiftRule) => ({
    start: formatClock(rule.startMinute),
    end: formatClock(rule.endMinute),
  });
  if (schedule.kind === 'window') {
    return {
      kind: 'window',
      windows: schedule.rules.map((rule) => ({ days: rule.days ?? 'Mo-Su', ...span(rule) })),
      hoursPerWeek: schedule.hoursPerWeek ?? 0,
      minBlockMinutes: schedule.minBlockMinutes ?? 60,
    };
  }
  return {
    kind: 'shifts',
    commitment: schedule.atLeast === null ? 'all' : { atLeast: schedule.atLeast },
    shifts: schedule.rules.map((rule) => ({
      ...(rule.days === null ? {} : { days: rule.days }),
      ...(rule.date === null ? {} : { date: rule.date }),
      ...span(rule),
    })),
  };
}

/** A posting as anyone may read it. @param now ms, decides whether the verification is current */
export function viewOf({ job, business }: JobWithBusiness, now: number): JobView {
  return {
    id: job.id,
    title: job.title,
    occupation: job.occupation,
    description: job.description,
    business: {
      id: business.id,
      name: business.name,
      kind: business.kind,
      verified: business.verifiedUntil > now,
      ...(business.verifiedUntil > now ? { verifiedUntil: shanghaiDate(business.verifiedUntil) } : {}),
    },
    place: job.place && { address: job.address, ...job.place },
    ...(job.place === null && job.address !== null ? { address: job.address } : {}),
    pay: job.pay && {
      amount: yuanFromFen(job.pay.amountFen),
      ...(job.pay.maxFen === null ? {} : { max: yuanFromFen(job.pay.maxFen) }),
      unit: job.pay.unit,
      settlement: job.pay.settlement,
      ...(job.pay.expectedHours === null ? {} : { expectedHours: job.pay.expectedHours }),
      hourly: job.pay.hourlyFen === null ? null : yuanFromFen(job.pay.hourlyFen),
    },
    schedule: job.schedule && scheduleDraftOf(job.schedule),
    engagement: job.engagement,
    headcount: job.headcount,
    benefits: job.benefits,
    requirements: job.requirements,
    status: job.status,
    publishedAt: isoOrNull(job.publishedAt),
    validThrough: job.validThrough,
  };
}
