import type { JobDraftInput } from '../../src/jobs';
import { EARTH_RADIUS_METRES, type Point } from '../../src/kernel/geo';
import { licenceCheck } from '../../src/trust';

/** Where test stations stand, unless a test says otherwise. */
export const HOME: Point = { lat: 35.1905, lng: 113.263 };

/** The point so many metres along streets (crow-fly × 1.3) due north of another. */
export function streetMetresNorth(metres: number, from: Point = HOME): Point {
  const crow = metres / 1.3;
  return { lat: from.lat + (crow / EARTH_RADIUS_METRES) * (180 / Math.PI), lng: from.lng };
}

/** A complete, lawful draft; every part can be replaced. */
export function jobDraft(changes: Partial<JobDraftInput> = {}): JobDraftInput {
  return {
    title: '早市理货员',
    description: '把货摆上架，轻活。',
    business: { name: '测试便利店', kind: 'shop' },
    place: { address: '一号楼底商', ...streetMetresNorth(520) },
    pay: { amount: 25, unit: 'hour', settlement: 'daily' },
    schedule: {
      kind: 'shifts',
      commitment: 'all',
      shifts: [{ days: 'Mo-Fr', start: '09:00', end: '13:00' }],
    },
    validThrough: '2026-06-20',
    ...changes,
  };
}

/** One of as many licence numbers as are needed, their check characters right. */
export function licenceOf(n: number): string {
  const body = `92410811MA${String(n).padStart(7, '0')}`;
  return `${body}${licenceCheck(body)}`;
}
export const LICENCE = licenceOf(0);
