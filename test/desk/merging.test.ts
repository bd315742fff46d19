import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WalkInView } from '../../src/desk';
import { answer, atOnce, problem, refusedFields } from '../support/answers';
import { HOME, streetMetresNorth } from '../support/builders';
import { type Cast, openCast, visit } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';

/** One person who came twice is offered for merging, and merged with all that belongs to them. */
let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
});
afterAll(() => t.close());

interface Received {
  walkIn: WalkInView;
  duplicates: { id: string }[];
}
const receive = (changes: Record<string, unknown> = {}) =>
  answer<Received>(cast.staff.post('/api/walk-ins', visit(changes)), 201);
const merge = (id: string, into: string, client: Cast['public'] = cast.staff) =>
  client.post(`/api/walk-ins/${id}/merge`, { into });
const idOf = async (changes: Record<string, unknown> = {}) => (await receive(changes)).walkIn.id;
const desk = () => t.open.services.stores.desk;

describe('who is likely the same person', () => {
  it('the same phone, on whatever day; or the same name from the same place today', async () => {
    const phone = await idOf({ name: '张三', phone: '13800008881' });
    const place = await idOf({ name: '李四', origin: HOME });
    await idOf({ name: '李四', origin: streetMetresNorth(20_000) });
    expect((await receive({ name: '别名', phone: '138-0000-8881' })).duplicates.map((d) => d.id)).toEqual([
      phone,
    ]);
    expect((await receive({ name: '李四', origin: HOME })).duplicates.map((d) => d.id)).toEqual([place]);
    expect((await receive({ name: '王五' })).duplicates).toEqual([]);
  });

  it('never somebody of another station', async () => {
    await answer(cast.elsewhere.post('/api/walk-ins', visit({ phone: '13800008882' })), 201);
    expect((await receive({ phone: '13800008882' })).duplicates).toEqual([]);
  });
});

describe('merging', () => {
  it('moves shortlist, consents and referrals, each once', async () => {
    const [shared, own] = [await cast.openJob({ title: '共有' }), await cast.openJob({ title: '独有' })];
    const into = await idOf({ name: '留下' });
    const gone = await idOf({ name: '并入', consent: { purpose: 'contact', channel: 'screen' } });
    await answer(cast.staff.put(`/api/walk-ins/${into}/shortlist`, { jobIds: [shared] }));
    await answer(cast.staff.put(`/api/walk-ins/${gone}/shortlist`, { jobIds: [shared, own] }));
    for (const jobId of [shared, own]) {
      await answer(cast.staff.post('/api/referrals', { walkInId: gone, jobId }), 201);
    }
    await answer(cast.staff.post('/api/referrals', { walkInId: into, jobId: shared }), 201);

    expect((await answer<WalkInView>(merge(gone, into))).id).toBe(into);
    expect((await desk().shortlist(cast.station.id, into)).sort()).toEqual([shared, own].sort());
    const referrals = await desk().listReferrals(cast.station.id, { walkInId: into, limit: 10 });
    expect(referrals.map((r) => r.jobId).sort()).toEqual([shared, own].sort());
    const consents = await t.open.services.stores.candidates.consentsOf(cast.station.id, { walkInId: into });
    expect(consents.map((c) => c.purpose).sort()).toEqual(['contact', 'matching']);
    const today = (await answer<{ items: WalkInView[] }>(cast.staff.get('/api/walk-ins'))).items;
    expect(today.map(({ id }) => id)).not.toContain(gone);
  });

  it('is done once, and what was merged takes part in nothing more', async () => {
    const [into, gone, other] = [await idOf(), await idOf(), await idOf()];
    await answer(merge(gone, into));
    expect((await problem(merge(gone, into), 409)).code).toBe('walk_in_changed');
    expect((await problem(merge(other, gone), 409)).code).toBe('walk_in_changed');
    await problem(cast.staff.put(`/api/walk-ins/${gone}/shortlist`, { jobIds: [] }), 409);
    await problem(cast.staff.put(`/api/walk-ins/${gone}`, { name: 'x' }), 409);
    const jobId = await cast.openJob();
    await problem(cast.staff.post('/api/referrals', { walkInId: gone, jobId }), 409);
  });

  it('of two visits into each other at the same moment is done one way', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await idOf(), await idOf()];
      expect(
        await atOnce(
          () => merge(a, b),
          () => merge(b, a),
        ),
      ).toEqual([200, 409]);
      const left = [await desk().getWalkIn(cast.station.id, a), await desk().getWalkIn(cast.station.id, b)];
      expect(left.map((w) => w?.status).sort()).toEqual(['merged', 'waiting']);
    }
  });

  it('in a chain at the same moment loses nobody', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b, c] = [await idOf(), await idOf(), await idOf()];
      await Promise.all([merge(a, b), merge(b, c)]);
      // Whoever was merged must have been merged into somebody who is still there, or who took them along.
      const shown = (await answer<{ items: WalkInView[] }>(cast.staff.get('/api/walk-ins'))).items.map(
        ({ id }) => id,
      );
      const consents = await Promise.all(
        [a, b, c].map((walkInId) =>
          t.open.services.stores.candidates.consentsOf(cast.station.id, { walkInId }),
        ),
      );
      for (const [i, id] of [a, b, c].entries()) if (consents[i]?.length) expect(shown).toContain(id);
      expect(consents.flat()).toHaveLength(3);
    }
  });

  it('is refused with itself, with nobody, and by everybody else', async () => {
    const [into, gone] = [await idOf(), await idOf()];
    expect(await refusedFields(merge(gone, gone))).toEqual(['/into same']);
    expect(await refusedFields(merge(gone, 'x'))).toEqual(['/into format']);
    await problem(merge(gone, '01890000-0000-7000-8000-000000000000'), 404);
    await problem(merge(gone, into, cast.public), 401);
    for (const who of [cast.seeker, cast.shop]) await problem(merge(gone, into, who), 403);
    await problem(merge(gone, into, cast.elsewhere), 404);
    expect((await desk().getWalkIn(cast.station.id, gone))?.status).toBe('waiting');
  });
});
