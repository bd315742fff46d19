import { type ImportLine, type JobDraftInput, jobDraftSchema } from '../src/jobs';
import { shippedLexicon } from '../src/search';
import { testRouter } from '../test/support/valhalla';
import { seeded } from './measure';

/** Centre of the bench city; with `VALHALLA_URL` it lies on the map of that router. */
export const CENTRE = testRouter()?.at ?? { lat: 35.1905, lng: 113.263 };

/**
 * Postings a km²: gives about 700 in a walking circle of 15 minutes and 11,000 in one by e-bike, by the estimate.
 */
const PER_KM2 = 290;
const KM_PER_DEGREE = 111.195;
const PATTERNS = ['Mo-Fr', 'Mo-Sa', 'Mo-Su', 'Sa,Su', 'Mo,We,Fr', 'Tu,Th'];

/** Synthetic postings over a square city, the same in every run. @param validThrough last day of all */
export function* postings(count: number, validThrough: string): Generator<ImportLine> {
  const random = seeded(20_261_122);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const side = Math.sqrt(count / PER_KM2);
  const occupations = [...shippedLexicon.occupations.values()];
  for (let i = 0; i < count; i++) {
    const occupation = pick(occupations);
    const title = `${pick(['', '招', '急招', '晚班', '早班'])}${pick([occupation.canonical, ...occupation.aliases])}`;
    const start = 6 + Math.floor(random() * 14);
    const hours = 2 + Math.floor(random() * 2);
    const draft: JobDraftInput = {
      externalId: `bench-${i}`,
      title,
      description: pick([
        '活不重，准点下班。',
        '管一顿饭，日结。',
        '离菜市场近，好找。',
        '新店开张，人手不够。',
      ]),
      business: {
        name: `${pick(['福', '顺', '和', '康', '安'])}${pick(['来', '兴', '盛', '达'])}${i % 4000}号店`,
        kind: 'shop',
      },
      place: {
        address: '某街某号',
        lat: CENTRE.lat + ((random() - 0.5) * side) / KM_PER_DEGREE,
        lng:
          CENTRE.lng + ((random() - 0.5) * side) / (KM_PER_DEGREE * Math.cos((CENTRE.lat * Math.PI) / 180)),
      },
      pay: {
        amount: 23 + Math.floor(random() * 20),
        unit: 'hour',
        settlement: pick(['daily', 'weekly', 'biweekly']),
      },
      schedule: schedule(random, pick(PATTERNS), start, hours),
      benefits: random() < 0.4 ? ['meals'] : [],
      validThrough,
    };
    yield { line: i + 1, externalId: `bench-${i}`, draft: jobDraftSchema.parse(draft), problems: [] };
  }
}

function schedule(
  random: () => number,
  days: string,
  start: number,
  hours: number,
): JobDraftInput['schedule'] {
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  const kind = random();
  if (kind < 0.15) {
    const windows = [{ days: 'Mo-Su', start: '08:00', end: '21:00' }];
    return { kind: 'window', windows, hoursPerWeek: 6 + Math.floor(random() * 12), minBlockMinutes: 60 };
  }
  const shifts = [{ days, start: clock(start), end: clock(start + hours) }];
  return { kind: 'shifts', commitment: kind < 0.4 ? { atLeast: 1 } : 'all', shifts };
}
