import { Presets, SingleBar } from 'cli-progress';
import { IMPORT_BAR, importProgress } from '../web/text/imports';

/** Lines are told at least this far apart, postings. */
const PROGRESS_EVERY = 5000;

/** Where a command writes. */
export interface Output {
  line(text: string): void;
  /** A terminal gets a bar, anything else lines. */
  isTerminal: boolean;
}

/** How far an import is. */
export interface ImportProgress {
  /** @param bytes read so far; @param count postings done since the last call; @param refused so far */
  update(bytes: number, count: number, refused: number): void;
  stop(): void;
}

/** @param size of the file in bytes */
export function createImportProgress(out: Output, size: number): ImportProgress {
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
    stop() {
      bar?.stop();
    },
  };
}
