import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rulesOf } from '../../src/jobs/draft';
import { type JobDraft, jobDraftSchema } from '../../src/jobs/schema';
import { dateOfEpochDay, epochDay } from '../../src/kernel/clock';
import { haversineMetres } from '../../src/kernel/geo';
import { fenFromYuan, hourlyFen, PAY_UNITS } from '../../src/kernel/money';
import { expandSchedule, hasOverlap, type Schedule } from '../../src/kernel/schedule';
import { BENEFITS, BUSINESS_KINDS, ENGAGEMENTS, MODES, SETTLEMENTS } from '../../src/kernel/vocabulary';
import { parseWeek } from '../../src/kernel/week-syntax';
import { radiusMetres } from '../../src/places/travel';
import { floorFen, MAX_VALIDITY_DAYS, PART_TIME_WEEK_HOURS } from '../../src/trust';

interface Pin {
  name: string;
  lat: number;
  lng: number;
}
interface SeedJob {
  externalId: string;
  validDays: number;
  business: { name: string; kind: string };
  schedule: { kind: string; shifts?: { inDays?: number }[] };
}
interface SeedBusiness extends Pin {
  kind: string;
  verified: boolean;
  contactPhone: string;
}
interface SeedCandidate {
  name: string;
  phone: string;
  birthYear: number;
  estate: string;
  mode: (typeof MODES)[number];
  minutes: number;
  free: string;
  hoursMax?: number;
  occupations: string[];
  consent: string[];
}
interface Accounts {
  admins: { username: string; password: string }[];
  staff: { username: string; password: string }[];
  shops: { phone: string; business: string }[];
  seekers: { phone: string; name: string }[];
}

const text = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8').trim();
const json = <T>(name: string) => JSON.parse(text(`seeds/${name}.json`)) as T;

const station = json<Pin & { areaClass: number; estates: Pin[] }>('station');
const businesses = json<SeedBusiness[]>('businesses');
const candidates = json<SeedCandidate[]>('candidates');
const accounts = json<Accounts>('accounts');
const seeds = text('seeds/jobs.ndjson')
  .split('\n')
  .map((line) => JSON.parse(line) as SeedJob);
const occupations = text('search/lexicon/occupations.csv')
  .split('\n')
  .slice(1)
  .map((line) => line.split(',')[0] ?? '');

/** Any day on which the floor of 2025-12-01 is in force; relative days of the seeds count from here. */
const TODAY = '2026-06-01';
const inDays = (days: number) => dateOfEpochDay(epochDay(TODAY) + days);
/** Phones that cannot be anybody's: 199 0000 and four digits. */
const RESERVED_PHONE = /^1990000\d{4}$/;
const metres = (pin: { lat: number; lng: number }) =>
  haversineMetres(station.lat, station.lng, pin.lat, pin.lng);

function draftOf(seed: SeedJob): JobDraft {
  const { validDays, ...draft } = seed;
  const shifts = seed.schedule.shifts?.map(({ inDays: days, ...shift }) =>
    days === undefined ? shift : { ...shift, date: inDays(days) },
  );
  const schedule = shifts ? { ...seed.schedule, shifts } : seed.schedule;
  return jobDraftSchema.parse({ ...draft, schedule, validThrough: inDays(validDays) });
}

function scheduleOf(draft: JobDraft): Schedule {
  if (!draft.schedule) throw new Error(`${draft.externalId}: no schedule`);
  return expandSchedule(rulesOf(draft.schedule));
}

function payOf(draft: JobDraft): NonNullable<JobDraft['pay']> {
  if (!draft.pay) throw new Error(`${draft.externalId}: no pay`);
  return draft.pay;
}

const drafts = seeds.map(draftOf);
const failing = (wrong: (draft: JobDraft) => boolean) => drafts.filter(wrong).map((d) => d.externalId);

