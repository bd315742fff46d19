import { createPageRouter } from '../page-env';
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
