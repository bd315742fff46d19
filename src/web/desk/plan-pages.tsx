import { planOf, refer } from '../../desk';
import { requireStaff } from '../../kernel/access';
import { DomainError } from '../../kernel/errors';
import { isId } from '../../kernel/ids';
import { page } from '../layout';
import { goTo } from '../links';
import { createPageRouter, many } from '../page-env';
import { DESK, doneOf, infoOf } from '../shop/area';
import { Done } from '../shop/done';
import { PLAN_TEXT } from '../text/plan';
import { Desk } from './menu';
import { Plan } from './plan';

/** More people than are ever planned for. */
const MOST_PAIRS = 200;

/** The desk plan: who of those waiting goes where. */
export const planPages = createPageRouter();

planPages.get('/desk/plan', async (c) => {
  const ctx = c.get('ctx');
  requireStaff(ctx);
  const unsent = Number(c.req.query('unsent') ?? 0);
  const body = (
    <Desk at="visit">
      <Done done={doneOf(c)} />
      <Plan
        plan={await planOf(ctx)}
        now={ctx.clock.now()}
        unsent={Number.isInteger(unsent) && unsent > 0 ? unsent : 0}
      />
    </Desk>
  );
  return page(c, infoOf(DESK, PLAN_TEXT.title), body);
});

/** Sends one or all. What was overtaken meanwhile is told, and the plan is made anew. */
planPages.post('/desk/plan/refer', async (c) => {
  const ctx = c.get('ctx');
  requireStaff(ctx);
  let [sent, unsent] = [0, 0];
  for (const [walkInId = '', jobId = ''] of many(c.get('form'), 'pair')
    .slice(0, MOST_PAIRS)
    .map((pair) => pair.split(' '))) {
    try {
      if (!isId(walkInId) || !isId(jobId)) throw new DomainError('not_found', 'job_not_found');
      await refer(ctx, { walkInId, jobId });
      sent++;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      unsent++;
    }
  }
  const done = sent > 0 ? 'done=referred' : '';
  const left = unsent > 0 ? `unsent=${unsent}` : '';
  const query = [done, left].filter(Boolean).join('&');
  return goTo(c, `/desk/plan${query && `?${query}`}`);
});
