import type { InferInsertModel, InferSelectModel } from 'drizzle-orm';
import type { jobs } from '../../db/schema';
import type { JobRecord, JobWithBusiness } from '../../jobs';
import type { ShiftRule } from '../../kernel/schedule';
import type { Benefit } from '../../kernel/vocabulary';

export type JobRow = InferSelectModel<typeof jobs>;

/** A shift as `json_agg` gives it. */
export interface ShiftJson {
  days: string | null;
  date: string | null;
  start_minute: number;
  end_minute: number;
}

/** What the join with businesses adds to a row. */
export interface JoinedRow {
  job: JobRow;
  shifts: ShiftJson[] | null;
  business: {
    id: string;
    name: string;
    kind: 'shop' | 'company' | 'household';
    verifiedUntil: Date | null;
    blockedAt: Date | null;
  };
}

/** Columns to record. */
export function recordOf(row: JobRow, shifts: readonly ShiftJson[] | null): JobRecord {
  return {
    id: row.id,
    stationId: row.stationId,
    businessId: row.businessId,
    externalId: row.externalId,
    title: row.title,
    occupation: row.occupation,
    description: row.description,
    engagement: row.engagement,
    status: row.status,
    address: row.address,
    place:
      row.lat === null || row.lng === null
        ? null
        : { lat: row.lat, lng: row.lng, precision: row.precision ?? 'door' },
    pay:
      row.payAmountFen === null || row.payUnit === null
        ? null
        : {
            amountFen: row.payAmountFen,
            maxFen: row.payMaxFen,
            unit: row.payUnit,
            expectedHours: row.expectedHours,
            settlement: row.settlement,
            hourlyFen: row.hourlyFen,
          },
    schedule:
      row.scheduleKind === null
        ? null
        : {
            kind: row.scheduleKind,
            atLeast: row.atLeast,
            hoursPerWeek: row.hoursPerWeek,
            minBlockMinutes: row.minBlockMinutes,
            rules: (shifts ?? []).map(ruleOf),
          },
    headcount: row.headcount,
    benefits: row.benefits as Benefit[],
    requirements: row.requirements,
    contactSealed: row.contactSealed,
    importDigest: row.importDigest,
    validThrough: row.validThrough,
    publishedAt: row.publishedAt?.getTime() ?? null,
    closedBy: row.closedBy,
    held: row.held,
    version: row.version,
    createdBy: row.createdBy,
    createdAt: row.createdAt.getTime(),
  };
}

function ruleOf(shift: ShiftJson): ShiftRule {
  return { days: shift.days, date: shift.date, startMinute: shift.start_minute, endMinute: shift.end_minute };
}

/** A joined row as the domain sees it. */
export function joinedOf(row: JoinedRow): JobWithBusiness {
  return {
    job: recordOf(row.job, row.shifts),
    business: {
      id: row.business.id,
      name: row.business.name,
      kind: row.business.kind,
      verifiedUntil: row.business.verifiedUntil?.getTime() ?? 0,
      blocked: row.business.blockedAt !== null,
    },
  };
}

/** Record to columns. */
export function columnsOf(job: JobRecord): InferInsertModel<typeof jobs> {
  return {
    id: job.id,
    stationId: job.stationId,
    businessId: job.businessId,
    externalId: job.externalId,
    title: job.title,
    occupation: job.occupation,
    description: job.description,
    engagement: job.engagement,
    status: job.status,
    address: job.address,
    lat: job.place?.lat ?? null,
    lng: job.place?.lng ?? null,
    precision: job.place?.precision ?? null,
    payAmountFen: job.pay?.amountFen ?? null,
    payMaxFen: job.pay?.maxFen ?? null,
    payUnit: job.pay?.unit ?? null,
    expectedHours: job.pay?.expectedHours ?? null,
    settlement: job.pay?.settlement ?? null,
    hourlyFen: job.pay?.hourlyFen ?? null,
    scheduleKind: job.schedule?.kind ?? null,
    atLeast: job.schedule?.atLeast ?? null,
    hoursPerWeek: job.schedule?.hoursPerWeek ?? null,
    minBlockMinutes: job.schedule?.minBlockMinutes ?? null,
    headcount: job.headcount,
    benefits: job.benefits,
    requirements: job.requirements,
    contactSealed: job.contactSealed,
    importDigest: job.importDigest,
    validThrough: job.validThrough,
    publishedAt: job.publishedAt === null ? null : new Date(job.publishedAt),
    closedBy: job.closedBy,
    held: job.held,
    version: job.version,
    createdBy: job.createdBy,
    createdAt: new Date(job.createdAt),
  };
}
