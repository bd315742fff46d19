import { secureHeaders } from 'hono/secure-headers';
import type { Middleware } from './env';

/**
 * Scripts and styles come from our own files only: nothing inline can run, so a
 * posting's text cannot become a program.
 */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    fontSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    manifestSrc: ["'self'"],
  },
  // Said below, where it is true.
  strictTransportSecurity: false,
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  permissionsPolicy: { geolocation: ['self'], camera: [], microphone: [] },
});

/** Half a year, for this host alone: what else runs beside it is not ours to decide. */
const ONLY_HTTPS = 'max-age=15552000';

/**
 * Headers of every answer; where the station is reached over https (BASE_URL, or the edge, where the request itself
 * says so) browsers are told never to come by another way.
 */
export const securityHeaders: Middleware = async (c, next) => {
  const { baseUrl } = c.get('deps').config;
  await headers(c, next);
  if ((baseUrl ?? c.req.url).startsWith('https:')) c.header('strict-transport-security', ONLY_HTTPS);
};
