import { describe, expect, it } from 'vitest';
import { foreignLine, lineOfDraft } from '../../../src/jobs';
import { jobDraft } from '../../support/builders';

describe('lineOfDraft', () => {
  it('takes a complete draft with its id', () => {
    const line = lineOfDraft(7, jobDraft({ externalId: 'a-1' }));
    expect(line).toMatchObject({
      line: 7,
      externalId: 'a-1',
      problems: [],
      draft: { title: '早市理货员', headcount: 1 },
    });
  });

  it('takes nothing of a line with one wrong field, and keeps its id for the report', () => {
    const line = lineOfDraft(3, { ...jobDraft({ externalId: 'a-2' }), place: { lat: 91, lng: 113 } });
    expect(line).toEqual({
      line: 3,
      externalId: 'a-2',
      draft: null,
      problems: [{ pointer: '/place/lat', code: 'too_big', values: { max: 90 } }],
    });
  });

  it.each([null, 7, 'text', [], [{}]])('refuses %j, which is no posting', (raw) => {
    expect(lineOfDraft(1, raw)).toMatchObject({
      draft: null,
      externalId: null,
      problems: [{ pointer: '', code: 'type' }],
    });
  });

  it('wants the hours of a pay that is not by the hour; a foreign list may leave them to staff', () => {
    const raw = jobDraft({ pay: { amount: 200, unit: 'day', settlement: 'daily' } });
    expect(lineOfDraft(1, raw).problems).toEqual([
      { pointer: '/pay/expectedHours', code: 'expected_hours_needed' },
    ]);
    expect(foreignLine(1, raw).draft?.pay).toEqual({ amount: 200, unit: 'day', settlement: 'daily' });
  });

  it('refuses what no database can keep', () => {
    expect(lineOfDraft(1, jobDraft({ title: 'a\0b' })).problems).toMatchObject([{ pointer: '/title' }]);
    expect(lineOfDraft(1, jobDraft({ description: 'half \ud83d pair' })).draft).toBeNull();
  });

  it('takes an address alone, but neither half a point nor nothing', () => {
    expect(lineOfDraft(1, jobDraft({ place: { address: '三号楼' } })).draft?.place).toMatchObject({
      address: '三号楼',
    });
    expect(lineOfDraft(1, jobDraft({ place: { lat: 35 } })).problems).toEqual([
      { pointer: '/place/lng', code: 'required' },
    ]);
    expect(lineOfDraft(1, jobDraft({ place: {} })).problems).toEqual([
      { pointer: '/place/address', code: 'address_or_point' },
    ]);
  });
});
