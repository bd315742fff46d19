import { slipOf } from '../../desk';
import { shanghaiDate } from '../../kernel/clock';
import { slugNeeded } from '../../stations';
import { page } from '../layout';
import { withParams } from '../links';
import { createPageRouter, type PageContext } from '../page-env';
import { DESK } from '../shop/area';
import { idOf } from '../shop/managed';
import { SLIP_TEXT } from '../text/desk';
import { Slip } from './slip';

/** The printed slip. */
export const slipPages = createPageRouter();

slipPages.get('/desk/walk-ins/:id/slip', async (c) => {
  const ctx = c.get('ctx');
  DESK.admit(ctx);
  const { walkIn, saved } = await slipOf(ctx, idOf(c, 'walk_in'));
  const linkOf = await publicLinks(c);
  const body = (
    <Slip
      stationName={ctx.station.name}
      walkIn={walkIn}
      saved={saved}
      linkOf={linkOf}
      date={shanghaiDate(Date.parse(walkIn.createdAt))}
      now={ctx.clock.now()}
    />
  );
  return page(c, { title: SLIP_TEXT.title, plain: true, scripts: ['print.js'] }, body);
});

/**
 * Addresses of postings for people outside: absolute, and naming the station where the host name alone would
 * lead to another one.
 */
async function publicLinks(c: PageContext): Promise<(jobId: string) => string> {
  const ctx = c.get('ctx');
  const base = c.get('deps').config.baseUrl ?? new URL(c.req.url).origin;
  const station = await slugNeeded(ctx, new URL(base).hostname);
  return (jobId) => new URL(withParams(`/jobs/${jobId}`, { station }), base).href;
}
