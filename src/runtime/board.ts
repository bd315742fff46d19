import {
  type BoardDigest,
  type BoardSource,
  createMemoryBoard,
  digestOf,
  Follower,
} from '../adapters/memory';
import type { Id } from '../kernel/ids';
import type { Board } from '../matching';
import { createDrainLoop } from './loop';

/** A board in memory that follows the database. */
export interface FollowedBoard {
  follower: Follower;
  /** The board in memory, with that of the database behind it. */
  over(postgres: Board): Board;
  /** Hears of what was just written, so that whoever wrote it finds it. Never rejects: Postgres answers then. */
  afterChange(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
  /** Id and version of every posting on it, after it has heard of everything that is written now. */
  versions(): Promise<Map<Id, number>>;
  /**
   * Compares the board with that of the database, and loads it again if they differ.
   * @returns false when they did
   */
  check(): Promise<boolean>;
}

/** How often a difference is looked at again before it counts: postings are changed meanwhile. */
const LOOKS = 3;

/** Keeps the board of the database in memory as well. `log` receives short English lines. */
export function followBoard(source: BoardSource, log: (line: string) => void): FollowedBoard {
  const follower = new Follower(source);
  const loop = createDrainLoop(
    () => follower.catchUp(),
    (state) => log(`board in memory ${state}`),
  );
  return {
    follower,
    over: (postgres) => createMemoryBoard(follower, postgres),
    afterChange: () => follower.catchUp().catch(() => {}),
    start: loop.start,
    stop: loop.stop,
    async versions() {
      await follower.catchUp();
      return new Map(follower.versions());
    },
    async check() {
      for (let look = 1; look <= LOOKS; look++) {
        await follower.catchUp();
        const wanted = await source.digest();
        if (same(digestOf(follower.versions()), wanted)) return true;
      }
      log('the board in memory differs from the database: loading it again');
      await follower.reload();
      return false;
    },
  };
}

function same(a: BoardDigest, b: BoardDigest): boolean {
  return a.count === b.count && a.sum === b.sum;
}
