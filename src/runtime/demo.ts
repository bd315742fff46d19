import { readFileSync } from 'node:fs';
import type { Accounts } from '../accounts';
import { businessKey } from '../businesses';
import type { Purpose } from '../candidates';
import { consentRows, sealPhone, sealPoint } from '../candidates';
import type { Ctx } from '../context';
import { type ImportLine, importBatch, jobDraftSchema, publishJob } from '../jobs';
import { DAY_MS, shanghaiDate } from '../kernel/clock';
import type { BusinessKind, Mode } from '../kernel/vocabulary';

interface DemoBusiness {
  name: string;
  kind: BusinessKind;
  verified: boolean;
  contactName: string;
  contactPhone: string;
}
interface DemoCandidate {
  name: string;
  phone: string;
  birthYear: number;
  estate: string;
  mode: Mode;
  minutes: number;
  free: string;
  hoursMax?: number;
  occupations: string[];
  certificates?: string[];
  consent: Purpose[];
}
interface DemoStation {
  slug: string;
  name: string;
  lat: number;
  lng: number;
  areaClass: number;
  estates: { name: string; lat: number; lng: number }[];
}
/** The logins of the demo station, printed at start. */
export interface DemoAccounts {
  admins: { username: string; name: string; password: string }[];
  staff: { username: string; name: string; password: string }[];
  shops: { phone: string; business: string }[];
  seekers: { phone: string; name: string }[];
}

const read = (name: string) => readFileSync(new URL(`../../seeds/${name}`, import.meta.url), 'utf8');

/** Where the demo station is and what it is called. */
export const demoStation = (): DemoStation => JSON.parse(read('station.json'));
export const demoAccounts = (): DemoAccounts => JSON.parse(read('accounts.json'));

/** How long the demo's businesses count as verified: as long as the law gives, six months. */
const VERIFIED_MS = 182 * DAY_MS;

/**
 * Fills a station with fictional postings and people. Safe to repeat: postings are known by externalId, people
 * by phone, accounts by name.
 */
export async function seedDemo(ctx: Ctx, accounts: Accounts): Promise<void> {
  await seedBusinesses(ctx, accounts);
  const lines = await importBatch(ctx, demoLines(ctx.clock.now()));
  // Work with children waits for staff at any station; those of the demo have looked.
  for (const { id, result, status } of lines) {
    if (id !== undefined && result === 'created' && status === 'review') await publishJob(ctx, id);
  }
  await seedAccounts(ctx, accounts);
  await seedCandidates(ctx, accounts);
}

/** The demo's postings as import lines, with dates reckoned from now. */
export function demoLines(now: number): ImportLine[] {
  const dateIn = (days: number) => shanghaiDate(now + days * DAY_MS);
  return read('jobs.ndjson')
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text, i) => {
      const { validDays, ...draft } = JSON.parse(text);
      for (const shift of draft.schedule?.shifts ?? []) {
        if (shift.inDays === undefined) continue;
        shift.date = dateIn(shift.inDays);
        delete shift.inDays;
      }
      const parsed = jobDraftSchema.parse({ ...draft, validThrough: dateIn(validDays) });
      return { line: i + 1, externalId: parsed.externalId ?? null, draft: parsed, problems: [] };
    });
}

async function seedBusinesses(ctx: Ctx, accounts: Accounts): Promise<void> {
  const list: DemoBusiness[] = JSON.parse(read('businesses.json'));
  const { businesses } = ctx.stores;
  const found = await businesses.ensure(
    ctx.station.id,
    list.map(({ name, kind }) => ({ id: ctx.ids.next(), name, kind })),
  );
  const shops = new Map(demoAccounts().shops.map((shop) => [shop.business, shop.phone]));
  for (const item of list) {
    const business = found.get(businessKey(item.name, item.kind));
    if (!business) continue;
    if (item.verified)
      await businesses.setVerified(ctx.station.id, business.id, ctx.clock.now() + VERIFIED_MS);
    const contact = JSON.stringify({ name: item.contactName, phone: item.contactPhone });
    await businesses.setContact(ctx.station.id, business.id, await ctx.vault.seal('contact', contact));
    const phone = shops.get(item.name);
    if (!phone) continue;
    const of = { stationId: ctx.station.id, phone, name: item.contactName, role: 'shop' as const };
    await businesses.addMember(ctx.station.id, business.id, await accounts.ensurePhoneAccount(of));
  }
}

async function seedAccounts(ctx: Ctx, accounts: Accounts): Promise<void> {
  const { admins, staff } = demoAccounts();
  const all = [
    ...admins.map((account) => ({ ...account, role: 'admin' as const })),
    ...staff.map((account) => ({ ...account, role: 'staff' as const })),
  ];
  for (const account of all) {
    try {
      await accounts.createStaff({ stationId: ctx.station.id, ...account });
    } catch (error) {
      if ((error as { code?: string }).code !== 'username_taken') throw error;
    }
  }
}

async function seedCandidates(ctx: Ctx, accounts: Accounts): Promise<void> {
  const list: DemoCandidate[] = JSON.parse(read('candidates.json'));
  const estates = new Map(demoStation().estates.map((estate) => [estate.name, estate]));
  const seekers = new Map(demoAccounts().seekers.map((seeker) => [seeker.phone, seeker]));
  for (const item of list) {
    const phone = await sealPhone(ctx.vault, ctx.station.id, item.phone);
    if ((await ctx.stores.candidates.byPhone(ctx.station.id, [phone.index])).length > 0) continue;
    const estate = estates.get(item.estate);
    const home = estate ? await sealPoint(ctx.vault, 'home', estate) : null;
    const seeker = seekers.get(item.phone);
    const userId = seeker
      ? await accounts.ensurePhoneAccount({ stationId: ctx.station.id, ...seeker, role: 'seeker' })
      : null;
    const id = ctx.ids.next();
    await ctx.tx(async (stores) => {
      await stores.candidates.insert({
        id,
        stationId: ctx.station.id,
        userId,
        name: item.name,
        birthDate: `${item.birthYear}-06-15`,
        phoneSealed: phone.sealed,
        phoneIndex: phone.index,
        timeSealed: null,
        plain: false,
        homeSealed: home?.sealed ?? null,
        homeCell: home?.cell ?? null,
        mode: item.mode,
        minutes: item.minutes,
        free: item.free,
        hoursMax: item.hoursMax ?? null,
        occupations: item.occupations,
        certificates: item.certificates ?? [],
        createdAt: ctx.clock.now(),
      });
      const consent = { purpose: item.consent, channel: 'paper' as const };
      await stores.candidates.giveConsent(consentRows(ctx, consent, { candidateId: id, walkInId: null }));
    });
  }
}
