import { createPageRouter } from '../page-env';

/** Pages of the desk. */
export const deskPages = createPageRouter();
