import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidateSchema, createCandidate, matchesOf } from '../../src/candidates';
import type { Ctx } from '../../src/context';
import { gainsOfVisit, getWalkIn, receiveWalkIn, slipOf, walkInSchema } from '../../src/desk';
import { HOME } from '../support/builders';
import { profile } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';

/** What a shortlist asks of the vault: nothing twice, and nothing that it does not need. */
let t: TestStation;
beforeAll(async () => {
  t = await openTestStation();
  await t.openJob();
});
afterAll(() => t.close());

/** A context that writes down what is asked of its vault. */
function watched(): { ctx: Ctx; asked: string[] } {
  const ctx = t.ctx();
  const asked: string[] = [];
  const { vault } = ctx;
  const note =
    <Rest extends unknown[], Answer>(verb: string, work: (purpose: string, ...rest: Rest) => Answer) =>
    (purpose: string, ...rest: Rest) => {
      asked.push(`${verb} ${purpose}`);
      return work(purpose, ...rest);
    };
  return {
    asked,
    ctx: {
      ...ctx,
      vault: {
        keyNumber: vault.keyNumber,
        seal: note('seal', vault.seal),
        open: note('open', vault.open),
        blindIndex: note('index', vault.blindIndex),
        blindIndexes: note('index', vault.blindIndexes),
      },
    },
  };
}
const draft = walkInSchema.parse({
  name: '来访者',
  phone: '13800000000',
  text: '想找理货的活',
  origin: HOME,
  anchors: [{ at: '16:00', days: 'Mo-Fr', kind: 'leave' }],
  consent: { purpose: ['matching', 'contact'], channel: 'paper' },
});

describe('the vault', () => {
  it('opens nothing of what was just said', async () => {
    const { ctx, asked } = watched();
    const { walkIn, shortlist } = await receiveWalkIn(ctx, draft);
    expect(shortlist.items).toHaveLength(1);
    expect(walkIn).toMatchObject({ phone: '13800000000', text: '想找理货的活', origin: HOME });
    expect(asked.sort()).toEqual([
      'index phone',
      'seal origin',
      'seal person_time',
      'seal phone',
      'seal walk_in_text',
    ]);
  });

  it('opens each once for a visit that is looked at again, and no phone for what needs none', async () => {
    const { walkIn } = await receiveWalkIn(t.ctx(), draft);
    const once = ['open origin', 'open person_time', 'open phone', 'open walk_in_text'];
    for (const look of [getWalkIn, slipOf]) {
      const { ctx, asked } = watched();
      expect((await look(ctx, walkIn.id)).walkIn).toMatchObject({ text: '想找理货的活', origin: HOME });
      expect(asked.sort()).toEqual(once);
    }
    const { ctx, asked } = watched();
    await gainsOfVisit(ctx, walkIn.id);
    expect(asked.sort()).toEqual(once.filter((one) => !one.endsWith('phone')));
  });

  it('opens home and hours for the list of a profile, and nothing else', async () => {
    const person = candidateSchema.parse(profile({ phone: '13800000001', home: HOME }));
    const { id } = await createCandidate(t.ctx(), person);
    const { ctx, asked } = watched();
    expect((await matchesOf(ctx, id, { limit: 20 })).items).toHaveLength(1);
    expect(asked).toEqual(['open home']);
  });
});
