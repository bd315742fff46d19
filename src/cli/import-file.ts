import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { openImportFile } from '../adapters/csv/import-file';
import { type ImportReport, type ImportResult, runImport } from '../jobs';
import { DomainError, type FieldProblem } from '../kernel/errors';
import { ensureFirstStation, systemCtx } from '../runtime/first-station';
import type { OpenStation } from '../runtime/station';
import { resolveStation } from '../stations';
import {
  FILE_UNREADABLE,
  importSummary,
  noteText,
  refusedText,
  requirementText,
  stoppedText,
} from '../web/text/imports';
import { EXIT } from './command';
import { createImportProgress, type Output } from './import-progress';

/** What the command was asked to do. */
export interface ImportCommand {
  file: string;
  dryRun: boolean;
  station: string | undefined;
}

/**
 * Imports a file into a station and reports each refused line.
 * @returns the exit code: 1 if any line was refused or the file could not be read to its end
 */
export async function importFile(open: OpenStation, command: ImportCommand, out: Output): Promise<number> {
  const found = await stat(command.file).catch(() => null);
  if (!found?.isFile()) {
    out.line(`${FILE_UNREADABLE}: ${command.file}`);
    return EXIT.failed;
  }
  try {
    return await run(open, command, found.size, out);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    out.line(stoppedText(error.code, error.values, error.fields));
    return EXIT.failed;
  }
}

async function run(open: OpenStation, command: ImportCommand, size: number, out: Output): Promise<number> {
  const { services } = open;
  await ensureFirstStation(open);
  const station = await resolveStation(services.stores.stations, { slug: command.station });
  const { input, bytesRead } = await openImportFile(command.file, {
    open: () => createReadStream(command.file),
    lexicon: services.lexicon,
    requirement: requirementText,
  });
  const progress = createImportProgress(out, size);
  const refused: ImportResult[] = [];
  const notes = new Map<string, { note: FieldProblem; lines: number[] }>();
  const report = await runImport({
    ctx: systemCtx(services, station),
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
}

function tell(report: ImportReport, dryRun: boolean, out: Output): number {
  const { stopped } = report;
  if (stopped) out.line(stoppedText(stopped.code, stopped.values, stopped.fields));
  out.line(importSummary(report, dryRun));
  return report.refused > 0 || stopped ? EXIT.failed : EXIT.done;
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
