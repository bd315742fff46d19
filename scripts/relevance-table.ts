import { readFileSync } from 'node:fs';
import type { Benefit, Engagement, Settlement } from '../src/kernel/vocabulary';
import type { Conditions, GoldenQuery } from '../test/relevance/golden';

/** The columns of a table of queries, tab-separated, with a head line. */
const COLUMNS = ['qid', 'query', 'kind', 'occupation_grade2', 'occupation_grade1', 'constraints'] as const;

const SETTLEMENTS: Readonly<Record<string, Settlement>> = {
  日结: 'daily',
  周结: 'weekly',
  半月结: 'biweekly',
  月结: 'monthly',
  完工结: 'on_completion',
};
const BENEFITS: Readonly<Record<string, Benefit[]>> = {
  包吃: ['meals'],
  包住: ['lodging'],
  包吃住: ['meals', 'lodging'],
  保险: ['insurance'],
};
const DAY_PARTS: Readonly<Record<string, string>> = {
  早上: '06:00-09:00',
  上午: '08:00-12:00',
  中午: '11:00-14:00',
  下午: '12:00-18:00',
  傍晚: '17:00-19:00',
  晚上: '18:00-22:00',
  白天: '08:00-18:00',
  周末: 'Sa,Su 00:00-24:00',
};
const VAGUE_SHARE = 0.6;
const PLACES: Readonly<Record<string, { lat: number; lng: number }>> = {
  滨溪社区: { lat: 35.1905, lng: 113.263 },
  文苑街道: { lat: 35.1905, lng: 113.263 },
  王褚街道: { lat: 35.229, lng: 113.206 },
  焦作站: { lat: 35.223, lng: 113.229 },
  龙源湖: { lat: 35.204, lng: 113.261 },
  河南理工大学: { lat: 35.1845, lng: 113.258 },
};
/** How far from a place people still mean it, metres along streets. */
const AROUND_METRES = 1500;
/** What 工资高 means here, yuan an hour; about is a tenth less. */
const HIGH_HOURLY = 35;

/** The queries of a table, and the conditions in it that have no counterpart here. */
export function readTable(path: string): { queries: GoldenQuery[]; unread: string[] } {
  const [head = '', ...lines] = readFileSync(path, 'utf8').split(/\r?\n/);
  const names = head.split('\t');
  const unread: string[] = [];
  const queries = lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.split('\t');
      const [id, q, kind, grade2, grade1, said] = COLUMNS.map((name) => cells[names.indexOf(name)] ?? '');
      const list = (text = '') => text.split(',').filter((one) => one !== '');
      if (said === 'none') {
        const wants = { occupations2: ['*'], occupations1: [] };
        return { id, q, kind, wants, notice: 'no_such_job' } as GoldenQuery;
      }
      const constraints = conditionsOf(said ?? '', unread);
      const wants = { occupations2: list(grade2), occupations1: list(grade1), constraints };
      return { id, q, kind, wants } as GoldenQuery;
    });
  return { queries, unread };
}

function conditionsOf(said: string, unread: string[]): Conditions {
  const conditions: Conditions = {};
  for (const one of said.split(';').filter((part) => part !== '')) {
    const read = conditionOf(one);
    if (read) Object.assign(conditions, read);
    else unread.push(one);
  }
  return conditions;
}

function conditionOf(said: string): Conditions | null {
  const [, name = '', relation = '', value = ''] = /^(\w+)(<=|>=|=|~)?(.*)$/.exec(said) ?? [];
  switch (name) {
    case 'settle': {
      const settlement = value.split(',').flatMap((one) => SETTLEMENTS[one] ?? []);
      return settlement.length > 0 ? { settlement } : null;
    }
    case 'meals':
    case 'lodging':
      return BENEFITS[value] ? { benefits: BENEFITS[value] } : null;
    case 'time':
      return timeOf(value);
    case 'pay':
      return payOf(relation, value);
    case 'place':
      return PLACES[value] ? { near: { place: value, ...PLACES[value], maxMetres: AROUND_METRES } } : null;
    case 'near':
      return { near: { ...(PLACES['滨溪社区'] ?? { lat: 0, lng: 0 }), maxMetres: metresOf(value) } };
    case 'home':
      return { traits: ['home'] };
    case 'posture':
      return value === '坐' ? { traits: ['sitting'] } : null;
    case 'load':
      return value === '轻' ? { traits: ['light'] } : null;
    case 'hours':
      return { dayHoursMax: Number(value) };
    case 'urgent':
      return { traits: ['urgent'] };
    case 'parttime':
    case 'student':
      return { engagement: ['part_time', 'task'] satisfies Engagement[] };
    case 'term':
      return { engagement: ['task'] };
    case 'age':
      return { excludeTraits: ['heavy'] };
    case 'health_cert':
      return { excludeCertificates: ['health'] };
    default:
      return null;
  }
}

function timeOf(value: string): Conditions | null {
  if (value === '灵活') return { flexible: true };
  if (value === '夜班') return { night: true };
  if (DAY_PARTS[value]) return { time: DAY_PARTS[value], timeShare: VAGUE_SHARE };
  return /^\d\d:\d\d-\d\d:\d\d$/.test(value) ? { time: value } : null;
}

function payOf(relation: string, value: string): Conditions | null {
  if (value === '高') return { pay: { min: HIGH_HOURLY, unit: 'hour' } };
  const [, amount, unit] = /^(\d+)\/([hdm])$/.exec(value) ?? [];
  if (!amount || !unit) return null;
  const said = unit === 'h' ? 'hour' : unit === 'd' ? 'day' : 'month';
  return { pay: { min: Number(amount) * (relation === '~' ? 0.9 : 1), unit: said } };
}

/** `<mode><=<minutes>min` as metres along streets; a quarter of an hour on foot when nothing is said. */
function metresOf(value: string): number {
  const [, mode, minutes] = /(walk|bike|ebike)<=(\d+)min/.exec(value) ?? [];
  const speed = mode === 'ebike' ? 300 : mode === 'bike' ? 200 : 80;
  return speed * Number(minutes ?? 15);
}
