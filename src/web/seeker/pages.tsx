import { createPageRouter } from '../page-env';
import { jobPages } from './job';
import { listPages } from './list';

/** Pages of people who look for work. */
export const seekerPages = createPageRouter();
seekerPages.route('/', listPages);
seekerPages.route('/', jobPages);
