import { accountPages } from './account/pages';
import { assetRoutes } from './assets/routes';
import { deskPages } from './desk/pages';
import { formGuard } from './form-guard';
import { keepType } from './large-type';
import { createPageRouter } from './page-env';
import { privacyPages } from './privacy/pages';
import { seekerPages } from './seeker/pages';
import { sessionPages } from './session/pages';
import { shopPages } from './shop/pages';

/** Every page of the station. Each router stands behind the guard of forms by itself: order says nothing. */
export const pages = createPageRouter();
pages.route('/', assetRoutes);
pages.use(formGuard);
pages.use(keepType);
pages.route('/', sessionPages);
pages.route('/', accountPages);
pages.route('/', privacyPages);
pages.route('/', seekerPages);
pages.route('/', shopPages);
pages.route('/', deskPages);
