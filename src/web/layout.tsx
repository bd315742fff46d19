import type { Child } from 'hono/jsx';
import { raw } from 'hono/utils/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { issueCsrf } from '../accounts';
import { isStaff } from '../kernel/actor';
import { assetPath } from './assets';
import { Footer } from './footer';
import { type Section, SiteHeader } from './header';
import { isLargeType } from './large-type';
import { stationParam } from './links';
import type { PageContext } from './page-env';
import { Frame } from './page-frame';
import { LAYOUT_TEXT } from './text/layout';
import { STATION_TITLE } from './text/vocabulary';

/** What a page says about itself. */
export interface PageInfo {
  /** Goes before the station's name in the window's title. */
  title: string;
  /** Which entry of the menu is the current one. */
  section?: Section;
  status?: ContentfulStatusCode;
  /** The desk's pages use the whole width of the screen. */
  wide?: boolean;
  /** Without menu and footer: for printing and for kiosks. */
  plain?: boolean;
  /** Names of script files in assets/ (`location.js`). Pages work without them. */
  scripts?: readonly string[];
}

/**
 * A whole page as an answer. Pages that know who is looking are never kept by anybody between
 * (`Cache-Control: no-store`).
 */
export async function page(c: PageContext, info: PageInfo, body: Child): Promise<Response> {
  // Absent when the request failed before anybody knew whose it is.
  const ctx: PageContext['var']['ctx'] | undefined = c.get('ctx');
  const session = c.get('session') ?? null;
  const { sessionSecret } = c.get('deps').config;
  const frame = {
    station: stationParam(c),
    csrf: session === null ? null : await issueCsrf(session.id, sessionSecret),
  };
  const stationName = ctx?.station.name ?? STATION_TITLE;
  const large = isLargeType(c);
  const role = ctx?.actor.kind === 'user' ? ctx.actor.role : null;
  const menu = {
    stationName,
    section: info.section,
    role,
    staff: ctx !== undefined && isStaff(ctx.actor, ctx.station.id),
    name: session?.name ?? null,
    path: `${c.req.path}${new URL(c.req.url).search}`,
    large,
  };
  c.header('cache-control', session === null ? 'private, no-cache' : 'no-store');
  c.header('content-language', 'zh-CN');
  const html = (
    <Frame.Provider value={frame}>
      <html lang="zh-CN" class={large ? 'large' : undefined}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light" />
          <meta name="format-detection" content="telephone=no" />
          <title>{`${info.title} · ${stationName}`}</title>
          <link rel="stylesheet" href={assetPath('style.css')} />
          <link rel="icon" href={assetPath('icon.svg')} type="image/svg+xml" />
          {info.scripts?.map((name) => (
            <script src={assetPath(name)} defer />
          ))}
        </head>
        <body class={info.wide ? 'wide' : undefined}>
          <a class="skip" href="#main">
            {LAYOUT_TEXT.skip}
          </a>
          {!info.plain && <SiteHeader {...menu} />}
          <main id="main" tabindex={-1}>
            {body}
          </main>
          {!info.plain && <Footer />}
        </body>
      </html>
    </Frame.Provider>
  );
  return c.html(raw(`<!DOCTYPE html>${await html.toString()}`), info.status ?? 200);
}
