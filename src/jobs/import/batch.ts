import { type BarredKey, businessKey } from '../../businesses';
import type { Ctx, Stores } from '../../context';
import { requireStaff } from '../../kernel/access';
import { DomainError, type FieldProblem } from '../../kernel/errors';
import { contactKeys, sealContact } from '../create';
import type { JobRecord, JobWithBusiness } from '../record';
import { sameContent } from '../same';
import type { JobDraft, JobStatus, ScheduleDraft } from '../schema';
import { overlapping, turn } from '../together';
import { keepsClosed, mergeLine, type Pending, standsAlready } from './merge';
import { storePending } from './store';

/** One parsed line of an import, or what was wrong with it. */
export interface ImportLine {
  line: number;
  externalId: string | null;
  draft: JobDraft | null;
  problems: FieldProblem[];
  /**
   * What is to be known of a line that is taken all the same: what was left out of it (a pin in the sea, a pay without
   * a unit), and that its hours were read from its text.
   */
  notes?: FieldProblem[];
  /** Hours that were read from its text: they hold until somebody says others. */
  hours?: ScheduleDraft;
}

/** What became of a line. */
export interface ImportResult {
  line: number;
  externalId: string | null;
  id?: string;
  status?: JobStatus;
  result: 'created' | 'updated' | 'unchanged' | 'refused';
  errors?: FieldProblem[];
  notes?: FieldProblem[];
}

/** Lines written in one transaction. */
export const IMPORT_BATCH = 1000;
/** Lines decided at a time: while the database writes them, the next are decided. */
const PART = 125;
/** Lines decided before the database is attended to. */
const AT_A_STRETCH = 25;
/** How often a batch is read and decided anew when a person changed one of its postings meanwhile. */
const ATTEMPTS = 3;

/**
 * Imports one batch in one transaction: after a crash either the whole batch is there or none of it, and the
 * same lines again change nothing, whatever staff completed in between. Lines without externalId are always
 * new. Of a refused line nothing is stored, not even its business.
 * @param dryRun decides and reports, writes nothing
 * @throws DomainError `conflict/job_changed` when people keep changing the same postings
 */
export async function importBatch(
  ctx: Ctx,
  lines: readonly ImportLine[],
  dryRun = false,
): Promise<ImportResult[]> {
  return writeBatch(ctx, await prepareBatch(ctx, lines), dryRun);
}

/** Lines with what can be computed before their turn in the database. @throws DomainError as `importBatch` */
export async function prepareBatch(ctx: Ctx, lines: readonly ImportLine[]): Promise<PreparedLine[]> {
  requireStaff(ctx);
  return Promise.all(lines.map((line) => prepare(ctx, line)));
}

/** {@link importBatch} of lines that are prepared. */
export async function writeBatch(
  ctx: Ctx,
  taken: readonly PreparedLine[],
  dryRun = false,
): Promise<ImportResult[]> {
  requireStaff(ctx);
  for (let attempt = 1; ; attempt++) {
    try {
      const results = await runBatch(ctx, taken, dryRun);
      if (!dryRun) ctx.wake();
      return results;
    } catch (error) {
      const changed = error instanceof DomainError && error.code === 'job_changed';
      if (!changed || attempt === ATTEMPTS) throw error;
    }
  }
}

/** A line with what has to be computed before the transaction. */
export interface PreparedLine {
  line: ImportLine;
  digest: string | null;
  contact: Uint8Array | undefined;
  /** Key of its phone; empty when it brings none. */
  keys: BarredKey[];
}

async function prepare(ctx: Ctx, line: ImportLine): Promise<PreparedLine> {
  const { draft } = line;
  if (!draft) return { line, digest: null, contact: undefined, keys: [] };
  // Keyed, because a plain digest of a line with a phone number could be guessed.
  const content = line.hours ? { draft, hours: line.hours } : draft;
  const digest = await ctx.vault.blindIndex('import', JSON.stringify(content));
  return { line, digest, contact: await sealContact(ctx, draft), keys: await contactKeys(ctx, draft) };
}

/** Undoes a transaction whose outcome was only to be known. */
class Undo extends Error {}

async function runBatch(ctx: Ctx, lines: readonly PreparedLine[], dryRun: boolean): Promise<ImportResult[]> {
  let results: ImportResult[] = [];
  const work = ctx.tx(async (stores) => {
    await stores.jobs.lockImports(ctx.station.id);
    const known = await knownJobs(ctx, stores, lines);
    const allowed = lines.map(await blockedOut(ctx, stores, lines));
    const owing = await stores.placements.businessesWithOpenCase(ctx.station.id);
    results = [];
    await overlapping(decided(ctx, allowed, { known, owing }, results), (part) =>
      storePending(ctx, stores, part),
    );
    if (dryRun) throw new Undo();
  });
  await work.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  return results;
}

