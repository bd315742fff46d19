import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { openImportFile } from '../adapters/csv/import-file';
import { type ImportReport, type ImportResult, runImport } from '../jobs';
import { DomainError, type FieldProblem } from '../kernel/errors';
import { type Env, EnvError, readEnv } from '../runtime/env';
import { ensureFirstStation, systemCtx } from '../runtime/first-station';
import { openStation } from '../runtime/station';
import { resolveStation } from '../stations';
import {
  FILE_UNREADABLE,
  IMPORT_BAR,
  IMPORT_USAGE,
  importProgress,
  importSummary,
  noteText,
  refusedText,
  requirementText,
  stoppedText,
} from '../web/text/imports';

/** What the command was asked to do. */
export interface ImportCommand {
  file: string;
  dryRun: boolean;
  station: string | undefined;
}

/** Where the command writes. */
export interface Output {
  line(text: string): void;
  /** A terminal gets a bar, anything else lines. */
  isTerminal: boolean;
}

/** @returns null when the arguments are not understood */
export function parseCommand(args: string[]): ImportCommand | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false }, station: { type: 'string' } },
    });
    const [file, more] = positionals;
    if (file === undefined || more !== undefined) return null;
    return { file, dryRun: values['dry-run'], station: values.station };
  } catch {
    return null;
  }
}

/**
 * Imports a file into a station and reports each refused line.
 * @returns the exit code: 1 if any line was refused or the file could not be read to its end
 */
export async function importFile(command: ImportCommand, env: Env, out: Output): Promise<number> {
  const size = await stat(command.file).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
  if (size === null) {
    out.line(`${FILE_UNREADABLE}: ${command.file}`);
    return 1;
  }
  const open = await openStation(env);
  try {
    await ensureFirstStation(open);
    const station = await resolveStation(open.services.stores.stations, { slug: command.station });
    const progress = createProgress(out, size);
    const { input, bytesRead } = await openImportFile(command.file, {
      open: () => createReadStream(command.file),
      lexicon: open.services.lexicon,
      requirement: requirementText,
    });
    const refused: ImportResult[] = [];
    const notes = new Map<string, { note: FieldProblem; lines: number[] }>();
    const report = await runImport({
      ctx: systemCtx(open.services, station),
      input,
      dryRun: command.dryRun,
      onResults: (results) => {
        for (const result of results) {
          if (result.result === 'refused') refused.push(result);
          for (const note of result.notes ?? []) collect(notes, note, result.line);
        }
        progress.update(bytesRead(), results.length, refused.length);
      },
    }).finally(() => progress.stop());
    await open.drainNow();
    for (const result of refused) out.line(refusedText(result));
    for (const { note, lines } of notes.values()) out.line(noteText(note, lines));
    return tell(report, command.dryRun, out);
  } finally {
    await open.close();
  }
}

function tell(report: ImportReport, dryRun: boolean, out: Output): number {
  const { stopped } = report;
  if (stopped) out.line(stoppedText(stopped.code, stopped.values, stopped.fields));
  out.line(importSummary(report, dryRun));
  return report.refused > 0 || stopped ? 1 : 0;
}

function collect(
  notes: Map<string, { note: FieldProblem; lines: number[] }>,
  note: FieldProblem,
  line: number,
): void {
  const key = `${note.pointer} ${note.code}`;
  const entry = notes.get(key) ?? { note, lines: [] };
  entry.lines.push(line);
  notes.set(key, entry);
}

/** Lines are told at least this far apart, postings. */
const PROGRESS_EVERY = 5000;

function createProgress(out: Output, size: number) {
  const bar = out.isTerminal
    ? new SingleBar({ format: IMPORT_BAR, clearOnComplete: true }, Presets.shades_classic)
    : null;
  bar?.start(size, 0, { done: 0, refused: 0 });
  let done = 0;
  let told = 0;
  return {
    update(bytes: number, count: number, refused: number): void {
      done += count;
      bar?.update(Math.min(bytes, size), { done, refused });
      if (bar || done - told < PROGRESS_EVERY) return;
      told = done;
      out.line(importProgress(done, size === 0 ? 100 : Math.floor((100 * Math.min(bytes, size)) / size)));
    },
    stop: () => bar?.stop(),
  };
}

async function main(): Promise<number> {
  const out: Output = { line: (text) => console.log(text), isTerminal: process.stdout.isTTY === true };
  const command = parseCommand(process.argv.slice(2));
  if (!command) {
    out.line(IMPORT_USAGE);
    return 1;
  }
  try {
    return await importFile(command, readEnv(), out);
  } catch (error) {
    if (error instanceof DomainError) out.line(stoppedText(error.code, error.values, error.fields));
    else if (error instanceof EnvError) out.line(error.message);
    else throw error;
    return 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main();
