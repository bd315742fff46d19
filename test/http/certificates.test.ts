import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStation, type TestStation } from '../support/station';

interface Answer {
  items: { job: { title: string }; match: { reasons: { code: string; text: string }[] } }[];
  relaxations: { change: { param: string }; gain: number; text: string }[];
}

describe('certificates that postings ask for', () => {
  let t: TestStation;
  beforeAll(async () => {
    t = await openTestStation();
    await t.openJob({ title: '理货员' });
    await t.openJob({ title: '洗碗工', requirements: { certificates: ['health'] } });
    await t.openJob({ title: '焊工', requirements: { certificates: ['welder', '高压证'] } });
  });
  afterAll(() => t.close());

  const search = async (query = ''): Promise<Answer> =>
    (await t.client().get(`/api/jobs${query}`)).json() as Promise<Answer>;
  const titles = ({ items }: Answer) => items.map(({ job }) => job.title).sort();

  it('are named among the reasons', async () => {
    const { items } = await search();
    const texts = new Map(items.map(({ job, match }) => [job.title, match.reasons.map(({ text }) => text)]));
    expect(texts.get('洗碗工')).toContain('要健康证');
    expect(texts.get('焊工')).toContain('要焊工证、别的证件');
    expect(texts.get('理货员')?.join()).not.toContain('证');
  });

  it('keep off what asks for one that is not held, when it is said which are', async () => {
    const none = await search('?certificates=none');
    expect(titles(none)).toEqual(['理货员']);
    expect(none.relaxations).toContainEqual(
      expect.objectContaining({ change: { param: 'certificates', value: null }, gain: 2 }),
    );
    const health = await search('?certificates=health');
    expect(titles(health)).toEqual(['洗碗工', '理货员']);
    expect(JSON.stringify(health)).not.toContain('要健康证');
    expect((await t.client().get('/api/jobs?certificates=cooking')).status).toBe(400);
  });

  it('tell in /why what is lacking, and to a visitor what one would open', async () => {
    const id = await t.openJob({ title: '糕点工', requirements: { certificates: ['health'] } });
    const why = (await (await t.client().get(`/api/jobs/${id}/why?certificates=none`)).json()) as {
      shown: boolean;
      gates: { code: string; ok: boolean; text: string; fix?: string }[];
    };
    expect(why.shown).toBe(false);
    expect(why.gates.find(({ code }) => code === 'certificate')).toMatchObject({
      ok: false,
      text: '要健康证',
      fix: '办好健康证就行',
    });
    const desk = await t.signIn('staff');
    const made = await desk.post('/api/walk-ins', { consent: { purpose: 'matching', channel: 'screen' } });
    const { walkIn } = (await made.json()) as { walkIn: { id: string } };
    const gains = (await (await desk.get(`/api/walk-ins/${walkIn.id}/gains`)).json()) as {
      items: { code: string; by: string; gain: number; text: string }[];
    };
    const certificates = gains.items.filter(({ code }) => code === 'certificate');
    expect(certificates).toMatchObject([{ by: 'health', gain: 2, text: '有健康证，多 2 个' }]);
  });

  it('engagements can be chosen, too', async () => {
    await t.openJob({ title: '搬运工', engagement: 'task' });
    expect(titles(await search('?engagement=task'))).toEqual(['搬运工']);
  });
});