describe('demo postings', () => {
  it('are about 120 drafts of the contract, each with its own id, title and words', () => {
    expect(drafts.length).toBeGreaterThanOrEqual(115);
    expect(drafts.length).toBeLessThanOrEqual(135);
    for (const key of ['externalId', 'title', 'description'] as const) {
      expect(new Set(drafts.map((d) => d[key])).size, key).toBe(drafts.length);
    }
    expect(failing((d) => d.description.length < 20 || d.description.length > 90)).toEqual([]);
  });

  it('belong to a business of the demo station, and every business has one', () => {
    const known = businesses.map((b) => `${b.kind} ${b.name}`);
    const named = drafts.map((d) => `${d.business.kind} ${d.business.name}`);
    expect(new Set(known).size).toBe(businesses.length);
    expect([...new Set(named)].sort()).toEqual(known.sort());
  });

  it('cover more than half of the canonical occupations and name no other', () => {
    const named = new Set(drafts.map((d) => d.occupation));
    expect([...named].filter((name) => name === undefined || !occupations.includes(name))).toEqual([]);
    expect(named.size).toBeGreaterThan(occupations.length / 2);
  });

  it('show every kind of hours, pay, settlement, engagement and benefit', () => {
    const all = (of: (d: JobDraft) => readonly string[]) => [...new Set(drafts.flatMap(of))].sort();
    expect(all((d) => [scheduleOf(d).kind])).toEqual(['all', 'atLeast', 'window']);
    expect(all((d) => [payOf(d).unit])).toEqual([...PAY_UNITS].sort());
    expect(all((d) => [payOf(d).settlement ?? 'none'])).toEqual([...SETTLEMENTS].sort());
    expect(all((d) => [d.engagement])).toEqual([...ENGAGEMENTS].sort());
    expect(all((d) => d.benefits)).toEqual([...BENEFITS].sort());
    expect(all((d) => [d.business.kind])).toEqual([...BUSINESS_KINDS].sort());
    expect(drafts.some((d) => scheduleOf(d).shifts.some((s) => s.day >= 0))).toBe(true);
    const overnight = (d: JobDraft) =>
      scheduleOf(d).shifts.some((s) => Math.floor((s.end - 1) / 1440) > Math.floor(s.start / 1440));
    expect(drafts.some(overnight)).toBe(true);
  });

  it('keep the hours of the law: 24 a week part-time, 44 full-time, no shift twice', () => {
    const hours = (d: JobDraft) => scheduleOf(d).neededMinutes / 60;
    // 劳动合同法 art. 68; 劳动法 art. 36.
    expect(failing((d) => d.engagement !== 'full_time' && hours(d) > PART_TIME_WEEK_HOURS)).toEqual([]);
    expect(failing((d) => hours(d) > 44)).toEqual([]);
    expect(failing((d) => scheduleOf(d).kind !== 'window' && hasOverlap(scheduleOf(d)))).toEqual([]);
  });

  it('pay the floor, monthly only for full-time work', () => {
    const floor = floorFen(TODAY, station.areaClass);
    expect(floor).toBeGreaterThanOrEqual(2300);
    const hourly = (d: JobDraft) => {
      const pay = payOf(d);
      return hourlyFen(fenFromYuan(pay.amount), pay.unit, pay.expectedHours) ?? 0;
    };
    expect(failing((d) => hourly(d) < floor)).toEqual([]);
    expect(failing((d) => payOf(d).settlement === 'monthly' && d.engagement !== 'full_time')).toEqual([]);
  });

  it('expect of a shift, a day and a month the hours that the schedule has', () => {
    const off = failing((d) => {
      const { unit, expectedHours = 0 } = payOf(d);
      const { shifts, neededMinutes } = scheduleOf(d);
      if (unit === 'shift') return shifts.some((s) => s.end - s.start !== expectedHours * 60);
      const weekly = neededMinutes / 60;
      if (unit === 'month') return Math.abs((weekly * 52) / 12 - expectedHours) > 1;
      if (unit !== 'day') return false;
      const days = new Set(shifts.map((s) => `${s.day} ${Math.floor(s.start / 1440)}`)).size;
      const worked = shifts.reduce((sum, s) => sum + s.end - s.start, 0) / 60;
      return worked / days !== expectedHours;
    });
    expect(off).toEqual([]);
  });

  it('stay valid until the last day of one-off work, and no longer than a posting may', () => {
    const late = seeds.filter((seed) => {
      const days = (seed.schedule.shifts ?? []).flatMap((s) => (s.inDays === undefined ? [] : [s.inDays]));
      return seed.validDays > MAX_VALIDITY_DAYS || days.some((day) => day < 1 || day > seed.validDays);
    });
    expect(late.map((seed) => seed.externalId)).toEqual([]);
  });

  it('fill the circles of a walker, an e-bike and a car', () => {
    const far = drafts.map(({ place: { lat, lng } = {} }) =>
      lat === undefined || lng === undefined ? Number.NaN : metres({ lat, lng }),
    );
    const within = (limit: number) => far.filter((m) => m <= limit).length;
    const walk = within(radiusMetres(15, 'walk'));
    expect(walk).toBeGreaterThanOrEqual(45);
    expect(within(radiusMetres(20, 'walk'))).toBeGreaterThan(walk);
    expect(within(radiusMetres(15, 'ebike'))).toBeGreaterThan(within(radiusMetres(20, 'walk')));
    expect(within(radiusMetres(15, 'car'))).toBeGreaterThan(within(radiusMetres(15, 'ebike')));
    expect(Math.min(...far)).toBeLessThanOrEqual(60);
    expect(Math.max(...far)).toBeGreaterThan(radiusMetres(15, 'car'));
    expect(Math.max(...far)).toBeLessThanOrEqual(6000);
  });

  it('say nothing that a posting may not say', () => {
    const banned =
      /[男女]|押金|保证金|培训费|服装费|身份证|试工|试用|违约|罚款|扣钱|扣工资|已婚|未婚|已育|未育|宝妈|本地人|外地|户口|周岁|岁以下|优先|民族|乙肝|微信|贷款|刷单|轻松|高薪|日赚|月入|包过|\d{7,}/;
    expect(failing((d) => banned.test(`${d.title} ${d.description}`))).toEqual([]);
  });
});

