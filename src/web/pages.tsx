import { createRouter } from '../http/openapi';

/** Every page of the station. */
export const pages = createRouter();
