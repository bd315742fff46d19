import type { Precision } from '../kernel/geo';
import type { Id } from '../kernel/ids';
import type { Fen, PayUnit } from '../kernel/money';
import type { ScheduleRules } from '../kernel/schedule';
import type { Benefit, BusinessKind, Engagement, Settlement } from '../kernel/vocabulary';
import type { JobStatus } from './schema';

/** A posting as the database holds it. Money in fen, instants in ms, dates as Shanghai dates. */
export interface JobRecord {
  id: Id;
  stationId: Id;
  businessId: Id;
  externalId: string | null;
  title: string;
  occupation: string | null;
  description: string;
  engagement: Engagement;
  status: JobStatus;
  /** As written; known also while nobody has placed the pin. */
  address: string | null;
  place: { lat: number; lng: number; precision: Precision } | null;
  pay: {
    amountFen: Fen;
    maxFen: Fen | null;
    unit: PayUnit;
    expectedHours: number | null;
    settlement: Settlement | null;
    hourlyFen: Fen | null;
  } | null;
  schedule: ScheduleRules | null;
  headcount: number;
  benefits: Benefit[];
  requirements: {
    certificates?: string[] | undefined;
    minAge?: number | undefined;
    note?: string | undefined;
  };
  contactSealed: Uint8Array | null;
  /** Keyed digest of the import line that was last taken, so that the same line changes nothing again. */
  importDigest: string | null;
  validThrough: string | null;
  publishedAt: number | null;
  closedBy: 'person' | 'system' | null;
  /** Why only staff may open it: several people reported it, or staff returned it. Null for most. */
  held: 'reports' | 'returned' | null;
  version: number;
  createdBy: Id | null;
  createdAt: number;
}

/** What of its business a posting shows. */
export interface JobBusiness {
  id: Id;
  name: string;
  kind: BusinessKind;
  /** Verification holds until this instant (ms), 0 when never verified. */
  verifiedUntil: number;
  /** Whether it may post no more. */
  blocked: boolean;
}

/** A posting together with its business. */
export interface JobWithBusiness {
  job: JobRecord;
  business: JobBusiness;
}