describe('demo station, people and logins', () => {
  it('has seven estates within 900 m and about 45 businesses, most of them verified', () => {
    expect(station.estates).toHaveLength(7);
    expect(station.estates.filter((estate) => metres(estate) > 900)).toEqual([]);
    expect(businesses.length).toBeGreaterThanOrEqual(40);
    expect(businesses.length).toBeLessThanOrEqual(55);
    const verified = businesses.filter((b) => b.verified).length;
    expect(verified).toBeGreaterThan(businesses.length * 0.8);
    expect(verified).toBeLessThan(businesses.length);
  });

  it('has forty grown-up seekers with readable weeks, known estates and known occupations', () => {
    expect(candidates).toHaveLength(40);
    const estates = new Set(station.estates.map((estate) => estate.name));
    for (const who of candidates) {
      expect(who.name).toMatch(/^.(女士|先生|阿姨|师傅|同学|大爷)$/);
      expect(estates).toContain(who.estate);
      expect(who.birthYear, who.name).toBeLessThanOrEqual(2007);
      expect(parseWeek(who.free).length, who.name).toBeGreaterThan(0);
      expect(who.consent, who.name).toContain('matching');
      expect(occupations).toEqual(expect.arrayContaining(who.occupations));
    }
    expect(new Set(candidates.map((who) => who.mode))).toEqual(new Set(MODES));
  });

  it('uses only phones that are nobody’s, each once', () => {
    const phones = [...businesses.map((b) => b.contactPhone), ...candidates.map((who) => who.phone)];
    expect(phones.filter((phone) => !RESERVED_PHONE.test(phone))).toEqual([]);
    expect(new Set(phones).size).toBe(phones.length);
  });

  it('has logins that belong to somebody', () => {
    const names = [...accounts.admins, ...accounts.staff].map((user) => user.username);
    expect(new Set(names).size).toBe(3);
    for (const { phone, business } of accounts.shops) {
      expect(businesses.find((b) => b.contactPhone === phone)?.name).toBe(business);
    }
    for (const { phone, name } of accounts.seekers) {
      expect(candidates.find((who) => who.phone === phone)?.name).toBe(name);
    }
    expect([accounts.shops.length, accounts.seekers.length]).toEqual([3, 2]);
  });
});
