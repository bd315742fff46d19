import { interestedIn, splitToOffer } from '../../candidates';
import { referralsOfJob } from '../../desk';
import { isTrusted, openingProblems, openingTerms, similarJobs, viewOf } from '../../jobs';
import { isStaff } from '../../kernel/actor';
import { decisionsOf, employerProblemsOf } from '../../review';
import { urgentState } from '../../urgent';
import { staffCardsOf } from '../desk/staff-cards';
import { page } from '../layout';
import type { PageContext } from '../page-env';
import { type Area, doneOf, infoOf } from './area';
import { JobPage } from './job-page';
import { managed } from './managed';
import { SplitHint } from './split';

/** GET one posting with its people. */
export async function showJob(c: PageContext, area: Area): Promise<Response> {
  const ctx = c.get('ctx');
  const found = await managed(c);
  const { id } = found.job;
  const staff = isStaff(ctx.actor, ctx.station.id);
  const [similar, interests, referrals, split, urgent, decisions, staffCards, lacks] = await Promise.all([
    similarJobs(ctx, id),
    interestedIn(ctx, id),
    referralsOfJob(ctx, id),
    splitToOffer(ctx, found),
    urgentState(ctx, id),
    decisionsOf(ctx, id),
    staff ? staffCardsOf(ctx, found) : null,
    staff ? employerProblemsOf(ctx, found) : [],
  ]);
  const body = (
    <JobPage
      job={viewOf(found, ctx.clock.now())}
      version={found.job.version}
      problems={[...openingProblems(found, openingTerms(ctx)), ...lacks]}
      similar={similar}
      interests={interests}
      referrals={referrals}
      split={<SplitHint split={split} job={found.job} path={`${area.base}/jobs/${id}`} />}
      urgent={urgent}
      decisions={decisions}
      staffCards={staffCards}
      base={area.base}
      list={area.list}
      staff={staff}
      reviewed={!isTrusted(ctx, found.business)}
      done={doneOf(c)}
    />
  );
  return page(c, infoOf(area, found.job.title), area.around(body));
}
