import { closeJob, fillJob } from '../../jobs';
import { goTo } from '../links';
import { createPageRouter, type PageContext } from '../page-env';
import type { Area } from './area';
import { editJob, newJob, takeJob, takeNewJob } from './job-edit';
import { showJob } from './job-show';
import { answer, block, event, merge, publishAsSeen, renew, urge } from './job-verbs';
import { idOf } from './managed';

const VERBS = {
  close: [closeJob, 'closed'],
  fill: [fillJob, 'filled'],
} as const;

/** The pages of postings of one area: `{base}/jobs/…`, with the answers to people and referrals. */
export function jobPagesOf(area: Area) {
  const { base } = area;
  const router = createPageRouter();
  const admitted = (handler: (c: PageContext, area: Area) => Promise<Response>) => (c: PageContext) => {
    area.admit(c.get('ctx'));
    return handler(c, area);
  };
  router.get(`${base}/jobs/new`, admitted(newJob));
  router.post(`${base}/jobs`, admitted(takeNewJob));
  router.get(`${base}/jobs/:id`, admitted(showJob));
  router.post(`${base}/jobs/:id`, admitted(takeJob));
  router.get(`${base}/jobs/:id/edit`, admitted(editJob));
  router.post(`${base}/jobs/:id/publish`, admitted(publishAsSeen));
  router.post(`${base}/jobs/:id/renew`, admitted(renew));
  router.post(`${base}/jobs/:id/merge`, admitted(merge));
  router.post(`${base}/jobs/:id/urgent`, admitted(urge));
  router.post(`${base}/jobs/:id/block`, admitted(block));
  for (const [verb, [change, done]] of Object.entries(VERBS)) {
    router.post(
      `${base}/jobs/:id/${verb}`,
      admitted(async (c) => {
        const { job } = await change(c.get('ctx'), idOf(c, 'job'));
        return goTo(c, `${base}/jobs/${job.id}?done=${done}`);
      }),
    );
  }
  router.post(
    `${base}/interests/:id/accept`,
    admitted((c) => answer(c, area, 'accepted')),
  );
  router.post(
    `${base}/interests/:id/decline`,
    admitted((c) => answer(c, area, 'declined')),
  );
  router.post(`${base}/referrals/:id/events`, admitted(event));
  return router;
}
