import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoStation } from '../../src/runtime/demo';
import { ensureDemo } from '../../src/runtime/first-station';
import type { Station } from '../../src/stations';
import { type Visitor, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

/** 从哪儿出发: the places of the station, first in every list and understood where they come back. */
let t: TestStation;
let demo: Station;
let anna: Visitor;
let clerk: Visitor;
beforeAll(async () => {
  t = await openTestStation();
  await ensureDemo(t.open);
  demo = await theDemo();
  anna = visitor(t, '', demo);
  clerk = visitor(t, (await t.signIn('staff', demo)).cookie, demo);
});
afterAll(() => t.close());

async function theDemo(): Promise<Station> {
  const found = await t.open.services.stores.stations.bySlug(demoStation().slug);
  if (!found) throw new Error('no demo station');
  return found;
}

const ESTATES = demoStation().estates.map(({ name }) => name);
const HOME = demoStation().estates[1] ?? { name: '', lat: 0, lng: 0 };

/** The choices of 从哪儿出发, and the chosen one. */
function fromIn(html: string) {
  const list = /<select[^>]*name="from"[^>]*>([\s\S]*?)<\/select>/.exec(html)?.[1] ?? '';
  const options = [...list.matchAll(/<option value="([^"]*)"([^>]*)>/g)];
  return {
    values: options.map(([, value]) => value),
    chosen: options.find(([, , rest = '']) => rest.includes('selected'))?.[1],
  };
}

describe('places of a station', () => {
  it('stand right after the station in the list of the seeker, before the gazetteer', async () => {
    const { values } = fromIn((await anna.get('/')).html);
    expect(values.slice(0, 1 + ESTATES.length)).toEqual(['station', ...ESTATES]);
    expect(values).toContain('龙源湖');
    expect(new Set(values).size).toBe(values.length);
  });

  it('are where a search starts, and stay chosen', async () => {
    const found = await anna.get(`/search?from=${encodeURIComponent(HOME.name)}&minutes=15`);
    const address = new URL(found.location ?? '', 'http://x');
    expect([address.searchParams.get('lat'), address.searchParams.get('lng')]).toEqual([
      String(HOME.lat),
      String(HOME.lng),
    ]);
    const { html } = await anna.get(found.location ?? '');
    expect(fromIn(html).chosen).toBe(HOME.name);
    expect(html).toContain(`从哪儿出发：${HOME.name}`);
  });

  it('keep their name also where the station stands in one of them', async () => {
    const [first = HOME] = demoStation().estates;
    expect([first.lat, first.lng]).toEqual([demo.lat, demo.lng]);
    const { location } = await anna.get(`/search?from=${encodeURIComponent(first.name)}`);
    expect(fromIn((await anna.get(location ?? '')).html).chosen).toBe(first.name);
    expect(fromIn((await anna.get('/')).html).chosen).toBe('station');
  });

  it('are no places of another station', async () => {
    const { values } = fromIn((await visitor(t).get('/')).html);
    expect(values).not.toContain(HOME.name);
    expect(values).toContain('龙源湖');
  });

  it('can be said at the desk, are kept with the visit and read there again', async () => {
    const { values } = fromIn((await clerk.get('/desk')).html);
    expect(values.slice(0, 1 + ESTATES.length)).toEqual(['', ...ESTATES]);
    const sent = await clerk.post('/desk/walk-ins', {
      from: HOME.name,
      mode: 'walk',
      minutes: '15',
      purpose: 'matching',
      channel: 'spoken',
      witness: '小周',
    });
    expect(sent.status).toBe(303);
    const { html } = await clerk.get(sent.location ?? '');
    expect(html).toContain(`<dd>${HOME.name}</dd>`);
    expect(fromIn((await clerk.get(`${sent.location}?edit=1`)).html).chosen).toBe(HOME.name);
  });
});

describe('the demo station', () => {
  it('gets its places also when it was made before there were any, and keeps what was changed since', async () => {
    const { stations } = t.open.services.stores;
    const mine = [{ name: '自家院', lat: 35.19, lng: 113.26 }];
    await stations.setPlaces(demo.id, mine);
    await ensureDemo(t.open);
    expect((await theDemo()).settings.places).toEqual(mine);

    const sql = postgres(t.database.appUrl, { max: 1 });
    await sql`update stations set settings = '{"requireVerified": false}' where id = ${demo.id}`;
    await sql.end();
    expect(await ensureDemo(t.open)).toBe(false);
    expect((await theDemo()).settings).toEqual({ requireVerified: false, places: demoStation().estates });
    const audit = await t.open.services.stores.audit.ofEntity(demo.id, demo.id, 10);
    expect(audit.filter(({ action }) => action === 'station.places')).toHaveLength(2);
  });
});
