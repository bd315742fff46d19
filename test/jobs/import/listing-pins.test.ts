import { describe, expect, it } from 'vitest';
import { cityOf, readListedPin, surveyPins } from '../../../src/jobs/import/listing-pins';

const pin = (lng: number | string, lat: number | string, region = '') => ({
  lng: `${lng}`,
  lat: `${lat}`,
  region,
});
/** Five pins around a centre, so that the city is known. */
const around = (lng: number, lat: number, region: string) =>
  [-2, -1, 0, 1, 2].map((i) => pin(lng + i / 100, lat + i / 100, region));

describe('readListedPin', () => {
  const nowhere = surveyPins([]);

  it('takes a point in the country', () => {
    expect(readListedPin(pin('113.2630', '35.1905'), nowhere)).toEqual({ lng: 113.263, lat: 35.1905 });
  });

  it('knows no pin where both cells are empty', () => {
    expect(readListedPin(pin('', ' '), nowhere)).toBeNull();
  });

  it.each([
    ['0.0000000000000', '0.0000000000000'],
    // What is left of 0/0 after a conversion between datums.
    ['-0.0219', '-0.0087'],
    ['0.0065', '0.0060'],
    ['113.2', ''],
    ['abc', '35'],
    ['113', '91'],
    ['181', '35'],
    ['NaN', 'Infinity'],
  ])('takes %s,%s for no coordinates', (lng, lat) => {
    expect(readListedPin(pin(lng, lat), nowhere)).toBe('no_coordinates');
  });

  it.each([
    ['-0.1278', '51.5074'],
    ['35.19', '113.26'.slice(0, 2)],
  ])('does not take %s,%s, which is abroad', (lng, lat) => {
    expect(readListedPin(pin(lng, lat), nowhere)).toBe('outside_china');
  });

  it('does not take a pin that rows of three cities share, however many digits it is written with', () => {
    const rows = [
      pin('116.3848242', '39.9014763', '甲市'),
      pin('116.3848242000', '39.9014763', '乙市·东区'),
      pin('116.38482', '39.90148', '某省丙市西区'),
    ];
    const survey = surveyPins(rows);
    for (const row of rows) expect(readListedPin(row, survey)).toBe('default_pin');
    expect(readListedPin(pin('116.39', '39.90', '甲市'), survey)).toMatchObject({ lat: 39.9 });
  });

  it('takes a pin that many rows of one city share: one office hires for many posts', () => {
    const rows = Array.from({ length: 30 }, () => pin(113.3, 23.1, '甲市·东区'));
    expect(readListedPin(pin(113.3, 23.1, '甲市'), surveyPins(rows))).toMatchObject({ lng: 113.3 });
  });

  it('does not take a pin far from the other pins of its city', () => {
    const survey = surveyPins([...around(113.3, 23.1, '某省甲市东区'), pin(116.4, 39.9, '某省甲市西区')]);
    expect(readListedPin(pin(116.4, 39.9, '某省甲市西区'), survey)).toBe('far_from_region');
    expect(readListedPin(pin(113.9, 23.5, '某省甲市西区'), survey)).toMatchObject({ lat: 23.5 });
  });

  it('does not judge by a city that few pins are known of', () => {
    const survey = surveyPins([pin(113.3, 23.1, '甲市'), pin(116.4, 39.9, '甲市')]);
    expect(readListedPin(pin(116.4, 39.9, '甲市'), survey)).toMatchObject({ lat: 39.9 });
  });
});

describe('cityOf', () => {
  it.each([
    ['河南省焦作市解放区', '焦作'],
    ['焦作市', '焦作'],
    ['焦作·解放区·民主路', '焦作'],
    ['焦作-解放区', '焦作'],
    ['焦作', '焦作'],
    ['清远··', '清远'],
    ['广西壮族自治区南宁市', '南宁'],
    ['', ''],
    ['··', ''],
  ])('%s → %s', (region, city) => {
    expect(cityOf(region)).toBe(city);
  });
});
