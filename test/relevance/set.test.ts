import { describe, expect, it } from 'vitest';
import { parseWeek } from '../../src/kernel/week-syntax';
import { FLOORS } from './floors';
import { readLabels, readPostings, readQueries, TRAITS } from './golden';
import { gradeOf } from './grade';

/** The golden set itself: large enough, whole, and asking nothing that cannot be answered. */
const postings = readPostings();
const queries = readQueries();
const kinds = new Set(queries.map(({ kind }) => kind));

function repeated(values: readonly string[]): string[] {
  return values.filter((value, i) => values.indexOf(value) !== i);
}

describe('the golden postings', () => {
  it('are enough, each once, and say nothing of their occupation', () => {
    expect(postings.length).toBeGreaterThanOrEqual(420);
    expect(repeated(postings.map(({ label }) => label.externalId))).toEqual([]);
    expect(repeated(postings.map(({ draft }) => `${draft.title} ${draft.business.name}`))).toEqual([]);
    expect(postings.filter(({ draft }) => draft.occupation !== undefined)).toEqual([]);
  });

  it('have labels of known traits, and no label is of nothing', () => {
    expect(readLabels()).toHaveLength(postings.length);
    const unknown = postings.flatMap(({ label }) => label.traits).filter((trait) => !TRAITS.includes(trait));
    expect(unknown).toEqual([]);
    expect(postings.filter(({ label }) => label.occupations.length === 0)).toEqual([]);
  });

  it('name nobody: no phone number, no sex, no age, nothing to pay', () => {
    const forbidden = /1[3-9]\d{9}|[男女]|\d\d岁|周岁|押金|保证金|服装费|培训费|身份证/;
    const text = postings.map(({ draft }) => `${draft.title} ${draft.description} ${draft.business.name}`);
    expect(text.filter((one) => forbidden.test(one))).toEqual([]);
  });
});

describe('the golden queries', () => {
  it('are enough, each once, of every kind at least eight', () => {
    expect(queries.length).toBeGreaterThanOrEqual(320);
    expect(repeated(queries.map(({ id }) => id))).toEqual([]);
    expect(repeated(queries.map(({ q }) => q))).toEqual([]);
    const few = [...kinds].filter((kind) => queries.filter((query) => query.kind === kind).length < 8);
    expect(few).toEqual([]);
  });

  it('have a floor and a target for every kind, each a share', () => {
    expect(Object.keys(FLOORS).sort()).toEqual([...kinds, 'overall'].sort());
    const shares = Object.values(FLOORS).flatMap(({ floor, target }) => [floor, target]);
    expect(shares.filter((share) => share <= 0 || share > 1)).toEqual([]);
  });

  it('speak of occupations that some posting has', () => {
    const known = new Set(postings.flatMap(({ label }) => label.occupations).concat('*'));
    const named = queries.flatMap(({ wants }) => [
      ...wants.occupations2,
      ...wants.occupations1,
      ...(wants.constraints?.excludeOccupations ?? []),
    ]);
    expect(named.filter((one) => !known.has(one))).toEqual([]);
  });

  it('speak of workplaces that some posting has, and of hours that can be read', () => {
    const known = new Set(postings.map(({ label }) => label.workplace));
    const set = queries.flatMap(({ wants }) => wants.constraints ?? []);
    const named = set.flatMap((one) => [...(one.workplace ?? []), ...(one.excludeWorkplaces ?? [])]);
    expect(named.filter((one) => !known.has(one))).toEqual([]);
    for (const { time, excludeTime } of set) {
      for (const hours of [time, excludeTime]) if (hours) expect(parseWeek(hours)).not.toEqual([]);
    }
  });

  it('can be answered whole', () => {
    const unanswerable = queries
      .filter(({ notice }) => notice === undefined)
      .filter(({ wants }) => !postings.some((posting) => gradeOf(posting, wants) === 3));
    expect(unanswerable.map(({ id, q }) => `${id} ${q}`)).toEqual([]);
  });
});
