import { DomainError } from '../../kernel/errors';
import { createPageRouter } from '../page-env';
import { assetAt } from './index';

/**
 * The files that pages load. A path with the hash of this content may be kept for a year; one from a page of an
 * earlier version gets today's file, and is asked for again next time.
 */
export const assetRoutes = createPageRouter().get('/assets/:name', (c) => {
  const found = assetAt(c.req.path);
  if (!found) throw new DomainError('not_found', 'page_not_found');
  const cache = found.current ? 'public, max-age=31536000, immutable' : 'no-cache';
  return c.body(found.text, 200, { 'content-type': found.type, 'cache-control': cache });
});
