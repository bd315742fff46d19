import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobDraft, streetMetresNorth } from '../support/builders';
import { openTestStation, type TestStation } from '../support/station';

/** Who fits a posting: the search seen from the other side. */
let t: TestStation;
let jobId: string;
beforeAll(async () => {
  t = await openTestStation();
  jobId = await t.openJob(jobDraft({ place: streetMetresNorth(520) }));
});
afterAll(() => t.close());

interface Fitting {
  items: { candidateId: string; name: string; phone: string | null; score: number; fit: number | null }[];
}

const person = (changes: Record<string, unknown>) => ({
  name: '李女士',
  phone: '19900003001',
  home: streetMetresNorth(0),
  mode: 'walk',
  minutes: 15,
  free: 'Mo-Fr 08:20-15:40',
  consent: { purpose: ['matching'], channel: 'paper' },
  ...changes,
});

async function register(changes: Record<string, unknown> = {}): Promise<string> {
  const response = await t.service().post('/api/candidates', person(changes));
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

const fitting = async () =>
  (await (await t.service().get(`/api/jobs/${jobId}/candidates`)).json()) as Fitting;
const idsOf = ({ items }: Fitting) => items.map((item) => item.candidateId);

describe('GET /api/jobs/{id}/candidates', () => {
  it('gives the same score as the list of that person, and no phone in clear', async () => {
    const id = await register();
    const seen = (await fitting()).items.find((item) => item.candidateId === id);
    const response = await t.service().get(`/api/candidates/${id}/matches`);
    const { items } = (await response.json()) as {
      items: { job: { id: string }; match: { score: number } }[];
    };
    expect(seen?.score).toBe(items.find((item) => item.job.id === jobId)?.match.score);
    expect(seen?.fit).toBe(1);
    expect(seen?.phone).not.toContain('19900003001');
  });

  it('leaves out who is too far, who has no hour in common, and who withdrew consent', async () => {
    const far = await register({ home: streetMetresNorth(-3000) });
    const busy = await register({ free: 'Mo-Su 20:00-22:00' });
    const withdrew = await register();
    expect(idsOf(await fitting())).toContain(withdrew);
    await t.service().patch(`/api/candidates/${withdrew}`, { withdraw: 'matching' });
    const ids = idsOf(await fitting());
    for (const id of [far, busy, withdrew]) expect(ids).not.toContain(id);
  });

  it('finds a home at the far edge of a neighbouring cell', async () => {
    const id = await register({ home: streetMetresNorth(520 - 1199), free: null });
    expect(idsOf(await fitting())).toContain(id);
  });

  it('is for the business and staff only, and only while the posting is open', async () => {
    const seeker = await t.signIn('seeker');
    const shop = await t.signIn('shop');
    expect((await t.client().get(`/api/jobs/${jobId}/candidates`)).status).toBe(401);
    expect((await seeker.get(`/api/jobs/${jobId}/candidates`)).status).toBe(403);
    expect((await shop.get(`/api/jobs/${jobId}/candidates`)).status).toBe(403);
    const closed = await t.openJob();
    await t.service().post(`/api/jobs/${closed}/close`);
    expect((await t.service().get(`/api/jobs/${closed}/candidates`)).status).toBe(409);
  });
});
