import type { JobWithBusiness } from './record';

/** Whether two states say the same to people; versions, digests and who did it aside. */
export function sameContent(before: JobWithBusiness, next: JobWithBusiness): boolean {
  const content = ({ job, business }: JobWithBusiness) => {
    const { version: _v, contactSealed: _c, importDigest: _d, businessId: _b, ...rest } = job;
    return JSON.stringify([rest, business.name, business.kind], inOrder);
  };
  return content(before) === content(next);
}

/** Keys in one order: the database gives those of a JSON column back in another. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
