import type { BusinessView } from '../../businesses';
import type { JobRecord, JobWithBusiness } from '../../jobs';
import { dateOfEpochDay, epochDay } from '../../kernel/clock';
import type { Point } from '../../kernel/geo';
import { yuanFromFen } from '../../kernel/money';
import { coordinatesIn } from '../coordinates';
import type { FormState } from '../form-state';
import { type FormInput, given, many, numberOf, one } from '../page-env';
import { CERTIFICATE_CODES } from '../text/vocabulary';
import { FIRST_ROWS, scheduleField, scheduleFields, scheduleOf } from './shift-rows';

/** Value of the business field that asks for a new one. */
export const NEW_BUSINESS = 'new';
/** Days that a new posting stays up unless said otherwise. */
export const DEFAULT_VALID_DAYS = 30;

/** What a form is read against. */
export interface FormSetting {
  station: Point;
  /** Businesses that can be chosen. */
  businesses: readonly BusinessView[];
  /** Names of businesses that are offered while one is typed. */
  names: readonly string[];
  /** Shanghai date. */
  today: string;
  /** The posting that is being changed; null for a new one. */
  before: JobRecord | null;
  /** Whether a posting without a pin gets the station's as a stand-in, so that it can open as 位置待核实. */
  standIn: boolean;
}

/** The fields of an empty form. */
export function emptyFields(businesses: readonly BusinessView[]): Record<string, readonly string[]> {
  return {
    businessId: [businesses[0]?.id ?? NEW_BUSINESS],
    'business.kind': ['shop'],
    engagement: ['part_time'],
    'pay.unit': ['hour'],
    'pay.settlement': ['daily'],
    datum: ['wgs84'],
    precision: ['door'],
    kind: ['all'],
    rows: [String(FIRST_ROWS)],
    minBlockMinutes: ['60'],
    headcount: ['1'],
    validDays: [String(DEFAULT_VALID_DAYS)],
  };
}

/** The fields of the form for a stored posting. */
export function fieldsOfJob(job: JobRecord, station: Point): Record<string, readonly string[]> {
  const certificates = job.requirements.certificates ?? [];
  const known = certificates.filter((code) => CERTIFICATE_CODES.includes(code));
  return {
    title: [job.title],
    address: job.address === null ? [] : [job.address],
    ...pinFields(job, station),
    'pay.amount': job.pay ? [String(yuanFromFen(job.pay.amountFen))] : [],
    'pay.max': job.pay?.maxFen ? [String(yuanFromFen(job.pay.maxFen))] : [],
    'pay.unit': [job.pay?.unit ?? 'hour'],
    'pay.settlement': [job.pay?.settlement ?? ''],
    'pay.expectedHours': job.pay?.expectedHours ? [String(job.pay.expectedHours)] : [],
    engagement: [job.engagement],
    ...scheduleFields(job.schedule),
    headcount: [String(job.headcount)],
    benefits: job.benefits,
    certificates: known,
    otherCertificates: [certificates.filter((code) => !known.includes(code)).join('、')],
    note: [job.requirements.note ?? ''],
    description: [job.description],
    validDays: [job.validThrough === null ? String(DEFAULT_VALID_DAYS) : ''],
  };
}

/** A stand-in at the station is no pin that anybody placed: its figures are not shown. */
function pinFields({ place }: JobRecord, station: Point): Record<string, readonly string[]> {
  const placed = place !== null && !(place.precision !== 'door' && isSame(place, station));
  return {
    lat: placed ? [String(round(place.lat))] : [],
    lng: placed ? [String(round(place.lng))] : [],
    datum: ['wgs84'],
    precision: [placed ? place.precision : 'door'],
  };
}

