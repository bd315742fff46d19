import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WalkInView } from '../../src/desk';
import { answer } from '../support/answers';
import { fieldsIn, readable, type Visitor, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

/** Where people have to be, and which days are unlike others: in the desk's forms and in their own. */
let t: TestStation;
let desk: Visitor;
let school: { name: string; lat: number; lng: number };
beforeAll(async () => {
  t = await openTestStation();
  desk = visitor(t, (await t.signIn('staff')).cookie);
  const found = t.open.services.lexicon.places.find(({ kind }) => kind === 'landmark');
  if (!found) throw new Error('no landmark');
  school = found;
});
afterAll(() => t.close());

const INTAKE = 'card intake';
const PROFILE = 'card profile';
const visit = (changes: Record<string, string | string[]> = {}) => ({
  name: '王姐',
  from: '',
  mode: 'walk',
  minutes: '15',
  purpose: ['matching'],
  channel: 'paper',
  'a.rows': '2',
  'x.rows': '2',
  ...changes,
});
const schoolRun = () => ({
  'a0.at': '08:00',
  'a0.kind': 'leave',
  'a0.days': ['Mo', 'Tu', 'We', 'Th', 'Fr'],
  'a0.place': school.name,
  'a1.at': '17:30',
  'a1.kind': 'be_at',
});
const otherDays = {
  'hol.choice': 'off',
  'mak.choice': 'all',
  'x0.date': '2026-06-12',
  'x0.choice': 'off',
  'x1.date': '2026-07-01',
  'x1.until': '2026-08-31',
  'x1.choice': 'hours',
  'x1.from': '06:00',
  'x1.to': '11:00',
};
const idIn = (location: string | null) => /walk-ins\/([\w-]{36})/.exec(location ?? '')?.[1] ?? '';
const stored = async (id: string) => {
  const { items } = await answer<{ items: WalkInView[] }>(t.service().get('/api/walk-ins'));
  return items.find((one) => one.id === id);
};
const waiting = async () =>
  (await answer<{ items: WalkInView[] }>(t.service().get('/api/walk-ins'))).items.length;

describe('at the desk', () => {
  it('are taken down, shown in words, and shown again when the visit is changed', async () => {
    const sent = await desk.post('/desk/walk-ins', visit({ ...schoolRun(), ...otherDays }));
    expect(sent.status).toBe(303);
    const id = idIn(sent.location);
    const known = await stored(id);
    expect(known?.anchors).toEqual([
      {
        at: '08:00',
        days: 'Mo-Fr',
        kind: 'leave',
        place: { lat: school.lat, lng: school.lng, datum: 'wgs84' },
      },
      { at: '17:30', days: 'Mo-Su', kind: 'be_at' },
    ]);
    expect(known?.exceptions).toEqual([
      { holidays: true, free: '' },
      { makeupDays: true, free: '00:00-24:00' },
      { date: '2026-06-12', free: '' },
      { from: '2026-07-01', to: '2026-08-31', free: '06:00-11:00' },
    ]);
    const text = readable((await desk.get(`/desk/walk-ins/${id}`)).html);
    for (const line of [
      `周一到周五 08:00 从${school.name}走`,
      '每天 17:30 要到家里',
      '国家放假的日子：不行',
      '调休要上班的周末：全天都行',
      '2026年6月12日（周五）：不行',
      '2026年7月1日（周三）到8月31日（周一）：只有 06:00–11:00 行',
    ]) {
      expect(text).toContain(line);
    }
    const again = fieldsIn(INTAKE, (await desk.get(`/desk/walk-ins/${id}?edit=1`)).html);
    expect(again).toMatchObject({
      'a0.place': [school.name],
      'a1.days': ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
      'hol.choice': ['off'],
      'x1.until': ['2026-08-31'],
    });
    await desk.post(`/desk/walk-ins/${id}`, again);
    expect(await stored(id)).toEqual(known);
  });

  it('stay as they are when the visit is sent again, whatever no row has room for', async () => {
    const said = {
      anchors: [{ at: '8:05', kind: 'be_at', place: { lat: 35.19812, lng: 113.26345, datum: 'gcj02' } }],
      exceptions: [
        { date: '2026-06-20', free: 'Mo-Su 08:00-10:00,14:00-18:00' },
        { date: '2026-06-21', free: null },
        { holidays: true, free: 'Sa 22:00-02:00' },
      ],
    };
    const consent = { purpose: 'matching', channel: 'paper' };
    const { walkIn } = await answer<{ walkIn: WalkInView }>(
      t.service().post('/api/walk-ins', { ...said, consent }),
      201,
    );
    const { html } = await desk.get(`/desk/walk-ins/${walkIn.id}?edit=1`);
    expect(html).not.toContain('35.19812');
    expect(readable(html)).toContain('只有这些时间行：08:00–10:00、14:00–18:00');
    expect((await desk.post(`/desk/walk-ins/${walkIn.id}`, fieldsIn(INTAKE, html))).status).toBe(303);
    const after = await stored(walkIn.id);
    expect(after?.anchors).toEqual([{ ...said.anchors[0], at: '08:05', days: 'Mo-Su' }]);
    expect(after?.exceptions).toEqual([
      { holidays: true, free: 'Sa 22:00-02:00' },
      { date: '2026-06-20', free: 'Mo-Su 08:00-10:00,14:00-18:00' },
      { date: '2026-06-21', free: '' },
    ]);
  });

  it('are forgotten when their rows are emptied, and kept by a form that has none', async () => {
    const id = idIn((await desk.post('/desk/walk-ins', visit({ ...schoolRun(), ...otherDays }))).location);
    const { 'a.rows': _a, 'x.rows': _x, ...older } = visit();
    await desk.post(`/desk/walk-ins/${id}`, older);
    expect((await stored(id))?.anchors).toHaveLength(2);
    expect((await stored(id))?.exceptions).toHaveLength(4);
    await desk.post(`/desk/walk-ins/${id}`, visit({ 'hol.choice': '', 'x0.choice': 'off' }));
    expect(await stored(id)).toMatchObject({ anchors: [], exceptions: [] });
  });

  it.each([
    ['anchor', 'a.rows', 'a2.at'],
    ['date', 'x.rows', 'x2.date'],
  ])('get one more row (%s) without a script and without losing anything', async (action, count, first) => {
    const before = await waiting();
    const typed = visit({ ...schoolRun(), ...otherDays, text: '想洗碗', purpose: [], action });
    const { status, html } = await desk.post('/desk/walk-ins', typed);
    expect(status).toBe(200);
    const fields = fieldsIn(INTAKE, html);
    expect(fields).toMatchObject({
      [count]: ['3'],
      text: ['想洗碗'],
      'a0.at': ['08:00'],
      'x1.until': ['2026-08-31'],
      'hol.choice': ['off'],
      [first]: [''],
    });
    expect(html).toMatch(new RegExp(`<input [^>]*name="${first.replace('.', '\\.')}"[^>]* autofocus`));
    expect(html.match(/ autofocus/g)).toHaveLength(1);
    expect(await waiting()).toBe(before);
  });

  it('never get more rows than are taken', async () => {
    const { html } = await desk.post('/desk/walk-ins', visit({ 'a.rows': '20', action: 'anchor' }));
    expect(fieldsIn(INTAKE, html)['a.rows']).toEqual(['20']);
    expect(html).not.toContain('value="anchor"');
  });

  it('are sent by Enter like the rest: the first button of the form takes it down', async () => {
    const { html } = await desk.get('/desk');
    const form = /<form [^>]*class="card intake"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
    const first = /<(button|input type="submit")[^>]*>/.exec(form)?.[0] ?? '';
    expect(first).not.toContain('name="action"');
    expect(form).toContain('value="anchor"');
  });

  it.each<[string, () => Record<string, string | string[]>, string, string]>([
    ['an anchor without its time', () => ({ 'a1.days': ['Mo'] }), 'a1.at', '必填'],
    ['a time that is none', () => ({ 'a0.at': '25:00' }), 'a0.at', '时间要写成'],
    [
      'two places at once',
      () => ({
        'a0.at': '08:00',
        'a0.place': '',
        'a0.kind': 'be_at',
        'a1.at': '08:00',
        'a1.kind': 'leave',
        'a1.place': '@station',
      }),
      'a1.at',
      '同一时刻不能在两个地方',
    ],
    [
      'a place that is gone',
      () => ({ 'a0.at': '08:00', 'a0.place': '拆了的学校' }),
      'a0.place',
      '已经没有了',
    ],
    ['a place of nobody', () => ({ 'a0.at': '08:00', 'a0.place': '@kept:zzz' }), 'a0.place', '已经没有了'],
    ['a date that is none', () => ({ 'x0.date': '2026-02-30' }), 'x0.date', '确有这一天'],
    [
      'a stretch that ends before it starts',
      () => ({ 'x0.date': '2026-07-01', 'x0.until': '2026-06-01' }),
      'x0.until',
      '不能早于',
    ],
    [
      'a stretch of years',
      () => ({ 'x0.date': '2026-07-01', 'x0.until': '2028-06-01' }),
      'x0.until',
      '日期太远',
    ],
    [
      'hours of no date',
      () => ({ 'x1.choice': 'hours', 'x1.from': '08:00', 'x1.to': '09:00' }),
      'x1.date',
      '必填',
    ],
    ['half a span', () => ({ 'hol.choice': 'hours', 'hol.from': '08:00' }), 'hol.from', '开始和结束'],
    [
      'a span of nothing',
      () => ({ 'hol.choice': 'hours', 'hol.from': '08:00', 'hol.to': '08:00' }),
      'hol.from',
      '不能和开始时间相同',
    ],
    [
      'hours with another choice',
      () => ({ 'mak.choice': 'off', 'mak.from': '08:00', 'mak.to': '09:00' }),
      'mak.from',
      '只有这段时间行',
    ],
    [
      'hours that nobody can read',
      () => ({ 'x0.date': '2026-06-12', 'x0.choice': '=x' }),
      'x0.choice',
      '看不懂',
    ],
  ])('say beside the field what is wrong with %s, and keep everything', async (_, wrong, name, said) => {
    const before = await waiting();
    const typed = { ...visit({ text: '想洗碗', 'h.Sa.from1': '09:00', 'h.Sa.to1': '12:00' }), ...wrong() };
    const { status, html } = await desk.post('/desk/walk-ins', typed);
    expect(status).toBe(422);
    const id = `f-${name.replace('.', '-')}`;
    expect(html).toMatch(new RegExp(`id="${id}"[^>]*aria-invalid="true"`));
    const beside = new RegExp(`id="${id}-error"[^>]*>([^<]*)<`).exec(html)?.[1];
    expect(beside).toContain(said);
    expect(html).toContain(`href="#${id}"`);
    expect(html).toMatch(/<details class="time-fold" open/);
    const fields = fieldsIn(INTAKE, html);
    for (const [field, value] of Object.entries(typed)) {
      const sent = typeof value === 'string' ? [value] : value;
      if (field !== 'purpose') expect(fields[field], field).toEqual(sent);
    }
    expect(await waiting()).toBe(before);
  });

  it('say all that is wrong at once', async () => {
    const { html } = await desk.post(
      '/desk/walk-ins',
      visit({ phone: '1', 'a0.days': ['Mo'], 'x0.date': '2026-02-30', 'hol.choice': 'hours' }),
    );
    for (const name of ['phone', 'a0-at', 'x0-date', 'hol-from'])
      expect(html).toContain(`id="f-${name}-error"`);
  });

  it('are part of the profile that staff write, too', async () => {
    const sent = await desk.post('/desk/candidates', visit({ ...schoolRun(), ...otherDays }));
    const path = sent.location?.replace(/\?.*/, '') ?? '';
    expect(readable((await desk.get(path)).html)).toContain('国家放假的日子：不行');
    const { html } = await desk.get(`${path}/edit`);
    const again = fieldsIn(INTAKE, html);
    expect(again['a0.place']).toEqual([school.name]);
    const longer = await desk.post(path, { ...again, action: 'date' });
    expect(fieldsIn(INTAKE, longer.html)['x.rows']).toEqual(['3']);
    await desk.post(path, { ...again, 'hol.choice': 'all' });
    const text = readable((await desk.get(path)).html);
    expect(text).toContain('国家放假的日子：全天都行');
    expect(text).toContain(`08:00 从${school.name}走`);
  });
});

describe('in one’s own profile', () => {
  const profile = (changes: Record<string, string | string[]> = {}) => ({
    name: '李女士',
    from: 'station',
    mode: 'walk',
    minutes: '20',
    consent: ['matching'],
    'a.rows': '2',
    'x.rows': '2',
    ...changes,
  });
  const newSeeker = async () => {
    const { cookie, userId } = await t.signIn('seeker');
    return { anna: visitor(t, cookie), userId };
  };

  it('are kept sealed, shown in words, and shown again in the form', async () => {
    const { anna, userId } = await newSeeker();
    const sent = await anna.post('/me/profile', profile({ ...schoolRun(), ...otherDays }));
    expect(sent.location).toBe('/me?done=saved');
    const record = await t.open.services.stores.candidates.ofUser(t.station.id, userId);
    expect(Buffer.from(record?.timeSealed ?? []).toString('utf8')).not.toMatch(/08:00|holidays/);
    const text = readable((await anna.get('/me')).html);
    expect(text).toContain(`周一到周五 08:00 从${school.name}走`);
    expect(text).toContain('国家放假的日子：不行');
    const again = fieldsIn(PROFILE, (await anna.get('/me/profile')).html);
    expect(again).toMatchObject({ 'a0.place': [school.name], 'x1.from': ['06:00'], 'hol.choice': ['off'] });
    await anna.post('/me/profile', again);
    const after = await t.open.services.stores.candidates.ofUser(t.station.id, userId);
    const open = (sealed: Uint8Array | null | undefined) =>
      t.open.services.vault.open('person_time', sealed ?? new Uint8Array());
    expect(JSON.parse(await open(after?.timeSealed))).toEqual(JSON.parse(await open(record?.timeSealed)));
  });

  it('get more rows and say what is wrong without losing anything', async () => {
    const { anna, userId } = await newSeeker();
    const longer = await anna.post('/me/profile', profile({ ...schoolRun(), action: 'anchor' }));
    expect(longer.status).toBe(200);
    expect(fieldsIn(PROFILE, longer.html)).toMatchObject({
      'a.rows': ['3'],
      'a0.at': ['08:00'],
      name: ['李女士'],
    });
    const wrong = await anna.post(
      '/me/profile',
      profile({ ...schoolRun(), 'a1.at': '08:00', 'x0.date': '2026-06-12' }),
    );
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('同一时刻不能在两个地方');
    expect(fieldsIn(PROFILE, wrong.html)).toMatchObject({ 'a1.at': ['08:00'], 'x0.date': ['2026-06-12'] });
    expect(await t.open.services.stores.candidates.ofUser(t.station.id, userId)).toBeNull();
  });

  it('say where, and never who: there is nothing to write a name into', async () => {
    const { anna } = await newSeeker();
    const { html } = await anna.get('/me/profile');
    const folds = html.match(/<details class="time-fold"[\s\S]*?<\/details>/g) ?? [];
    expect(folds).toHaveLength(2);
    const types = [...folds.join('').matchAll(/<input [^>]*type="(\w+)"/g)].map(([, type]) => type);
    expect(new Set(types)).toEqual(new Set(['hidden', 'time', 'checkbox', 'date']));
    expect(folds.join('')).not.toContain('<textarea');
    // Every control is named for those who cannot see it.
    for (const [tag, id] of folds.join('').matchAll(/<(?:input|select) [^>]*id="([^"]+)"[^>]*>/g)) {
      expect(tag.includes('aria-label=') || html.includes(`for="${id}"`), tag).toBe(true);
    }
  });
});
