import { type Board, rowsOf } from '../../matching';
import type { Follower } from './follower';

/** A board in memory that has not heard of the database for so long, ms, is not asked: Postgres is. */
export const STALE_MS = 3_000;

/**
 * Board over memory while it is in step with the database, over PostgreSQL else: at start until it is loaded, and
 * when the database has not been heard of.
 */
export function createMemoryBoard(follower: Follower, postgres: Board): Board {
  const inStep = () => performance.now() - follower.heardAt < STALE_MS;
  return {
    async inCircle(stationId, circle) {
      if (!inStep()) return postgres.inCircle(stationId, circle);
      return follower.city(stationId)?.inCircle(circle) ?? rowsOf([]);
    },
    async row(stationId, jobId) {
      if (!inStep()) return postgres.row(stationId, jobId);
      return follower.city(stationId)?.row(jobId) ?? null;
    },
  };
}