const isSame = (a: Point, b: Point) => round(a.lat) === round(b.lat) && round(a.lng) === round(b.lng);
/** Six decimals are a tenth of a metre. */
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/** The form as a JobPatch of the contract, unchecked. Empty fields are left out. */
export function patchOf(form: FormInput, setting: FormSetting): Record<string, unknown> {
  const amount = numberOf(form, 'pay.amount');
  const validDays = numberOf(form, 'validDays');
  return {
    title: one(form, 'title'),
    description: form['description']?.at(-1) ?? '',
    engagement: given(form, 'engagement'),
    place: placeOf(form, setting),
    pay: amount === undefined && setting.before?.pay == null ? undefined : payOf(form, amount),
    schedule: scheduleOf(form),
    headcount: numberOf(form, 'headcount'),
    benefits: many(form, 'benefits'),
    requirements: requirementsOf(form, setting.before),
    validThrough: validDays === undefined ? undefined : dateIn(setting.today, validDays),
  };
}

/** The form as a JobDraft of the contract, unchecked. */
export function draftOf(form: FormInput, setting: FormSetting): Record<string, unknown> {
  const chosen = setting.businesses.find(({ id }) => id === one(form, 'businessId'));
  return {
    ...patchOf(form, setting),
    business: chosen
      ? { name: chosen.name, kind: chosen.kind }
      : { name: one(form, 'business.name'), kind: given(form, 'business.kind') },
  };
}

function payOf(form: FormInput, amount: number | undefined) {
  const unit = given(form, 'pay.unit');
  return {
    amount,
    max: numberOf(form, 'pay.max'),
    unit,
    settlement: given(form, 'pay.settlement'),
    expectedHours: unit === 'hour' ? undefined : numberOf(form, 'pay.expectedHours'),
  };
}

function placeOf(form: FormInput, { station, before, standIn }: FormSetting) {
  const address = given(form, 'address');
  const { lat, lng } = coordinatesIn(form);
  if (lat !== undefined || lng !== undefined) {
    const precision = given(form, 'precision');
    return { address, lat, lng, datum: given(form, 'datum'), precision };
  }
  if (before?.place) {
    const { precision, ...pin } = before.place;
    return { address, ...pin, precision: precision === 'area' && address ? 'street' : precision };
  }
  if (standIn) return { address, lat: station.lat, lng: station.lng, precision: address ? 'street' : 'area' };
  return address === undefined ? undefined : { address };
}

function requirementsOf(form: FormInput, before: JobRecord | null) {
  const others = one(form, 'otherCertificates').split(/[、,，;；\s]+/);
  const known = many(form, 'certificates').filter((code) => CERTIFICATE_CODES.includes(code));
  const certificates = [...known, ...others.filter((name) => name !== '')];
  return {
    ...(certificates.length > 0 ? { certificates } : {}),
    ...(before?.requirements.minAge === undefined ? {} : { minAge: before.requirements.minAge }),
    note: given(form, 'note'),
  };
}

function dateIn(today: string, days: number): string | undefined {
  return Number.isInteger(days) && days >= 1 && days <= 60 ? dateOfEpochDay(epochDay(today) + days) : 'x';
}

/** The field of the form that a problem belongs to. */
export function jobField(form: FormInput): (pointer: string) => string {
  return (pointer) => {
    if (pointer.startsWith('/schedule')) return scheduleField(pointer, form);
    if (pointer === '/place') return 'address';
    if (pointer.startsWith('/place/')) return pointer.slice('/place/'.length);
    if (pointer === '/pay') return 'pay.amount';
    if (pointer === '/validThrough') return 'validDays';
    if (pointer.startsWith('/requirements/certificates')) return 'otherCertificates';
    if (pointer.startsWith('/requirements')) return 'note';
    if (pointer.startsWith('/benefits')) return 'benefits';
    if (pointer === '/business') return 'business.name';
    return pointer.slice(1).replaceAll('/', '.');
  };
}

/** The form of a stored posting with what still keeps it from opening beside its fields. */
export function withProblems(
  { job }: JobWithBusiness,
  form: FormState,
  problems: readonly { pointer: string; sentence: string }[],
): FormState {
  const field = jobField(fieldsOfRows(job));
  const errors: Record<string, string> = {};
  for (const { pointer, sentence } of problems) errors[field(pointer)] ??= sentence;
  return { ...form, errors };
}

function fieldsOfRows(job: JobRecord): FormInput {
  return scheduleFields(job.schedule);
}
