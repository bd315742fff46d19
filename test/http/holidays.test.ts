import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CandidateView } from '../../src/candidates';
import type { WalkInView } from '../../src/desk';
import type { JobView } from '../../src/jobs';
import { epochDay } from '../../src/kernel/clock';
import { unannouncedYears } from '../../src/matching/holidays';
import { answer, refusedFields } from '../support/answers';
import { HOME, streetMetresNorth } from '../support/builders';
import { type Cast, openCast, profile, visit } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';

/** 法定节假日 through HTTP: a shift on National Day is for those who work on holidays. */
let t: TestStation;
let cast: Cast;
let onHoliday: string;
let onMakeupDay: string;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
  const onDate = (date: string) => ({
    place: streetMetresNorth(300),
    schedule: {
      kind: 'shifts' as const,
      commitment: 'all' as const,
      shifts: [{ date, start: '09:00', end: '11:00' }],
    },
  });
  onHoliday = await cast.openJob({ title: '国庆促销', ...onDate('2026-10-01') });
  onMakeupDay = await cast.openJob({ title: '调休日理货', ...onDate('2026-10-10') });
});
afterAll(() => t.close());

type Matches = { items: { job: JobView }[]; notices: { code: string; year: number; text: string }[] };
const BOTH = () => [onHoliday, onMakeupDay].sort();
const OFF = { holidays: true, free: '' };

/** Ids of the two postings that a new person of the station is shown. */
async function shown(changes: Record<string, unknown>): Promise<string[]> {
  const body = profile({ home: HOME, ...changes });
  const { id } = await answer<CandidateView>(cast.staff.post('/api/candidates', body), 201);
  const { items } = await answer<Matches>(cast.staff.get(`/api/candidates/${id}/matches`));
  return items
    .map(({ job }) => job.id)
    .filter((id) => BOTH().includes(id))
    .sort();
}

it('hides a shift on a holiday from who is off then, and shows it to others', async () => {
  const free = 'Mo-Su 08:00-12:00';
  expect(await shown({ free })).toEqual(BOTH());
  expect(await shown({ free, exceptions: [OFF] })).toEqual([onMakeupDay]);
  expect(await shown({ exceptions: [OFF] })).toEqual([onMakeupDay]);
  const evenings = 'Mo-Su 18:00-22:00';
  expect(await shown({ free: evenings })).toEqual([]);
  expect(await shown({ free: evenings, exceptions: [{ holidays: true, free: '08:00-12:00' }] })).toEqual([
    onHoliday,
  ]);
  expect(await shown({ free: evenings, exceptions: [{ makeupDays: true, free: '00:00-24:00' }] })).toEqual([
    onMakeupDay,
  ]);
  expect(await shown({ free, exceptions: [{ date: '2026-10-01', free: '08:00-12:00' }, OFF] })).toEqual(
    BOTH(),
  );
});

it('says of a posting that is hidden which gate it was', async () => {
  const body = profile({ home: HOME, free: 'Mo-Su 08:00-12:00', exceptions: [OFF] });
  const { id } = await answer<CandidateView>(cast.staff.post('/api/candidates', body), 201);
  const why = await answer<{ shown: boolean; gates: { code: string; ok: boolean }[] }>(
    cast.staff.get(`/api/candidates/${id}/jobs/${onHoliday}/why`),
  );
  expect(why.shown).toBe(false);
  expect(why.gates.filter(({ ok }) => !ok).map(({ code }) => code)).toEqual(['time']);
});

it('takes them down at the desk too, and gives them back as they were said', async () => {
  const body = visit({ origin: HOME, free: 'Mo-Su 08:00-12:00', exceptions: [OFF] });
  const received = await answer<{ walkIn: WalkInView; shortlist: { job: JobView }[] }>(
    cast.staff.post('/api/walk-ins', body),
    201,
  );
  expect(received.walkIn.exceptions).toEqual([OFF]);
  const ids = received.shortlist.map(({ job }) => job.id);
  expect(ids).toContain(onMakeupDay);
  expect(ids).not.toContain(onHoliday);
  const stored = await t.open.services.stores.desk.getWalkIn(cast.station.id, received.walkIn.id);
  expect(Buffer.from(stored?.timeSealed ?? []).toString('utf8')).not.toContain('holidays');
});

it('says which year nobody can know yet, to those who speak of holidays', async () => {
  const body = profile({ home: HOME, exceptions: [OFF] });
  const made = await answer<CandidateView>(cast.staff.post('/api/candidates', body), 201);
  const years = unannouncedYears(epochDay('2026-06-01'));
  expect(made.notices.map(({ code, year }) => `${code} ${year}`)).toEqual(
    years.map((year) => `holidays_unannounced ${year}`),
  );
  const { notices } = await answer<Matches>(cast.staff.get(`/api/candidates/${made.id}/matches`));
  expect(notices).toEqual(made.notices);
  const other = await answer<CandidateView>(cast.staff.post('/api/candidates', profile()), 201);
  expect(other.notices).toEqual([]);
});

it.each<[string, unknown, string[]]>([
  ['both a date and holidays', { date: '2026-10-01', holidays: true, free: '' }, ['date_or_range']],
  ['both kinds of days', { makeupDays: true, holidays: true, free: '' }, ['date_or_range']],
  ['no day at all', { free: '' }, ['date_or_range']],
])('refuses an exception with %s', async (_, exception, codes) => {
  const body = profile({ exceptions: [exception] });
  expect(await refusedFields(cast.staff.post('/api/candidates', body))).toEqual(
    codes.map((code) => `/exceptions/0/date ${code}`),
  );
});

it('refuses hours that are none, and holidays that are not meant', async () => {
  const post = (changes: Record<string, unknown>) => cast.staff.post('/api/candidates', profile(changes));
  expect(await refusedFields(post({ free: '' }))).toEqual(['/free no_free_minute']);
  expect(await refusedFields(post({ free: ' ; ' }))).toEqual(['/free no_free_minute']);
  expect(await refusedFields(post({ exceptions: [{ holidays: false, free: '' }] }))).toEqual([
    '/exceptions/0/holidays unknown_value',
  ]);
  expect(await refusedFields(post({ exceptions: [{ holidays: true, free: 'x' }] }))).toEqual([
    '/exceptions/0/free free_syntax',
  ]);
});
