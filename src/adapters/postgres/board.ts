import { sql } from 'drizzle-orm';
import type { Db } from '../../db/tx';
import { mercator, mercatorRadius } from '../../kernel/geo';
import { type Board, rowsOf, unpackRows } from '../../matching';

/**
 * Board over PostgreSQL: a GiST look-up of station and circle. The packed rows come back glued into one
 * value, because ten thousand rows of columns cost more to parse than to rank.
 */
export function createPostgresBoard(db: Db): Board {
  return {
    async inCircle(stationId, circle) {
      const { x, y } = mercator(circle);
      const radius = mercatorRadius(circle.lat, circle.radiusMetres);
      // Base64 is two thirds of the hexadecimal that bytes are otherwise sent in.
      const [row] = await db.execute<{ rows: string | null }>(sql`
        select encode(string_agg(packed, ''::bytea), 'base64') as rows from board
        where station_id = ${stationId} and spot <@ ${`<(${x},${y}),${radius}>`}::circle`);
      return row?.rows ? unpackRows(fromBase64(row.rows)) : rowsOf([]);
    },
    async row(stationId, jobId) {
      const [row] = await db.execute<{ packed: Uint8Array }>(
        sql`select packed from board where station_id = ${stationId} and job_id = ${jobId}`,
      );
      return row ? unpackRows(row.packed).own(0) : null;
    },
  };
}

/** Bytes of the base64 that PostgreSQL writes, line breaks included. */
function fromBase64(text: string): Uint8Array {
  return Buffer.from(text, 'base64');
}
