import { type Id, isId } from '../kernel/ids';
import { withParams } from './links';
import type { PageContext } from './page-env';
import { Link } from './page-frame';
import { PAGER_TEXT as T } from './text/layout';

/** The rows of one page, and where the next one starts; `next` is null at the end. */
export interface Cut<T> {
  rows: readonly T[];
  next: Id | null;
}

/** Cuts one page off a list that was asked for one row more than a page holds. */
export function cutPage<T>(found: readonly T[], size: number, idOf: (row: T) => Id): Cut<T> {
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  return { rows, next: found.length > size && last !== undefined ? idOf(last) : null };
}

/** Behind which row the page of an address starts; undefined for the first page, and for what is no id. */
export function startOf(c: PageContext, name: 'before' | 'after' = 'before'): Id | undefined {
  const given = c.req.query(name);
  return given !== undefined && isId(given) ? given : undefined;
}

interface PagerProps {
  /** The address of the list with everything that is chosen, without its place. */
  path: string;
  next: Id | null;
  /** Whether this is not the first page. */
  later: boolean;
  /** Lists by time go back (`before`), lists by name go on (`after`). */
  by?: 'before' | 'after';
}

/** Links to the next page and back to the first; nothing for a list that fits on one. */
export function Pager({ path, next, later, by = 'before' }: PagerProps) {
  if (next === null && !later) return null;
  return (
    <nav class="actions pager" aria-label={T.label}>
      {next !== null && (
        <Link to={withParams(path, { [by]: next })} class="button secondary">
          {by === 'before' ? T.older : T.further}
        </Link>
      )}
      {later && <Link to={path}>{T.first}</Link>}
    </nav>
  );
}
