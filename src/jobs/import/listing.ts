import type { FieldProblem } from '../../kernel/errors';
import type { Lexicon } from '../../search';
import type { JobDraftInput } from '../schema';
import type { ImportLine } from './batch';
import { cellCount, type RecordReader } from './csv';
import { foreignLine, refusedLine } from './lines';
import { readListedPay } from './listing-pay';
import { type PinSurvey, readListedPin } from './listing-pins';
import { cleanText, cut, readWords } from './listing-words';

/** The columns of the foreign list: postings as recruitment sites show them. */
export const LISTING_COLUMNS = [
  'id',
  'platform',
  'title',
  'company',
  'region',
  'address',
  'lng',
  'lat',
  'description',
  'education',
  'experience_years',
  'skills',
  'benefits',
  'salary_min',
  'salary_max',
  'first_published',
] as const;
export type ListingRow = Record<(typeof LISTING_COLUMNS)[number], string>;

/** Whether a header is that of the foreign list; the order of its columns does not matter. */
export function isListing(header: readonly string[]): boolean {
  const names = new Set(header.map((name) => name.trim()));
  return LISTING_COLUMNS.every((name) => names.has(name));
}

/** The cells of a record by column. */
export function listingRow(header: readonly string[], cells: readonly string[]): ListingRow {
  const at = new Map(header.map((name, i) => [name.trim(), i]));
  const cell = (name: string) => cells[at.get(name) ?? -1] ?? '';
  return Object.fromEntries(LISTING_COLUMNS.map((name) => [name, cell(name)])) as ListingRow;
}

/** Sentences that the draft of a row carries; the caller knows who reads them. */
export interface ListingWords {
  lexicon: Lexicon;
  /** What education and experience ask for; years is 0 when none is needed. */
  requirement(education: string, years: number): string;
}

/**
 * A reader for the foreign list. Every row becomes a draft with what it has: hours are never in a column, but may be
 * read from the text; a pin is exact to the street at best, because its datum is not declared (GCJ-02 is assumed, as the
 * country's map services give it). What cannot be trusted is left out and noted; a row without id, title or company, or
 * whose title or company says nothing, is refused.
 */
export function listingReader(
  header: readonly string[],
  survey: PinSurvey,
  words: ListingWords,
): RecordReader {
  return (line, cells) => {
    if (cells.length !== header.length) return refusedLine(line, [cellCount(header.length)]);
    return lineOfListing(line, listingRow(header, cells), survey, words);
  };
}

/** One row of the foreign list as a line of the import. */
export function lineOfListing(
  line: number,
  row: ListingRow,
  survey: PinSurvey,
  words: ListingWords,
): ImportLine {
  const id = row.id.trim();
  const problems = (['id', 'title', 'company'] as const).flatMap((name) => emptiness(name, row[name]));
  if (problems.length > 0) return refusedLine(line, problems, id === '' ? null : id.slice(0, 120));
  const text = [row.title, row.skills, row.benefits, row.description].map(cleanText).join('\n');
  const pay = readListedPay({ min: row.salary_min, max: row.salary_max, text });
  const place = placeOf(row, survey);
  const said = readWords(row, words.lexicon);
  const note = words.requirement(asked(row.education), Number(row.experience_years) || 0);
  const draft: JobDraftInput = {
    externalId: id,
    title: cut(cleanText(row.title).replace(/\s+/g, ' '), 60),
    description: cut(cleanText(row.description), 4000),
    business: { name: cut(cleanText(row.company), 60), kind: businessKind(row.company) },
    engagement: isFullTime(row, pay !== null && pay !== 'unclear' && pay.unit === 'month')
      ? 'full_time'
      : 'part_time',
    benefits: said.benefits,
    ...(place.draft ? { place: place.draft } : {}),
    ...(pay === null || pay === 'unclear'
      ? {}
      : { pay: { ...pay, ...(said.settlement ? { settlement: said.settlement } : {}) } }),
    ...(note === '' ? {} : { requirements: { note: cut(note, 200) } }),
  };
  const taken = foreignLine(line, draft, text);
  const notes: FieldProblem[] = [...(taken.notes ?? []), ...place.notes];
  if (pay === 'unclear') notes.push({ pointer: '/pay', code: 'pay_unclear' });
  return notes.length > 0 && taken.draft ? { ...taken, notes } : taken;
}

function emptiness(name: string, cell: string): FieldProblem[] {
  const text = cleanText(cell);
  if (text === '') return [{ pointer: `/${name}`, code: 'required' }];
  // Three question marks or a row of noughts is no title.
  return name === 'id' || /\p{L}/u.test(text) ? [] : [{ pointer: `/${name}`, code: 'meaningless' }];
}

const COMPANY =
  /公司|酒店$|宾馆$|集团|厂|中心|医院|学校|幼儿园|合作社|事务所|协会|银行|基金会|养老院|工作室/u;
const SHOP =
  /(店|馆|铺|超市|坊|档|摊|屋|吧|堂|轩|面庄|酒家|饭庄|门市|经营部|服务部|商行|车行)(\(.*\)|（.*）)?$/u;

function businessKind(name: string): 'company' | 'shop' {
  return !COMPANY.test(name) && SHOP.test(name.trim()) ? 'shop' : 'company';
}

/** A monthly wage is full-time work unless the row calls it 兼职 or temporary; 可兼职 only says that both go. */
function isFullTime(row: ListingRow, monthly: boolean): boolean {
  const labels = `${row.title} ${row.skills} ${row.benefits}`;
  return monthly && !/(?<![可受职])兼职|小时工(?!作)|钟点工|临时工|短期工|暑假工|寒假工/u.test(labels);
}

const NOT_ASKED = /^(不限|无|其他|学历)|不限/u;

function asked(education: string): string {
  const text = cleanText(education);
  return NOT_ASKED.test(text) ? '' : text;
}

function placeOf(
  row: ListingRow,
  survey: PinSurvey,
): { draft: JobDraftInput['place']; notes: FieldProblem[] } {
  const written = cleanText(row.address) || cleanText(row.region);
  const address = written === '' ? {} : { address: cut(written.replace(/\s+/g, ' '), 200) };
  const pin = readListedPin(row, survey);
  if (pin === null || typeof pin === 'string') {
    const notes = pin === null ? [] : [{ pointer: '/place', code: pin }];
    return { draft: written === '' ? undefined : address, notes };
  }
  // A point for an address that names no street is the middle of some district.
  const precision = /\d|[路街巷弄号栋楼室座园村]/u.test(cleanText(row.address)) ? 'street' : 'area';
  return { draft: { ...address, ...pin, datum: 'gcj02', precision }, notes: [] };
}
