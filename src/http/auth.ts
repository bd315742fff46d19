import type { Context } from 'hono';
import type { Actor } from '../kernel/actor';
import { DomainError, forbidden } from '../kernel/errors';
import { resolveStation } from '../stations';
import type { AppEnv, Middleware } from './env';

/** What somebody may do who has yet to set up the second step that the station demands. */
const SETTING_UP = /^\/(account\b|api\/account\b|api\/session$|sign-out$|assets\/)/;
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Finds out who asks and at which station, and makes the context that services take.
 * Whether a machine asks was found out by `readToken`. The station comes from the session or token; for the public from `?station=slug` or the host name.
 */
export const authenticate: Middleware = async (c, next) => {
  const deps = c.get('deps');
  const provided = await deps.provide(c);
  c.set('provided', provided);
  const { services, accounts } = provided;
  const wanted = { slug: c.req.query('station'), host: c.req.header('host')?.split(':')[0] };

  let actor: Actor = { kind: 'public' };
  let session: AppEnv['Variables']['session'] = null;
  let station = null;
  if (c.get('machine')) {
    station = await resolveStation(services.stores.stations, wanted);
    actor = { kind: 'service', stationId: station.id };
  } else if (c.req.header('cookie')) {
    const signedIn = await accounts.actorOf(c.req.raw.headers);
    if (signedIn) {
      refuseCrossSite(c);
      if (signedIn.mustSetUp && !SETTING_UP.test(c.req.path)) {
        throw forbidden('second_factor_demanded');
      }
      actor = signedIn.actor;
      session = { id: signedIn.sessionId, name: signedIn.name };
      station = await services.stores.stations.byId(signedIn.actor.stationId);
    }
  }
  station ??= await resolveStation(services.stores.stations, wanted);
  c.set('session', session);
  c.set('ctx', { ...services, station, actor, requestId: c.get('requestId') });
  await next();
};

/**
 * Unsafe calls that carry a session must come from our own pages. Browsers say where a call comes from and
 * cannot be made to lie; a client that says nothing is no browser, and has no cookie of somebody else.
 */
function refuseCrossSite(c: Context<AppEnv>): void {
  if (SAFE.has(c.req.method)) return;
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const foreignOrigin = origin !== undefined && hostOf(origin) !== c.req.header('host');
  if (foreignSite || foreignOrigin) throw new DomainError('forbidden', 'cross_site');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