/** What the lines of a batch are held against. */
interface Beside {
  /** Postings of the same external ids. */
  known: Map<string, JobWithBusiness>;
  /** Keys of the businesses of which somebody has not been paid: what is new of them waits for staff. */
  owing: ReadonlySet<string>;
}

/** What is to be written, part by part; what becomes of each line is added to `results`. */
async function* decided(
  ctx: Ctx,
  lines: readonly PreparedLine[],
  beside: Beside,
  results: ImportResult[],
): AsyncGenerator<Pending[]> {
  for (const part of partsOf(lines)) {
    const pending = new Map<string, Pending>();
    for (const [i, line] of part.entries()) {
      results.push(decide(ctx, line, beside, pending));
      if (i % AT_A_STRETCH === 0) await turn();
    }
    yield [...pending.values()];
  }
}

/** Parts of a batch; one alone where several lines speak of the same posting, which is written once. */
function partsOf(lines: readonly PreparedLine[]): (readonly PreparedLine[])[] {
  const ids = lines.flatMap(({ line: { externalId } }) => (externalId === null ? [] : [externalId]));
  if (new Set(ids).size < ids.length) return [lines];
  return Array.from({ length: Math.ceil(lines.length / PART) }, (_, i) =>
    lines.slice(i * PART, (i + 1) * PART),
  );
}

/** Refuses the lines of blocked businesses, and those that bring the phone of one. */
async function blockedOut(
  ctx: Ctx,
  stores: Stores,
  lines: readonly PreparedLine[],
): Promise<(line: PreparedLine) => PreparedLine> {
  const { businesses } = stores;
  const [barred, blocked] = await Promise.all([
    businesses.barred(
      ctx.station.id,
      lines.flatMap(({ keys }) => keys),
    ),
    businesses.blockedNames(ctx.station.id),
  ]);
  const keys = new Set(barred.map(({ keyIndex }) => keyIndex));
  const names = new Set(blocked.map(({ name, kind }) => businessKey(name, kind)));
  const problemOf = ({ line: { draft }, keys: own }: PreparedLine): FieldProblem | null => {
    if (draft && names.has(businessKey(draft.business.name, draft.business.kind))) {
      return { pointer: '/business', code: 'business_blocked' };
    }
    return own.some(({ keyIndex }) => keys.has(keyIndex))
      ? { pointer: '/contact/phone', code: 'employer_barred' }
      : null;
  };
  return (prepared) => {
    const found = problemOf(prepared);
    return found === null
      ? prepared
      : { ...prepared, line: { ...prepared.line, draft: null, problems: [found] } };
  };
}

async function knownJobs(
  ctx: Ctx,
  stores: Stores,
  lines: readonly PreparedLine[],
): Promise<Map<string, JobWithBusiness>> {
  const ids = lines.flatMap(({ line: { externalId } }) => (externalId === null ? [] : [externalId]));
  const found = await stores.jobs.byExternalIds(ctx.station.id, [...new Set(ids)]);
  return new Map(
    found.flatMap((one) => (one.job.externalId === null ? [] : [[one.job.externalId, one] as const])),
  );
}

/**
 * What becomes of one line. What is to be written is left in `pending`; a later line with the same externalId
 * wins over an earlier one, as it would in two imports.
 */
function decide(
  ctx: Ctx,
  { line, digest, contact }: PreparedLine,
  { known, owing }: Beside,
  pending: Map<string, Pending>,
): ImportResult {
  const { draft } = line;
  if (!draft) return refused(line, line.problems);
  const before = line.externalId === null ? undefined : known.get(line.externalId);
  if (before && (keepsClosed(before.job) || standsAlready(before.job, digest, draft))) {
    return told(line, 'unchanged', before.job);
  }
  const { problems, notes, ...next } = mergeLine(ctx, {
    draft,
    hours: line.hours,
    digest,
    contact,
    before,
    owing,
  });
  if (problems.length > 0) return refused(line, problems);
  if (before && !contact && sameContent(before, next)) return told(line, 'unchanged', before.job);
  const earlier = pending.get(next.job.id);
  const written: Pending = {
    ...next,
    isNew: earlier?.isNew ?? before === undefined,
    // However many lines of the batch speak of a posting, it is written once.
    job: { ...next.job, version: earlier?.job.version ?? next.job.version },
  };
  pending.set(next.job.id, written);
  if (line.externalId !== null) known.set(line.externalId, written);
  return told(line, before ? 'updated' : 'created', next.job, notes);
}

function refused(line: ImportLine, errors: FieldProblem[]): ImportResult {
  return { line: line.line, externalId: line.externalId, result: 'refused', errors };
}

function told(
  line: ImportLine,
  result: 'created' | 'updated' | 'unchanged',
  job: JobRecord,
  found: readonly FieldProblem[] = [],
): ImportResult {
  const notes = [...(line.notes ?? []), ...found];
  const told = { line: line.line, externalId: line.externalId, id: job.id, status: job.status, result };
  return notes.length > 0 ? { ...told, notes } : told;
}
