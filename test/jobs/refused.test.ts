import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusedFields } from '../support/answers';
import { jobDraft } from '../support/builders';
import { type Cast, openCast } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';

/** What is wrong with a posting is said field by field, and nothing of it is stored. */
let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
});
afterAll(() => t.close());

describe('what is refused, field by field', () => {
  const shifts = (...list: object[]) => ({ schedule: { kind: 'shifts', commitment: 'all', shifts: list } });
  const window = (changes: object) => ({
    schedule: {
      kind: 'window',
      windows: [{ days: 'Mo-Su', start: '08:00', end: '21:00' }],
      hoursPerWeek: 12,
      ...changes,
    },
  });
  const place = (changes: object) => ({ place: { lat: 35.19, lng: 113.263, ...changes } });
  const pay = (changes: object) => ({ pay: { amount: 25, unit: 'hour', settlement: 'daily', ...changes } });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['no title', { title: '  ' }, ['/title required']],
    ['title of another type', { title: 5 }, ['/title type']],
    ['a title too long', { title: '长'.repeat(61) }, ['/title too_long']],
    ['no business', { business: undefined }, ['/business required']],
    [
      'a kind of business that is none',
      { business: { name: '店', kind: 'bank' } },
      ['/business/kind unknown_value'],
    ],
    ['a field that does not exist', { salary: 100 }, ['/salary unknown_field']],
    ['lat 91', place({ lat: 91 }), ['/place/lat too_big']],
    ['lng −181', place({ lng: -181 }), ['/place/lng too_small']],
    ['lat as text', place({ lat: '35.19' }), ['/place/lat type']],
    ['0/0', place({ lat: 0, lng: 0 }), ['/place/lat outside_china']],
    ['a place abroad', place({ lat: 35.68, lng: 139.77 }), ['/place/lat outside_china']],
    ['half a point', place({ lng: undefined }), ['/place/lng required']],
    ['the other half', place({ lat: undefined }), ['/place/lat required']],
    ['an empty place', { place: {} }, ['/place/address address_or_point']],
    ['a datum that is none', place({ datum: 'utm' }), ['/place/datum unknown_value']],
    ['pay of nothing', pay({ amount: 0 }), ['/pay/amount too_small']],
    ['pay below nothing', pay({ amount: -5 }), ['/pay/amount too_small']],
    ['pay that rounds to nothing', pay({ amount: 0.001 }), ['/pay/amount too_small']],
    ['pay beyond belief', pay({ amount: 1e12 }), ['/pay/amount too_big']],
    ['a maximum below the amount', pay({ max: 20 }), ['/pay/max max_below_amount']],
    ['hours missing for a day', pay({ unit: 'day' }), ['/pay/expectedHours expected_hours_needed']],
    ['an hourly figure beyond belief', pay({ unit: 'piece', expectedHours: 1e-9 }), ['/pay/amount too_big']],
    ['a settlement that is none', pay({ settlement: 'yearly' }), ['/pay/settlement unknown_value']],
    [
      'end equal to start',
      shifts({ days: 'Mo', start: '09:00', end: '09:00' }),
      ['/schedule/shifts/0/end equal'],
    ],
    [
      'a clock that is none',
      shifts({ days: 'Mo', start: '9', end: '10:00' }),
      ['/schedule/shifts/0/start clock'],
    ],
    [
      'a start at 24:00',
      shifts({ days: 'Mo', start: '24:00', end: '06:00' }),
      ['/schedule/shifts/0/start clock'],
    ],
    [
      'days that are none',
      shifts({ days: 'Xx', start: '09:00', end: '10:00' }),
      ['/schedule/shifts/0/days days'],
    ],
    [
      'days and a date',
      shifts({ days: 'Mo', date: '2026-06-06', start: '09:00', end: '10:00' }),
      ['/schedule/shifts/0/days days_or_date'],
    ],
    [
      'neither days nor date',
      shifts({ start: '09:00', end: '10:00' }),
      ['/schedule/shifts/0/days days_or_date'],
    ],
    [
      'a date that does not exist',
      shifts({ date: '2026-02-30', start: '09:00', end: '10:00' }),
      ['/schedule/shifts/0/date date'],
    ],
    [
      'a date of the year 0',
      shifts(
        { date: '2026-06-06', start: '09:00', end: '10:00' },
        { date: '0000-01-01', start: '09:00', end: '10:00' },
      ),
      ['/schedule/shifts/1/date date'],
    ],
    [
      'only dates gone by',
      shifts({ date: '2026-05-31', start: '09:00', end: '10:00' }),
      ['/schedule/shifts in_past'],
    ],
    [
      'shifts that overlap',
      shifts({ days: 'Mo', start: '09:00', end: '12:00' }, { days: 'Mo-Tu', start: '11:00', end: '13:00' }),
      ['/schedule/shifts shifts_overlap'],
    ],
    ['no shifts', shifts(), ['/schedule/shifts too_few_items']],
    [
      'more shifts wanted than offered',
      {
        schedule: {
          kind: 'shifts',
          commitment: { atLeast: 3 },
          shifts: [{ days: 'Mo,Tu', start: '09:00', end: '10:00' }],
        },
      },
      ['/schedule/commitment/atLeast more_than_offered'],
    ],
    [
      'at least none',
      {
        schedule: {
          kind: 'shifts',
          commitment: { atLeast: 0 },
          shifts: [{ days: 'Mo', start: '09:00', end: '10:00' }],
        },
      },
      ['/schedule/commitment/atLeast too_small'],
    ],
    [
      'more hours than the windows offer',
      window({ hoursPerWeek: 80, windows: [{ days: 'Mo', start: '08:00', end: '12:00' }] }),
      ['/schedule/hoursPerWeek more_than_offered'],
    ],
    [
      'a window from 24:00',
      window({ windows: [{ days: 'Mo', start: '24:00', end: '12:00' }] }),
      ['/schedule/windows/0/start clock'],
    ],
    [
      'a window of no length',
      window({ windows: [{ days: 'Mo', start: '12:00', end: '12:00' }] }),
      ['/schedule/windows/0/end equal'],
    ],
    ['blocks of a minute', window({ minBlockMinutes: 1 }), ['/schedule/minBlockMinutes too_small']],
    ['a schedule of no kind', { schedule: { shifts: [] } }, ['/schedule/kind unknown_value']],
    ['a last day gone by', { validThrough: '2026-05-31' }, ['/validThrough in_past']],
    ['a last day too far', { validThrough: '2026-07-02' }, ['/validThrough too_far']],
    ['a last day that does not exist', { validThrough: '2026-06-31' }, ['/validThrough date']],
    ['nobody wanted', { headcount: 0 }, ['/headcount too_small']],
    ['half a person', { headcount: 1.5 }, ['/headcount whole_number']],
    ['a benefit that is none', { benefits: ['dividend'] }, ['/benefits/0 unknown_value']],
    ['children', { requirements: { minAge: 12 } }, ['/requirements/minAge too_small']],
    ['a contact without a phone number', { contact: { phone: 'call me' } }, ['/contact/phone phone']],
    ['several at once', { title: '', headcount: 0 }, ['/headcount too_small', '/title required']],
  ])('%s', async (_, changes, fields) => {
    const before = await t.open.services.stores.jobs.countByStatus(cast.station.id);
    expect(await refusedFields(cast.service.post('/api/jobs', { ...jobDraft(), ...changes }))).toEqual(
      fields,
    );
    expect(await t.open.services.stores.jobs.countByStatus(cast.station.id)).toEqual(before);
  });

  it('keeps no business of a refused posting', async () => {
    const draft = {
      ...jobDraft({ business: { name: '不该留下的店', kind: 'shop' } }),
      validThrough: '2020-01-01',
    };
    await refusedFields(cast.service.post('/api/jobs', draft));
    const list = await t.open.services.stores.businesses.list(cast.station.id, {
      contains: '不该留下',
      limit: 5,
    });
    expect(list).toEqual([]);
  });
});
