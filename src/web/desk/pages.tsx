import { createPageRouter } from '../page-env';
import { DESK } from '../shop/area';
import { jobPagesOf } from '../shop/job-routes';
import { businessPages } from './business-pages';
import { candidatePages } from './candidate-pages';
import { casePages } from './case-pages';
import { listPages } from './list-pages';
import { planPages } from './plan-pages';
import { privacyDeskPages } from './privacy-pages';
import { reviewPages } from './review-pages';
import { slipPages } from './slip-pages';
import { userPages } from './users';
import { visitPages } from './visit-pages';

/** Pages of the desk. */
export const deskPages = createPageRouter();
deskPages.route('/', visitPages);
deskPages.route('/', slipPages);
deskPages.route('/', planPages);
deskPages.route('/', listPages);
deskPages.route('/', reviewPages);
deskPages.route('/', businessPages);
deskPages.route('/', casePages);
deskPages.route('/', candidatePages);
deskPages.route('/', privacyDeskPages);
deskPages.route('/', userPages);
deskPages.route('/', jobPagesOf(DESK));
