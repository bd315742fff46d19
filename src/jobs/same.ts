import { viewOf } from './draft';
import type { JobRecord, JobWithBusiness } from './record';

/** Whether a change leaves everything as readers find it, and the contact untouched: a form stored as it was. */
export function readsTheSame({ job, business }: JobWithBusiness, next: JobRecord): boolean {
  const read = (record: JobRecord) => JSON.stringify(viewOf({ job: record, business }, 0), sortedKeys);
  return job.contactSealed === next.contactSealed && read(job) === read(next);
}

/** Keys of stored objects come back in an order of the database's own. */
function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
