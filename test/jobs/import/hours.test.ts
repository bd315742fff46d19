import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importBatch, jobDraftSchema } from '../../../src/jobs';
import { hoursInText } from '../../../src/jobs/import/hours';
import { lineOfDraft } from '../../../src/jobs/import/lines';
import { jobDraft } from '../../support/builders';
import { openTestStation, type TestStation } from '../../support/station';

describe('hours in the text of a posting', () => {
  const shown = (text: string) => {
    const schedule = hoursInText(text);
    if (schedule?.kind !== 'shifts') return null;
    const shifts = schedule.shifts.map(({ days, date, start, end }) => `${days ?? date} ${start}-${end}`);
    return `${shifts.join('; ')}${schedule.commitment === 'all' ? '' : ` >=${schedule.commitment.atLeast}`}`;
  };

  it.each([
    ['工作时间：8:00-17:00，双休', 'Mo-Fr 08:00-17:00'],
    ['上班时间9:00-12:00 13:30-18:00，周一到周六', 'Mo-Sa 09:00-12:00; Mo-Sa 13:30-18:00'],
    ['早八晚八，上六休一', 'Mo-Su 08:00-20:00 >=6'],
    ['10:00-14:00,17:00-21:00，月休四天', 'Mo-Su 10:00-14:00; Mo-Su 17:00-21:00 >=12'],
    ['夜班21:30-8:00', 'Mo-Su 21:30-08:00'],
  ])('%s', (text, expected) => expect(shown(text)).toBe(expected));

  it.each([
    ['nothing is said', '负责后厨卫生，吃苦耐劳'],
    ['shifts rotate', '白班8:00-20:00 夜班20:00-8:00 两班倒'],
    ['which of several is not said', '早班7:00-15:00 晚班15:00-23:00'],
    ['the end is not said', '早上8点上班'],
    ['only leaving is told', '21-23点下班'],
    ['days off are told in other words', '7:00-19:00，上三天休一天'],
    ['it contradicts itself', '周末双休，9:00-18:00，月休4-6天'],
    ['it is written on a clock of twelve hours', '上午08:00-12:00 下午01:00-05:00'],
    ['nobody works that long', '07:00-23:30'],
  ])('are not taken where %s', (_, text) => expect(shown(text)).toBeNull());
});

describe('lines without a schedule', () => {
  let t: TestStation;
  beforeAll(async () => {
    t = await openTestStation();
  });
  afterAll(() => t.close());

  const line = (description: string, changes = {}) => {
    const { schedule: _, ...draft } = jobDraft({ externalId: 'h-1', description, ...changes });
    return lineOfDraft(1, draft);
  };
  const stored = async (id = '') => (await t.open.services.stores.jobs.get(t.station.id, id))?.job;

  it('open with the hours that their text tells, and the report says where those are from', async () => {
    const [result] = await importBatch(t.ctx(), [line('每天早上6点到9点')]);
    expect(result).toMatchObject({
      result: 'created',
      status: 'open',
      notes: [{ pointer: '/schedule', code: 'hours_from_text' }],
    });
    expect((await stored(result?.id))?.schedule?.rules).toEqual([
      { days: 'Mo-Su', date: null, startMinute: 360, endMinute: 540 },
    ]);
  });

  it('are unchanged when they come again, and leave hours alone that somebody has entered', async () => {
    const [again] = await importBatch(t.ctx(), [line('每天早上6点到9点')]);
    expect(again?.result).toBe('unchanged');
    const schedule = { kind: 'shifts', shifts: [{ days: 'Sa', start: '07:00', end: '09:00' }] };
    expect((await t.service().patch(`/api/jobs/${again?.id}`, { schedule })).status).toBe(200);
    const [changed] = await importBatch(t.ctx(), [line('每天早上5点到9点')]);
    expect(changed?.result).toBe('updated');
    expect((await stored(changed?.id))?.schedule?.rules.map(({ days }) => days)).toEqual(['Sa']);
  });

  it('stay drafts when their text tells none', async () => {
    const [result] = await importBatch(t.ctx(), [line('轻活', { externalId: 'h-2' })]);
    expect(result).toMatchObject({ result: 'created', status: 'draft' });
    expect(result?.notes).toBeUndefined();
  });

  it('keep to what the line itself says', () => {
    const said = lineOfDraft(1, jobDraft({ description: '每天早上6点到9点' }));
    expect([said.hours, said.notes]).toEqual([undefined, undefined]);
    expect(jobDraftSchema.parse(said.draft).schedule).toMatchObject({ shifts: [{ days: 'Mo-Fr' }] });
  });
});
