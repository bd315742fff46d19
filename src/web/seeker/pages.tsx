import { createPageRouter } from '../page-env';
import { WORK_TEXT } from '../text/work';
import { ownWorkPages } from '../work/own-pages';
import { seekersOnly } from './guard';
import { jobPages } from './job';
import { listPages } from './list';
import { mePages } from './me';
import { profilePages } from './profile';
import { reportPages } from './report';

/** Pages of people who look for work. */
export const seekerPages = createPageRouter();
seekerPages.use('/me/*', seekersOnly);
seekerPages.route('/', listPages);
seekerPages.route('/', jobPages);
seekerPages.route('/', reportPages);
seekerPages.route('/', profilePages);
seekerPages.route('/', mePages);
seekerPages.route(
  '/',
  ownWorkPages({
    base: '/me',
    section: 'me',
    reader: 'worker',
    title: WORK_TEXT.mine,
    lead: WORK_TEXT.mineLead,
    none: WORK_TEXT.none,
    // The whole of /me is.
    admit: () => {},
  }),
);
