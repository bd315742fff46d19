import { DomainError } from '../kernel/errors';
import type { WritableIndex } from '../search';
import { drain } from './drain';
import { type RebuildDeps, rebuildIndex } from './rebuild';

/** How a round ended: the index has heard of everything that was due; another process is at it; not reached. */
export type Round = 'fed' | 'busy' | 'unreached';

/** Every so many rounds the index is looked at although nothing failed. */
const LOOK_EVERY = 30;

/** What a feed needs, and whom it tells about changes of the engine's state. */
export interface FeedDeps extends Omit<RebuildDeps, 'onProgress'> {
  index: WritableIndex;
  /** Short English lines: the engine is not reached, is reached again, its index is being built. */
  log: (line: string) => void;
}

/** See `createFeed`. */
export interface Feed {
  /** @throws the database's error */
  round(): Promise<Round>;
  /** Has the index looked at in the next round: a search of it has failed. */
  suspect(): void;
}

/**
 * Keeps one index in step with the database, round by round. An index that is missing or set up otherwise (a new
 * engine, one that lost its data, a new version of the settings) is built from the database first, and until
 * then Postgres answers; an engine that is not reached is asked again in the next round.
 */
export function createFeed(deps: FeedDeps): Feed {
  const { index, log } = deps;
  let reached = true;
  /** Rounds until the index is looked at again; 0: not known to stand. */
  let trust = 0;

  const unreached = (error: unknown): Round => {
    if (reached) log(`search engine not reached, Postgres answers: ${nameOf(error)}`);
    reached = false;
    trust = 0;
    return 'unreached';
  };

  const round = async (): Promise<Round> => {
    if (trust === 0) {
      try {
        if (!(await index.isSetUp())) {
          log('the search index is missing or of another version: building it');
          log(`search index built: ${await rebuildIndex(deps)} postings`);
        }
      } catch (error) {
        if (error instanceof DomainError && error.code === 'rebuild_running') return 'busy';
        return unreached(error);
      }
      if (!reached) log('search engine reached again');
      reached = true;
      trust = LOOK_EVERY;
    }
    const drained = await drain(deps);
    if (drained.unreached !== null) return unreached(drained.unreached);
    if (drained.refused > 0) log(`the search engine refused ${drained.refused} postings`);
    trust = Math.max(0, trust - 1);
    return drained.busy ? 'busy' : 'fed';
  };
  return {
    round,
    suspect: () => {
      trust = 0;
    },
  };
}

/** Name and code, never the message: a driver's message holds the statement with its values. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}
