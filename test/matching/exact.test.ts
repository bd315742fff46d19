import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/kernel/clock';
import { answer } from '../support/answers';
import { type Client, openTestStation, type TestStation } from '../support/station';
import { inOrder, judge, type Posting, type Question, type Verdict } from './oracle';
import { lineOf, paramsOf, question, wantedPosting } from './world';

/**
 * Random stations of sixty postings, random searches: the pages together are what the design says, posting by
 * posting, and everything told beside the list is true.
 */
const SEEDS = [11, 37];
const POSTINGS = 60;
const QUESTIONS = 12;

interface Item {
  job: { id: string };
  match: { score: number; travel: { minutes: number }; time: { fit: number | null; freedom: number } };
}
interface Page {
  items: Item[];
  total: number;
  next: string | null;
  relaxations: { change: { param: string; value: string | number | null }; gain: number }[];
}

let t: TestStation;
beforeAll(async () => {
  t = await openTestStation();
});
afterAll(() => t.close());

describe.each(SEEDS)('station %i', (seed) => {
  let client: Client;
  let postings: Posting[];
  const questions = fc.sample(question, { seed, numRuns: QUESTIONS });

  beforeAll(async () => {
    const station = await t.mintStation();
    client = t.client({}, station);
    const wanted = fc.sample(wantedPosting, { seed, numRuns: POSTINGS });
    postings = [];
    // In three lots on three days, so that some are newer than others.
    for (let lot = 0; lot < 3; lot++) {
      const own = wanted.slice((lot * POSTINGS) / 3, ((lot + 1) * POSTINGS) / 3);
      const lines = own.map((one, i) => lineOf(one, `${lot}/${i}`)).join('\n');
      const response = await t
        .service(station)
        .post('/api/import/jobs', lines, { 'content-type': 'application/x-ndjson' });
      const results = (await response.text())
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      for (const [i, { id, status, errors }] of results.entries()) {
        expect(status, JSON.stringify([own[i], errors])).toBe('open');
        postings.push({ ...(own[i] as Posting), id, publishedAt: t.clock.now() });
      }
      t.clock.advance(2 * DAY_MS);
    }
  });

  const verdictsOf = (asked: Question) => postings.map((posting) => judge(posting, asked, t.clock.now()));
  const ask = (asked: Question, more: Record<string, string> = {}) => {
    const params = paramsOf(asked);
    for (const [key, value] of Object.entries(more)) params.set(key, value);
    return answer<Page>(client.get(`/api/jobs?${params}`));
  };

  it('is not a trivial one', () => {
    const shown = questions.map(
      (asked) => verdictsOf(asked).filter(({ faults }) => faults.length === 0).length,
    );
    expect(shown.filter((count) => count > 3).length).toBeGreaterThan(QUESTIONS / 4);
    const kinds = new Set(postings.map(({ kind }) => (kind === 'all' ? kind : Object.keys(kind)[0])));
    expect(kinds.size).toBe(3);
  });

  it.each(questions.map((asked, i) => [i, asked] as const))(
    'question %i: page 1…n is the exact order',
    async (_, asked) => {
      const byId = new Map(verdictsOf(asked).map((verdict) => [verdict.posting.id, verdict]));
      const shown = [...byId.values()].filter(({ faults }) => faults.length === 0);
      const items: Item[] = [];
      let cursor: string | null = null;
      do {
        const page: Page = await ask(asked, { limit: '7', ...(cursor === null ? {} : { cursor }) });
        expect(page.total).toBe(shown.length);
        items.push(...page.items);
        cursor = page.next;
      } while (cursor !== null);
      expect(items.map(({ job }) => job.id).sort()).toEqual(shown.map(({ posting }) => posting.id).sort());
      const listed = items.map(({ job }) => byId.get(job.id) as Verdict);
      for (const [i, verdict] of listed.entries()) {
        const next = listed[i + 1];
        if (next) expect(inOrder(verdict, next), `${i}: ${JSON.stringify([verdict, next])}`).toBe(true);
        const { score, travel, time } = items[i]?.match ?? ({} as Item['match']);
        expect(score).toBeCloseTo(verdict.score, 9);
        expect(travel.minutes).toBeCloseTo(verdict.minutes, 1);
        expect(time.freedom).toBeCloseTo(verdict.freedom, 9);
        if (verdict.fit === null) expect(time.fit).toBeNull();
        else expect(time.fit).toBeCloseTo(verdict.fit, 9);
      }
    },
  );

  it('what a change would add comes when it is made, and what is not told adds nothing', async () => {
    const drop: Record<string, keyof Question> = {
      free: 'free',
      hours_max: 'hoursMax',
      pay_min: 'payMinFen',
      settlement: 'settlement',
      benefits: 'benefits',
      occupation: 'occupation',
    };
    let told = 0;
    for (const asked of questions) {
      const { total, relaxations } = await ask(asked);
      const gains = new Map(relaxations.map(({ change, gain }) => [change.param, gain]));
      for (const [param, key] of Object.entries(drop)) {
        const changed = { ...asked, [key]: key === 'free' ? null : undefined };
        expect((await ask(changed)).total - total, param).toBe(gains.get(param) ?? 0);
      }
      for (const { change, gain } of relaxations) {
        told++;
        if (change.param === 'minutes') {
          expect(change.value).toBeGreaterThan(asked.minutes);
          expect((await ask({ ...asked, minutes: Number(change.value) })).total - total).toBe(gain);
        } else expect(change.value).toBeNull();
      }
      expect(relaxations.map(({ gain }) => gain)).toEqual(
        [...relaxations].map(({ gain }) => gain).sort((a, b) => b - a),
      );
    }
    expect(told).toBeGreaterThan(5);
  });

  it('/why says shown of exactly what is listed, and names every gate that is shut', async () => {
    const GATES = ['travel', 'time', 'hours', 'pay', 'settlement', 'benefits', 'occupation'];
    for (const asked of questions.slice(0, 3)) {
      for (const verdict of verdictsOf(asked)) {
        const why = await answer<{ shown: boolean; gates: { code: string; ok: boolean; text: string }[] }>(
          client.get(`/api/jobs/${verdict.posting.id}/why?${paramsOf(asked)}`),
        );
        expect(why.shown).toBe(verdict.faults.length === 0);
        const shut = why.gates.filter((gate) => !gate.ok).map((gate) => gate.code);
        expect(shut.sort()).toEqual([...verdict.faults].sort());
        expect(
          why.gates.filter((gate) => GATES.includes(gate.code)).every((gate) => gate.text.length > 3),
        ).toBe(true);
      }
    }
  });
});
