import { DomainError } from '../kernel/errors';
import { type RebuildDeps, rebuildProjections } from './rebuild';

/**
 * After an upgrade that packs the rows of the board otherwise: writes the projections in the database anew, before any
 * of them is read. Does nothing, at little cost, when they are as this version writes them.
 * @param log receives a short English line when there is something to do
 */
export async function refreshBoard(
  deps: Omit<Parameters<typeof rebuildProjections>[0], 'index'> & RebuildDeps,
  log: (line: string) => void,
): Promise<void> {
  if (!(await deps.projections.isOutdated())) return;
  log('the board was written by another version: writing it anew');
  try {
    await rebuildProjections({ ...deps, index: null });
  } catch (error) {
    // Another process that was started beside this one does it.
    if (!(error instanceof DomainError && error.code === 'rebuild_running')) throw error;
  }
}
