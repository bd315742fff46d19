import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WalkInView } from '../../src/desk';
import { answer, atOnce, problem, refusedFields } from '../support/answers';
import { HOME, streetMetresNorth } from '../support/builders';
import { type Cast, openCast, visit } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';

/** A visit is written anew, because the visitor thought again. */
let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
});
afterAll(() => t.close());

const PHONE = '13800009990';
const receive = async (changes: Record<string, unknown> = {}) =>
  (await answer<{ walkIn: WalkInView }>(cast.staff.post('/api/walk-ins', visit(changes)), 201)).walkIn.id;
const revise = (id: string, body: unknown, client: Cast['public'] = cast.staff) =>
  client.put(`/api/walk-ins/${id}`, body);
const stored = async (id: string) => t.open.services.stores.desk.getWalkIn(cast.station.id, id);

describe('writing a visit anew', () => {
  it('takes what is said now and forgets what is not, but for phone and consent', async () => {
    const contact = { purpose: ['matching', 'contact'], channel: 'paper' };
    const id = await receive({
      phone: PHONE,
      text: '洗碗',
      free: 'Mo 08:00-12:00',
      origin: HOME,
      consent: contact,
    });
    const view = await answer<WalkInView>(
      revise(id, {
        name: '改了名',
        mode: 'bike',
        minutes: 30,
        free: 'Sa 09:00-12:00',
        occupations: ['保洁员'],
      }),
    );
    expect(view).toMatchObject({
      id,
      name: '改了名',
      phone: PHONE,
      text: null,
      origin: null,
      mode: 'bike',
      minutes: 30,
      free: 'Sa 09:00-12:00',
      occupations: ['保洁员'],
      status: 'waiting',
    });
    const [line] = await t.open.services.stores.audit.ofEntity(cast.station.id, id, 1);
    expect(line).toMatchObject({ action: 'walk_in.edit' });
  });

  it('replaces the phone, by which the person is found from then on', async () => {
    const id = await receive({ phone: '13800009991' });
    await answer(revise(id, { phone: '13800009992' }));
    const received = await answer<{ duplicates: { id: string }[] }>(
      cast.staff.post('/api/walk-ins', visit({ phone: '13800009992' })),
      201,
    );
    expect(received.duplicates.map((one) => one.id)).toContain(id);
  });

  it('keeps point and words sealed', async () => {
    const id = await receive();
    await answer(revise(id, { text: '秘密的话', origin: streetMetresNorth(700) }));
    const record = await stored(id);
    for (const sealed of [record?.textSealed, record?.originSealed]) {
      expect(Buffer.from(sealed ?? []).toString('utf8')).not.toMatch(/秘密|35\./);
      expect(sealed?.length).toBeGreaterThan(12);
    }
  });

  it('names what is wrong and stores nothing', async () => {
    const id = await receive({ name: '原来的' });
    expect(await refusedFields(revise(id, { free: 'x', minutes: 0, phone: '1' }))).toEqual([
      '/free free_syntax',
      '/minutes too_small',
      '/phone phone_invalid',
    ]);
    expect(await refusedFields(revise(id, { origin: { lat: 10, lng: 10 } }))).toEqual([
      '/origin/lat outside_china',
    ]);
    expect(await refusedFields(revise(id, visit()))).toEqual(['/consent unknown_field']);
    expect((await stored(id))?.name).toBe('原来的');
  });

  it('is for staff of the station only', async () => {
    const id = await receive({ name: '原来的' });
    await problem(revise(id, { name: 'x' }, cast.public), 401);
    for (const client of [cast.seeker, cast.shop]) await problem(revise(id, { name: 'x' }, client), 403);
    await problem(revise(id, { name: 'x' }, cast.elsewhere), 404);
    expect((await stored(id))?.name).toBe('原来的');
  });

  it('is refused for a merged visit, also when both happen at once', async () => {
    const [into, gone] = [await receive(), await receive()];
    await answer(cast.staff.post(`/api/walk-ins/${gone}/merge`, { into }));
    expect((await problem(revise(gone, { name: 'x' }), 409)).code).toBe('wrong_state');
    const late = await receive();
    await atOnce(
      () => revise(late, { name: '同时改' }),
      () => cast.staff.post(`/api/walk-ins/${late}/merge`, { into }),
    );
    expect((await stored(late))?.status).toBe('merged');
  });
});
